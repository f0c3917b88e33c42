"""Credentials: from the environment, in the way the server asks for, shown nowhere."""

import pytest
import requests
from requests.auth import HTTPBasicAuth, HTTPDigestAuth

from kyodo_lod.errors import ServerError
from kyodo_lod.push.credentials import Credentials, from_environment

LOCAL, FAR = "http://localhost:7878/store", "http://lod.example.jp/store"
NAMED = {"KYODO_LOD_PUSH_USER": "me", "KYODO_LOD_PUSH_PASSWORD": "s3cret"}
TOKEN = {"KYODO_LOD_PUSH_TOKEN": "t0ken"}


def test_they_come_from_the_environment() -> None:
    assert not from_environment({}, FAR, insecure=False)
    assert from_environment(NAMED, LOCAL, insecure=False) == Credentials("me", "s3cret")
    assert from_environment(TOKEN, LOCAL, insecure=False) == Credentials(token="t0ken")  # noqa: S106


@pytest.mark.parametrize("environment", [NAMED, TOKEN])
def test_they_are_not_sent_unencrypted_to_another_machine(environment: dict[str, str]) -> None:
    with pytest.raises(ServerError, match="use https, or say --insecure"):
        from_environment(environment, FAR, insecure=False)
    assert from_environment(environment, FAR, insecure=True)
    assert from_environment(environment, FAR.replace("http:", "https:"), insecure=False)


def test_a_password_without_a_name_or_a_line_break_is_a_mistake() -> None:
    with pytest.raises(ServerError, match="KYODO_LOD_PUSH_USER: is not set"):
        from_environment({"KYODO_LOD_PUSH_PASSWORD": "x"}, LOCAL, insecure=False)
    with pytest.raises(ServerError, match="KYODO_LOD_PUSH_TOKEN: holds a line break"):
        from_environment({"KYODO_LOD_PUSH_TOKEN": "x\r\nHost: y"}, LOCAL, insecure=False)


def test_they_stand_in_no_text() -> None:
    shown = repr(Credentials("me", "s3cret", "t0ken"))
    assert not any(word in shown for word in ("me", "s3cret", "t0ken"))


def test_a_password_goes_out_only_when_asked_for_and_digest_before_basic() -> None:
    named = Credentials("私", "ひみつ")
    request = requests.Request("GET", LOCAL, auth=named.at_first()).prepare()
    assert "Authorization" not in request.headers
    assert isinstance(named.when_asked('Basic realm="x"'), HTTPBasicAuth)
    assert isinstance(named.when_asked('Basic realm="x", Digest realm="y"'), HTTPDigestAuth)
    assert named.when_asked("Negotiate") is None
    assert Credentials().when_asked("Basic") is None


def test_basic_is_utf_8() -> None:
    auth = Credentials("私", "ひみつ").when_asked("Basic")
    request = requests.Request("GET", LOCAL, auth=auth).prepare()
    assert request.headers["Authorization"] == "Basic 56eBOuOBsuOBv+OBpA=="


def test_a_token_goes_with_every_request() -> None:
    auth = Credentials(token="t0ken").at_first()  # noqa: S106
    request = requests.Request("GET", LOCAL, auth=auth).prepare()
    assert request.headers["Authorization"] == "Bearer t0ken"
