"""The headers of queries, their parameters, and finding a query by its name."""

from pathlib import Path

import pytest
from conftest import ROOT

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.errors import QueryError
from kyodo_lod.query.library import find_query, parse_query, queries

TEXT = """\
#+ title.ja: 語の検索: 例
#+ title.en:  Search
#+summary.ja: 要約
#+ summary.en : A summary, with commas
#+ tags: search ,text,, parameter
#+ param.word.ja: 語
#+ param.word.en: word
#+ param.word.default: 防災
#+ param.unit.default:
#+ param.at-least.default: 2
# + title.en: not a header
SELECT ?word { ?s ?p ?word } # no #+ title.en: header
"""


def line_of(name: str) -> str:
    with pytest.raises(QueryError) as caught:
        find_query(name)
    assert "\n" not in caught.value.line("ja")
    return caught.value.line("en")


def test_a_header_is_read() -> None:
    query = parse_query("q", TEXT)
    assert (query.name, query.text) == ("q", TEXT)
    assert query.title == Bilingual("語の検索: 例", "Search")
    assert query.summary == Bilingual("要約", "A summary, with commas")
    assert query.tags == ("search", "text", "parameter")


def test_parameters_have_labels_and_defaults() -> None:
    parameters = parse_query("q", TEXT).parameters
    assert list(parameters) == ["word", "unit", "at-least"]
    assert parameters["word"].label == Bilingual("語", "word")
    assert [parameter.default for parameter in parameters.values()] == ["防災", "", "2"]


def test_an_empty_value_does_not_swallow_the_next_line() -> None:
    query = parse_query("q", "#+ title.en:\n#+ param.word.default:  \n#+ tags:\t\nSELECT * {}\n")
    assert query.title == Bilingual("", "")
    assert query.parameters["word"].default == ""
    assert query.tags == ()


def test_a_header_of_many_spaces_is_read_in_no_time() -> None:
    text = "#+ tags: a" + " " * 1_000_000 + "b"
    (tag,) = parse_query("q", text).tags  # of quadratic time it would take hours
    assert len(tag) == len(text) - len("#+ tags: ")


def test_any_line_ends_will_do() -> None:
    windows = parse_query("q", TEXT.replace("\n", "\r\n"))
    unix = parse_query("q", TEXT)
    assert (windows.title, windows.tags) == (unix.title, unix.tags)
    assert windows.parameters == unix.parameters


def test_a_query_without_a_header_is_fine() -> None:
    query = parse_query("-", "SELECT * { ?s ?p ?o }")
    assert (query.title, query.tags, query.parameters) == (Bilingual("", ""), (), {})


@pytest.mark.parametrize(
    ("text", "graph"),
    [
        ("SELECT * { ?construct ?p ?o }", False),
        ("ASK {}", False),
        ("# SELECT\nconstruct {} where {}", True),
        ("PREFIX select: <http://x/> DESCRIBE select:a", True),
    ],
)
def test_a_query_knows_whether_it_gives_a_graph(text: str, graph: bool) -> None:
    assert parse_query("q", text).gives_graph is graph


def test_values_are_those_given_or_the_defaults() -> None:
    query = parse_query("q", TEXT)
    assert query.values({}) == {"word": "防災", "unit": "", "at-least": "2"}
    assert query.values({"word": ""}) == {"word": "", "unit": "", "at-least": "2"}


def test_an_unknown_parameter_is_refused() -> None:
    with pytest.raises(QueryError) as caught:
        parse_query("q", TEXT).values({"word": "x", "wort": "y"})
    assert caught.value.line("en") == "q: has no parameter 'wort' (it has: word, unit, at-least)"
    bare = parse_query("q", "#+ title.en: x\nASK {}")
    with pytest.raises(QueryError, match=r"it has: none"):
        bare.values({"a": ""})


def test_a_query_without_a_header_takes_any_parameter() -> None:
    assert parse_query("-", "SELECT ?a {}").values({"a": "1"}) == {"a": "1"}


def test_the_named_queries_are_those_of_the_folder() -> None:
    names = [query.name for query in queries()]
    assert names == sorted(path.stem for path in ROOT.glob("queries/*.rq"))
    assert len(names) >= 18
    assert all(find_query(name).name == name for name in names)


def test_an_unknown_name_is_told_the_nearest() -> None:
    near = line_of("bureau-policy-matrx")
    assert near.startswith("bureau-policy-matrx: no such query; did you mean bureau-policy-matrix")
    assert near.endswith("(query --list names them all)")
    assert line_of("zzzzzz") == "zzzzzz: no such query (query --list names them all)"
    assert line_of("").startswith(": no such query")


def test_a_file_is_a_query(tmp_path: Path) -> None:
    for extension in ("rq", "sparql"):
        (path := tmp_path / f"私の質問.{extension}").write_text(TEXT, encoding="utf-8-sig")
        query = find_query(str(path))
        assert (query.name, query.text) == (str(path), TEXT)
        assert query.title.en == "Search"


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.rq")
    assert line_of(missing) == f"{missing}: cannot be read (No such file or directory)"
    (tmp_path / "folder.rq").mkdir()
    assert line_of(str(tmp_path / "folder.rq")).endswith("cannot be read (Is a directory)")
    (latin := tmp_path / "latin.rq").write_bytes(b"# caf\xe9\nASK {}")
    assert line_of(str(latin)) == f"{latin}: is not UTF-8"
