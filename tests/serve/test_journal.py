"""What happened, without who asked and for what."""

import contextlib
import io
import itertools
import json
import os
import re
import sys
from collections.abc import Iterator
from unittest import mock

import pytest

from kyodo_lod.serve.journal import Journal, now, place, to_stderr


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


def test_lines_that_cannot_be_written_are_counted_and_the_number_told() -> None:
    lines: list[str] = []
    room = [True, False, False, False, True, True, True]

    def write(line: str) -> bool:
        if is_room := room.pop(0):
            lines.append(line)
        return is_room

    journal = Journal("json", write)
    for event in ("a", "b", "c", "d", "e"):
        journal.note(event)
    said = [json.loads(line) for line in lines]
    assert [line["event"] for line in said] == ["a", "lost", "e"]
    assert said[1]["lines"] == 3


def test_a_line_that_finds_no_room_behind_the_number_is_counted_anew() -> None:
    lines: list[str] = []
    room = [False, True, False, True, True]

    def write(line: str) -> bool:
        if is_room := room.pop(0):
            lines.append(line)
        return is_room

    journal = Journal("text", write)
    for event in ("a", "b", "c"):
        journal.note(event)
    assert [line.split("  ", 1)[1] for line in lines] == ["lost  lines 1", "lost  lines 1", "c"]


@contextlib.contextmanager
def stderr_of_a_pipe() -> Iterator[int]:
    """Put a pipe in the place of stderr; give the end to read from."""
    reading, writing = os.pipe()
    with open(writing, "w", encoding="utf-8") as pipe, mock.patch.object(sys, "stderr", pipe):  # noqa: PTH123 - a descriptor
        yield reading


def test_a_line_goes_to_stderr_whole() -> None:
    with stderr_of_a_pipe() as reading:
        assert to_stderr("線 \ud800")
    assert os.read(reading, 100) == "線 \\ud800\n".encode()
    os.close(reading)


def test_a_pipe_that_is_full_is_not_waited_for() -> None:
    line = "x" * 1000
    with stderr_of_a_pipe() as reading:
        written = sum(itertools.takewhile(bool, (to_stderr(line) for _ in range(1000))))
        assert 0 < written < 1000
        assert not to_stderr(line)
        os.read(reading, 65536)
        assert to_stderr(line)
    os.close(reading)


def test_a_pipe_that_nobody_reads_any_more_is_no_fault() -> None:
    with stderr_of_a_pipe() as reading:
        os.close(reading)
        assert not to_stderr("x")


@pytest.mark.parametrize("stderr", [None, io.StringIO()])
def test_no_stderr_is_no_fault(stderr: io.StringIO | None) -> None:
    with mock.patch.object(sys, "stderr", stderr):
        assert not to_stderr("x")
