"""The catalogue as files: the standard's in three serialisations, and the profile for udata."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from kyodo_lod.publish.entry import Entry
from kyodo_lod.publish.udata import udata_triples
from kyodo_lod.rdf import jsonld, serialize, turtle
from kyodo_lod.rdf.formats import JSON_LD, RDF_XML, TURTLE
from kyodo_lod.rdf.terms import Triple
from kyodo_lod.rdf.vocabulary import PUBLICATION_VOCABULARIES

CONTEXT = "ontology/catalog-context.jsonld"


def write_catalog(triples: Sequence[Triple], entries: Sequence[Entry], made: Path) -> None:
    """Write catalog.ttl, catalog.jsonld, catalog.rdf and catalog-udata.ttl.

    Args:
        triples: the catalogue.
        entries: the datasets; at least one.
        made: the unfinished folder, with all files of the datasets and all old releases in it.
    """
    base = entries[0].iris.base
    write_turtle(triples, made / "catalog.ttl", base)
    write_turtle(udata_triples(triples, entries), made / "catalog-udata.ttl", base)
    with (made / "catalog.jsonld").open("wb") as output:
        jsonld.write(triples, JSON_LD, output, base, CONTEXT)
    with (made / "catalog.rdf").open("wb") as output:
        serialize.write(triples, RDF_XML, output, base, PUBLICATION_VOCABULARIES)


def write_turtle(triples: Iterable[Triple], path: Path, base: str) -> None:
    """Write a graph about the publication."""
    with path.open("wb") as output:
        turtle.write(triples, TURTLE, output, base, PUBLICATION_VOCABULARIES)
