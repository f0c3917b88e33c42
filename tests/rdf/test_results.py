"""Results in XML are well-formed and lose nothing, or are refused."""

from xml.etree import ElementTree

import pytest

from kyodo_lod.errors import OutputError
from kyodo_lod.rdf.formats import RESULT_FORMATS
from kyodo_lod.rdf.results import made_right
from kyodo_lod.rdf.store import Store

LITERAL = "{http://www.w3.org/2005/sparql-results#}literal"


def _written(text: str, name: str) -> bytes:
    escaped = "".join(f"\\U{ord(letter):08X}" for letter in text)
    body = Store().serialize(f'SELECT ("{escaped}" AS ?x) {{}}', "q", {}, RESULT_FORMATS[name])
    assert isinstance(body, bytes)
    return body


@pytest.mark.parametrize(
    "text", ["a\rb\r\nc", "\t\n", "<&>\"']]>", "あ😀", "\x7f\x85\u2028", "\ufffd"]
)
def test_what_xml_can_hold_is_read_again(text: str) -> None:
    document = ElementTree.fromstring(_written(text, "xml"))  # noqa: S314 - our own
    assert [element.text for element in document.iter(LITERAL)] == [text]


@pytest.mark.parametrize("text", ["\x00", "\x01", "\x0b", "\x0c", "\x1f", "\ufffe", "\uffff"])
def test_what_xml_cannot_hold_is_refused(text: str) -> None:
    with pytest.raises(OutputError) as caught:
        _written(f"a{text}b", "xml")
    assert f"U+{ord(text):04X}" in caught.value.message.en
    assert _written(f"a{text}b", "json")


@pytest.mark.parametrize("name", ["csv", "tsv", "json"])
def test_other_formats_stay_as_they_are(name: str) -> None:
    assert made_right(b"\x00\r\n", RESULT_FORMATS[name]) == b"\x00\r\n"
