"""Streamed writing: order kept, read once, and what RDF/XML cannot hold refused."""

from collections.abc import Iterator
from io import BytesIO
from xml.dom import minidom

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdf.triples import XSD, some_triples, triples, typings
from rdf.writing import triples_in, written

from kyodo_lod.errors import OutputError
from kyodo_lod.rdf.formats import FORMATS, N_QUADS, N_TRIPLES, RDF_XML, Format
from kyodo_lod.rdf.terms import Literal, NamedNode, Quad, Triple, integer
from kyodo_lod.rdf.vocabulary import dct, rdf

SUBJECT, OBJECT = NamedNode("https://example.org/s"), NamedNode("https://example.org/o")
ALL = pytest.mark.parametrize("fmt", FORMATS.values(), ids=FORMATS)


@given(some_triples)
def test_n_triples_is_one_line_a_triple_in_the_order_given(given_triples: list[Triple]) -> None:
    lines = written(given_triples, N_TRIPLES).decode().split("\n")
    assert lines == [*(f"{triple} ." for triple in given_triples), ""]


def test_n_quads_names_the_graph() -> None:
    quad = Quad(SUBJECT, dct.title, Literal("x"), OBJECT)
    assert written([quad], N_QUADS).decode() == f'{SUBJECT} {dct.title} "x" {OBJECT} .\n'


@ALL
def test_statements_are_read_once_and_streamed(fmt: Format) -> None:
    output, seen = BytesIO(), []

    def statements() -> Iterator[Triple]:
        for number in range(5000):
            seen.append(output.tell())
            subject = NamedNode(f"https://example.org/{number}")
            yield Triple(subject, dct.title, Literal("題" * 30))

    fmt.resolve_writer()(statements(), fmt, output, "https://example.org/")
    assert len(seen) == 5000
    # much is written before the last statement was asked for
    assert seen[-1] > output.tell() * 0.9
    assert len(triples_in(output.getvalue(), fmt)) == 5000


@ALL
def test_an_error_of_the_source_comes_through(fmt: Format) -> None:
    def broken() -> Iterator[Triple]:
        yield Triple(SUBJECT, dct.title, Literal("x"))
        message = "the source broke"
        raise RuntimeError(message)

    with pytest.raises(RuntimeError, match="the source broke"):
        written(broken(), fmt)


@ALL
def test_an_error_of_the_output_comes_through(fmt: Format) -> None:
    class Full(BytesIO):
        def write(self, _: object) -> int:
            raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        fmt.resolve_writer()(
            [Triple(SUBJECT, dct.title, OBJECT)], fmt, Full(), "https://example.org/"
        )


@ALL
def test_no_statements_give_a_file_that_parses(fmt: Format) -> None:
    assert triples_in(written([], fmt), fmt) == []


# RDF/XML


@given(st.lists(st.one_of(triples, typings), max_size=3))
def test_rdf_xml_is_well_formed_or_refused(given_triples: list[Triple]) -> None:
    try:
        data = written(given_triples, RDF_XML)
    except OutputError:
        return
    document = minidom.parseString(data)  # noqa: S318 - our own file
    assert document.documentElement.tagName == "rdf:RDF"
    document.unlink()


@pytest.mark.parametrize(
    "text", ["\x00", "a\x01b", "\x0c", "\x1f", "\ufffe", "\uffff", "a\rb", "a\r\nb"], ids=ascii
)
def test_rdf_xml_refuses_characters_of_no_xml(text: str) -> None:
    with pytest.raises(OutputError) as caught:
        written([Triple(SUBJECT, dct.title, Literal(text))], RDF_XML)
    assert caught.value.line("en").startswith("RDF/XML: cannot hold ")
    assert caught.value.line("ja").startswith("RDF/XML: ")
    assert caught.value.line("ja").isprintable()


@pytest.mark.parametrize(
    "text", ["\t", "a\nb", "\x7f", "\x85", "\u2028", "]]>", "<a>&b;", "\ud7ff"]
)
def test_rdf_xml_keeps_all_others(text: str) -> None:
    triple = Triple(SUBJECT, dct.title, Literal(text))
    data = written([triple], RDF_XML)
    assert triples_in(data, RDF_XML) == [triple]
    document = minidom.parseString(data)  # noqa: S318 - our own file
    title = document.getElementsByTagName("dct:title")[0]
    assert title.firstChild is not None
    assert title.firstChild.nodeValue == text
    document.unlink()


@pytest.mark.parametrize(
    "predicate",
    [
        "https://example.org/",
        "https://example.org/1",
        "urn:x:1",
        "https://e.jp/a#",
        "https://e.jp/a?b=",
    ],
)
def test_rdf_xml_refuses_properties_without_a_name(predicate: str) -> None:
    with pytest.raises(OutputError, match="cannot hold"):
        written([Triple(SUBJECT, NamedNode(predicate), OBJECT)], RDF_XML)


@pytest.mark.parametrize("class_", ["https://example.org/", "urn:x:1"])
def test_rdf_xml_refuses_classes_without_a_name(class_: str) -> None:
    """Oxigraph makes an element of a class, too."""
    with pytest.raises(OutputError, match="cannot hold"):
        written([Triple(SUBJECT, rdf.type, NamedNode(class_))], RDF_XML)


@pytest.mark.parametrize(
    "predicate",
    ["https://e.jp/a1", "http://imi.go.jp/ns/core/rdf#表記", "https://e.jp/a-b.c", "urn:x:y"],
)
def test_rdf_xml_takes_properties_with_one(predicate: str) -> None:
    triple = Triple(SUBJECT, NamedNode(predicate), OBJECT)
    data = written([triple], RDF_XML)
    assert triples_in(data, RDF_XML) == [triple]
    minidom.parseString(data).unlink()  # noqa: S318 - our own file


def test_rdf_xml_writes_iris_whole() -> None:
    """Readers forget to resolve rdf:datatype; under an http base it would lack its scheme."""
    data = written(
        [Triple(SUBJECT, dct.title, integer(1))], RDF_XML, "http://example.org/"
    ).decode()
    assert f'rdf:datatype="{XSD}integer"' in data
    assert 'rdf:about="https://example.org/s"' in data
    assert "xml:base" not in data
