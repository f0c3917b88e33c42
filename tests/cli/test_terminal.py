"""Streams that are closed, full or watched; colour, tables and progress."""

import io
import os
import re
import sys
from pathlib import Path

import pytest
from cli.running import invoke
from rich.cells import cell_len

from kyodo_lod.cli import terminal
from kyodo_lod.cli.terminal import bold, wrapped
from kyodo_lod.errors import KyodoError, OutputError

FULL = Path("/dev/full")


class Screen(io.TextIOWrapper):
    """A stream at which a person looks."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", write_through=True)

    def isatty(self) -> bool:
        """Tell that somebody does."""
        return True

    @property
    def text(self) -> str:
        """What was written."""
        buffer = self.buffer
        assert isinstance(buffer, io.BytesIO)
        return buffer.getvalue().decode("utf-8")


@pytest.mark.parametrize(
    ("environ", "screen", "expected"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": ""}, False, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
    ],
)
def test_colour_is_for_people_who_want_it(
    environ: dict[str, str], screen: bool, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert terminal.has_colour(Screen() if screen else io.StringIO()) == expected


def test_a_closed_or_absent_stream_is_no_terminal() -> None:
    closed = io.StringIO()
    closed.close()
    assert not terminal.is_terminal(closed)
    assert not terminal.is_terminal(None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "colour"),
    [
        ("plan.txt:3: violation document#row-cells: has 3 cells", "31"),
        ("plan.txt:3: 違反 document#row-cells: セルが 3 個です", "31"),
        ("plan.txt:3: warning document#x: fine", "33"),
        ("plan.txt:3: 警告 document#x: 可", "33"),
        ("plan.txt:3: info document#x: fine", "34"),
    ],
)
def test_a_severity_is_coloured_where_it_stands(line: str, colour: str) -> None:
    painted = terminal.coloured(line, Screen())
    assert painted.count("\x1b[") == 3
    assert f"\x1b[{colour}m" in painted
    word = line.split()[1]
    assert painted.replace(f"\x1b[{colour}m\x1b[1m{word}\x1b[0m", word) == line
    assert terminal.coloured(line, io.StringIO()) == line


def test_only_the_first_severity_of_a_line_is_coloured() -> None:
    line = "plan.txt:3: warning document#x: 'a: violation b: c'"
    assert terminal.coloured(line, Screen()).count("\x1b[0m") == 1


def test_text_that_is_no_finding_stays_plain() -> None:
    text = "plan.txt: no violations\nplan.txt: 3 violations, 1 warning\n"
    assert terminal.coloured(text, Screen()) == text


def test_a_table_takes_nothing_for_markup_and_keeps_its_columns() -> None:
    rows = [["[red]赤[/red]", "1"], ["{x} ${y} \\", "22"], ["http://例え.jp/?a=[b]", "333"]]
    text = terminal.table(["名前", "数"], rows, right=[1])
    for row in rows:
        assert row[0] in text
    assert "\x1b" not in text
    assert len({cell_len(line) for line in text.splitlines() if line.strip()}) == 1
    assert "|   1 |" in text


def test_a_long_cell_is_folded_not_cut() -> None:
    long = "あ" * 300
    text = terminal.table(["x", "y"], [[long, "1"]])
    assert text.count("あ") == 300
    assert max(map(cell_len, text.splitlines())) <= 120


def test_a_table_on_a_screen_is_as_wide_as_the_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Screen())
    monkeypatch.setenv("COLUMNS", "60")
    text = re.sub(r"\x1b\[[0-9;]*m", "", terminal.table(["x"], [["あ" * 100]]))
    assert max(map(cell_len, text.splitlines())) == 60
    assert "|" not in text


def test_a_table_leaves_stdout_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stdout", screen)
    terminal.table(["x"], [["y"]])
    assert screen.text == ""


def test_data_are_utf_8_whatever_the_terminal_is_set_to() -> None:
    done = invoke("--help")  # both streams of a test run are set to ASCII
    assert "実施計画" in done.out


def test_half_a_character_is_no_reason_to_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, write in (("stdout", terminal.put), ("stderr", terminal.tell)):
        screen = Screen()
        monkeypatch.setattr(sys, name, screen)
        write("a\udcffb")
        assert screen.text.rstrip() == "a?b"


def test_a_closed_stdout_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(OutputError, match="stdout: is closed"):
        terminal.put("x")


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
def test_a_full_disk_behind_stdout_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    with FULL.open("w", encoding="utf-8") as full:
        monkeypatch.setattr(sys, "stdout", full)
        with pytest.raises(OutputError, match="stdout: cannot be written"):
            terminal.put("x")


def test_a_reader_that_went_away_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        with pytest.raises(terminal.ClosedPipe):
            terminal.put("x")


def test_messages_that_nobody_can_read_are_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    terminal.tell("x")
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as pipe:
        monkeypatch.setattr(sys, "stderr", pipe)
        terminal.tell("x")


def test_an_absent_stdin_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(KyodoError, match="-: stdin is closed"):
        terminal.stdin()


def test_stdin_that_is_a_folder_is_said_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    handle = os.open(tmp_path, os.O_RDONLY)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(_Raw(handle))))
    with pytest.raises(KyodoError, match="stdin cannot be read"):
        terminal.stdin()
    os.close(handle)


class _Raw(io.RawIOBase):
    """Reads a file descriptor, even a folder's."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        data = os.read(self._handle, len(buffer))
        buffer[: len(data)] = data
        return len(data)


def test_steps_are_told_only_under_verbose(city: Path) -> None:
    assert invoke("read", str(city), "--format", "csv").err == ""
    told = invoke("read", str(city), "--format", "csv", "--verbose").err
    assert told.count("\n") == 1
    assert f" s  {city}" in told
    assert invoke("read", str(city), "--format", "csv").err == ""


def test_progress_is_for_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream, quiet, silent in ((Screen(), False, False), (Screen(), True, True)):
        monkeypatch.setattr(sys, "stderr", stream)
        monkeypatch.setenv("TERM", "xterm")
        with terminal.progress(quiet=quiet) as show:
            show("072036-kyodo-2-fy2018")
        assert (stream.text == "") == silent


def test_a_table_far_wider_than_the_window_comes_as_records(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(terminal, "is_terminal", lambda _: True)
    monkeypatch.setenv("COLUMNS", "40")
    rows = [["防災情報発信事業" * 4, "3"], ["短い", "4"]]
    assert terminal.table(["name", "order"], rows) == (
        f"name   {'防災情報発信事業' * 4}\norder  3\n\nname   短い\norder  4\n"
    )
    assert "order" in terminal.table(["name", "order"], [["短い", "4"]])


def test_lines_are_broken_by_columns_on_a_screen_only(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "これは長い文です。 these are words\nshort"
    assert wrapped(text, "  ") == "  これは長い文です。 these are words\n  short"
    monkeypatch.setattr(terminal, "is_terminal", lambda _: True)
    monkeypatch.setenv("COLUMNS", "22")
    assert wrapped(text, "  ") == "  これは長い文です。\n  these are words\n  short"
    assert wrapped("one two three four five", "  ", "    ") == "  one two three\n      four five"
    assert wrapped("[red]no markup[/red]") == "[red]no markup[/red]"
    assert wrapped("総務部人事課総務部人事課") == "総務部人事課総務部人事\n課"


def test_a_heading_is_heavy_where_colour_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal, "has_colour", lambda _: False)
    assert bold("Why") == "Why"
    monkeypatch.setattr(terminal, "has_colour", lambda _: True)
    assert bold("Why") == "\x1b[1mWhy\x1b[0m"
