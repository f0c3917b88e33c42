"""The real plan and its graph, read once."""

import pytest
from conftest import KORIYAMA
from mapping.terse import About, said

from kyodo_lod.mapping.graph import graph
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.parse import parse
from kyodo_lod.model.plan import Plan
from kyodo_lod.rdf.terms import Triple
from kyodo_lod.source.manifest_files import load_manifest
from kyodo_lod.source.readers import open_document


@pytest.fixture(scope="session")
def plan() -> Plan:
    """Give the real plan."""
    manifest = load_manifest(KORIYAMA / "source.toml")
    found = parse(manifest, open_document(manifest.document.path)).plan
    assert found
    return found


@pytest.fixture(scope="session")
def iris(plan: Plan) -> Iris:
    """Give its IRIs."""
    return Iris(plan)


@pytest.fixture(scope="session")
def triples(plan: Plan, iris: Iris) -> list[Triple]:
    """Give its graph."""
    return list(graph(plan, iris))


@pytest.fixture(scope="session")
def everything(triples: list[Triple]) -> dict[str, About]:
    """Give what the graph says of each subject."""
    return said(triples)
