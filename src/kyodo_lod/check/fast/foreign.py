"""Terms that pySHACL's library reads in another way than they are written."""

from kyodo_lod.check.fast.literals import is_kept
from kyodo_lod.check.fast.unsupported import UnsupportedError
from kyodo_lod.rdf.graph import Graph
from kyodo_lod.rdf.terms import Literal, Triple


def refuse_foreign(graph: Graph) -> None:
    """Raise UnsupportedError for terms of RDF 1.2, and text whose white space rdflib folds."""
    for term in graph.by_object:
        if isinstance(term, Literal):
            if term.direction is not None:
                raise UnsupportedError("RDF 1.2")
            if not is_kept(term):
                raise UnsupportedError("xsd:token or xsd:normalizedString with other white space")
        elif isinstance(term, Triple):
            raise UnsupportedError("RDF 1.2")
