"""What follows from a graph by RDF Schema (RDF 1.1 Semantics, section 9). The door to owlrl."""

from owlrl import DeductiveClosure, RDFS_Semantics

from kyodo_lod.rdf.graph import Graph
from kyodo_lod.rdf.interop import from_rdflib, to_rdflib
from kyodo_lod.rdf.terms import Literal, Triple


def with_rdfs(data: Graph) -> Graph:
    """Give a graph together with what follows from it by RDF Schema.

    Without the axiomatic triples, which say nothing of the data, and without literals as subjects,
    which RDF does not allow.
    """
    closed = to_rdflib(data.triples())
    DeductiveClosure(RDFS_Semantics, axiomatic_triples=False, datatype_axioms=False).expand(closed)
    terms = ((from_rdflib(s), from_rdflib(p), from_rdflib(o)) for s, p, o in closed)
    inferred = sorted((each for each in terms if not isinstance(each[0], Literal)), key=str)
    return Graph([*data.triples(), *(Triple(s, p, o) for s, p, o in inferred)])  # type: ignore[arg-type]
