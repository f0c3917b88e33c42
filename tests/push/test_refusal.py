"""Refusals: what each means, in one line, without what the server's page is made of."""

import pytest
import requests

from kyodo_lod.push.refusal import refused, unreachable

URL = "http://h/store?graph=x%3Ag"


def answer(code: int, text: str = "", reason: str = "", **headers: str) -> requests.Response:
    """Give what a server answers."""
    found = requests.Response()
    found.status_code, found.reason, found.encoding = code, reason, "utf-8"
    found._content = text.encode()
    found.headers.update(headers)
    return found


@pytest.mark.parametrize(
    ("code", "known", "words"),
    [
        (401, False, "asks who we are; set KYODO_LOD_PUSH_USER and KYODO_LOD_PUSH_PASSWORD"),
        (401, True, "does not accept the values of KYODO_LOD_PUSH_USER"),
        (403, True, "does not let these credentials write (on Virtuoso: GRANT SPARQL_UPDATE)"),
        (404, False, "is no graph store; they are /store of oxigraph"),
        (405, False, "is no graph store"),
        (413, False, "say a smaller --piece"),
        (503, False, "is busy (503)"),
    ],
)
def test_a_refusal_says_what_to_do(code: int, known: bool, words: str) -> None:
    line = refused(answer(code), URL, known=known).line("en")
    assert line.startswith("http://h/store: ")
    assert words in line


def test_another_refusal_is_told_in_the_words_of_the_server() -> None:
    page = "<html><head><title>no</title><style>p{}</style></head><p>Error\n 22023 &c\x1b[2J</p>"
    line = refused(answer(500, page + "x" * 500, "Request Failed"), URL, known=False).line("en")
    assert line.startswith("http://h/store: answers 500 Request Failed: Error 22023 &c<U+001B>[2J")
    assert len(line) < 300
    assert refused(answer(500), URL, known=False).line("en") == "http://h/store: answers 500"


def test_a_redirect_names_where_to_without_what_may_be_secret() -> None:
    there = answer(302, Location="https://login.example.org/?ticket=s3cret")
    line = refused(there, URL, known=True).line("en")
    assert "sends on to https://login.example.org/, which is not followed" in line
    assert "s3cret" not in line


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (requests.exceptions.SSLError(), "does not prove who it is (TLS)"),
        (requests.exceptions.ConnectTimeout(), "cannot be reached in time"),
        (requests.exceptions.ReadTimeout(), "gives no answer within 3 s"),
        (requests.exceptions.ChunkedEncodingError(), "broke off in the middle of its answer"),
        (requests.ConnectionError("[Errno 111] Connection refused"), "does not listen there"),
        (requests.ConnectionError("[Errno -2] Name"), "cannot be reached, or broke off"),
        (requests.exceptions.InvalidHeader(), "cannot be asked"),
    ],
)
def test_silence_has_a_reason(error: requests.RequestException, words: str) -> None:
    assert unreachable(URL, error, 3.0).line("en") == f"http://h/store: {words}"
    assert unreachable(URL, error, 3.0).line("ja").endswith("。")
