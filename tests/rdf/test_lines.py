"""The lines of an RDF file: of each triple, or of each subject."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyodo_lod.rdf.formats import (
    FORMATS,
    JSON_LD,
    N_QUADS,
    N_TRIPLES,
    RDF_XML,
    TRIG,
    TURTLE,
    Format,
)
from kyodo_lod.rdf.lines import Lines, lines_of
from kyodo_lod.rdf.read import parse
from kyodo_lod.rdf.terms import BlankNode, Literal, NamedNode

DUMPS = Path(__file__).parents[2] / "dist" / "dataset" / "072036-kyodo-2-fy2018"
DUMP = DUMPS / "072036-kyodo-2-fy2018"


def lines(text: str, fmt: Format = TURTLE) -> Lines:
    """Read RDF and find its lines."""
    data = text.encode()
    found = lines_of(data, fmt, list(parse(data, fmt, "data")))
    assert found
    return found


def node(name: str) -> NamedNode:
    """Give an example IRI."""
    return NamedNode(f"https://example.org/{name}")


@pytest.mark.parametrize(("fmt", "graph"), [(N_TRIPLES, ""), (N_QUADS, "<https://example.org/g> ")])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_triple_is_found_exactly(fmt: Format, graph: str, end: str) -> None:
    each = [
        "# first",
        f'<https://example.org/a> <https://example.org/p> "1" {graph}.',
        "",
        f'<https://example.org/b> <https://example.org/p> "x\\ny # ."@ja {graph}. # last',
        f'<https://example.org/a> <https://example.org/p> "2" {graph}.',
    ]
    found = lines(end.join(each) + end, fmt)
    assert found.line(node("a"), node("p"), Literal("1")) == 2
    assert found.line(node("a"), node("p"), Literal("2")) == 5
    assert found.line(node("b"), node("p"), Literal("x\ny # .", language="ja")) == 4
    assert found.line(node("a")) == found.line(node("a"), node("p")) == 2
    assert found.line(node("c")) == 0
    assert found.text(5) == each[4]
    assert found.text(0) == found.text(99) == ""


@pytest.mark.parametrize("fmt", [JSON_LD, RDF_XML])
def test_other_formats_have_no_lines(fmt: Format) -> None:
    assert lines_of(b"", fmt, []) is None


ODD = '''@prefix e: <https://example.org/> . @prefix : <https://example.org/colon#> .
PREFIX E: <https://example.org/upper/>
@base <https://example.org/base/> .
e:a e:p """long . e:no e:p 1 .
e:no2 e:p "x" . # no comment
""" ; e:q "1.5", 2.5 , 3. # e:no3 e:p 1 .
<rel> e:p [ e:p e:no4 ;
  e:q ( e:no5 "." [ e:r 1 ] ) ] ;
  e:q e:b .
:x a e:C .
e:dots.in.name e:p \'it is\\'s . \' .

E:x
  e:p e:a .
BASE <other/>
<rel2> e:p true .
_:n e:p e:a . e:last e:p 1e3 .
e:esc\\,aped e:p <a#b> .
<https://example.org/uni\\u3042> e:p 1 .
[] e:p 1 .
( 1 2 ) e:p 1 .
e:after a e:C .
[ e:p 1 ] .
e:end a e:C .
'''


@pytest.mark.parametrize(
    ("subject", "line"),
    [
        (node("a"), 4),
        (node("base/rel"), 7),
        (node("colon#x"), 10),
        (node("dots.in.name"), 11),
        (node("upper/x"), 13),
        (node("base/other/rel2"), 16),
        (BlankNode("n"), 17),
        (node("last"), 17),
        (node("esc,aped"), 18),
        (node("uniあ"), 19),
        (node("after"), 22),
        (node("end"), 24),
        *((node(f"no{each}"), 0) for each in ("", 2, 3, 4, 5)),
    ],
    ids=str,
)
def test_subject_of_odd_turtle(subject: NamedNode | BlankNode, line: int) -> None:
    assert lines(ODD).line(subject) == line


def test_subjects_within_graphs() -> None:
    text = (
        "PREFIX e: <https://example.org/>\ne:a e:p 1 .\nGRAPH e:g {\n e:b e:p 1 .\n e:c e:p 1\n}\n"
        "e:h {\n e:d e:p 1 . }\n{ e:i e:p 1 }\n<https://example.org/f> e:p 1 ."
    )
    found = lines(text, TRIG)
    expected = {"a": 2, "b": 4, "c": 5, "d": 8, "i": 9, "f": 10, "g": 0, "h": 0}
    assert {name: found.line(node(name)) for name in expected} == expected


def test_byte_order_mark_and_odd_bytes_do_no_harm() -> None:
    data = "\ufeff<https://example.org/a> <https://example.org/p> 1 .".encode()
    found = lines_of(data, TURTLE, [])
    assert found
    assert found.line(node("a")) == 1
    assert lines_of(b"\xff <<( >> \x00 .", TRIG, [])


@given(st.text(alphabet="<>\":_@.;,[](){}#\\ \n'ae^", max_size=60))
def test_nothing_raises(text: str) -> None:
    """Whatever it is, a place is no reason to stop."""
    for fmt in (TURTLE, TRIG):
        assert lines_of(text.encode(), fmt, [])


NAMES = st.text(alphabet="abé.-_0,", min_size=1, max_size=5).filter(
    lambda name: not name.startswith((".", "-")) and not name.endswith(".") and "," not in name
)
TEXTS = st.text(alphabet="a.;#\"'\\\n\r [](){}<>:é", max_size=12)


def quoted(text: str) -> str:
    """Write a long literal, line breaks as they are."""
    return '"""' + text.replace("\\", "\\\\").replace('"', '\\"') + '"""'


@given(st.lists(st.tuples(NAMES, TEXTS, st.booleans(), st.sampled_from(["\n", "\r\n", "\r"]))))
def test_every_subject_has_its_line(drawn: list[tuple[str, str, bool, str]]) -> None:
    text = "@prefix e: <https://example.org/> .\n"
    expected: dict[str, int] = {}
    for name, value, is_short, end in drawn:
        # a CR at the end of one piece and an LF after it would be one line end
        expected.setdefault(name, 1 + len(re.findall(r"\r\n|\r|\n", text)))
        subject = f"e:{name}" if is_short else f"<https://example.org/{name}>"
        text += f"{subject} e:p [ e:q {quoted(value)} ] , {quoted(value)} ;{end} e:r ( {subject} ) .{end}"
    found = lines(text)
    assert {name: found.line(node(name)) for name in expected} == expected


@pytest.mark.parametrize("name", ["turtle", "trig", "n-triples"])
def test_every_subject_of_the_dump_has_its_line(name: str) -> None:
    fmt = FORMATS[name]
    data = DUMP.with_suffix(f".{fmt.extension}").read_bytes()
    quads = list(parse(data, fmt, "dump"))
    found = lines_of(data, fmt, quads)
    assert found
    places = {quad.subject: found.line(quad.subject) for quad in quads}
    assert len(places) > 200
    assert len(set(places.values())) == len(places)
    for subject, line in places.items():
        local = re.split(r"[/#]", subject.value)[-1]  # type: ignore[union-attr]
        assert re.sub(r"\\", "", found.text(line)).lstrip().startswith(("<", "_", local[:1])) or (
            local in re.sub(r"\\", "", found.text(line))
        )
        assert local in re.sub(r"\\", "", found.text(line))


@pytest.mark.parametrize(
    "text",
    ["(" * 200_000, '"' * 200_000, "a:" * 200_000, "." * 200_000, "a." * 200_000, "\\" * 200_000],
)
def test_time_grows_with_the_size_alone(text: str) -> None:
    start = time.process_time()
    lines_of(text.encode(), TURTLE, [])
    assert time.process_time() - start < 2
