"""The wire: what is tried again, what is not, and to whom nothing is sent."""

import base64
import socket
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
import requests
from deploy.servers import free_port
from push.misbehaving import Misbehaving, drop, drop_in_the_middle, hang, misbehaving, status

from kyodo_lod.errors import ServerError
from kyodo_lod.push.credentials import Credentials
from kyodo_lod.push.wire import Patience, Wire, _asked_wait

NAMED = Credentials("me", "s3cret")


class Listener:
    """A wire, and what it says."""

    def __init__(self, credentials: Credentials, patience: Patience) -> None:
        self.said: list[str] = []
        self.wire = Wire(credentials, patience, lambda text: self.said.append(text.en))

    def put(self, url: str) -> int:
        """Put a triple there."""
        with closing(self.wire):
            return self.wire.send("PUT", url, {}, b"<x:a> <x:b> <x:c> .\n").status_code


def patient(
    tries: int = 2, seconds: float = 5.0, credentials: Credentials | None = None
) -> Listener:
    return Listener(credentials or Credentials(), Patience(seconds, tries))


@pytest.fixture
def graph(misbehaving: Misbehaving) -> str:
    return f"{misbehaving.store}?graph=x:g"


@pytest.mark.parametrize("code", [429, 502, 503, 504])
def test_a_busy_server_is_asked_again_as_soon_as_it_says(
    code: int, misbehaving: Misbehaving, graph: str
) -> None:
    misbehaving.fail(status(code, Retry_After="0"), status(code, Retry_After="0"))
    listener = patient()
    assert listener.put(graph) == 204
    assert len(misbehaving.sent) == 3
    assert [text.endswith("trying again at once") for text in listener.said] == [True, True]


def test_a_date_may_say_when(misbehaving: Misbehaving, graph: str) -> None:
    past = format_datetime(datetime.now(UTC) - timedelta(days=1), usegmt=True)
    misbehaving.fail(status(503, Retry_After=past))
    listener = patient()
    assert listener.put(graph) == 204
    assert listener.said[0].endswith("is busy (503); trying again at once")


def test_half_a_second_is_no_0_s(misbehaving: Misbehaving, graph: str) -> None:
    misbehaving.fail(status(503))
    listener = patient()
    assert listener.put(graph) == 204
    assert listener.said[0].endswith("is busy (503); trying again in 0.5 s")


@pytest.mark.parametrize("fault", [drop, drop_in_the_middle])
def test_a_connection_that_breaks_is_made_again(
    fault: object, misbehaving: Misbehaving, graph: str
) -> None:
    misbehaving.fail(fault)  # type: ignore[arg-type]
    assert patient().put(graph) == 204
    assert len(misbehaving.sent) == 2


def test_a_server_that_stays_busy_is_given_up(misbehaving: Misbehaving, graph: str) -> None:
    misbehaving.fail(*[status(503, Retry_After="0")] * 5)
    with pytest.raises(ServerError, match=r"is busy \(503\)"):
        patient().put(graph)
    assert len(misbehaving.sent) == 3


def test_a_server_that_says_nothing_is_given_up(misbehaving: Misbehaving, graph: str) -> None:
    misbehaving.fail(hang(1.0), hang(1.0))
    with pytest.raises(ServerError, match=r"gives no answer within 0\.1 s"):
        patient(tries=0, seconds=0.1).put(graph)
    assert len(misbehaving.sent) == 1


def test_a_server_that_is_not_there_is_given_up() -> None:
    with pytest.raises(ServerError, match="does not listen there"):
        patient(tries=0).put(f"http://127.0.0.1:{free_port()}/store")


def test_a_name_that_nobody_knows_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)  # no name server is asked
    with pytest.raises(ServerError, match="is a name that is not known"):
        patient(tries=0).put("http://nowhere.invalid/store")


@pytest.mark.parametrize("code", [400, 403, 404, 405, 409, 413, 415, 422, 500, 501])
def test_a_refusal_is_not_sent_again(code: int, misbehaving: Misbehaving, graph: str) -> None:
    misbehaving.fail(status(code))
    with pytest.raises(ServerError):
        patient().put(graph)
    assert len(misbehaving.sent) == 1


def test_a_password_is_given_when_asked_for_and_then_kept(
    misbehaving: Misbehaving, graph: str
) -> None:
    misbehaving.fail(status(401, WWW_Authenticate='Basic realm="x"'))
    listener = patient(credentials=NAMED)
    listener.wire.send("PUT", graph, {}, b"")
    listener.wire.send("PUT", graph, {}, b"")
    listener.wire.close()
    basic = "Basic " + base64.b64encode(b"me:s3cret").decode()
    assert [sent.headers.get("Authorization") for sent in misbehaving.sent] == [None, basic, basic]


def test_a_password_that_is_not_accepted_is_sent_once(misbehaving: Misbehaving, graph: str) -> None:
    misbehaving.fail(*[status(401, WWW_Authenticate='Basic realm="x"')] * 3)
    with pytest.raises(ServerError, match="does not accept") as caught:
        patient(credentials=NAMED).put(graph)
    assert len(misbehaving.sent) == 2
    assert "s3cret" not in str(caught.value)


def test_without_a_password_nothing_is_sent_again(misbehaving: Misbehaving, graph: str) -> None:
    misbehaving.fail(status(401, WWW_Authenticate='Basic realm="x"'))
    with pytest.raises(ServerError, match="asks who we are; set KYODO_LOD_PUSH_USER"):
        patient().put(graph)
    assert len(misbehaving.sent) == 1


@pytest.fixture
def another() -> Iterator[Misbehaving]:
    with misbehaving() as store:
        yield store


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("credentials", [NAMED, Credentials(token="t0ken")])  # noqa: S106
def test_a_redirect_is_told_and_not_followed(
    code: int, credentials: Credentials, misbehaving: Misbehaving, graph: str, another: Misbehaving
) -> None:
    misbehaving.fail(status(code, Location=f"{another.store}?graph=x:g"))
    with pytest.raises(ServerError) as caught:
        patient(credentials=credentials).put(graph)
    assert f"sends on to {another.store}, which is not followed" in caught.value.line("en")
    assert another.sent == []


def test_a_netrc_is_not_read(
    misbehaving: Misbehaving, graph: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login me password s3cret\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    assert patient().put(graph) == 204
    assert "Authorization" not in misbehaving.sent[0].headers


def test_a_wait_that_is_asked_for_is_bounded() -> None:
    answer = requests.Response()
    for asked, attempt, wait in (("100000", 0, 120), ("nonsense", 3, 4), ("", 20, 120)):
        answer.headers["Retry-After"] = asked
        assert _asked_wait(answer, attempt) == wait


def test_a_server_that_does_not_prove_who_it_is_is_asked_once(
    misbehaving: Misbehaving, graph: str
) -> None:
    listener = patient()
    with pytest.raises(ServerError, match=r"does not prove who it is \(TLS\)"):
        listener.put(graph.replace("http:", "https:"))
    assert listener.said == []
    assert misbehaving.of("PUT") == []
