"""SHACL validation with pySHACL: no inference, no imports, no network (SHACL 1.0)."""

import logging
import re
import warnings
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, TypeAlias

import rdflib
from pyshacl.errors import ReportableRuntimeError, ValidationFailure
from pyshacl.graph_abstraction import DataGraph
from pyshacl.monkey import apply_patches
from pyshacl.validator import Validator
from rdflib import RDF, RDFS, SH, SKOS, URIRef
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result as QueryResult

from kyodo_lod.check.conformance import conformant
from kyodo_lod.check.naming import holder_name
from kyodo_lod.check.paths import path_text
from kyodo_lod.check.result import Result
from kyodo_lod.check.shapes import Shapes
from kyodo_lod.check.templates import numbered, told
from kyodo_lod.errors import ShapesError
from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.interop import from_rdflib, to_rdflib
from kyodo_lod.rdf.terms import Literal, string
from kyodo_lod.rdf.vocabulary import sh

# what these print to stderr, tracebacks among it, is said by findings and errors
_SILENT = logging.getLogger("pyshacl-validate")
for _logger in (_SILENT, logging.getLogger("rdflib.term")):
    _logger.disabled = True

# text, node and triples of a result
_Reported: TypeAlias = tuple[str, rdflib.BNode, list[tuple[Any, URIRef, Any]]]


apply_patches()  # type: ignore[no-untyped-call]


def results(data: Graph, shapes: Shapes) -> list[Result]:
    """Validate `data` against `shapes`.

    Args:
        data: the data graph.
        shapes: what is demanded of it.

    Returns:
        The results, each once, in an order that depends on nothing but their content.

    Raises:
        ShapesError: where SHACL does not allow the shapes, or the library fails on them.
        GraphError: for terms of RDF 1.2.
    """
    graph = to_rdflib(data.triples())
    wanted = _lean(shapes)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of odd literals, which are findings
            found = set(_found(graph, wanted, shapes))
    except re.error as error:
        raise _not_an_expression(error, shapes) from error
    except Exception as error:  # a foreign shapes graph can make pySHACL raise anything
        raise _unusable(shapes.place, _reason(error)) from error
    return sorted(found, key=lambda result: result.sort_key)


def _found(data: rdflib.Graph, wanted: rdflib.Graph, shapes: Shapes) -> Iterator[Result]:
    graph = DataGraph.from_rdflib(_Data(store=data.store, identifier=data.identifier))
    validator = _Validator(graph, shacl_graph=wanted, options={"logger": _SILENT})
    _, reported, _ = validator.run()  # type: ignore[no-untyped-call]
    for _, node, triples in reported:
        # the triples of sh:detail, about further results, come along
        yield _result([(p, o) for s, p, o in triples if s == node], shapes)


class _Validator(Validator):
    """pySHACL's, without the report: it clones blank nodes with all that hangs on them."""

    @classmethod
    def create_validation_report(
        cls, _shapes: object, _conforms: bool, results: list[_Reported]
    ) -> tuple[list[_Reported], str]:
        return results, ""


#: characters of a pattern that are told
_GLANCE = 60
#: where shapes nest too deep, all of them, with names that change from run to run
_PASSING = re.compile(r"(?<=too deep!).*", re.DOTALL)


def _reason(error: Exception) -> str:
    said = getattr(error, "message", "") or str(error)
    said = _PASSING.sub("", said)
    is_own = isinstance(error, ReportableRuntimeError | ValidationFailure)
    return said if said and is_own else f"{type(error).__name__}: {said}".removesuffix(": ")


@lru_cache(maxsize=4)
def _lean(shapes: Shapes) -> rdflib.Graph:
    return lean(to_rdflib(numbered(shapes.graph, conformant(shapes.graph))))


def _unusable(place: str, reason: str) -> ShapesError:
    what = " ".join(reason.split())[:300]
    return ShapesError(
        place, f"シェイプとして使えません: {what}", f"cannot be used as shapes: {what}"
    )


def _not_an_expression(error: re.error, shapes: Shapes) -> ShapesError:
    """Name the shape whose pattern Python does not read."""
    pattern = str(error.pattern or "")
    found = [shape for shape in shapes.graph.holders(sh.pattern) if _states(shape, pattern, shapes)]
    whose = "".join(
        f" of {name}" for name in sorted({holder_name(shapes, s) for s in found}) if name
    )
    what = f'sh:pattern{whose} "{pattern[:_GLANCE]}": {error.msg}'
    if error.pos is not None:
        what += f" (position {error.pos + 1})"
    return _unusable(shapes.place, what)


def _states(shape: Node, pattern: str, shapes: Shapes) -> bool:
    return any(
        isinstance(each, Literal) and each.value == pattern
        for each in shapes.graph.objects(shape, sh.pattern)
    )


class _Data(rdflib.Graph):
    """The data, which reads each query once and not once for every focus node, as pySHACL asks."""

    def query(self, query_object: str | Query, *args: Any, **kwargs: Any) -> QueryResult:
        if isinstance(query_object, str):
            query_object = _prepared(query_object, tuple(sorted(self.namespaces())))
        return super().query(query_object, *args, **kwargs)


@lru_cache(maxsize=256)
def _prepared(text: str, prefixes: tuple[tuple[str, URIRef], ...]) -> Query:
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
    # sh:closed looks at its property shapes, disjoint siblings at their holder
    needs_parts = (shape, SH.closed, None) in graph or (
        None, SH.qualifiedValueShapesDisjoint, None
    ) in graph  # fmt: skip
    is_node_shape = (shape, SH.path, None) not in graph
    types = set(graph.objects(shape, RDF.type))
    return is_node_shape and not is_used and not needs_parts and types <= {SH.NodeShape}


def _result(said: list[tuple[URIRef, Any]], shapes: Shapes) -> Result:
    facts = {p: o[1] if isinstance(o, tuple) else o for p, o in said}  # with the graph it is of

    def term(predicate: URIRef) -> Node | None:
        return from_rdflib(facts[predicate]) if predicate in facts else None

    constraint, shape = term(SH.sourceConstraint), term(SH.sourceShape) or string("")
    messages = [str(o) for p, o in said if p == SH.resultMessage]
    component = str(facts.get(SH.sourceConstraintComponent, ""))
    is_core = constraint is None and component.startswith(sh.iri)
    return Result(
        focus=term(SH.focusNode) or string(""),
        path=path_text(shapes.graph, term(SH.resultPath)),
        value=term(SH.value),
        shape=shape,
        constraint=constraint,
        component=component,
        severity=str(facts.get(SH.resultSeverity, "")),
        messages=() if is_core else tuple(told(messages, shapes.graph, constraint or shape)),
    )
