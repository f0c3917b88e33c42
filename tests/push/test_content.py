"""Contents: each triple once, always the same lines, in pieces that keep blank nodes together."""

from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from kyodo_lod.push.content import Content, content_of
from kyodo_lod.query.graphs import NamedGraph, named_graphs
from kyodo_lod.rdf.formats import N_TRIPLES
from kyodo_lod.rdf.read import parse

DIST = ROOT / "dist"


def graph(path: Path, text: str) -> NamedGraph:
    """Give a graph of this text."""
    path.write_text(text, encoding="utf-8")
    return NamedGraph("x:g", path, asked=True)


def test_a_content_is_what_the_file_says() -> None:
    for each in named_graphs(DIST):
        content = content_of(each.name, [each])
        data = b"".join(content.lines())
        statements = {(q.subject, q.predicate, q.object) for q in parse(data, N_TRIPLES, "x")}
        assert content.triples == len(statements) == len({str(q) for q in each.quads()})


def test_it_is_the_same_each_time() -> None:
    for each in named_graphs(DIST):
        once, again = content_of(each.name, [each]), content_of(each.name, [each])
        assert once.digest == again.digest
        assert list(once.lines()) == list(once.lines()) == list(again.lines())


def test_a_triple_of_several_graphs_is_one_and_blank_nodes_of_two_are_two(tmp_path: Path) -> None:
    one = graph(tmp_path / "a.ttl", '<x:a> <x:b> "一", "二" . [] <x:b> "一" .')
    two = graph(tmp_path / "b.ttl", '<x:a> <x:b> "二", "三" . [] <x:b> "一" .')
    assert content_of("", [one, two]).triples == 5
    assert content_of("", [one, one]).triples == 4


def test_another_triple_is_another_digest(tmp_path: Path) -> None:
    one = graph(tmp_path / "a.nt", "<x:a> <x:b> <x:c> .\n")
    two = graph(tmp_path / "b.nt", "<x:a> <x:b> <x:d> .\n")
    assert content_of("", [one]).digest != content_of("", [two]).digest


@given(st.lists(st.binary(min_size=1, max_size=9)), st.integers(1, 30))
def test_pieces_hold_all_lines_and_are_no_larger_than_asked(lines: list[bytes], size: int) -> None:
    content = Content("", len(lines), "", False, lambda: iter(lines))
    pieces = list(content.pieces(size))
    assert b"".join(pieces) == b"".join(lines)
    assert all(len(piece) <= max(size, *map(len, lines)) for piece in pieces if lines)
    assert len(pieces) == 1 or all(pieces)


@pytest.mark.parametrize(
    ("text", "pieces"), [("<x:a> <x:b> 1, 2 .", 2), ("<x:a> <x:b> 1, 2 . [] <x:b> 3 .", 1)]
)
def test_a_graph_with_blank_nodes_goes_whole(text: str, pieces: int, tmp_path: Path) -> None:
    content = content_of("", [graph(tmp_path / "a.ttl", text)])
    assert len(list(content.pieces(1))) == pieces
