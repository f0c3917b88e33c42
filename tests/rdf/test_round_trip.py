"""Any triples, written in any format, are read back as the same; by other people's readers too."""

import logging
from collections.abc import Iterator
from functools import cache
from json import loads

import pyoxigraph
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyld import jsonld
from rdf.triples import BASE, XSD, some_quads, triples, triples_with_blank_nodes
from rdf.writing import quads_in, triples_in, written

from kyodo_lod.errors import OutputError
from kyodo_lod.rdf.formats import FORMATS, JSON_LD, RDF_XML, TURTLE, Format
from kyodo_lod.rdf.interop import to_rdflib
from kyodo_lod.rdf.terms import BlankNode, Literal, NamedNode, Quad, Triple

ALL = pytest.mark.parametrize("fmt", FORMATS.values(), ids=FORMATS)
#: those a stranger's rdflib reads; it has names of its own for them
RDFLIB_NAMES = {"turtle": "turtle", "n-triples": "nt", "rdf-xml": "xml", "json-ld": "json-ld"}
#: a fixture that only mutes rdflib may serve all examples
muted = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def fits(triple: Triple, fmt: Format) -> bool:
    """Tell whether a format can hold a triple; what XML cannot is refused (test_serialize)."""
    if fmt != RDF_XML:
        return True
    try:
        written([triple], fmt)
    except OutputError:
        return False
    return True


@cache  # Hypothesis looks at a strategy anew, and long, for each that is made
def fitting(fmt: Format, *unfit_datatypes: str) -> st.SearchStrategy[list[Triple]]:
    """Draw triples that `fmt` can hold, without literals of some datatypes."""
    return st.lists(
        triples.filter(
            lambda triple: fits(triple, fmt) and datatype_of(triple) not in unfit_datatypes
        ),
        max_size=8,
    )


def datatype_of(triple: Triple) -> str | None:
    return triple.object.datatype.value if isinstance(triple.object, Literal) else None


@pytest.fixture
def exact_rdflib(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keep rdflib from rewriting literals as it reads, and from telling of ill-typed ones."""
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)
    logging.disable()
    yield
    logging.disable(logging.NOTSET)


@ALL
@settings(max_examples=150)
@given(data=st.data())
def test_oxigraph_reads_the_same(fmt: Format, data: st.DataObject) -> None:
    """Whatever the base is, which changes no triple, and however often it is written."""
    given_triples = data.draw(fitting(fmt))
    base = data.draw(
        st.sampled_from((BASE, "http://e.jp/", "https://e.jp:1/a/b/", "https://e.jp/"))
    )
    text = written(given_triples, fmt, base)
    assert set(triples_in(text, fmt)) == set(given_triples)
    assert written(iter(given_triples), fmt, base) == text


@pytest.mark.parametrize("fmt", [f for f in FORMATS.values() if f.graphs], ids=lambda f: f.name)
@given(given_quads=some_quads)
def test_oxigraph_reads_the_same_graphs(fmt: Format, given_quads: list[Quad]) -> None:
    assert set(quads_in(written(given_quads, fmt), fmt)) == set(given_quads)


@ALL
@given(data=st.data())
def test_blank_nodes_keep_their_identity(fmt: Format, data: st.DataObject) -> None:
    given_triples = [t for t in data.draw(triples_with_blank_nodes) if fits(t, fmt)]
    assert canonical(triples_in(written(given_triples, fmt), fmt)) == canonical(given_triples)


def canonical(given_triples: list[Triple]) -> set[Quad]:
    """Give triples with blank nodes named after their place in the graph."""
    dataset = pyoxigraph.Dataset(Quad(t.subject, t.predicate, t.object) for t in given_triples)
    dataset.canonicalize(pyoxigraph.CanonicalizationAlgorithm.UNSTABLE)
    return set(dataset)


@pytest.mark.usefixtures("exact_rdflib")
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
@pytest.mark.parametrize("name", RDFLIB_NAMES)
@muted
@given(data=st.data())
def test_rdflib_reads_the_same(name: str, data: st.DataObject) -> None:
    fmt = FORMATS[name]
    # it rewrites Turtle's unquoted numbers and truths whatever it is told
    rewritten = [XSD + kind for kind in ("integer", "decimal", "boolean")] if fmt == TURTLE else []
    given_triples = data.draw(fitting(fmt, *rewritten))
    graph = rdflib.Graph(bind_namespaces="none")
    graph.parse(data=written(given_triples, fmt), format=RDFLIB_NAMES[name])
    assert set(graph) == set(to_rdflib(given_triples))


# PyLD brings doubles into their canonical form, also where they are written as strings
@given(fitting(JSON_LD, f"{XSD}double"))
def test_pyld_reads_the_same(given_triples: list[Triple]) -> None:
    # its dataset, not its N-Quads, which it splits at U+0085
    dataset = jsonld.to_rdf(loads(written(given_triples, JSON_LD)))
    assert {pyld_triple(entry) for entry in dataset["@default"]} == set(given_triples)


def pyld_triple(entry: dict[str, dict[str, str]]) -> Triple:
    subject, predicate, value = (pyld_term(entry[k]) for k in ("subject", "predicate", "object"))
    assert isinstance(subject, NamedNode | BlankNode)
    assert isinstance(predicate, NamedNode)
    return Triple(subject, predicate, value)


def pyld_term(term: dict[str, str]) -> NamedNode | BlankNode | Literal:
    if term["type"] != "literal":
        return NamedNode(term["value"])
    if "language" in term:
        return Literal(term["value"], language=term["language"])
    return Literal(term["value"], datatype=NamedNode(term["datatype"]))
