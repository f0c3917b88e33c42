"""The catalogue's files: three serialisations of one graph, and the JSON-LD as others read it."""

import json
from pathlib import Path

import pytest
import rdflib
from pyld import jsonld

from kyodo_lod.publish.catalog_writing import CONTEXT
from kyodo_lod.rdf.formats import format_of
from kyodo_lod.rdf.jsonld import context
from kyodo_lod.rdf.read import parse


@pytest.mark.parametrize("extension", ["jsonld", "rdf"])
def test_all_serialisations_say_the_same(extension: str, complete: Path) -> None:
    def triples(name: str) -> set[object]:
        fmt = format_of(name)
        assert fmt
        quads = parse((complete / name).read_bytes(), fmt, name)
        return {(q.subject, q.predicate, q.object) for q in quads}

    turtle = triples("catalog.ttl")
    assert len(turtle) > 400
    assert triples(f"catalog.{extension}") == turtle


def test_other_libraries_read_the_same_json_ld(complete: Path) -> None:
    document = json.loads((complete / "catalog.jsonld").read_bytes())
    quads = jsonld.to_rdf(document, {"format": "application/n-quads"})
    other = rdflib.Graph().parse(data=quads, format="nt")
    ours = rdflib.Graph().parse(complete / "catalog.ttl")
    assert set(other) == set(ours)


def test_the_json_ld_is_read_without_fetching_anything(complete: Path) -> None:
    document = json.loads((complete / "catalog.jsonld").read_bytes())
    assert document["@context"] == context(CONTEXT).document
    (catalog,) = [node for node in document["@graph"] if node["type"] == "Catalog"]
    assert set(catalog["title"]) == {"ja", "en"}


def test_every_property_has_a_short_name(complete: Path) -> None:
    """But a label without language, as formats have, which the map of languages cannot hold."""
    document = json.loads((complete / "catalog.jsonld").read_bytes())
    keys = {key for node in document["@graph"] for key in node}
    assert {key for key in keys if ":" in key} == {str(rdflib.RDFS.label)}


def test_the_profile_for_udata_stands_beside_it(complete: Path) -> None:
    assert len(rdflib.Graph().parse(complete / "catalog-udata.ttl")) > 400
