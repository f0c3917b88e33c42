"""The page that asks a query: a reader gets it however long the query is, and however it came."""

import json
import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qsl

import html5lib
import pytest
from serve.test_release import example

from kyodo_lod.serve.asked import Asked, Dataset
from kyodo_lod.serve.message import Reply, Request
from kyodo_lod.serve.query_page import query_page, to_page
from kyodo_lod.serve.release import Release

LONG = "ASK {} # あ</script><!--<script>" + "x" * 5000
_SENT = re.compile(rb'<script type="application/json" id="sent">(.*)</script>')


@pytest.fixture
def release(tmp_path: Path) -> Release:
    made = replace(example(tmp_path), files={"sparql.html": "1", "sparql.en.html": "2"})
    made.site.mkdir()
    for name in made.files:
        text = f"<!doctype html>\n<html><head>\n<title>{name}</title>\n</head><body></body></html>"
        (made.site / name).write_text(text, encoding="utf-8")
    return made


def asked(text: str, release: Release, **headers: str) -> Reply:
    request = Request("GET", "sparql", headers={k.replace("_", "-"): v for k, v in headers.items()})
    reply = query_page(request, Asked(text, None), (("word", "防 災"),), release)
    assert reply is not None
    return reply


def test_a_short_query_is_in_the_address_of_the_page(release: Release) -> None:
    reply = asked("ASK {}", release, accept_language="en")
    page, _, fragment = reply.headers["Location"].partition("#")
    assert (reply.status, page) == (303, "sparql.en.html")
    assert parse_qsl(fragment) == [("query", "ASK {}"), ("param.word", "防 災")]


@pytest.mark.parametrize(("language", "page"), [("ja", "sparql.html"), ("en", "sparql.en.html")])
@pytest.mark.parametrize("text", [LONG, "ASK {} #" + "あ" * 900])
def test_a_long_one_comes_with_the_page(
    release: Release, language: str, page: str, text: str
) -> None:
    reply = asked(text, release, accept_language=language)
    assert (reply.status, reply.media_type) == (200, "text/html; charset=utf-8")
    assert (reply.headers["Content-Language"], reply.headers["Cache-Control"]) == (
        language,
        "no-store",
    )
    assert reply.vary == ("Accept", "Accept-Language")
    assert isinstance(reply.body, bytes)
    found = _SENT.search(reply.body)
    assert found
    sent = {"page": page, "text": text, "values": {"word": "防 災"}}
    assert json.loads(found[1]) == sent
    assert f"<title>{page}</title>".encode() in reply.body


def test_a_query_stays_text(release: Release) -> None:
    body = asked(LONG, release).body
    assert isinstance(body, bytes)
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(body)
    (script,) = tree.iter("script")
    assert json.loads(script.text or "")["text"] == LONG


def test_graphs_beside_the_query_cannot_be_told_to_the_page(release: Release) -> None:
    query = Asked("ASK {}", Dataset(("urn:g",), ()))
    assert query_page(Request("GET", "sparql"), query, (), release) is None


def test_without_a_query_the_page_is_led_to() -> None:
    assert to_page(Request("GET", "sparql")).headers["Location"] == "sparql.html"
