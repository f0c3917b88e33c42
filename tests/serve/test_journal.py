"""What happened, without who asked and for what."""

import json
import re

import pytest

from kyodo_lod.serve.journal import Journal, now, place


def test_a_line_of_json_is_one_event() -> None:
    lines: list[str] = []
    Journal("json", lines.append).note("request", route="sparql", status=200, ms=1.5)
    (line,) = lines
    said = json.loads(line)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", said.pop("time"))
    assert said == {"event": "request", "route": "sparql", "status": 200, "ms": 1.5}


def test_a_time_is_that_of_the_lines() -> None:
    lines: list[str] = []
    before = now()
    Journal("json", lines.append).note("stop")
    assert before <= json.loads(lines[0])["time"] <= now()


def test_a_line_for_people_says_the_same() -> None:
    lines: list[str] = []
    Journal("text", lines.append).note("start", port=8000)
    assert re.fullmatch(r"\S+Z  start  port 8000", lines[0])


def test_none_is_none() -> None:
    lines: list[str] = []
    Journal("none", lines.append).note("start", port=8000)
    assert lines == []


def test_a_fault_is_told_by_kind_and_place_and_never_by_its_words() -> None:
    lines: list[str] = []
    try:
        place(None)  # type: ignore[arg-type]
    except AttributeError as error:
        Journal("json", lines.append).fault("fault", error)
    said = json.loads(lines[0])
    assert (said["event"], said["kind"]) == ("fault", "AttributeError")
    assert re.fullmatch(r"serve/journal\.py:\d+", said["at"])
    assert "NoneType" not in lines[0]


def test_a_fault_of_others_has_no_place_of_ours() -> None:
    with pytest.raises(ValueError, match="Expecting") as raised:
        json.loads("{")
    assert place(raised.value) == ""
