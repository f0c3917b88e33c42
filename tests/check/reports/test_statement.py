"""Property and value at fault in a few characters."""

import pytest

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.check.reports.statement import statement
from kyodo_lod.finding import Finding, Severity
from kyodo_lod.origin import Origin

NO_ORDER = Bilingual("順番がありません。", "kyo:listOrder is missing")


def of(**facts: str) -> Finding:
    given = {"focus": "https://example.org/a", "path": "kyo:listOrder", **facts}
    return Finding("r", Severity.VIOLATION, NO_ORDER, Origin("plan.txt", 3), **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "kind", "shown"),
    [
        ("15", "", '"15"'),
        ("007", "^^http://www.w3.org/2001/XMLSchema#integer", '"007"^^xsd:integer'),
        ("水", "@ja", '"水"@ja'),
        ("https://example.org/b", "<>", "<https://example.org/b>"),
        ("_:b0", "", "_:b0"),
        ("あ" * 61, "@ja", f'"{"あ" * 60}…"@ja'),
        ("x", "^^https://example.org/own#type", '"x"^^https://example.org/own#type'),
    ],
)
def test_a_value_shows_what_kind_of_term_it_is(value: str, kind: str, shown: str) -> None:
    assert statement(of(value=value, kind=kind), "en") == f"kyo:listOrder {shown}"


def test_a_missing_value_is_its_property_unless_the_message_names_it() -> None:
    assert statement(of(), "ja") == "kyo:listOrder"
    assert statement(of(), "en") == ""


@pytest.mark.parametrize("facts", [{"focus": "", "value": "x"}, {"path": "", "value": "x"}])
def test_what_is_about_no_statement_says_none(facts: dict[str, str]) -> None:
    assert statement(of(**facts), "en") == ""
