"""What is answered for an address of the site: the table of docs/deploy.md, and where it ends."""

import gzip
from pathlib import Path

import pytest
from deploy.negotiation import BROWSER, cases
from deploy.published import datasets
from deploy.servers import DIST
from hypothesis import given
from hypothesis import strategies as st

from kyodo_lod.serve.message import Reply, Request
from kyodo_lod.serve.release import Release
from kyodo_lod.serve.resources import answer

DATASET = datasets(DIST)[0]
SLUG = DATASET.slug
FOLDER = f"dataset/{SLUG}"
YEAR = f"id/{DATASET.code}/plan/{DATASET.plan}/fy{DATASET.year}"
#: a sub-item that the data hold
ITEM = f"{YEAR}/p/2-03/s/1"
PAGED = (YEAR, f"{YEAR}/p/4-15", f"{YEAR}/policy/3", ITEM)


def ask(release: Release, path: str, **headers: str | None) -> Reply:
    given = {name.replace("_", "-"): value for name, value in headers.items() if value is not None}
    return answer(Request("GET", path, headers=given), release)


def expected(path: str, accept: str | None, target: str | None) -> tuple[str, str | None]:
    """Give a row of the table as it is here: a thing leads to its own page and the data beside it."""
    path = path.replace(f"{YEAR}/p/4-15/s/1", ITEM)  # the table's is in no data
    if path.startswith("scheme/") and accept in (BROWSER, "text/html"):
        return path, f"codes.html#{path.removeprefix('scheme/')}"  # the site has a page of them
    beside = {f"{YEAR}/policy/3": YEAR, ITEM: f"{YEAR}/p/2-03"}.get(path, path)
    if path in PAGED and target == f"{FOLDER}/":
        fragment = path.removeprefix(f"{beside}/")
        return path, f"{beside}.html" + (f"#{fragment}" if beside != path else "")
    if path in PAGED and target and target.endswith((".ttl", ".jsonld")):
        return path, f"{beside}.{target.rpartition('.')[2]}"
    return path, target


@pytest.mark.parametrize(("path", "accept", "target"), cases(DATASET))
def test_an_iri_leads_to_what_accept_asks_for(
    path: str, accept: str | None, target: str | None, release: Release
) -> None:
    path, target = expected(path, accept, target)
    reply = ask(release, path, accept=accept)
    assert reply.status == (406 if target is None else 303)
    assert reply.headers.get("Location") == target
    assert "Accept" in reply.vary


def test_what_is_not_acceptable_is_told_what_is(release: Release) -> None:
    reply = ask(release, f"{YEAR}/p/4-15", accept="image/png")
    assert reply.body == (
        b"406: text/turtle, text/html, application/ld+json, application/n-triples, "
        b"application/rdf+xml, application/trig\n"
    )
    assert (reply.media_type, reply.outcome) == ("text/plain; charset=utf-8", "not-acceptable")
    assert ask(release, "def", accept="image/png").body == b"406: text/turtle, text/html\n"


@pytest.mark.parametrize("path", sorted(PAGED))
def test_a_page_is_led_to_in_the_readers_language(path: str, release: Release) -> None:
    reply = ask(release, path, accept="text/html", accept_language="en")
    assert ".en.html" in reply.headers["Location"]
    assert reply.vary == ("Accept", "Accept-Language")


@pytest.mark.parametrize(
    ("path", "language", "target"),
    [
        (f"{ITEM}.ttl", None, f"{YEAR}/p/2-03.ttl"),
        (f"{ITEM}.jsonld", None, f"{YEAR}/p/2-03.jsonld"),
        (f"{ITEM}.nt", None, f"{FOLDER}/{SLUG}.nt"),
        (f"{ITEM}.html", None, f"{YEAR}/p/2-03.html#s/1"),
        (f"{ITEM}.html", "en", f"{YEAR}/p/2-03.en.html#s/1"),
        (f"{ITEM}.en.html", None, f"{YEAR}/p/2-03.en.html#s/1"),
        (f"{YEAR}/p/4-15.rdf", None, f"{FOLDER}/{SLUG}.rdf"),
        (f"{YEAR}/p/4-15.trig", None, f"{FOLDER}/{SLUG}.trig"),
        (f"{YEAR}.nt", None, f"{FOLDER}/{SLUG}.nt"),
        (f"{FOLDER}.ttl", None, f"{FOLDER}/{SLUG}.ttl"),
        (f"{FOLDER}.csv", None, f"{FOLDER}/{SLUG}-projects.csv"),
        (f"{FOLDER}.html", "en", f"{FOLDER}/"),
        (f"{FOLDER}/1.0.0.nt", None, f"{FOLDER}/1.0.0/{SLUG}.nt"),
        ("id/publisher.ttl", None, "catalog.ttl"),
        ("id/publisher.html", None, ""),
        ("scheme/account/suido.ttl", None, "scheme/account.ttl"),
        ("void.ttl", None, None),
        ("id/publisher.nt", None, None),
        ("def/1.0.0.html", None, None),
        (f"{ITEM}.csv", None, None),
        (f"{ITEM}.", None, None),
        (f"{ITEM}.x.ttl", None, None),
        ("nothing.ttl", None, None),
    ],
)
def test_a_suffix_asks_for_a_format(
    path: str, language: str | None, target: str | None, release: Release
) -> None:
    reply = ask(release, path, accept_language=language, accept="image/png")
    if target is None:
        assert reply.status == (200 if path == "void.ttl" else 404)
    else:
        assert (reply.status, reply.headers["Location"]) == (303, target)
        assert "Accept" not in reply.vary


@pytest.mark.parametrize("name", ["ttl", "jsonld", "html", "en.html"])
def test_a_thing_with_a_page_has_files_of_its_own(name: str, release: Release) -> None:
    assert ask(release, f"{YEAR}/p/4-15.{name}").status == 200


@pytest.mark.parametrize(
    ("path", "status", "target"),
    [
        (f"{YEAR}/p/4-15/", 308, f"{YEAR}/p/4-15"),
        (f"{YEAR.upper()}/P/4-15", 308, f"{YEAR}/p/4-15"),
        ("DEF", 308, "def"),
        ("catalog/", 308, "catalog"),
        ("queries", 308, "queries/"),
        (f"{FOLDER}/1.0.0/", 303, f"{FOLDER}/"),
        (f"{FOLDER}//", 404, None),
        (f"{YEAR}/p/4-15//", 404, None),
        ("CATALOG.TTL", 404, None),
        ("id", 404, None),
        ("/", 404, None),
        ("//example.org", 404, None),
        ("/example.org/", 404, None),
    ],
)
def test_another_spelling_leads_on_only_where_it_is_certain(
    path: str, status: int, target: str | None, release: Release
) -> None:
    reply = ask(release, path, accept="text/turtle")
    assert (reply.status, reply.headers.get("Location")) == (status, target)


@pytest.mark.parametrize(
    "path",
    [
        "nothing", "dataset/999997-machi-1-fy2018", "dataset/999997-machi-1-fy2018/1.0.0",
        f"dataset/{SLUG}/9.9.9", "id/999997", "id/fy/1066", "id/", "shapes/nothing", "def/9.9.9",
        "scheme/nothing", f"dataset/{SLUG}/.kyodo-123", ".git/config", "shapes/",
        "../release.json", "..", "../../etc/passwd", "id/../catalog.ttl", "./catalog.ttl",
        "catalog.ttl\0", "\0", "catalog.ttl/", "..\\..\\etc\\passwd", "C:\\Windows\\win.ini",
        "packed/catalog.ttl.gz", "catalog.ttl.gz", "release.json", "store/", "site/catalog.ttl",
        ".well-known/security.txt", f"{YEAR}/p/4-15#s/1", "javascript:alert(1)", "a\r\nSet-Cookie: b",
        "\ufffd", "x" * 16_000, "../" * 5000, "." * 16_000, "A/" * 8000,
    ],
)  # fmt: skip
def test_nothing_else_is_there(path: str, release: Release) -> None:
    for accept in (BROWSER, None):
        reply = ask(release, path, accept=accept)
        assert reply.status == 404
        assert isinstance(reply.body, bytes)
        assert str(release.folder).encode() not in reply.body
        assert len(reply.body) < 100_000


@pytest.mark.parametrize("path", ["", f"{FOLDER}/", "queries/"])
@pytest.mark.parametrize(("asked", "given"), [(None, "ja"), ("en", "en"), ("ja,en;q=0.9", "ja")])
def test_a_folder_is_its_page_in_the_readers_language(
    path: str, asked: str | None, given: str, release: Release
) -> None:
    reply = ask(release, path, accept_language=asked, accept="text/turtle")
    name = "index.html" if given == "ja" else "index.en.html"
    assert (reply.status, reply.body) == (200, release.site / path / name)
    assert reply.headers["Content-Language"] == given
    assert reply.media_type == "text/html; charset=utf-8"
    assert reply.vary == ("Accept-Language", "Accept-Encoding")


def test_a_version_comes_as_its_triples_packed_or_not(release: Release) -> None:
    name = f"{FOLDER}/{DATASET.version}/{SLUG}.nt"
    packed = (release.site / f"{name}.gz").read_bytes()
    plain, zipped = ask(release, name), ask(release, name, accept_encoding="gzip")
    assert isinstance(plain.body, Path)
    assert plain.body.read_bytes() == gzip.decompress(packed)
    assert (zipped.body, zipped.encoding) == (release.site / f"{name}.gz", "gzip")
    assert {plain.media_type, zipped.media_type} == {"application/n-triples"}
    assert len({plain.etag, zipped.etag, release.files[f"{name}.gz"]}) == 3
    assert ask(release, name, accept_encoding="gzip", range="bytes=0-1").encoding == ""
    kept = ask(release, f"{name}.gz", accept_encoding="gzip")
    assert (kept.media_type, kept.encoding) == ("application/gzip", "")


def test_void_is_where_crawlers_look(release: Release) -> None:
    reply = ask(release, ".well-known/void")
    assert (reply.status, reply.media_type) == (200, "text/turtle; charset=utf-8")
    assert reply.body == release.site / "void.ttl"


_PIECES = st.sampled_from(
    ["", "..", ".", "id", "072036", "plan", "kyodo-2", "fy2018", "p", "4-15", "s", "1", "dataset", SLUG,
     "1.0.0", "catalog", "catalog.ttl", "index.html", "def", "unit", "policy", "3", ".well-known", "void"]
)  # fmt: skip
_PATHS = st.lists(_PIECES | st.text(max_size=8), max_size=9).map("/".join)
_ENDINGS = st.sampled_from(["", ".ttl", ".html", ".en.html", ".nt", ".nt.gz", "/", ".", "\0", "#s"])


@given(_PATHS, _ENDINGS, st.none() | st.text(max_size=20))
def test_whatever_is_asked_for_only_the_site_answers(
    release: Release, path: str, ending: str, accept: str | None
) -> None:
    reply = ask(release, f"{path}{ending}", accept=accept)
    assert reply.status in (200, 303, 308, 404, 406)
    if reply.status == 200:
        assert isinstance(reply.body, Path)
        folder = release.site if reply.body.is_relative_to(release.site) else release.unpacked
        name = reply.body.relative_to(folder).as_posix()
        assert name in release.files or f"{name}.gz" in release.files
    location = reply.headers.get("Location", "")
    assert location.isascii()
    assert not location.startswith("/")
    assert ".." not in location


def test_every_described_thing_leads_to_a_file_that_is_there(release: Release) -> None:
    for path in release.things:
        for accept in ("*/*", "text/html, */*;q=0.1"):
            reply = ask(release, path, accept=accept)
            target = reply.headers["Location"].partition("#")[0]
            assert ask(release, target).status == 200, (path, target)
