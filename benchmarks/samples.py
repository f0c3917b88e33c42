"""The sample queries as any endpoint can be asked them, and what a right answer to each is."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import pyoxigraph

from kyodo_lod.query.graphs import named_graphs
from kyodo_lod.query.library import queries
from kyodo_lod.rdf.terms import Triple
from kyodo_lod.site.questions import bound_text

TABLE, GRAPH = "application/sparql-results+json", "application/n-triples"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_NUMBERS = {_XSD + name for name in ("integer", "decimal", "double", "float", "int", "boolean")}
_PROLOGUE = "PREFIX kyo: <https://w3id.org/kyodo-lod/def#>\nPREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n"


@dataclass(frozen=True, slots=True)
class Sample:
    """A query: its name, its text with all prefixes, and what is asked for by `Accept`."""

    name: str
    text: str
    accept: str = TABLE

    def target(self, path: str, more: str = "") -> str:
        """Give what stands in the request line."""
        return f"{path}?{more}{urlencode({'query': self.text})}"


#: what a neighbour asks, again and again
SMALL = Sample(
    "ten names",
    _PROLOGUE + "SELECT ?name WHERE { ?project a kyo:PlannedProject ; rdfs:label ?name } ORDER BY ?name LIMIT 10",
)  # fmt: skip
#: counts some 10 to the 10 rows
CROSS_JOIN = Sample(
    "cross join", "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
)


def samples() -> list[Sample]:
    """Give all of queries/, their parameters standing for their defaults."""
    return [
        Sample(each.name, bound_text(each), GRAPH if each.gives_graph else TABLE)
        for each in queries()
    ]


def write_data(dist: Path, target: Path) -> int:
    """Write what every peer holds, the default graph of our endpoint, as N-Triples; give its size."""
    triples = {
        Triple(quad.subject, quad.predicate, quad.object)
        for graph in named_graphs(dist)
        if graph.asked
        for quad in graph.quads()
    }
    target.write_text("".join(sorted(f"{each} .\n" for each in triples)), encoding="utf-8")
    return len(triples)


def expected(data: Path, asked: Iterable[Sample]) -> dict[str, bytes]:
    """Give the right answer to each query: that of plain pyoxigraph, in this process."""
    store = pyoxigraph.Store()
    store.bulk_load(path=data, format=pyoxigraph.RdfFormat.N_TRIPLES)
    answers = {}
    for sample in asked:
        result = store.query(sample.text)
        if isinstance(result, pyoxigraph.QueryTriples):
            answers[sample.name] = result.serialize(format=pyoxigraph.RdfFormat.N_TRIPLES) or b""
        else:
            form = pyoxigraph.QueryResultsFormat.JSON
            answers[sample.name] = result.serialize(format=form) or b""
    return answers


def difference(sample: Sample, found: bytes, right: bytes) -> str:
    """Say in few words how an answer differs from the right one; nothing where it does not."""
    try:
        ours, theirs = _rows(sample, right), _rows(sample, found)
    except (ValueError, KeyError, TypeError, SyntaxError) as error:
        return f"no {sample.accept}: {error}"
    if ours == theirs:
        return ""
    if ours.total() != theirs.total():
        return f"{theirs.total()} rows in place of {ours.total()}"
    return f"{(ours - theirs).total()} of {ours.total()} rows have other values"


def _rows(sample: Sample, body: bytes) -> Counter[tuple[object, ...]]:
    if sample.accept == GRAPH:
        triples = set(pyoxigraph.parse(body, format=pyoxigraph.RdfFormat.N_TRIPLES))
        return Counter((str(each),) for each in triples)
    answer = json.loads(body)
    names = answer["head"]["vars"]
    return Counter(
        tuple(_term(row[name]) if name in row else None for name in names)
        for row in answer["results"]["bindings"]
    )


def _term(term: dict[str, str]) -> tuple[str, ...]:
    """Give a term by its value; number types that SPARQL itself compares by value are one."""
    value, datatype = term["value"], term.get("datatype", "")
    if datatype in _NUMBERS:
        number = {"true": "1", "false": "0"}.get(value, value)
        return "number", f"{float(number):g}"
    kind = "iri" if term["type"] == "uri" else "literal"
    return kind, value, term.get("xml:lang", "").lower(), datatype.removeprefix(_XSD + "string")
