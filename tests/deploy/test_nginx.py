"""nginx over dist/, with docs/deploy/nginx.conf: status, Accept, media types, caching, CORS."""

import gzip
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from deploy.negotiation import BROWSER, cases
from deploy.published import (
    Dataset,
    File,
    base,
    datasets,
    described,
    files,
    sha256,
    sums,
    things,
)
from deploy.servers import DIST, ask, follow

Local = Callable[[str, str], str]
DATASET = datasets(DIST)[0]
EVERY = pytest.mark.parametrize("dataset", datasets(DIST), ids=lambda dataset: dataset.slug)
MEDIA_TYPES = {
    ".ttl": "text/turtle; charset=utf-8",
    ".jsonld": "application/ld+json",
    ".nt": "application/n-triples",
    ".rdf": "application/rdf+xml",
    ".trig": "application/trig",
    ".rq": "application/sparql-query",
    ".csv": "text/csv; charset=utf-8; header=present",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".gz": "application/gzip",
    ".html": "text/html; charset=utf-8",
    ".svg": "image/svg+xml",
    ".json": "application/json",
    "": "text/plain; charset=utf-8",
}


@pytest.mark.parametrize(("path", "accept", "target"), cases(DATASET))
def test_an_iri_leads_to_what_accept_asks_for(
    path: str, accept: str | None, target: str | None, nginx_server: str
) -> None:
    answer = ask(f"{nginx_server}/{path}", {"Accept": accept})
    assert answer.status == (406 if target is None else 303)
    assert answer.headers.get("location") == (None if target is None else f"/{target}")
    assert "Accept" in answer.headers["vary"]


def test_every_iri_of_ours_leads_to_triples_about_it(nginx_server: str, local: Local) -> None:
    asked = {"Accept": "text/turtle"}
    astray = []
    for iri in things(DIST):
        address, answer = follow(local(nginx_server, iri), asked)
        if answer.status != 200 or iri not in described(answer.body, answer.media_type):
            astray.append(f"{iri} → {answer.status} {address}")
    assert astray == []


@EVERY
def test_a_version_comes_as_its_triples_packed_or_not(dataset: Dataset, nginx_server: str) -> None:
    iri = f"{nginx_server}/dataset/{dataset.slug}/{dataset.version}"
    packed = (
        DIST / "dataset" / dataset.slug / dataset.version / f"{dataset.slug}.nt.gz"
    ).read_bytes()
    _, plain = follow(iri, {"Accept": "application/n-triples"})
    _, zipped = follow(iri, {"Accept": "application/n-triples", "Accept-Encoding": "gzip"})
    assert {plain.media_type, zipped.media_type} == {"application/n-triples"}
    assert "content-encoding" not in plain.headers
    assert zipped.headers["content-encoding"] == "gzip"
    assert (plain.body, zipped.body) == (gzip.decompress(packed), packed)
    assert ask(iri, {"Accept": BROWSER}).headers["location"] == f"/dataset/{dataset.slug}/"
    assert ask(iri, {"Accept": "text/csv"}).status == 406
    assert ask(f"{iri}/").headers["location"] == f"/dataset/{dataset.slug}/"


@EVERY
def test_what_has_no_year_leads_to_the_newest_dataset(dataset: Dataset, nginx_server: str) -> None:
    same = [one for one in datasets(DIST) if (one.code, one.plan) == (dataset.code, dataset.plan)]
    newest = max(same, key=lambda one: one.year)
    plan = f"id/{dataset.code}/plan/{dataset.plan}"
    for path in (plan, f"{plan}/policy", f"{plan}/policy/3"):
        answer = ask(f"{nginx_server}/{path}", {"Accept": "text/turtle"})
        assert answer.headers.get("location") == f"/dataset/{newest.slug}/{newest.slug}.ttl", (
            "a new year: change the lines under 'What is described where'"
        )


@pytest.mark.parametrize(
    "path",
    [
        "nothing", "dataset/999997-machi-1-fy2018", "dataset/999997-machi-1-fy2018/1.0.0",
        f"dataset/{DATASET.slug}/9.9.9", "id/999997", "id/fy/1066", "id/", "shapes/nothing", "def/9.9.9",
        "scheme/nothing", f"dataset/{DATASET.slug}/.kyodo-123", ".git/config", "queries/", "shapes/",
    ],
)  # fmt: skip
def test_what_is_not_there_is_a_helpful_404(path: str, nginx_server: str) -> None:
    answer = ask(f"{nginx_server}/{path}", {"Accept": BROWSER})
    assert (answer.status, answer.media_type) == (404, "text/html")
    assert "データカタログ".encode() in answer.body
    assert "immutable" not in answer.headers["cache-control"]


@pytest.mark.parametrize("file", files(DIST), ids=lambda file: file.download)
def test_access_and_download_urls_answer_as_stated(
    file: File, nginx_server: str, local: Local
) -> None:
    assert ask(local(nginx_server, file.access), {"Accept": BROWSER}).status == 200
    for encoding in ("identity", "gzip, br"):
        answer = ask(local(nginx_server, file.download), {"Accept-Encoding": encoding})
        body = answer.body
        if "content-encoding" in answer.headers:
            assert file.media_type != "application/gzip", "a .gz is not packed twice"
            body = gzip.decompress(body)
        assert (answer.status, answer.media_type) == (200, file.media_type)
        assert file.size in {None, len(body)}
        assert file.sha256 in {None, sha256(body)}


def test_every_file_answers_with_its_sum_and_media_type(nginx_server: str) -> None:
    for name, digest in sums(DIST):
        answer = ask(f"{nginx_server}/{name}")
        assert (answer.status, sha256(answer.body)) == (200, digest), name
        expected = MEDIA_TYPES[Path(name).suffix]
        if name.endswith("csv-metadata.json"):
            expected = "application/csvm+json"
        assert answer.headers["content-type"] == expected, name
        assert "content-encoding" not in answer.headers, name


@pytest.mark.parametrize("path", ["", f"dataset/{DATASET.slug}/"])
@pytest.mark.parametrize(
    ("asked", "given"),
    [
        (None, "ja"), ("ja", "ja"), ("en", "en"), ("en-GB,en;q=0.9", "en"), ("fr, en;q=0.5", "en"),
        ("ja-JP,ja;q=0.9,en-US;q=0.8,en;q=0.7", "ja"), ("de", "ja"), ("*", "ja"), ("en,ja;q=0.9", "en"),
    ],
)  # fmt: skip
def test_pages_come_in_the_language_asked_for(
    path: str, asked: str | None, given: str, nginx_server: str
) -> None:
    answer = ask(f"{nginx_server}/{path}", {"Accept-Language": asked, "Accept": "text/turtle"})
    assert (answer.status, answer.media_type) == (200, "text/html"), "a page is always HTML"
    name = "index.html" if given == "ja" else "index.en.html"
    assert answer.body == (DIST / path / name).read_bytes()
    assert answer.headers["content-language"] == given
    assert "Accept-Language" in answer.headers["vary"]


def test_the_page_of_the_vocabulary_comes_in_the_language_asked_for(nginx_server: str) -> None:
    english = {"Accept": BROWSER, "Accept-Language": "en"}
    for path in ("def", "shapes/plan"):
        assert ask(f"{nginx_server}/{path}", english).headers["location"] == f"/{path}.en.html"


def test_void_is_where_crawlers_look(nginx_server: str) -> None:
    answer = ask(f"{nginx_server}/.well-known/void")
    assert (answer.status, answer.media_type) == (200, "text/turtle")
    assert answer.body == (DIST / "void.ttl").read_bytes()


@pytest.mark.parametrize(
    ("path", "accept", "status"),
    [
        ("catalog.ttl", None, 200), ("def", None, 303), ("nothing", None, 404),
        ("def", "image/png", 406), ("", None, 200), (".well-known/void", None, 200),
    ],
)  # fmt: skip
def test_scripts_of_other_sites_may_read_every_answer(
    path: str, accept: str | None, status: int, nginx_server: str
) -> None:
    answer = ask(f"{nginx_server}/{path}", {"Accept": accept, "Origin": "https://example.org"})
    assert answer.status == status
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_preflight_is_answered(nginx_server: str) -> None:
    asked = {"Origin": "https://example.org", "Access-Control-Request-Headers": "if-none-match"}
    answer = ask(f"{nginx_server}/catalog.ttl", asked, "OPTIONS")
    assert answer.status == 204
    assert answer.headers["access-control-allow-methods"] == "GET, HEAD, OPTIONS"
    assert answer.headers["access-control-allow-headers"] == "if-none-match"


def test_nothing_can_be_written(nginx_server: str) -> None:
    for method in ("POST", "PUT", "DELETE"):
        assert ask(f"{nginx_server}/catalog.ttl", method=method).status == 405


@pytest.mark.parametrize(
    ("path", "forever"),
    [
        ("catalog.ttl", False), (f"dataset/{DATASET.slug}/{DATASET.slug}.ttl", False),
        (f"dataset/{DATASET.slug}/", False), ("def.ttl", False), ("def/1.0.0.ttl", True),
        (f"dataset/{DATASET.slug}/{DATASET.version}/{DATASET.slug}.nt.gz", True),
    ],
)  # fmt: skip
def test_a_version_is_kept_forever_all_else_is_asked_for_again(
    path: str, forever: bool, nginx_server: str
) -> None:
    answer = ask(f"{nginx_server}/{path}")
    kept = "public, max-age=31536000, immutable" if forever else "public, max-age=300"
    assert answer.headers["cache-control"] == kept
    again = ask(f"{nginx_server}/{path}", {"If-None-Match": answer.headers["etag"]})
    assert (again.status, again.body) == (304, b"")


@EVERY
def test_large_text_is_packed_and_a_table_names_its_metadata(
    dataset: Dataset, nginx_server: str
) -> None:
    folder = f"{nginx_server}/dataset/{dataset.slug}"
    for name in (f"{dataset.slug}.nt", f"{dataset.slug}-projects.csv", f"{dataset.slug}.jsonld"):
        answer = ask(f"{folder}/{name}", {"Accept-Encoding": "gzip"})
        assert answer.headers["content-encoding"] == "gzip", name
        assert "Accept-Encoding" in answer.headers["vary"]
    table = ask(f"{folder}/{dataset.slug}-projects.csv")
    assert table.headers["link"].startswith('<csv-metadata.json>; rel="describedby"')
    assert ask(f"{folder}/csv-metadata.json").status == 200


class _Wanted(HTMLParser):
    """What a page would load or run."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "script" and said.get("type") != "application/ld+json":
            self.found.append(f"script {said}")
        if tag in {"iframe", "form", "base", "object", "video", "audio", "embed"}:
            self.found.append(tag)
        address = said.get("src") or said.get("href") or ""
        loaded = tag == "img" or {"stylesheet", "icon"} & set((said.get("rel") or "").split())
        if loaded and re.match("[a-z]+:|//", address) and not address.startswith("data:image/"):
            self.found.append(f"{tag} {address}")
        self.found += [name for name in said if name.startswith("on")]


def test_pages_want_nothing_that_the_security_policy_refuses(nginx_server: str) -> None:
    pages = sorted(DIST.rglob("*.html"))
    assert pages
    for page in pages:
        answer = ask(f"{nginx_server}/{page.relative_to(DIST)}")
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")
        wanted = _Wanted()
        wanted.feed(answer.body.decode())
        assert wanted.found == [], page


def test_the_configuration_names_no_base(nginx_server: str) -> None:
    """A city may serve under its own base; only addresses without a host are given out."""
    answer = ask(f"{nginx_server}/def", {"Host": "lod.city.example.jp"})
    assert answer.headers["location"] == "/def.ttl"
    assert base(DIST).startswith("http")
