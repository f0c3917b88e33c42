"""serve/check.py: the form on GET, the findings on POST, by path, Accept, Accept-Language and format."""

import asyncio
import gzip
import json
import socket
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import KORIYAMA, ROOT

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.check.report import REPORTERS
from kyodo_lod.serve.budget import Budgets
from kyodo_lod.serve.check import CONFORMS, CUT, OFFERS, PATHS, Check, body_limit
from kyodo_lod.serve.checkers import Checkers
from kyodo_lod.serve.limits import LIMITED, ServeLimits
from kyodo_lod.serve.message import Reply, Request
from kyodo_lod.serve.refusals import RefusedError
from kyodo_lod.serve.verdict import Answer, Task, verdict

DIST = ROOT / "dist"
PLAN = (KORIYAMA / "plan.txt").read_bytes()
OF_KORIYAMA = b"municipality=072036&plan=kyodo-2&year=2018"
ROOMY = replace(LIMITED, seconds=60, patience=60)
TEXT = {"content-type": "text/plain"}
#: what would ask an endpoint, if shapes were taken from an upload
SHAPE = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
<x:s> a sh:NodeShape ; sh:targetNode <x:s> ;
    sh:sparql [ sh:select "SELECT * {{ SERVICE <http://127.0.0.1:{port}/s> {{ ?a ?b ?c }} }}" ] .
"""


class InThisProcess(Checkers):
    """Checks at once, where it is not asked what a process of its own does; starting one takes a second."""

    async def check(
        self,
        task: Task,
        body: bytes,
        client: str = "",  # noqa: ARG002 (nobody waits)
        charge: Callable[[float], None] = float,  # noqa: ARG002 (nobody pays)
    ) -> Answer:
        """Give the verdict."""
        return verdict(task, body)


def check_of(limits: ServeLimits = ROOMY, checkers: Checkers | None = None) -> Check:
    given = checkers or Checkers(limits)
    return Check(DIST, "https://example.org/", given, Budgets(limits), limits)


def asked(request: Request, limits: ServeLimits = ROOMY, checkers: Checkers | None = None) -> Reply:
    return asyncio.run(check_of(limits, checkers).answer(request))


def posted(body: bytes, query: bytes = b"", path: str = "check", **headers: str) -> Reply:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return asked(Request("POST", path, query, named, body), checkers=InThisProcess())


def said(reply: Reply) -> str:
    assert isinstance(reply.body, bytes)
    return reply.body.decode()


@pytest.mark.parametrize(
    ("path", "accepted", "language"),
    [
        ("check", None, "ja"),
        ("check", "en", "en"),
        ("check.html", "en", "ja"),
        ("check.en.html", "ja", "en"),
    ],
)
def test_the_form_speaks_the_language_of_its_path_or_of_the_reader(
    path: str, accepted: str | None, language: str
) -> None:
    headers = {"accept-language": accepted} if accepted else {}
    reply = asked(Request("GET", path, headers=headers))
    assert (reply.status, reply.media_type) == (200, "text/html; charset=utf-8")
    assert f'<html lang="{language}">' in said(reply)
    assert reply.headers["Content-Language"] == language
    assert asked(Request("HEAD", path, headers=headers)) == reply


def test_other_methods_are_told_what_there_is() -> None:
    reply = asked(Request("PUT", "check"))
    assert (reply.status, reply.headers["Allow"]) == (405, "GET, HEAD, POST, OPTIONS")


def test_every_report_and_the_page_can_be_asked_for_by_accept() -> None:
    assert {offer.media_type for offer in OFFERS} == {
        "text/html",
        *(reporter.media_type for reporter in REPORTERS.values()),
    }


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        (None, "application/json"),
        ("*/*", "application/json"),
        ("application/json", "application/json"),
        ("application/sarif+json", "application/sarif+json"),
        ("text/plain", "text/plain; charset=utf-8"),
        ("text/markdown, */*;q=0.1", "text/markdown; charset=utf-8"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html; charset=utf-8"),
    ],
)  # fmt: skip
def test_accept_chooses_the_report(accept: str | None, media_type: str) -> None:
    headers = {"accept": accept} if accept else {}
    reply = posted(b"<x:a>", content_type="text/turtle", **headers)
    assert (reply.status, reply.media_type) == (422, media_type)
    assert reply.vary == ("Accept", "Accept-Language")
    is_page = media_type.startswith("text/html")
    assert reply.headers["Cache-Control"] == ("private, no-cache" if is_page else "no-store")


def test_what_nobody_writes_is_not_acceptable() -> None:
    reply = posted(PLAN, accept="image/png")
    assert reply.status == 406
    assert "application/sarif+json" in said(reply)


def test_a_form_of_the_page_is_answered_by_the_page_in_its_language() -> None:
    reply = posted(
        PLAN, OF_KORIYAMA, "check.en.html", content_type="text/plain", accept_language="ja"
    )
    assert reply.status == 200
    assert "All is well" in said(reply)


@pytest.mark.parametrize(
    ("body", "conforms"), [(PLAN, "true"), (PLAN.replace("総務部人事課".encode(), b""), "false")]
)
def test_programs_read_off_a_header_whether_all_is_well(body: bytes, conforms: str) -> None:
    reply = posted(body, OF_KORIYAMA, content_type="text/plain")
    assert (reply.status, reply.headers[CONFORMS], reply.headers[CUT]) == (200, conforms, "0")
    assert json.loads(said(reply))["conforms"] is (conforms == "true")


def test_a_refusal_is_one_line_in_the_readers_language() -> None:
    for language, words in (("ja", "三つとも"), ("en", "all three")):
        reply = posted(PLAN, content_type="text/plain", accept_language=language)
        assert (reply.status, reply.media_type) == (400, "text/plain; charset=utf-8")
        assert words in said(reply)
        assert said(reply).count("\n") == 1
        assert CONFORMS not in reply.headers


def test_a_refusal_for_a_browser_is_a_page() -> None:
    reply = posted(PLAN, path="check.html", content_type="application/pdf")
    assert reply.status == 415
    assert 'role="alert"' in said(reply)


def test_another_coding_of_the_content_is_refused_before_anything_is_started() -> None:
    headers = {"content-type": "text/turtle", "content-encoding": "br"}
    reply = asked(Request("POST", "check", b"", headers, b"x"))
    assert (reply.status, reply.work) == (415, 0.0)


def test_rdf_may_come_in_gzip() -> None:
    """Checked in a process of its own, as others are by default."""
    packed = gzip.compress(b"<x:a> <x:b> <x:c> .")
    headers = {"content-type": "text/turtle", "content-encoding": "gzip"}
    reply = asked(Request("POST", "check", b"format=text", headers, packed))
    assert (reply.status, reply.work > 0) == (200, True)


def test_when_all_is_busy_it_says_when_to_come_again() -> None:
    async def crowd() -> list[Reply]:
        check = check_of(replace(ROOMY, patience=0))
        requests = [Request("POST", "check", OF_KORIYAMA, TEXT, PLAN, client) for client in "abc"]
        return list(await asyncio.gather(*(check.answer(each) for each in requests)))

    replies = asyncio.run(crowd())
    [busy] = [each for each in replies if each.outcome == "busy"]
    assert (busy.status, busy.headers["Retry-After"]) == (503, "5")


def test_who_has_used_what_they_are_given_waits_and_the_others_do_not() -> None:
    async def greedy() -> list[Reply]:
        check = check_of(replace(ROOMY, errors=1))
        faulty = Request("POST", "check", b"", TEXT, PLAN, "a")
        right = Request("POST", "check", OF_KORIYAMA, TEXT, PLAN, "a")
        others = replace(right, client="b")
        return [await check.answer(each) for each in (faulty, faulty, faulty, right, others)]

    *_, refused, others = asyncio.run(greedy())
    assert (refused.status, refused.outcome) == (429, "overdrawn")
    assert int(refused.headers["Retry-After"]) > 0
    assert others.status == 200


def test_time_is_charged_whatever_comes_of_it() -> None:
    async def used(limits: ServeLimits) -> int:
        budgets = Budgets(limits, clock=lambda: 0.0)
        check = Check(DIST, "https://example.org/", Checkers(limits), budgets, limits)
        await check.answer(Request("POST", "check", OF_KORIYAMA, TEXT, PLAN, "a"))
        await check.answer(Request("POST", "check", OF_KORIYAMA, TEXT, PLAN, "b"))
        assert budgets.wait("c") == 0
        return min(budgets.wait("a"), budgets.wait("b"))

    tight = replace(ROOMY, busy=1e-3)  # type: ignore[arg-type]
    assert asyncio.run(used(tight)) > 0
    assert asyncio.run(used(replace(tight, result=20))) > 0


def test_what_would_take_as_long_again_is_told_without_a_time_to_come_again() -> None:
    limits = replace(ROOMY, result=20)
    reply = asked(Request("POST", "check", OF_KORIYAMA, TEXT, PLAN), limits)
    assert (reply.status, reply.outcome) == (503, "result")
    assert "Retry-After" not in reply.headers


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/ld+json", '{{"@context": "http://127.0.0.1:{port}/c", "@id": "x:a"}}'),
        ("application/ld+json", '{{"@context": {{"@import": "http://127.0.0.1:{port}/c"}}}}'),
        ("text/turtle", "<x:a> <http://www.w3.org/2002/07/owl#imports> <http://127.0.0.1:{port}/o> ."),
        (
            "application/rdf+xml",
            '<!DOCTYPE r [<!ENTITY e SYSTEM "http://127.0.0.1:{port}/e">]><r>&e;</r>',
        ),
        ("application/rdf+xml", '<!DOCTYPE r SYSTEM "http://127.0.0.1:{port}/d"><r/>'),
        ("text/turtle", SHAPE),
    ],
)  # fmt: skip
def test_nothing_is_fetched(kind: str, body: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        reply = posted(body.format(port=port).encode(), content_type=kind)
        assert reply.status in (200, 422)
        listening.setblocking(False)
        with pytest.raises(BlockingIOError):
            listening.accept()


def unread(why: RefusedError, path: str = "check", **headers: str) -> Reply:
    return check_of().unread(Request("POST", path, headers=headers), why)


def test_a_body_that_is_too_large_to_be_read_is_refused_on_the_page() -> None:
    large = RefusedError(413, Bilingual("長い", "long"), "size")
    page = unread(large, "check.html")
    assert (page.status, page.media_type) == (413, "text/html; charset=utf-8")
    assert "ファイルが大きすぎます (8 MB まで)" in said(page)
    assert 'id="municipality"' in said(page)
    assert "「戻る」で、入力した欄に戻れます。" in said(page)
    for accept in ("*/*", "image/png"):
        line = said(unread(large, accept=accept))
        assert line.startswith("413: the file is too large (8 MB at most); save the tables")
        assert line.count("\n") == 1
        assert "Back" not in line


def test_another_reason_not_to_read_a_body_keeps_its_words_and_its_time_to_come_again() -> None:
    reply = unread(RefusedError(503, Bilingual("混", "crowded"), "crowded", again=5))
    assert (reply.status, reply.outcome, reply.headers["Retry-After"]) == (503, "crowded", "5")
    assert "crowded" in said(reply)


def test_an_upload_and_the_form_around_it_have_room() -> None:
    assert body_limit(LIMITED) > LIMITED.upload


def test_every_path_is_a_page_of_the_site_that_is_not_there() -> None:
    assert set(PATHS) == {"check", "check.html", "check.en.html"}
    assert not (DIST / "check.html").exists()


def test_a_sample_document_is_there_to_be_downloaded_and_the_page_leads_to_it(
    tmp_path: Path,
) -> None:
    reply = asyncio.run(check_of().sample(Request("GET", "check-sample.txt")))
    assert (reply.status, reply.media_type) == (200, "text/plain; charset=utf-8")
    assert "新規\t事業名\t事業計画\t担当課\r\n" in said(reply)
    assert 'href="check-sample.txt" download' in said(asked(Request("GET", "check")))
    none = Check(tmp_path, "https://example.org/", Checkers(ROOMY), Budgets(ROOMY), ROOMY)
    assert asyncio.run(none.sample(Request("GET", "check-sample.txt"))).status == 404
