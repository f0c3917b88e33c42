"""Addresses: which are refused, where a server answers queries, who may see what is sent."""

import pytest

from kyodo_lod.errors import ServerError
from kyodo_lod.push.address import (
    checked,
    endpoint,
    graph_address,
    is_private,
    is_same_origin,
)


@pytest.mark.parametrize(
    "url",
    [
        "", "store", "localhost:7878/store", "ftp://host/store", "file:///etc/passwd",
        "http://", "http:///store", "http://host:99999/", "http://[::1/store",
    ],
)  # fmt: skip
def test_what_is_no_address_of_a_server_is_refused(url: str) -> None:
    with pytest.raises(ServerError, match="is not the address of a server"):
        checked(url)


def test_a_name_and_password_in_an_address_are_refused_and_not_shown() -> None:
    with pytest.raises(ServerError) as caught:
        checked("https://me:s3cret@host/store")
    assert caught.value.line("en").startswith("https://host/store: holds a name or password")
    assert "s3cret" not in caught.value.line("ja") + str(caught.value)


def test_an_address_is_taken_as_it_is_but_for_its_fragment() -> None:
    assert checked("https://host:1/a/store?x=1#y") == "https://host:1/a/store?x=1"


@pytest.mark.parametrize(
    ("store", "sparql"),
    [
        ("http://h:7878/store", "http://h:7878/query"),
        ("http://h:8890/sparql-graph-crud-auth", "http://h:8890/sparql"),
        ("http://h:8890/sparql-graph-crud", "http://h:8890/sparql"),
        ("https://h/fuseki/plans/data", "https://h/fuseki/plans/sparql"),
        ("http://h/repositories/r/rdf-graphs/service", "http://h/repositories/r"),
    ],
)
def test_known_servers_answer_queries_beside_their_graph_store(store: str, sparql: str) -> None:
    assert endpoint(store) == sparql


def test_of_another_server_it_must_be_said() -> None:
    with pytest.raises(ServerError, match="say it with --sparql"):
        endpoint("http://h/graphs")


def test_a_graph_is_named_in_the_address() -> None:
    graph = graph_address("http://h/store", "https://example.org/a?b=c&d#計画")
    assert (
        graph
        == "http://h/store?graph=https%3A%2F%2Fexample.org%2Fa%3Fb%3Dc%26d%23%E8%A8%88%E7%94%BB"
    )
    assert graph_address("http://h/store", "") == "http://h/store?default"
    assert graph_address("http://h/store?db=1", "") == "http://h/store?db=1&default"


@pytest.mark.parametrize(
    ("url", "private"),
    [
        ("https://host/", True),
        ("http://localhost:1/", True),
        ("http://127.8.9.1/", True),
        ("http://[::1]:1/", True),
        ("http://host/", False),
        ("http://192.168.0.1/", False),
        ("http://localhost.example.org/", False),
        ("http://127.0.0.1.example.org/", False),
    ],
)
def test_what_others_may_read_on_the_way(url: str, private: bool) -> None:
    assert is_private(url) is private


def test_an_origin_is_scheme_host_and_port() -> None:
    assert is_same_origin("http://h/a", "http://h:80/b")
    for other in ("https://h/a", "http://h:81/a", "http://i/a"):
        assert not is_same_origin("http://h/a", other)
