"""What a build reads beside the document, each file with the hash it has."""

import hashlib
from pathlib import Path

from conftest import ROOT

from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan
from kyodo_lod.publish.inputs import input_iri, input_triples, inputs
from kyodo_lod.rdf.terms import Literal
from kyodo_lod.rdf.vocabulary import prov, spdx


def test_vocabulary_shapes_and_all_manifests_are_read(plan: Plan) -> None:
    names = [each.path.name for each in inputs(plan)]
    assert names == [
        "kyodo.ttl", "account.ttl", "quality.ttl", "unit-level.ttl", "plan.ttl",
        "source.toml", "plan.toml", "municipality.toml", "units.csv", "publisher.toml",
    ]  # fmt: skip
    assert len(set(names)) == len(names)


def test_the_ontology_is_known_by_its_version_and_a_manifest_by_none(plan: Plan) -> None:
    of = {each.path.name: (each.of.value if each.of else "", each.version) for each in inputs(plan)}
    assert of["kyodo.ttl"] == ("https://w3id.org/kyodo-lod/def/1.0.0", "1.0.0")
    assert of["publisher.toml"] == ("", "")


def test_each_is_named_under_the_release_with_its_own_hash(plan: Plan, iris: Iris) -> None:
    for each in inputs(plan):
        assert input_iri(each, iris).value == f"{iris.version.value}#{each.path.name}"
        said = list(input_triples(each, iris))
        (value,) = [t.object for t in said if t.predicate == spdx.checksumValue]
        assert isinstance(value, Literal)
        assert value.value == hashlib.sha256(each.path.read_bytes()).hexdigest()
        assert [t.object for t in said if t.predicate == prov.specializationOf] == (
            [each.of] if each.of else []
        )


def test_the_manifests_are_those_of_the_plan(plan: Plan) -> None:
    paths = {each.path.name: each.path for each in inputs(plan)}
    assert paths["publisher.toml"] == Path(ROOT / "data" / "publisher.toml")
