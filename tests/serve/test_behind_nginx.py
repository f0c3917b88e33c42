"""nginx before `kyodo-lod serve`, with docs/deploy/nginx-endpoint.conf: the endpoint below a path."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from deploy import servers
from deploy.servers import Answer, ask, follow
from serve.servers import DIST, Server, started

PREFIX = "/lod"
_THING = "id/072036/plan/kyodo-2/fy2018/p/4-15"


@pytest.fixture(scope="module")
def endpoint(new_state: Callable[[], Path]) -> Iterator[Server]:
    options = ("--root-path", PREFIX, "--trust-proxy", "127.0.0.1", "--per-client", "0")
    with started(DIST, new_state(), *options, "--errors", "3") as running:
        yield running


@pytest.fixture(scope="module")
def proxy(endpoint: Server) -> Iterator[str]:
    if not servers.is_installed("nginx"):
        pytest.skip("nginx is not installed: apt-get install nginx-light")
    with servers.nginx_before(endpoint.port) as url:
        yield f"{url}{PREFIX}"


def test_the_path_alone_leads_to_the_first_page(proxy: str) -> None:
    answer = ask(f"{proxy}?a=b")
    assert answer.status == 308
    assert answer.headers["location"] == f"{PREFIX}/?a=b"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert ask(f"{proxy}/", {"Accept": "text/html"}).status == 200


@pytest.mark.parametrize("path", ["", "health", "void.ttl", ".well-known/void", "sparql", "check"])
def test_what_the_endpoint_answers_comes_through(path: str, proxy: str, endpoint: Server) -> None:
    headers = {"Accept": "text/turtle, text/html;q=0.5, */*;q=0.1"}
    through, directly = ask(f"{proxy}/{path}", headers), endpoint.ask(path, headers)
    assert through.status == directly.status == 200
    assert kept(through) == kept(directly)


def kept(answer: Answer) -> dict[str, str]:
    """Give the headers that a proxy has no business with."""
    own = {"date", "server", "connection", "keep-alive", "transfer-encoding", "content-length"}
    return {name: value for name, value in answer.headers.items() if name not in own}


def test_a_redirect_stays_below_the_path(proxy: str) -> None:
    answer = ask(f"{proxy}/{_THING}", {"Accept": "text/turtle"})
    assert answer.status == 303
    assert answer.headers["location"].startswith(f"{PREFIX}/")
    _, data = follow(f"{proxy}/{_THING}", {"Accept": "text/turtle"})
    assert data.status == 200
    assert data.media_type == "text/turtle"


def test_links_of_pages_lead_to_pages(proxy: str) -> None:
    page = ask(f"{proxy}/", {"Accept": "text/html", "Accept-Language": "en"}).body.decode()
    links = set(re.findall(r'href="([^"#:]+)"', page))
    assert links
    assert not [link for link in links if link.startswith("/")]
    assert [link for link in sorted(links) if ask(f"{proxy}/{link}").status != 200] == []


def test_a_query_of_any_size_reaches_the_endpoint(proxy: str) -> None:
    form = {"Content-Type": "application/sparql-query", "Accept": "text/csv"}
    long = b"ASK {} #" + b"a" * 500_000
    assert asked(proxy, long, form).status == 200
    assert asked(proxy, long * 4, form).status == 413
    address = f"{proxy}/sparql?query=ASK%7B%7D%23{'a' * 10_000}"
    assert ask(address, {"Accept": "text/csv"}).status == 200


def test_scripts_are_told_what_is_beyond_nginx_itself(proxy: str) -> None:
    large = ask(f"{proxy}/check", {"Content-Type": "text/plain"}, "POST", b"a" * 9_600_000)
    long = ask(f"{proxy}/sparql?query={'a' * 70_000}")
    for answer, status, word in ((large, 413, "large"), (long, 414, "long")):
        assert answer.status == status
        assert word in answer.body.decode()
        assert answer.headers["access-control-allow-origin"] == "*"
        assert answer.headers["content-type"] == "text/plain; charset=utf-8"


def asked(proxy: str, query: bytes, headers: dict[str, str]) -> Answer:
    return servers.ask(f"{proxy}/sparql", headers, "POST", query)


def test_limits_hold_for_who_came_to_the_proxy(proxy: str) -> None:
    """What a client says of itself in X-Forwarded-For counts for nothing."""
    got = [
        ask(f"{proxy}/sparql?query=none", {"X-Forwarded-For": f"203.0.113.{number}"}).status
        for number in range(8)
    ]
    assert got[:3] == [400, 400, 400]
    assert got[-1] == 429


def test_another_path_of_the_host_is_not_the_endpoints(proxy: str) -> None:
    assert ask(f"{proxy.removesuffix(PREFIX)}/health").status == 404


@pytest.mark.parametrize("path", [".well-known/void", "robots.txt"])
def test_what_is_looked_for_at_the_root_of_a_host_is_there(path: str, proxy: str) -> None:
    there, below = ask(f"{proxy.removesuffix(PREFIX)}/{path}"), ask(f"{proxy}/{path}")
    assert there.status == 200
    assert (there.body, kept(there)) == (below.body, kept(below))


def test_robots_are_told_the_path_that_they_see(proxy: str) -> None:
    answer = ask(f"{proxy.removesuffix(PREFIX)}/robots.txt")
    assert f"Disallow: {PREFIX}/sparql?\n" in answer.body.decode()


def test_an_error_of_the_endpoint_comes_through_as_it_is(new_state: Callable[[], Path]) -> None:
    if not servers.is_installed("nginx"):
        pytest.skip("nginx is not installed: apt-get install nginx-light")
    slow = "SELECT (COUNT(*) AS ?n) {?a ?b ?c . ?d ?e ?f . ?g ?h ?i}"
    with (
        started(DIST, new_state(), "--root-path", PREFIX, "--seconds", "1") as server,
        servers.nginx_before(server.port) as url,
    ):
        answer = ask(f"{url}{PREFIX}/sparql?query={quote(slow)}")
    assert answer.status == 503
    assert b"did not end within 1 s" in answer.body


def test_scripts_are_told_that_the_endpoint_is_down() -> None:
    if not servers.is_installed("nginx"):
        pytest.skip("nginx is not installed: apt-get install nginx-light")
    with servers.nginx_before(servers.free_port()) as url:
        for path in ("lod/sparql?query=ASK%7B%7D", "lod/", "robots.txt"):
            answer = ask(f"{url}/{path}")
            assert answer.status == 502
            assert answer.headers["access-control-allow-origin"] == "*"
            assert answer.headers["content-type"] == "text/plain; charset=utf-8"
            assert answer.headers["cache-control"] == "no-store"
            assert answer.body.decode().startswith("The endpoint does not answer")
