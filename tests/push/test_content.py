"""Contents: each triple once, always the same lines, in pieces that keep blank nodes together."""

from pathlib import Path

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
        data = b"".join(content.pieces(10_000))
        statements = {(q.subject, q.predicate, q.object) for q in parse(data, N_TRIPLES, "x")}
        assert content.triples == len(statements) == len({str(q) for q in each.quads()})


def test_it_is_the_same_each_time() -> None:
    for each in named_graphs(DIST):
        once, again = content_of(each.name, [each]), content_of(each.name, [each])
        assert once.digest == again.digest
        assert once.together == again.together
        assert list(once.others()) == list(once.others()) == list(again.others())


def test_a_triple_of_several_graphs_is_one_and_blank_nodes_of_two_are_two(tmp_path: Path) -> None:
    one = graph(tmp_path / "a.ttl", '<x:a> <x:b> "一", "二" . [] <x:b> "一" .')
    two = graph(tmp_path / "b.ttl", '<x:a> <x:b> "二", "三" . [] <x:b> "一" .')
    assert content_of("", [one, two]).triples == 5
    assert content_of("", [one, one]).triples == 4


def test_another_triple_is_another_digest(tmp_path: Path) -> None:
    one = graph(tmp_path / "a.nt", "<x:a> <x:b> <x:c> .\n")
    two = graph(tmp_path / "b.nt", "<x:a> <x:b> <x:d> .\n")
    assert content_of("", [one]).digest != content_of("", [two]).digest


@given(
    st.lists(st.binary(min_size=1, max_size=9)),
    st.lists(st.binary(min_size=1, max_size=9)),
    st.integers(1, 30),
)
def test_pieces_hold_all_lines_and_are_no_larger_than_asked(
    together: list[bytes], others: list[bytes], size: int
) -> None:
    content = Content("", 0, "", tuple(together), lambda: iter(others))
    first, *more = content.pieces(size)
    assert first.startswith(b"".join(together))
    assert first + b"".join(more) == b"".join(together + others)
    assert len(first) <= max(size, len(b"".join(together)), *map(len, [*others, b""]))
    assert all(0 < len(piece) <= max(size, *map(len, others)) for piece in more)


def test_blank_nodes_are_in_the_first_piece(tmp_path: Path) -> None:
    text = '<x:a> <x:b> 1, 2, "_:c", [ <x:b> 3 ] . [] <x:b> <x:c> .'
    first, *more = content_of("", [graph(tmp_path / "a.ttl", text)]).pieces(1)
    assert first.count(b"\n") == 3
    assert first.count(b"_:anon") == 3
    assert len(more) == 3
