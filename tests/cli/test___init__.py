"""Every way to end is one exit status, and every error one line."""

from collections.abc import Callable

import click
import pytest
from cli.running import invoke

from kyodo_lod import cli
from kyodo_lod.bilingual import Bilingual
from kyodo_lod.cli.terminal import ClosedPipe
from kyodo_lod.errors import DocumentError, InvalidPlanError, KyodoError, OutputError
from kyodo_lod.finding import Finding, Severity
from kyodo_lod.origin import Origin

FINDING = Finding(
    "https://w3id.org/kyodo-lod/shapes/document#x",
    Severity.VIOLATION,
    Bilingual("直してください", "repair it"),
    Origin("plan.txt", 3),
)


@pytest.fixture
def ends(monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], None]:
    """Make the command line end with an exception."""

    def set_end(end: BaseException) -> None:
        def main(*_: object, **__: object) -> int:
            raise end

        monkeypatch.setattr(cli.kyodo_lod, "main", main)

    return set_end


@pytest.mark.parametrize(
    ("end", "code", "line"),
    [
        (KyodoError("here", "だめ", "no"), 2, "here: no"),
        (DocumentError("a\nb", "だめ", "no\nmore"), 2, "a b: no more"),
        (OutputError("a\x1bb", "だめ", "no"), 2, "a<U+001B>b: no"),
        (click.UsageError("wrong."), 2, "kyodo-lod: wrong (see kyodo-lod --help)"),
        (click.ClickException("wrong"), 2, "kyodo-lod: wrong (see kyodo-lod --help)"),
        (click.FileError("f", "gone"), 2, "kyodo-lod: Could not open file 'f': gone (see kyodo-lod --help)"),
        (PermissionError(13, "Permission denied", "x.ttl"), 2, "x.ttl: cannot be used (Permission denied)"),
        (OSError("odd"), 2, "kyodo-lod: cannot be used (odd)"),
        (KeyboardInterrupt(), 130, ""),
        (click.Abort(), 130, ""),
        (ClosedPipe(), 141, ""),
    ],
    ids=lambda value: repr(value) if isinstance(value, BaseException) else "",
)  # fmt: skip
def test_every_end_has_its_status(
    end: BaseException, code: int, line: str, ends: Callable[[BaseException], None]
) -> None:
    ends(end)
    done = invoke("read", "x")
    assert (done.code, done.out) == (code, "")
    assert done.err == (f"{line}\n" if line else "")


def test_an_invalid_plan_ends_with_its_findings(ends: Callable[[BaseException], None]) -> None:
    ends(InvalidPlanError("plan.txt", [FINDING]))
    done = invoke("convert", "x")
    assert done.code == 1
    assert done.err.splitlines() == [
        "plan.txt:3: violation document#x: repair it",
        "plan.txt: has violations, so nothing was written; repair them and run again",
    ]


def test_a_bug_is_not_hidden(ends: Callable[[BaseException], None]) -> None:
    ends(ZeroDivisionError())
    with pytest.raises(ZeroDivisionError):
        invoke("read", "x")


def test_a_bug_is_no_finding(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_: list[str]) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(cli, "run", broken)
    with pytest.raises(SystemExit) as ended:
        cli.main(["read"])
    assert ended.value.code == 2
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_without_a_verb_the_help_goes_to_stderr() -> None:
    done = invoke()
    assert (done.code, done.out) == (2, "")
    assert done.err == invoke("--help").out


def test_main_ends_the_process_with_the_status(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["kyodo-lod", "read"])
    monkeypatch.setattr(cli, "run", lambda arguments: 2 if arguments == ["read"] else 3)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 2
