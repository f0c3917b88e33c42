"""A store that answers SELECT, row by row."""

import pytest

from kyodo_lod.errors import QueryError
from kyodo_lod.rdf.select import SelectStore, is_rewritten
from kyodo_lod.rdf.terms import Literal, NamedNode, Quad, integer, string
from kyodo_lod.rdf.vocabulary import xsd

S, P = NamedNode("urn:s"), NamedNode("urn:p")
STORE = SelectStore([Quad(S, P, integer(1)), Quad(S, P, string("x"))])


def test_rows_leave_out_what_is_unbound() -> None:
    found = list(STORE.select("SELECT ?s ?o ?none { ?s u:p ?o } ORDER BY ?o", {"u": "urn:"}))
    assert sorted(map(str, found)) == sorted(
        [str({"s": S, "o": integer(1)}), str({"s": S, "o": string("x")})]
    )


def test_no_rows() -> None:
    assert list(STORE.select("SELECT * { ?s <urn:none> ?o }", {})) == []
    assert list(SelectStore([]).select("SELECT * { ?s ?p ?o }", {})) == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("SELECT ?s {", "expected"),
        ("SELECT ?s { ?s no:p ?o }", "fails"),
        ("ASK { ?s ?p ?o }", "is no SELECT"),
        ("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", "is no SELECT"),
        ("", "fails"),
    ],
)
def test_what_is_no_select_is_one_line(text: str, reason: str) -> None:
    with pytest.raises(QueryError, match=reason) as caught:
        list(STORE.select(text, {}))
    assert "\n" not in caught.value.line("ja")


@pytest.mark.parametrize(
    ("text", "datatype", "rewritten"),
    [
        ("7", xsd.integer, False), ("007", xsd.integer, True), ("+7", xsd.integer, True),
        ("x", xsd.integer, False), ("1.0", xsd.decimal, True), ("true", xsd.boolean, False),
        ("1", xsd.boolean, True), ("2018-04-01", xsd.date, False), (" 7 ", xsd.string, False),
    ],
)  # fmt: skip
def test_which_literals_a_store_rewrites(text: str, datatype: NamedNode, rewritten: bool) -> None:
    assert is_rewritten([string("a"), Literal(text, datatype=datatype)]) is rewritten


def test_nothing_is_not_rewritten() -> None:
    assert not is_rewritten([])
