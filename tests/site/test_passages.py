"""Places in documents of every form: their names and their order."""

import pytest

from kyodo_lod.rdf.terms import Literal, NamedNode, Triple, integer
from kyodo_lod.rdf.vocabulary import kyo
from kyodo_lod.site.passages import last_line, place_name, position
from kyodo_lod.site.things import Things

SOURCE = "https://example.org/id/072036/source/0123456789abcdef"


def _passage(fragment: str, **said: int | str) -> tuple[NamedNode, Things]:
    iri = NamedNode(f"{SOURCE}#{fragment}")
    terms = {key: integer(v) if isinstance(v, int) else Literal(v) for key, v in said.items()}
    return iri, Things([Triple(iri, getattr(kyo, key), value) for key, value in terms.items()])


@pytest.mark.parametrize(
    ("fragment", "said", "ja", "en"),
    [
        ("line=68,69", {"lineNumber": 69}, "69行目", "line 69"),
        ("line=68,70", {"lineNumber": 69}, "69〜70行目", "lines 69–70"),
        ("row=3", {"rowNumber": 3}, "3行目", "row 3"),
        ("page=2&row=5", {"pageNumber": 2, "rowNumber": 5}, "2ページ 5行目", "page 2, row 5"),
        (
            "sheet=1&row=7",
            {"sheetName": "実施計画", "rowNumber": 7},
            "シート「実施計画」 7行目",
            "sheet “実施計画”, row 7",
        ),
    ],
)
def test_a_place_is_named_as_people_say_it(
    fragment: str, said: dict[str, int | str], ja: str, en: str
) -> None:
    assert place_name(*_passage(fragment, **said)) == (ja, en)


def test_what_the_data_do_not_say_is_named_by_its_iri() -> None:
    passage, data = _passage("somewhere")
    assert place_name(passage, data).ja == passage.value
    assert position(passage, data) == ("", 0, 0)


@pytest.mark.parametrize("fragment", ["line=68,", "line=68,x", "line=68," + "9" * 5000])
def test_a_damaged_fragment_is_one_line(fragment: str) -> None:
    assert last_line(*_passage(fragment, lineNumber=69)) == 69
