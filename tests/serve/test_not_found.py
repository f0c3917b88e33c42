"""The page that helps on where nothing is."""

import re
from dataclasses import replace

import html5lib
import pytest
from deploy.negotiation import BROWSER

from kyodo_lod.serve.described import Described
from kyodo_lod.serve.message import Reply, Request
from kyodo_lod.serve.not_found import not_found
from kyodo_lod.serve.release import Release

#: pages that are made when they are asked for
SERVED = ("check.html", "check.en.html")
PLAN = "id/072036/plan/kyodo-2"


def ask(
    path: str,
    release: Release,
    accept: str | None = BROWSER,
    language: str | None = None,
    climbs: int = -1,
) -> Reply:
    fields = {"accept": accept, "accept-language": language}
    headers = {name: value for name, value in fields.items() if value is not None}
    return not_found(Request("GET", path, headers=headers, climbs=climbs), release)


def text_of(reply: Reply) -> str:
    assert isinstance(reply.body, bytes)
    return reply.body.decode()


def links(html: str) -> list[str]:
    return re.findall(r'<a [^>]*?href="([^"#]+)"', html)


def test_a_browser_gets_a_page_and_is_not_to_keep_it_in_an_index(release: Release) -> None:
    reply = ask("nothing", release)
    assert (reply.status, reply.media_type) == (404, "text/html; charset=utf-8")
    assert (reply.headers["Content-Language"], reply.headers["X-Robots-Tag"]) == ("ja", "noindex")
    assert (reply.vary, reply.outcome) == (("Accept", "Accept-Language"), "unknown")
    html = text_of(reply)
    assert "データカタログ" in html
    assert '<meta name="robots" content="noindex">' in html
    assert "canonical" not in html
    html5lib.HTMLParser(strict=True).parse(html)


def test_it_speaks_the_readers_language(release: Release) -> None:
    html = text_of(ask(f"{PLAN}/fy2017/p/4-15", release, language="en"))
    assert '<html lang="en">' in html
    assert "The fiscal year 2017 is not published here; published: 2018." in html
    assert "年度「2017」は公開されていません。公開されているもの: 2018。" in text_of(
        ask(f"{PLAN}/fy2017/p/4-15", release, language="ja")
    )


@pytest.mark.parametrize("path", ["x", "x/y", f"{PLAN}/fy2017/p/4-15", "a//b/", "id/072036/unit/"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_its_links_are_right_at_any_depth(path: str, language: str, release: Release) -> None:
    html = text_of(ask(path, release, language=language))
    found = links(html)
    assert len(found) >= 9
    for link in found:
        assert link.count("../") == path.count("/")
        target = link.replace("../", "")
        assert target in release.files or target in release.things or target in SERVED


def test_an_encoded_slash_is_no_folder(release: Release) -> None:
    assert not any(link.startswith("../") for link in links(text_of(ask("a/b", release, climbs=0))))


def test_it_links_to_what_may_have_been_meant(release: Release) -> None:
    html = text_of(ask(f"{PLAN}/fy2017/p/4-15", release))
    link = f'<a href="../../../../../../{PLAN}/fy2018/p/4-15">'
    assert f"{link}<code>https://w3id.org/kyodo-lod/{PLAN}/fy2018/p/4-15</code></a>" in html


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", f"(here /lod/{PLAN}/fy2018)?\n"), ("ja", f"(このサーバーでは /lod/{PLAN}/fy2018)。\n")],
)
def test_the_path_behind_a_proxy_is_the_one_that_answers(
    release: Release, language: str, said: str
) -> None:
    headers = {"accept-language": language, "host": "evil.example"}
    request = Request("GET", f"{PLAN}/fy2017", headers=headers, root="/lod")
    assert text_of(not_found(request, release)).endswith(said)


@pytest.mark.parametrize(
    "path",
    ["<script>alert(1)</script>", "id/072036/unit/\"><img src=x onerror=alert(1)>", "{{ 7 * 7 }}",
     "id/072036/unit/{what}", "id/999999/'onload='x"],
)  # fmt: skip
def test_what_was_asked_for_stays_letters(path: str, release: Release) -> None:
    for language in ("ja", "en"):
        html = text_of(ask(path, release, language=language))
        assert "<script" not in html
        assert "<img" not in html
        assert "'onload" not in html
        assert "49" not in html.partition("<main")[2]
        html5lib.HTMLParser(strict=True).parse(html)


def test_a_hostile_iri_is_no_address_to_run(release: Release) -> None:
    there = Described("", ("catalog",))
    ill = replace(release, things={"javascript:alert(1)": there, 'x"onclick="y': there})
    html = text_of(ask("javascript:alert(2)", ill)) + text_of(ask('x"onclick="yz', ill))
    assert 'href="javascript%3Aalert%281%29"' in html
    assert 'href="x%22onclick%3D%22y"' in html


@pytest.mark.parametrize("accept", [None, "*/*", "text/turtle", "application/json", "text/plain"])
def test_a_program_gets_one_line(accept: str | None, release: Release) -> None:
    reply = ask(f"{PLAN}/fy2017/p/4-15", release, accept)
    assert reply.media_type == "text/plain; charset=utf-8"
    assert text_of(reply) == (
        "404: the fiscal year 2017 is not published here; published: 2018; "
        f"did you mean https://w3id.org/kyodo-lod/{PLAN}/fy2018/p/4-15 (here /{PLAN}/fy2018/p/4-15)?\n"
    )
    assert reply.vary == ("Accept", "Accept-Language")


def test_an_endless_address_gets_no_endless_page(release: Release) -> None:
    for path in ("a/" * 8000, "a" * 16_000, "id/" + "x/" * 19):
        assert len(text_of(ask(path, release))) < 100_000
    assert ask("a/" * 8000, release).media_type.startswith("text/plain")
