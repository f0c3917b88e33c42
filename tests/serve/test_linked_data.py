"""The tables of the other servers, over HTTP against `kyodo-lod serve`: status, Accept, types, caching, CORS."""

import gzip
import urllib.parse
from collections.abc import Callable
from pathlib import Path

import pytest
from deploy.negotiation import BROWSER, cases
from deploy.published import base, described, files, sha256, things
from deploy.servers import DIST, ask, follow
from serve.servers import Server, started
from serve.test_resources import DATASET, FOLDER, ITEM, SLUG, YEAR, expected

START = base(DIST)
PROJECT = f"{YEAR}/p/4-15"


def _local(server: Server, iri: str) -> str:
    return f"{server.url}{urllib.parse.quote(iri.removeprefix(START), safe='/')}"


def test_an_iri_leads_to_what_accept_asks_for(server: Server) -> None:
    for path, accept, target in cases(DATASET):
        path, target = expected(path, accept, target)
        answer = ask(f"{server.url}{path}", {"Accept": accept})
        assert answer.status == (406 if target is None else 303), (path, accept)
        assert answer.headers.get("location") == (None if target is None else f"/{target}")
        assert "Accept" in answer.headers["vary"].split(", ")


def test_every_iri_of_ours_leads_to_triples_about_it(server: Server) -> None:
    astray = []
    for iri in things(DIST):
        address, answer = follow(_local(server, iri), {"Accept": "text/turtle"})
        if answer.status != 200 or iri not in described(answer.body, answer.media_type):
            astray.append(f"{iri} → {answer.status} {address}")
    assert astray == []


def test_every_project_leads_to_its_page(server: Server) -> None:
    address, answer = follow(f"{server.url}{ITEM}", {"Accept": BROWSER, "Accept-Language": "en"})
    assert (answer.status, answer.headers["content-language"]) == (200, "en")
    assert address.endswith("/p/2-03.en.html#s/1")
    assert (
        '<4-15.ttl>; rel="alternate"; type="text/turtle"'
        in (ask(f"{server.url}{PROJECT}.html").headers["link"])
    )


def test_access_and_download_urls_answer_as_stated(server: Server) -> None:
    for file in files(DIST):
        assert ask(_local(server, file.access), {"Accept": BROWSER}).status == 200
        for encoding in ("identity", "gzip, br"):
            answer = ask(_local(server, file.download), {"Accept-Encoding": encoding})
            body = answer.body
            if "content-encoding" in answer.headers:
                assert file.media_type != "application/gzip", "a .gz is not packed twice"
                body = gzip.decompress(body)
            assert (answer.status, answer.media_type) == (200, file.media_type)
            assert file.size in {None, len(body)}
            assert file.sha256 in {None, sha256(body)}


def test_every_file_answers_with_its_sum(server: Server) -> None:
    """The site's own list of sums comes first, and tells the rest."""
    listed = ask(f"{server.url}SHA256SUMS").body.decode().splitlines()
    assert len(listed) > 500
    for line in listed[::7]:
        digest, _, name = line.partition("  ")
        answer = ask(f"{server.url}{name}")
        assert (answer.status, sha256(answer.body)) == (200, digest), name


def test_void_is_where_crawlers_look(server: Server) -> None:
    answer = ask(f"{server.url}.well-known/void")
    assert (answer.status, answer.media_type) == (200, "text/turtle")
    assert answer.body == (DIST / "void.ttl").read_bytes()


@pytest.mark.parametrize(
    ("path", "accept", "status"),
    [
        ("catalog.ttl", None, 200), ("def", None, 303), ("nothing", None, 404), ("nothing", BROWSER, 404),
        ("def", "image/png", 406), ("", None, 200), (".well-known/void", None, 200), ("DEF", None, 308),
    ],
)  # fmt: skip
def test_scripts_of_other_sites_may_read_every_answer(
    path: str, accept: str | None, status: int, server: Server
) -> None:
    for method in ("GET", "HEAD"):
        answer = ask(
            f"{server.url}{path}", {"Accept": accept, "Origin": "https://example.org"}, method
        )
        assert answer.status == status
        assert answer.headers["access-control-allow-origin"] == "*"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert bool(answer.body) == (method == "GET" and status not in (303, 308))


def test_a_preflight_is_answered_and_nothing_can_be_written(server: Server) -> None:
    asked = {"Origin": "https://example.org", "Access-Control-Request-Headers": "if-none-match"}
    answer = ask(f"{server.url}catalog.ttl", asked, "OPTIONS")
    assert answer.status == 204
    assert answer.headers["access-control-allow-methods"] == "GET, HEAD, OPTIONS"
    assert answer.headers["access-control-allow-headers"] == "if-none-match"
    for method in ("POST", "PUT", "DELETE"):
        assert ask(f"{server.url}{PROJECT}", method=method).status == 405


@pytest.mark.parametrize(
    ("path", "forever"),
    [
        ("catalog.ttl", False), (f"{FOLDER}/{SLUG}.ttl", False), (f"{FOLDER}/", False),
        ("def.ttl", False), ("def/1.0.0.ttl", True), (f"{PROJECT}.html", False),
        (f"{FOLDER}/{DATASET.version}/{SLUG}.nt.gz", True), (f"{FOLDER}/{DATASET.version}/{SLUG}.nt", True),
    ],
)  # fmt: skip
def test_a_version_is_kept_forever_all_else_is_asked_for_again(
    path: str, forever: bool, server: Server
) -> None:
    answer = ask(f"{server.url}{path}")
    kept = "public, max-age=31536000, immutable" if forever else "public, max-age=300"
    assert answer.headers["cache-control"] == kept
    again = ask(f"{server.url}{path}", {"If-None-Match": answer.headers["etag"]})
    assert (again.status, again.body) == (304, b"")
    assert again.headers["cache-control"] == kept
    other = {"If-None-Match": answer.headers["etag"], "Accept-Encoding": "gzip"}
    is_packed = "content-encoding" in ask(f"{server.url}{path}", other).headers
    assert is_packed == (not path.endswith(".gz")), "packed, it is another thing"


@pytest.mark.parametrize("path", ["", f"{FOLDER}/"])
@pytest.mark.parametrize(("asked", "given"), [(None, "ja"), ("en-GB,en;q=0.9", "en"), ("de", "ja")])
def test_pages_come_in_the_language_asked_for(
    path: str, asked: str | None, given: str, server: Server
) -> None:
    answer = ask(f"{server.url}{path}", {"Accept-Language": asked, "Accept": "text/turtle"})
    assert (answer.status, answer.media_type) == (200, "text/html"), "a page is always HTML"
    assert f'<html lang="{given}">'.encode() in answer.body
    assert answer.headers["content-language"] == given
    assert "Accept-Language" in answer.headers["vary"]
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")


def test_a_part_of_a_dump_is_a_part_of_its_bytes(server: Server) -> None:
    name = f"{FOLDER}/{SLUG}.nt"
    whole = (DIST / name).read_bytes()
    part = ask(f"{server.url}{name}", {"Range": "bytes=100-199", "Accept-Encoding": "gzip"})
    assert (part.status, part.body) == (206, whole[100:200])
    assert part.headers["content-range"] == f"bytes 100-199/{len(whole)}"
    assert "content-encoding" not in part.headers
    version = f"{FOLDER}/{DATASET.version}/{SLUG}.nt"
    unpacked = gzip.decompress((DIST / f"{version}.gz").read_bytes())
    part = ask(f"{server.url}{version}", {"Range": "bytes=100-199"})
    assert (part.status, part.body) == (206, unpacked[100:200])


@pytest.mark.parametrize(
    "target",
    [
        "/..%2f..%2fetc%2fpasswd", "/%2e%2e/%2e%2e/etc/passwd", "/../release.json", "/site/../release.json",
        "/catalog.ttl%00", "/..%5c..%5cwin.ini", "/%2e%2e%2frelease.json", "//etc/passwd", "/.git/config",
        "/assets/..%2f..%2frelease.json", "/%c0%ae%c0%ae/release.json", "/catalog.ttl%2f", "/id/%0d%0aX: y",
    ],
)  # fmt: skip
def test_no_path_leads_out_of_the_site(target: str, server: Server) -> None:
    """As they are, for a client of the standard library would mend some of them."""
    target = target.replace(" ", "%20")
    received = server.send(
        f"GET {target} HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nConnection: close\r\n\r\n".encode()
    )
    head, _, body = received.partition(b"\r\n\r\n")
    assert head.split(b" ")[1] == b"404"
    assert b"\r\nX: y" not in head
    for secret in (str(server.state).encode(), b"root:", b"Traceback", b'"digest"'):
        assert secret not in received
    assert b"</html>" in body


def test_a_page_of_nothing_links_right_with_an_encoded_slash(server: Server) -> None:
    page = ask(f"{server.url}id%2Fnothing", {"Accept": BROWSER})
    assert (page.status, page.headers["x-robots-tag"]) == (404, "noindex")
    assert b'href="search.html"' in page.body


def test_behind_a_proxy_every_address_has_its_prefix(new_state: Callable[[], Path]) -> None:
    with started(DIST, new_state(), "--root-path", "/lod") as behind:
        for asked in (f"lod/{PROJECT}", PROJECT):
            answer = behind.ask(asked, {"Accept": "text/turtle"})
            assert answer.headers["location"] == f"/lod/{PROJECT}.ttl"
        page = behind.ask("lod/id/nothing", {"Accept": BROWSER})
        assert b'href="../search.html"' in page.body
