"""SHACL validation with pySHACL: no inference, no imports, no network (SHACL 1.0)."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import rdflib
from pyshacl import validate
from pyshacl.errors import ReportableRuntimeError
from rdflib import RDF, RDFS, SH, SKOS
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result as QueryResult

from kyodo_lod.errors import ShapesError

# what these print to stderr, tracebacks among it, is said by findings and errors
for _name in ("pyshacl-validate", "rdflib.term"):
    logging.getLogger(_name).disabled = True


@dataclass(frozen=True, slots=True)
class Result:
    """A top-level validation result; IRIs as strings, empty where SHACL gives none.

    Args:
        focus: the focus node.
        path: the property, as an IRI or in SPARQL's syntax.
        value: the value at fault.
        shape: the source shape, or the SPARQL constraint where that has an IRI.
        component: the constraint component.
        severity: local name of the severity.
        messages: as pySHACL filled them.
    """

    focus: rdflib.term.Node
    path: str
    value: rdflib.term.Node | None
    shape: rdflib.term.Node
    component: str
    severity: str
    messages: tuple[rdflib.Literal, ...]


def results(data: rdflib.Graph, shapes: rdflib.Graph, place: str) -> list[Result]:
    """Validate `data` against `shapes`.

    Args:
        data: the data graph.
        shapes: the shapes graph; `lean` makes it quick.
        place: how the shapes are called in an error.

    Returns:
        The results, in an order that depends on nothing but their content.

    Raises:
        ShapesError: where SHACL does not allow the shapes.
    """
    try:
        _, report, _ = validate(
            _Data(store=data.store, identifier=data.identifier),
            shacl_graph=shapes,
            inference="none",
            do_owl_imports=False,
            advanced=False,
        )
    except Exception as error:  # a foreign shapes graph can make pySHACL raise anything
        raise _unusable(place, str(error) or type(error).__name__) from error
    if not isinstance(report, rdflib.Graph):
        raise _unusable(place, str(report))
    found = [_result(report, node) for node in _top_level(report)]
    return sorted(found, key=_sort_key)


def _sort_key(result: Result) -> tuple[str, ...]:
    return (
        str(result.focus), str(result.shape), result.path, str(result.value),
        result.component, *sorted(result.messages),
    )  # fmt: skip


def _unusable(place: str, reason: str) -> ShapesError:
    what = " ".join(reason.split())[:300]
    return ShapesError(
        place, f"シェイプとして使えません: {what}", f"cannot be used as shapes: {what}"
    )


class _Data(rdflib.Graph):
    """The data, which reads each query once and not once for every focus node, as pySHACL asks."""

    def query(self, query_object: str | Query, *args: Any, **kwargs: Any) -> QueryResult:
        if isinstance(query_object, str):
            query_object = _prepared(query_object, tuple(sorted(self.namespaces())))
        return super().query(query_object, *args, **kwargs)


@lru_cache(maxsize=256)
def _prepared(text: str, prefixes: tuple[tuple[str, rdflib.URIRef], ...]) -> Query:
    query = prepareQuery(text, initNs=dict(prefixes))
    if query.algebra.datasetClause:
        message = (
            "FROM is refused in a query: nothing is fetched"  # rdflib would load what it names
        )
        raise ReportableRuntimeError(message)
    return query


_TARGETS = (SH.targetClass, SH.targetNode, SH.targetObjectsOf, SH.targetSubjectsOf)
_TEXTS = (SH.name, SH.description, SKOS.example, RDFS.label, RDFS.comment)


def lean(shapes: rdflib.Graph) -> rdflib.Graph:
    """Give shapes that demand the same and that pySHACL gets through in half the time.

    It sets up a property shape again for every node that a node shape hands it. So the property
    shapes take over the targets of their node shape. Texts for people are left out.
    """
    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in shapes.namespaces():
        graph.bind(prefix, namespace)
    for triple in shapes:
        if triple[1] not in _TEXTS:
            graph.add(triple)
    for shape, part in list(graph.subject_objects(SH.property)):
        targets = [(p, o) for p in _TARGETS for o in graph.objects(shape, p)]
        if targets and _only_by_targets(graph, shape):
            graph.remove((shape, SH.property, part))
            for predicate, target in targets:
                graph.add((part, predicate, target))
    return graph


def _only_by_targets(graph: rdflib.Graph, shape: rdflib.term.Node) -> bool:
    """Tell whether nothing but its stated targets gives `shape` its focus nodes."""
    is_used = (None, None, shape) in graph or (shape, SH.deactivated, None) in graph
    return not is_used and set(graph.objects(shape, RDF.type)) <= {SH.NodeShape}


def _top_level(report: rdflib.Graph) -> Iterator[rdflib.term.Node]:
    # sh:detail nests further results below these
    for node in report.subjects(RDF.type, SH.ValidationReport):
        yield from report.objects(node, SH.result)


def _result(report: rdflib.Graph, node: rdflib.term.Node) -> Result:
    constraint = report.value(node, SH.sourceConstraint)
    shape = report.value(node, SH.sourceShape)
    named = constraint if isinstance(constraint, rdflib.URIRef) else shape
    messages = [m for m in report.objects(node, SH.resultMessage) if isinstance(m, rdflib.Literal)]
    return Result(
        focus=report.value(node, SH.focusNode) or rdflib.Literal(""),
        path=_path(report, report.value(node, SH.resultPath)),
        value=report.value(node, SH.value),
        shape=named or rdflib.Literal(""),
        component=str(report.value(node, SH.sourceConstraintComponent) or ""),
        severity=_local(report.value(node, SH.resultSeverity)),
        messages=tuple(sorted(messages, key=lambda m: (m.language or "", str(m)))),
    )


def _local(iri: rdflib.term.Node | None) -> str:
    return str(iri or "").rpartition("#")[2]


_PATH_SUFFIXES = {SH.zeroOrMorePath: "*", SH.oneOrMorePath: "+", SH.zeroOrOnePath: "?"}


def _path(graph: rdflib.Graph, path: rdflib.term.Node | None) -> str:
    """Write a SHACL property path as SPARQL does (SHACL 1.0, section 2.3.1)."""
    if path is None:
        return ""
    if isinstance(path, rdflib.URIRef):
        return _short(graph, path)
    inverse = graph.value(path, SH.inversePath)
    if inverse is not None:
        return f"^{_path(graph, inverse)}"
    for predicate, suffix in _PATH_SUFFIXES.items():
        inner = graph.value(path, predicate)
        if inner is not None:
            return f"({_path(graph, inner)}){suffix}"
    alternatives = graph.value(path, SH.alternativePath)
    members = [_path(graph, part) for part in graph.items(alternatives or path)]
    return ("|" if alternatives is not None else "/").join(members)


def _short(graph: rdflib.Graph, iri: rdflib.URIRef) -> str:
    for prefix, namespace in graph.namespaces():
        local = iri.removeprefix(str(namespace))
        if local != str(iri) and local.isalnum():
            return f"{prefix}:{local}"
    return str(iri)
