"""Findings for a person: one line each, the document's place first, nothing that steers a terminal."""

from collections.abc import Callable
from pathlib import Path

import pytest
from check.reports.findings import ALIKE, COUNT, FINDINGS, NASTY, NOWHERE, PLAIN, REPORTS
from hypothesis import given
from hypothesis import strategies as st

from kyodo_lod.bilingual import Bilingual, Language
from kyodo_lod.check.report import Report
from kyodo_lod.check.reports.text import finding_line, finding_lines, write
from kyodo_lod.finding import SHAPES, Finding, Severity
from kyodo_lod.origin import Origin

HERE = Path(__file__).parent


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_fixed_findings(language: Language, approved: Callable[[Path, str], None]) -> None:
    approved(HERE / f"text.{language}.approved.txt", write(REPORTS, language))


def test_a_finding_begins_with_its_place_as_editors_read_it() -> None:
    assert finding_line(PLAIN, "en", "x") == (
        "plan.txt:69: violation plan#PlannedProject-responsibleUnit: "
        "担当課 is empty; every project needs one"
    )
    assert finding_line(PLAIN, "ja", "x").startswith("plan.txt:69: 違反 plan#PlannedProject-")


def test_without_a_place_the_input_stands_in() -> None:
    assert finding_line(NOWHERE, "en", "my.ttl").startswith("my.ttl: info http://www.w3.org/")


def test_the_same_words_in_many_places_are_said_once() -> None:
    (line,) = finding_lines(ALIKE, "en", "x")
    assert line.startswith("plan.txt:80: warning ")
    assert line.endswith(" (and 6 more: lines 81, 84, 85, 86, 87, …)")
    (japanese,) = finding_lines(ALIKE, "ja", "x")
    assert japanese.endswith(" (ほか 6 行: 81, 84, 85, 86, 87, …)")


def test_the_same_words_about_two_documents_are_two_lines() -> None:
    reports = [Report(f"{city}/plan.txt", ALIKE[:2]) for city in ("a", "b")]
    warned = [line for line in write(reports, "en").splitlines() if "warning plan#" in line]
    assert [line.partition(": ")[0] for line in warned] == ["a/plan.txt:80", "b/plan.txt:80"]
    assert all(line.endswith(" (and 1 more: line 81)") for line in warned)


def test_five_more_lines_are_all_named() -> None:
    (line,) = finding_lines(ALIKE[:6], "en", "x")
    assert line.endswith(" (and 5 more: lines 81, 84, 85, 86, 87)")


def test_one_place_is_not_named_twice() -> None:
    assert list(finding_lines([PLAIN, PLAIN], "en", "x")) == [finding_line(PLAIN, "en", "x")]


def test_other_words_are_another_line() -> None:
    assert len(list(finding_lines([PLAIN, COUNT, *NASTY], "en", "x"))) == 2 + len(NASTY)


def test_a_report_ends_with_its_sum() -> None:
    assert write([Report("x.ttl", ())], "en") == "x.ttl: no violations\n"
    assert write([Report("x.ttl", ())], "ja") == "x.ttl: 違反はありません\n"
    assert write([Report("x.ttl", (PLAIN,))], "ja").endswith("\nx.ttl: 違反 1 件、警告 0 件\n")
    assert write([], "en") == ""


@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_finding_breaks_its_line_or_steers_the_terminal(language: Language) -> None:
    text = write([Report("a\nb\x1b[31m", FINDINGS)], language)
    lines = text.split("\n")[:-1]
    assert len(lines) == len(list(finding_lines(FINDINGS, language, "x"))) + 1
    assert all(line.isprintable() or "\u3000" in line for line in lines)


@given(st.text(), st.text(min_size=1), st.integers(0, 9), st.sampled_from(Severity))
def test_whatever_a_finding_says_it_is_one_printable_line(
    message: str, document: str, line: int, severity: Severity
) -> None:
    found = Finding(f"{SHAPES}x", severity, Bilingual(message, message), Origin(document, line))
    shown = finding_line(found, "en", "x")
    assert shown.splitlines() == [shown]
    assert "\x1b" not in shown
