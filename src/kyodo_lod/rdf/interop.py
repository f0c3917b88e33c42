"""To rdflib, for pySHACL and for people who want a `Graph`; literals stay exactly as written."""

import warnings
from collections.abc import Iterable

import rdflib

from kyodo_lod.errors import GraphError
from kyodo_lod.rdf.terms import BlankNode, Literal, NamedNode, Statement
from kyodo_lod.rdf.vocabulary import prefixes


def to_rdflib(statements: Iterable[Statement]) -> rdflib.Graph:
    """Give an rdflib graph of `statements`; graph names are dropped.

    Raises:
        GraphError: for a triple term or a base direction, which rdflib has not (RDF 1.2).
    """
    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in prefixes().items():
        graph.bind(prefix, namespace)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Parsing weird boolean")  # said of "yes"^^xsd:boolean
        for statement in statements:
            subject, predicate, value = map(
                _term, (statement.subject, statement.predicate, statement.object)
            )
            graph.add((subject, predicate, value))
    return graph


def _term(term: object) -> rdflib.term.Node:
    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, BlankNode):
        return rdflib.BNode(term.value)
    if isinstance(term, Literal) and term.direction is None:
        if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        if term.datatype.value == "http://www.w3.org/2001/XMLSchema#string":
            return rdflib.Literal(term.value)
        datatype = rdflib.URIRef(term.datatype.value)
        # not normalised: SHACL must see "007" and "abc"^^xsd:integer as they are
        return rdflib.Literal(term.value, datatype=datatype, normalize=False)
    raise GraphError(
        str(term), "RDF 1.2 の項は使えません。", "is a term of RDF 1.2, which is not supported"
    )


def from_rdflib(term: rdflib.term.Node) -> NamedNode | BlankNode | Literal:
    """Give a term of rdflib as ours; raises ValueError where RDF does not allow it."""
    if isinstance(term, rdflib.URIRef):
        return NamedNode(str(term))
    if isinstance(term, rdflib.BNode):
        return BlankNode(str(term))
    if not isinstance(term, rdflib.Literal):
        raise ValueError(str(term))
    if term.language:
        return Literal(str(term), language=term.language)
    return (
        Literal(str(term), datatype=NamedNode(str(term.datatype)))
        if term.datatype
        else Literal(str(term))
    )
