"""The servers, each started once; tests of one that is not installed are skipped and say so."""

import urllib.parse
from collections.abc import Callable, Iterator

import pytest
from deploy import published, servers


@pytest.fixture(scope="session")
def static_server() -> Iterator[str]:
    with servers.static(servers.DIST) as url:
        yield url


@pytest.fixture(scope="session")
def nginx_server() -> Iterator[str]:
    if not servers.is_installed("nginx"):
        pytest.skip("nginx is not installed: apt-get install nginx-light")
    with servers.nginx(servers.DIST) as url:
        yield url


@pytest.fixture(scope="session")
def w3id_server(static_server: str) -> Iterator[str]:
    """Apache as w3id.org runs it, before a static host."""
    if not servers.is_installed("apache2"):
        pytest.skip("Apache is not installed: apt-get install apache2")
    with servers.apache(static_server) as url:
        yield url


@pytest.fixture(scope="session")
def local() -> Callable[[str, str], str]:
    """Give the address at which a server on this machine answers for an IRI."""
    start = published.base(servers.DIST)

    def address(server: str, iri: str) -> str:
        assert iri.startswith(start), iri
        return f"{server}/{urllib.parse.quote(iri.removeprefix(start), safe='/')}"

    return address
