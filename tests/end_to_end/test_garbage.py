"""Whatever comes in, the outcome is a status of the contract and at most one line (promise 6)."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from conftest import KORIYAMA
from end_to_end.process import Done, inside
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

DOCUMENT = (KORIYAMA / "plan.txt").read_bytes()
SOURCE = (KORIYAMA / "source.toml").read_bytes()
PLAN = (KORIYAMA.parent / "plan.toml").read_bytes()
UNITS = (KORIYAMA.parent.parent / "units.csv").read_bytes()
TURTLE = b"""@prefix kyo: <https://w3id.org/kyodo-lod/def#> .
<http://x/p> a kyo:PlannedProject ; kyo:listOrder 1 , "x"@ja ; kyo:subItem [ a kyo:SubItem ] .
"""
SHAPES = b"""@prefix sh: <http://www.w3.org/ns/shacl#> .
<http://x/S> a sh:NodeShape ; sh:targetNode <http://x/p> ;
  sh:property [ sh:path ( <http://x/a> [ sh:inversePath <http://x/b> ] ) ; sh:minCount 1 ] .
"""
QUERY = b"SELECT ?s (COUNT(*) AS ?n) { ?s ?p 'x'@ja . FILTER(?p > 1) } GROUP BY ?s"
JSON_LD = b'{"@context": {"@vocab": "http://x/"}, "@id": "http://x/p", "a": [1, true, {"b": null}]}'
RDF_XML = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="http://x/">
<rdf:Description rdf:about="http://x/p"><x:a>1</x:a></rdf:Description></rdf:RDF>"""
N_TRIPLES = b'<http://x/p> <http://x/a> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .\n'

MANY = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@st.composite
def damaged(draw: st.DrawFn, whole: bytes) -> bytes:
    """Cut, double, overwrite or insert bytes in something that is right."""
    data = bytearray(whole)
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(data)))
        end = draw(st.integers(at, min(len(data), at + 40)))
        piece = draw(_PIECES)
        data[at:end] = bytes(data[at:end]) * 2 if piece is None else piece
    return bytes(data)


_signs = st.sampled_from(
    [
        b'"',
        b"'",
        b"\\",
        b"[",
        b"{",
        b"<",
        b"#",
        b"\t",
        b"\r",
        b"\n",
        b"\x0c",
        b"\0",
        b"\x1b",
        b"\xff",
    ]
    + [
        text.encode()
        for text in (
            "\ufeff",
            "\u2028",
            "\x85",
            "○",
            "【",
            "◆基本施策4 ",
            "\u200b",
            "=",
            "\U000e0041",
        )
    ]
)
#: what is put in; nothing: what stands there, twice
_PIECES = st.one_of(st.binary(max_size=8), st.none(), _signs)


@cache  # Hypothesis looks at a strategy anew, and long, for each that is made
def damaged_or_any(whole: bytes) -> st.SearchStrategy[bytes]:
    """Draw any bytes, or something that is right but for some."""
    return st.one_of(st.binary(max_size=60), damaged(whole))


def lines_of(done: Done) -> Iterator[str]:
    """Give what was said, after holding the run to the contract."""
    assert done.code in (0, 1, 2)
    assert "Traceback" not in done.err
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e]", done.err)
    if done.code == 2:
        assert done.data == b""
        assert re.fullmatch(r"[^\n]+\n", done.err), done.err
    yield from done.err.splitlines()


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the data/ layout, whose files each example overwrites."""
    folder = tmp_path_factory.mktemp("garbage")
    (city := folder / "data" / "city" / "kyodo-2" / "fy2018").mkdir(parents=True)
    for name in ("municipality.toml", "units.csv"):
        (city.parent.parent / name).write_bytes((KORIYAMA.parent.parent / name).read_bytes())
    (city.parent / "plan.toml").write_bytes(PLAN)
    (city / "source.toml").write_bytes(SOURCE)
    (city / "plan.txt").write_bytes(DOCUMENT)
    return folder


@MANY
@given(data=st.one_of(st.binary(max_size=300), damaged(DOCUMENT)))
def test_any_bytes_as_a_document(data: bytes, room: Path) -> None:
    document = room / "data/city/kyodo-2/fy2018/plan.txt"
    try:
        document.write_bytes(data)
        for verb in ("read", "convert"):
            done = inside(verb, "data", cwd=room)
            for line in lines_of(done):
                assert re.match(r"(plan\.txt|data/.*plan\.txt)(:\d+)?: ", line), line
    finally:
        document.write_bytes(DOCUMENT)


@MANY
@given(
    data=st.one_of(st.binary(max_size=100), st.text(max_size=60).map(str.encode), damaged(QUERY))
)
def test_any_bytes_as_a_query(data: bytes, room: Path) -> None:
    (room / "q.rq").write_bytes(data)
    (room / "one.nt").write_bytes(N_TRIPLES)
    for arguments in (["q.rq"], ["q.rq", "--format", "table"], ["-"]):
        done = inside("query", *arguments, "--data", "one.nt", cwd=room, stdin=data)
        for line in lines_of(done):
            assert line.startswith(arguments[0])


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("g.ttl", TURTLE),
        ("g.jsonld", JSON_LD),
        ("g.rdf", RDF_XML),
        ("g.nt", N_TRIPLES),
        ("g.nq", N_TRIPLES),
        ("g.trig", b"<http://x/g> {" + N_TRIPLES + b"}"),
    ],
)
@MANY
@given(data=st.data())
def test_any_bytes_as_rdf(name: str, whole: bytes, data: st.DataObject, room: Path) -> None:
    (room / name).write_bytes(data.draw(damaged_or_any(whole)))
    done = inside("query", "-", "--data", name, cwd=room, stdin=b"SELECT * { ?s ?p ?o }")
    for line in lines_of(done):
        assert line.startswith(name)


@settings(MANY, max_examples=25)
@given(data=st.one_of(st.binary(max_size=60), damaged(SHAPES)))
def test_any_bytes_as_shapes(data: bytes, room: Path) -> None:
    (room / "shapes.ttl").write_bytes(data)
    (room / "data.ttl").write_bytes(TURTLE)
    done = inside("validate", "data.ttl", "--shapes", "shapes.ttl", cwd=room)
    for line in lines_of(done):
        assert line.startswith("shapes.ttl")


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("data/city/kyodo-2/fy2018/source.toml", SOURCE),
        ("data/city/kyodo-2/plan.toml", PLAN),
        ("data/city/units.csv", UNITS),
    ],
)
@MANY
@given(data=st.data())
def test_any_bytes_as_a_manifest(name: str, whole: bytes, data: st.DataObject, room: Path) -> None:
    try:
        (room / name).write_bytes(data.draw(damaged_or_any(whole)))
        for line in lines_of(inside("convert", "data", "--quiet", cwd=room)):
            assert re.match(r"(data/|/|plan\.txt)", line), line
    finally:
        (room / name).write_bytes(whole)


@MANY
@given(arguments=st.lists(st.one_of(
    st.sampled_from(["read", "validate", "convert", "query", "explain", "--lang", "ja", "--list", "--format",
                     "csv", "--to", "turtle", "--base", "-q", "--data", "--year", "2018", "--plan", "x",
                     "--municipality", "072036", "--param", "a=b", "--help", "--version", "data", "-v"]),
    st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=8),
), max_size=6))  # fmt: skip
def test_any_command_line(arguments: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.getbasetemp() / "nothing here"
    folder.mkdir(exist_ok=True)
    done = inside(*arguments, cwd=folder)
    if done.code == 2 and not done.err.startswith(("Usage: ", "使い方: ")):
        list(lines_of(done))
    assert done.code in (0, 1, 2)
    assert list(folder.iterdir()) == []
