"""A file as it is sent: media type, tag, packing, links, how long it is kept."""

import gzip
from pathlib import Path

import pytest

from kyodo_lod.serve.files import (
    file_reply,
    headers_of,
    language_of,
    media_type,
    packs_well,
    unpacked_reply,
)
from kyodo_lod.serve.message import Reply, Request
from kyodo_lod.serve.release import Release

SLUG = "072036-kyodo-2-fy2018"
FOLDER = f"dataset/{SLUG}"
PROJECT = "id/072036/plan/kyodo-2/fy2018/p/4-15"


def ask(name: str, release: Release, **headers: str) -> Reply:
    given = {field.replace("_", "-"): value for field, value in headers.items()}
    return file_reply(name, Request("GET", name, headers=given), release)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("catalog.ttl", "text/turtle; charset=utf-8"), ("a.jsonld", "application/ld+json"),
        ("a.nt", "application/n-triples"), ("a.nq", "application/n-quads"),
        ("a.rdf", "application/rdf+xml"), ("a.trig", "application/trig"),
        ("a.rq", "application/sparql-query"), ("a.csv", "text/csv; charset=utf-8; header=present"),
        ("a.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("a.nt.gz", "application/gzip"), ("a.html", "text/html; charset=utf-8"),
        ("a.svg", "image/svg+xml"), ("a.json", "application/json"), ("SHA256SUMS", "text/plain; charset=utf-8"),
        ("csv-metadata.json", "application/csvm+json"), ("x/csv-metadata.json", "application/csvm+json"),
        ("a.js", "text/javascript; charset=utf-8"), ("a.css", "text/css; charset=utf-8"),
        ("a.wasm.bin", "application/octet-stream"), ("a.unheard-of", "application/octet-stream"),
    ],
)  # fmt: skip
def test_media_types_are_exact(name: str, expected: str) -> None:
    assert media_type(name) == expected


def test_every_file_of_the_site_has_a_media_type_of_its_own(release: Release) -> None:
    unknown = {name for name in release.files if media_type(name) == "application/octet-stream"}
    assert unknown == {"assets/vendor/oxigraph.wasm.bin"}


def test_what_is_packed_already_or_not_known_is_not_packed() -> None:
    names = ("a.ttl", "a.wasm.bin", "a.nt.gz", "a.xlsx", "SHA256SUMS", "a.unheard-of")
    assert [name for name in names if packs_well(name)] == ["a.ttl", "a.wasm.bin"]


def test_a_file_is_tagged_by_what_it_holds(release: Release) -> None:
    plain = ask("catalog.ttl", release)
    packed = ask("catalog.ttl", release, accept_encoding="gzip")
    assert plain.etag == release.files["catalog.ttl"]
    assert packed.etag == f"{plain.etag}-gzip"
    assert (plain.encoding, packed.encoding) == ("", "gzip")
    assert plain.vary == packed.vary == ("Accept-Encoding",)
    assert isinstance(plain.body, Path)
    assert isinstance(packed.body, Path)
    assert gzip.decompress(packed.body.read_bytes()) == plain.body.read_bytes()


def test_a_part_is_a_part_of_the_file_itself(release: Release) -> None:
    reply = ask("catalog.ttl", release, accept_encoding="gzip", range="bytes=0-9")
    assert (reply.encoding, reply.etag) == ("", release.files["catalog.ttl"])


@pytest.mark.parametrize("name", [f"{FOLDER}/{SLUG}.xlsx", f"{FOLDER}/1.0.0/{SLUG}.nt.gz"])
def test_what_is_packed_already_is_not_packed_again(name: str, release: Release) -> None:
    reply = ask(name, release, accept_encoding="gzip")
    assert (reply.body, reply.encoding, reply.vary) == (release.site / name, "", ())


@pytest.mark.parametrize(
    ("name", "forever"),
    [
        ("catalog.ttl", False), (f"{FOLDER}/{SLUG}.ttl", False), (f"{FOLDER}/index.html", False),
        ("def.ttl", False), ("def/1.0.0.ttl", True), (f"{FOLDER}/1.0.0/{SLUG}.nt.gz", True),
    ],
)  # fmt: skip
def test_a_version_is_kept_for_ever(name: str, forever: bool, release: Release) -> None:
    kept = ask(name, release).headers.get("Cache-Control")
    assert kept == ("public, max-age=31536000, immutable" if forever else None)
    if name.endswith(".gz"):
        bare = name.removesuffix(".gz")
        unpacked = unpacked_reply(bare, Request("GET", bare), release)
        assert unpacked.headers["Cache-Control"] == kept


@pytest.mark.parametrize(
    ("name", "data"),
    [
        (f"{PROJECT}.html", ["4-15.ttl", "4-15.jsonld"]),
        (f"{PROJECT}.en.html", ["4-15.ttl", "4-15.jsonld"]),
        ("index.html", ["catalog.ttl", "catalog.jsonld", "catalog.rdf"]),
        ("index.en.html", ["catalog.ttl", "catalog.jsonld", "catalog.rdf"]),
        (f"{FOLDER}/index.html", [f"{SLUG}.{each}" for each in ("ttl", "jsonld", "nt", "trig", "rdf")]),
        ("def.html", ["def.ttl"]),
        ("shapes/plan.en.html", ["plan.ttl"]),
        ("search.html", []),
        (f"{PROJECT}.ttl", []),
    ],
)  # fmt: skip
def test_a_page_is_linked_to_its_data(name: str, data: list[str], release: Release) -> None:
    link = headers_of(name, release.files).get("Link", "")
    assert [each.partition(">")[0].strip(" <") for each in link.split(",") if each] == data
    assert link.count('rel="alternate"; type="') == len(data)
    folder = name.rpartition("/")[0]
    assert all((f"{folder}/{each}" if folder else each) in release.files for each in data)


def test_a_table_is_described_by_its_metadata(release: Release) -> None:
    link = headers_of(f"{FOLDER}/{SLUG}-projects.csv", release.files)["Link"]
    assert link == '<csv-metadata.json>; rel="describedby"; type="application/csvm+json"'
    assert "Link" not in headers_of("queries/full-text.csv", release.files)


@pytest.mark.parametrize(
    ("name", "language"), [("a/b.html", "ja"), ("a/b.en.html", "en"), ("en.html", "ja")]
)
def test_a_page_tells_its_language(name: str, language: str) -> None:
    assert language_of(name) == language
    assert headers_of(name, ())["Content-Language"] == language
