"""That nothing was checked is told in every report that tells of inputs."""

import json
from xml.etree import ElementTree

import pytest

from kyodo_lod.check.report import REPORTERS, Report

IDLE = Report("a.ttl", (), rules=("https://example.org/S",), engine="fast", idle=True)
BUSY = Report("b.ttl", (), rules=("https://example.org/S",), engine="fast")
_WHY = "no shape is about anything in it, so nothing was checked"


def _written(reporter: str) -> str:
    return REPORTERS[reporter].report([IDLE, BUSY], "en")


def test_text_does_not_say_that_there_are_no_violations() -> None:
    assert _written("text") == "a.ttl: nothing was checked\nb.ttl: no violations\n"


def test_json_has_a_field() -> None:
    assert [each["idle"] for each in json.loads(_written("json"))["reports"]] == [True, False]


def test_junit_skips_the_rules() -> None:
    first, second = ElementTree.fromstring(_written("junit"))  # noqa: S314 - our own
    assert (first.get("skipped"), second.get("skipped")) == ("1", "0")
    assert [skipped.get("message") for skipped in first.iter("skipped")] == [_WHY]


def test_sarif_notifies() -> None:
    (run,) = json.loads(_written("sarif"))["runs"]
    (told,) = run["invocations"][0]["toolExecutionNotifications"]
    assert (told["level"], told["message"]["text"]) == ("warning", _WHY)
    assert told["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a.ttl"


@pytest.mark.parametrize(
    ("reporter", "line"),
    [
        ("github", f"::notice file=a.ttl,title=idle::a.ttl: {_WHY}"),
        ("markdown", "- a.ttl"),
    ],
)
def test_a_page_says_so(reporter: str, line: str) -> None:
    assert line in _written(reporter).splitlines()
    assert not any("b.ttl" in each and "notice" in each for each in _written(reporter).splitlines())
