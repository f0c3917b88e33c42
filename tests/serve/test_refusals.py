"""One plain line, in the language that the client prefers."""

import pytest

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.serve.message import Request
from kyodo_lod.serve.refusals import RefusedError, refusal, refused

_LATE = Bilingual("時間がかかりすぎました。", "took too long")


@pytest.mark.parametrize(
    ("accepted", "language"),
    [(None, "en"), ("fr", "en"), ("en-US,en;q=0.9,ja;q=0.8", "en"), ("fr, ja;q=0.3", "ja")],
)
def test_japanese_is_spoken_where_it_is_preferred(accepted: str | None, language: str) -> None:
    headers = {} if accepted is None else {"accept-language": accepted}
    reply = refusal(Request("GET", "", headers=headers), 503, _LATE, "late")
    assert reply.headers["Content-Language"] == language


def test_a_refusal_is_one_plain_line() -> None:
    reply = refusal(Request("GET", "sparql"), 503, _LATE, "late", {"Retry-After": "2"})
    assert (reply.status, reply.body) == (503, b"503: took too long\n")
    assert reply.media_type == "text/plain; charset=utf-8"
    assert reply.headers == {"Content-Language": "en", "Retry-After": "2"}
    assert (reply.vary, reply.outcome) == (("Accept-Language",), "late")


def test_an_error_says_when_to_come_again_and_what_was_spent() -> None:
    why = RefusedError(503, _LATE, "late", {"Allow": "GET"}, again=7, work=1.5)
    reply = refused(Request("GET", "sparql"), why)
    assert (reply.status, reply.body) == (503, b"503: took too long\n")
    assert reply.headers == {"Content-Language": "en", "Allow": "GET", "Retry-After": "7"}
    assert (reply.outcome, reply.work) == ("late", 1.5)


def test_what_would_be_no_better_again_has_no_time_for_it() -> None:
    reply = refused(Request("GET", "sparql"), RefusedError(413, _LATE))
    assert reply.headers == {"Content-Language": "en"}
