"""The headers of an answer, as docs/deploy.md promises them."""

import re

import pytest
from conftest import ROOT

from kyodo_lod.serve.message import Reply, Request
from kyodo_lod.serve.outgoing import headers, options

_NGINX = (ROOT / "docs" / "deploy" / "nginx.conf").read_text(encoding="utf-8")


@pytest.mark.parametrize("status", [200, 303, 400, 404, 429, 500, 503])
def test_every_answer_may_be_read_by_any_site_and_is_what_it_says(status: int) -> None:
    found = headers(Reply(status), "", 0)
    assert found["access-control-allow-origin"] == "*"
    assert found["x-content-type-options"] == "nosniff"
    assert found["referrer-policy"] == "strict-origin-when-cross-origin"
    exposed = found["access-control-expose-headers"].split(", ")
    for name in ("Content-Range", "Accept-Ranges", "ETag", "Retry-After", "Link", "Allow"):
        assert name in exposed


def test_what_nginx_lets_scripts_read_is_let_here_too() -> None:
    given = re.search(r'Access-Control-Expose-Headers "([^"]+)"', _NGINX)
    assert given
    here = headers(Reply(200), "", 0)["access-control-expose-headers"]
    assert set(given[1].split(", ")) <= set(here.split(", "))
    assert "Content-Range" in given[1]


def test_pages_get_the_policy_that_nginx_gives_them() -> None:
    policy = re.search(r'"(default-src [^"]+)"', _NGINX)
    assert policy
    for media_type in ("text/html; charset=utf-8", "image/svg+xml"):
        found = headers(Reply(200, b"", media_type), "", 0)
        assert found["content-security-policy"] == policy[1]
    assert "content-security-policy" not in headers(Reply(200, b"", "text/turtle"), "", 0)


@pytest.mark.parametrize(
    ("status", "caching"),
    [
        (200, "public, max-age=300"),
        (303, "public, max-age=300"),
        (404, "public, max-age=300"),
        (410, "public, max-age=300"),
        (400, "no-store"),
        (406, "no-store"),
        (416, "no-store"),
        (429, "no-store"),
        (503, "no-store"),
    ],
)
def test_what_passes_is_not_kept(status: int, caching: str) -> None:
    assert headers(Reply(status), "", 0)["cache-control"] == caching


@pytest.mark.parametrize("status", [400, 404, 406, 410, 503])
def test_the_words_of_an_error_vary_with_their_reader(status: int) -> None:
    reply = Reply(status, vary=("Accept-Language", "Accept-Encoding"))
    assert headers(reply, "", 0)["vary"] == "Accept-Language, Accept-Encoding, Accept"
    assert headers(Reply(status), "", 0)["vary"] == "Accept, Accept-Language"
    assert "vary" not in headers(Reply(200), "", 0)


def test_a_reply_may_say_it_otherwise() -> None:
    reply = Reply(200, headers={"Cache-Control": "no-store"})
    assert headers(reply, "", 0)["cache-control"] == "no-store"


def test_a_reply_becomes_headers() -> None:
    reply = Reply(
        200, b"x", "text/turtle", {"Link": "<x>"}, "abc", ("Accept", "Accept-Encoding"), "gzip"
    )
    found = headers(reply, "", 784111777)
    assert found["content-type"] == "text/turtle"
    assert found["link"] == "<x>"
    assert found["etag"] == '"abc"'
    assert found["last-modified"] == "Sun, 06 Nov 1994 08:49:37 GMT"
    assert found["vary"] == "Accept, Accept-Encoding"
    assert found["content-encoding"] == "gzip"


@pytest.mark.parametrize(
    ("prefix", "given", "location"),
    [
        ("", "dataset/x/", "/dataset/x/"),
        ("/lod", "dataset/x/", "/lod/dataset/x/"),
        ("", "/host.example/", "/host.example/"),
        ("", "//host.example/", "/host.example/"),
        ("/lod", "", "/lod/"),
    ],
)
def test_a_redirect_stays_on_this_host(prefix: str, given: str, location: str) -> None:
    assert headers(Reply(303, headers={"Location": given}), prefix, 0)["location"] == location


def test_options_names_the_methods_and_allows_the_fields_asked_for() -> None:
    asked = {"access-control-request-headers": "content-type, X-Thing"}
    reply = options(Request("OPTIONS", "", headers=asked), ("GET", "POST"))
    assert (reply.status, reply.headers["Allow"]) == (204, "GET, POST")
    assert reply.headers["Access-Control-Allow-Methods"] == "GET, POST"
    assert reply.headers["Access-Control-Allow-Headers"] == "content-type, X-Thing"


@pytest.mark.parametrize("field", ["", "a b", "a\r\nX: y", "a;b", "é"])
def test_what_is_no_list_of_fields_is_not_echoed(field: str) -> None:
    asked = {"access-control-request-headers": field}
    reply = options(Request("OPTIONS", "", headers=asked), ("GET",))
    assert "Access-Control-Allow-Headers" not in reply.headers
