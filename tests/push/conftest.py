"""The servers, each started once in a process; tests of one that is not installed are skipped and say so."""

from collections.abc import Iterator

import pytest
from push import misbehaving as fake
from push import servers


@pytest.fixture
def misbehaving() -> Iterator[fake.Misbehaving]:
    with fake.misbehaving() as store:
        yield store


@pytest.fixture(scope="session")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[servers.Server]:
    if not servers.has_oxigraph():
        pytest.skip("oxigraph's server is not installed: pip install oxigraph")
    with servers.oxigraph(tmp_path_factory.mktemp("oxigraph")) as server:
        yield server


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[servers.Server]:
    """Virtuoso, set as docs/big-store.md has it."""
    if not servers.has_virtuoso():
        pytest.skip("Virtuoso is not installed: apt-get install virtuoso-opensource-7-bin")
    current = "https://w3id.org/kyodo-lod/current"
    with servers.virtuoso(tmp_path_factory.mktemp("virtuoso"), current) as server:
        yield server
