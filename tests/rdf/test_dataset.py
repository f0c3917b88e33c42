"""FROM and FROM NAMED are read as oxigraph reads them."""

import pyoxigraph
import pytest

from kyodo_lod.errors import QueryError
from kyodo_lod.rdf.dataset import Dataset, dataset_of

KNOWN = {"e": "https://e.jp/"}
A, B = "https://e.jp/a", "https://e.jp/b"

CLAUSES = [
    ("SELECT * FROM <https://e.jp/a> {}", Dataset((A,))),
    ("SELECT*FROM<https://e.jp/a>FROM<https://e.jp/b>WHERE{}", Dataset((A, B))),
    ("select * from named <https://e.jp/a> {}", Dataset((), (A,))),
    ("SELECT * FROMNAMED<https://e.jp/a> {}", Dataset((), (A,))),
    ("SELECT * FROM e:a FROM NAMED e:b {}", Dataset((A,), (B,))),
    ("SELECT * FROMe:a {}", Dataset((A,))),
    ("PREFIX from: <https://e.jp/> SELECT * FROM from:a { ?s from:b ?o }", Dataset((A,))),
    ("PREFIX : <https://e.jp/> ASK FROM :a {}", Dataset((A,))),
    ("BASE <https://e.jp/x> ASK FROM <a> {}", Dataset((A,))),
    ("BASE <https://e.jp/> PREFIX x: <> ASK FROM x:a {}", Dataset((A,))),
    (r"ASK FROM <https://e.jp/\u0061> {}", Dataset((A,))),
    (r"ASK FROM e:a\- {}", Dataset((A + "-",))),
    ("ASK # FROM <https://e.jp/b>\nFROM # NAMED\n<https://e.jp/a> {}", Dataset((A,))),
    (
        "SELECT (EXISTS { ?s ?p 'FROM <https://e.jp/b>' } AS ?x) FROM <https://e.jp/a> {}",
        Dataset((A,)),
    ),
    ("CONSTRUCT { ?s ?p ?o } FROM <https://e.jp/a> { ?s ?p ?o }", Dataset((A,))),
    ("CONSTRUCT FROM <https://e.jp/a> WHERE { ?s ?p ?o }", Dataset((A,))),
    ("DESCRIBE <https://e.jp/b> FROM <https://e.jp/a>", Dataset((A,))),
    ("ASK FROM <https://e.jp/a> FROM <https://e.jp/a> {}", Dataset((A, A))),
]
NONE = [
    "SELECT * {}",
    "SELECT * { ?from ?p 'FROM <https://e.jp/a>' } # FROM <https://e.jp/a>",
    "PREFIX from: <https://e.jp/> SELECT * { ?s from:a from:b }",
    "SELECT ?FROM $from { ?FROM <FROM> _:from }",
    "SELECT * { ?s ?p 'x'@from }",
    "SELECT * { ?s e:from e:FROM }",
]


@pytest.mark.parametrize(("query", "dataset"), CLAUSES)
def test_clauses_are_found(query: str, dataset: Dataset) -> None:
    assert dataset_of(query, KNOWN) == dataset
    pyoxigraph.Store().query(query, prefixes=KNOWN)  # they are queries indeed


@pytest.mark.parametrize("query", NONE)
def test_what_is_no_clause_is_none(query: str) -> None:
    assert dataset_of(query, KNOWN) is None


@pytest.mark.parametrize("query", ["ASK FROM x:a {}", "ASK FROM {}", "ASK FROM NAMED", "ASK FROM"])
def test_a_clause_without_a_graph_is_an_error(query: str) -> None:
    with pytest.raises(QueryError) as caught:
        dataset_of(query, KNOWN)
    assert "FROM" in caught.value.message.ja


def test_each_graph_is_told_once() -> None:
    assert Dataset(("a", "b"), ("b", "c")).graphs == ("a", "b", "c")
