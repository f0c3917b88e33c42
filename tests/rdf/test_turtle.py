"""Turtle and TriG for people: the head, the air, and the same bytes however oxigraph cuts them."""

import re
from io import BytesIO
from itertools import pairwise

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdf.triples import BASE, some_quads, some_triples
from rdf.writing import triples_in, written

from kyodo_lod.rdf import serialize
from kyodo_lod.rdf.formats import TRIG, TURTLE, Format
from kyodo_lod.rdf.terms import BlankNode, Literal, NamedNode, Quad, Triple, integer, japanese
from kyodo_lod.rdf.turtle import _Page
from kyodo_lod.rdf.vocabulary import HOME, dct, kyo, prefixes, rdf, rdfs

HEAD = """\
@base <https://example.org/> .
@prefix kyo: <https://w3id.org/kyodo-lod/def#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix void: <http://rdfs.org/ns/void#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix cv: <http://data.europa.eu/m8g/> .
@prefix schema: <https://schema.org/> .

"""
A, B = (NamedNode(f"{BASE}id/072036/source/{name}#line=68,69") for name in "ab")
GRAPH, OTHER = (NamedNode(f"{BASE}dataset/{name}/1.0.0") for name in "ab")
TRIPLES = [
    Triple(A, rdf.type, kyo.SourcePassage),
    Triple(A, rdfs.label, japanese("<a> .\n<b>")),
    Triple(A, kyo.lineNumber, integer(69)),
    Triple(B, dct.license, NamedNode("https://creativecommons.org/licenses/by/4.0/")),
    Triple(B, dct.title, Literal('"<//x>"')),
]
QUADS = [
    *(Quad(t.subject, t.predicate, t.object, GRAPH) for t in TRIPLES),
    Quad(A, kyo.lineNumber, integer(1), OTHER),
]
BOTH = pytest.mark.parametrize("fmt", [TURTLE, TRIG], ids=lambda fmt: fmt.name)


def body(text: str) -> str:
    """Give what stands behind the head."""
    assert text.startswith(HEAD)
    return text.removeprefix(HEAD)


def test_turtle_is_laid_out_for_people() -> None:
    assert body(written(TRIPLES, TURTLE).decode()) == (
        "<id/072036/source/a#line=68,69> a kyo:SourcePassage ;\n"
        '\trdfs:label "<a> .\\n<b>"@ja ;\n'
        "\tkyo:lineNumber 69 .\n"
        "\n"
        "<id/072036/source/b#line=68,69> dct:license <https://creativecommons.org/licenses/by/4.0/> ;\n"
        '\tdct:title "\\"<//x>\\"" .\n'
    )


def test_trig_is_laid_out_for_people() -> None:
    assert body(written(QUADS, TRIG).decode()) == (
        "<dataset/a/1.0.0> {\n"
        "\t<id/072036/source/a#line=68,69> a kyo:SourcePassage ;\n"
        '\t\trdfs:label "<a> .\\n<b>"@ja ;\n'
        "\t\tkyo:lineNumber 69 .\n"
        "\n"
        "\t<id/072036/source/b#line=68,69> dct:license <https://creativecommons.org/licenses/by/4.0/> ;\n"
        '\t\tdct:title "\\"<//x>\\"" .\n'
        "}\n"
        "\n"
        "<dataset/b/1.0.0> {\n"
        "\t<id/072036/source/a#line=68,69> kyo:lineNumber 1 .\n"
        "}\n"
    )


def test_subjects_of_any_kind_are_set_apart() -> None:
    subjects = [BlankNode("b"), kyo.Plan, A]
    text = body(written([Triple(s, rdf.type, kyo.Plan) for s in subjects], TURTLE).decode())
    starts = ["_:b", "kyo:Plan", "<id/072036/source/a#line=68,69>"]
    assert text == "\n".join(f"{start} a kyo:Plan .\n" for start in starts)


@BOTH
def test_no_statements_give_the_head_alone(fmt: Format) -> None:
    assert written([], fmt).decode() == HEAD


@BOTH
@pytest.mark.parametrize("base", ["http://127.0.0.1:8000/", HOME, "https://e.jp/a/b/"])
def test_prefixes_are_absolute_under_any_base(fmt: Format, base: str) -> None:
    """Oxigraph itself writes them relative to the base, and in another order."""
    lines = written([Triple(kyo.Plan, rdf.type, rdfs.label)], fmt, base).decode().split("\n")
    assert lines[0] == f"@base <{base}> ."
    expected = [f"@prefix {prefix}: <{namespace}> ." for prefix, namespace in prefixes().items()]
    assert lines[1 : len(expected) + 2] == [*expected, ""]


@given(some_triples)
def test_air_stands_between_subjects_and_nowhere_else(given_triples: list[Triple]) -> None:
    lines = body(written(given_triples, TURTLE).decode()).split("\n")
    assert lines.pop() == ""
    for before, line in zip(["\t ;", *lines], lines, strict=False):
        starts_subject = line[:1] not in ("\t", "")
        assert starts_subject == (before in ("", "\t ;"))
        assert (line == "") <= before.endswith(" .")
    subjects = [t.subject for t in given_triples]
    runs = sum(1 for one, other in zip([None, *subjects], subjects, strict=False) if one != other)
    assert sum(1 for line in lines if line and not line.startswith("\t")) == runs


@given(some_triples)
def test_no_iri_lacks_its_scheme_beside_its_host(given_triples: list[Triple]) -> None:
    text = written(given_triples, TURTLE).decode()
    without_strings = re.sub(r'"(?:[^"\\]|\\.)*"', '""', text)
    assert "<//" not in without_strings


# the page between oxigraph and the file


def chunks_of(data: bytes, cuts: list[int]) -> list[bytes]:
    """Cut data at some places."""
    places = [0, *sorted(min(cut, len(data)) for cut in cuts), len(data)]
    return [data[start:end] for start, end in pairwise(places)]


def paged(chunks: list[bytes]) -> bytes:
    """Pass chunks through the page."""
    output = BytesIO()
    page = _Page(output, BASE, prefixes())
    for chunk in chunks:
        assert page.write(chunk) == len(chunk)
    page.finish()
    return output.getvalue()


def raw(statements: list[Triple] | list[Quad], fmt: Format) -> bytes:
    """Give what oxigraph itself writes."""
    output = BytesIO()
    serialize.write(statements, fmt, output, BASE)
    return output.getvalue()


@BOTH
def test_every_cut_gives_the_same_bytes(fmt: Format) -> None:
    statements: list[Triple] | list[Quad] = TRIPLES if fmt == TURTLE else QUADS
    data = raw(statements, fmt)
    whole = paged([data])
    assert whole == written(statements, fmt)
    for cut in range(len(data) + 1):
        assert paged([data[:cut], data[cut:]]) == whole
    assert paged([data[i : i + 1] for i in range(len(data))]) == whole
    assert paged([b"", data, b""]) == whole


@given(some_triples, st.lists(st.integers(0, 4000), max_size=12))
def test_any_cuts_give_the_same_turtle(given_triples: list[Triple], cuts: list[int]) -> None:
    data = raw(given_triples, TURTLE)
    assert paged(chunks_of(data, cuts)) == paged([data]) == written(given_triples, TURTLE)


@given(some_quads, st.lists(st.integers(0, 4000), max_size=12))
def test_any_cuts_give_the_same_trig(given_quads: list[Quad], cuts: list[int]) -> None:
    data = raw(given_quads, TRIG)
    assert paged(chunks_of(data, cuts)) == paged([data]) == written(given_quads, TRIG)


def test_what_is_read_is_what_oxigraph_wrote() -> None:
    data = raw(TRIPLES, TURTLE)
    theirs = pyoxigraph.parse(data, format=pyoxigraph.RdfFormat.TURTLE)
    assert [quad.triple for quad in theirs] == triples_in(paged([data]), TURTLE) == TRIPLES
