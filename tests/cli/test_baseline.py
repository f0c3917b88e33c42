"""The baseline of `validate`: adopted, old, refused."""

from pathlib import Path

from cli.conftest import DATA
from cli.running import invoke


def test_a_baseline_is_adopted_and_told_of_when_it_is_old(
    arguments: list[str], tmp_path: Path
) -> None:
    known = str(tmp_path / "known.json")
    assert invoke(*arguments, "--write-baseline").code == 2
    done = invoke(*arguments, "--baseline", known, "--write-baseline")
    told = f"{known}: wrote 1 finding; what it holds does not count with --baseline {known}\n"
    assert (done.code, done.out, done.err) == (0, "", told)
    assert invoke(*arguments, "--baseline", known, "--write-baseline", "--quiet").err == ""
    done = invoke(*arguments, "--baseline", known)
    assert (done.code, done.out) == (0, f"{arguments[1]}: no violations (1 known)\n")
    Path(arguments[1]).write_text(
        DATA.replace(" .", " ; <https://example.org/p> 1 ."), encoding="utf-8"
    )
    done = invoke(*arguments, "--baseline", known)
    assert (done.code, done.err.count("\n")) == (0, 1)
    assert "1 known finding is gone" in done.err


def test_a_baseline_is_not_written_without_what_cannot_be_read(
    arguments: list[str], tmp_path: Path
) -> None:
    known = tmp_path / "known.json"
    done = invoke(
        *arguments, str(tmp_path / "no.ttl"), "--baseline", str(known), "--write-baseline"
    )
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 2)
    assert not known.exists()


def test_a_baseline_of_more_says_nothing_of_what_is_not_checked(
    arguments: list[str], tmp_path: Path
) -> None:
    known, more = str(tmp_path / "known.json"), str(tmp_path / "more.ttl")
    Path(more).write_text(DATA, encoding="utf-8")
    assert invoke(*arguments, more, "--baseline", known, "--write-baseline").code == 0
    for only in ([], ["--ignore", "https://example.org/S"]):
        done = invoke(*arguments, "--baseline", known, *only)
        assert (done.code, done.err) == (0, "")


def test_what_cannot_be_read_is_not_gone(arguments: list[str], tmp_path: Path) -> None:
    known = str(tmp_path / "known.json")
    assert invoke(*arguments, "--baseline", known, "--write-baseline").code == 0
    Path(arguments[1]).write_text("<", encoding="utf-8")
    done = invoke(*arguments, "--baseline", known)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert "gone" not in done.err
