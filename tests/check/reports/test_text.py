"""Findings for a person: one line each, the document's place first, nothing that steers a terminal."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from check.reports.findings import (
    ALIKE,
    CELL,
    COUNT,
    EMPTY_CELL,
    FOREIGN,
    IN_GRAPH,
    IN_TURTLE,
    NASTY,
    NOWHERE,
    PLAIN,
    REPORTS,
)
from hypothesis import given
from hypothesis import strategies as st

from kyodo_lod.bilingual import Bilingual, Language, visible
from kyodo_lod.check.report import Beyond, Report
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
    assert finding_line(NOWHERE, "en", "my.ttl").startswith("my.ttl: info sh:minCount: ")


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
    text = write(REPORTS, language)
    assert text.endswith("\n")
    lines = text.split("\n")[:-1]
    assert all(line and visible(line) == line for line in lines)
    heads = [line for line in lines if not line.startswith("  ")]
    folds = sum(len(list(finding_lines(report.findings, language, "x"))) for report in REPORTS)
    assert len(heads) == folds + len(REPORTS)


def block(finding: Finding, place: str = "plan.txt", language: Language = "en") -> list[str]:
    """Give the lines under the first of one finding's report."""
    return write([Report(place, (finding,))], language).splitlines()[1:-1]


def test_the_caret_stands_under_the_cell() -> None:
    source, caret = block(EMPTY_CELL)
    assert source == "  72 | 猪<U+200B>⇥⇥x"
    assert caret == "     |            ^"
    source, caret = block(CELL)
    assert source.endswith("⇥総務部人事科")
    assert source.startswith("  71 | …")
    assert caret.endswith(" " + "^" * 12), "six wide characters"


def test_a_finding_in_a_graph_has_its_line_there_and_the_documents_beside_it() -> None:
    head, *_ = write([Report("dist/plan.nt", (IN_GRAPH,))], "ja").splitlines()
    assert head.startswith("dist/plan.nt:412: 違反 (Grave) plan#PlannedProject-listOrder: ")
    about, source, caret, *inner = block(IN_GRAPH, "dist/plan.nt")
    assert about == (
        '  → plan.txt:69 · lake | `x` ]]> <b> · kyo:listOrder "一]](https://example.org/){0}"@ja'
    )
    assert source.startswith("  412 | …")
    assert caret.count("^") == 10, "nine characters, one of them wide"
    assert inner == [
        "  - plan#UncanonicalInteger: an integer ::error:: ]]> <i> |",
        "    - sh:datatype: datatype",
        "  - https://example.org/shapes#Other",
    ]


def test_a_line_without_a_known_cell_has_no_caret() -> None:
    assert block(IN_TURTLE, "dist/plan.nt") == ["  → _:b0", "  7 | ex:p a ex:Person ;"]


def test_a_format_without_lines_names_the_node() -> None:
    assert block(FOREIGN[0], "https//x/g.jsonld") == ["  → https://example.org/0"]


def test_of_several_graphs_each_finding_tells_which_it_is_about() -> None:
    assert block(PLAIN, "a.jsonld") == [], "the sum of the only one tells"
    reports = [Report(place, (PLAIN,)) for place in ("a.jsonld", "b.jsonld", "data/plan.txt")]
    lines = [line for line in write(reports, "en").splitlines() if line.startswith("  ")]
    assert lines == ["  → a.jsonld", "  → b.jsonld"]


def test_what_is_alike_without_lines_is_counted() -> None:
    (line,) = finding_lines(FOREIGN, "en", "x")
    assert line == "https//x/g.jsonld: violation sh:minCount: too few (and 2 more)"
    (japanese,) = finding_lines(FOREIGN, "ja", "x")
    assert japanese.endswith(" (ほか 2 件)")


def test_several_nodes_of_one_line_are_counted_and_the_line_is_not_repeated() -> None:
    places = (5, 5, 6)
    found = [
        replace(PLAIN, origin=Origin("p", line), focus=str(n)) for n, line in enumerate(places)
    ]
    (line,) = finding_lines(found, "en", "x")
    assert line.endswith(" (and 2 more: line 6)")


def test_several_values_of_one_node_are_counted() -> None:
    found = [replace(PLAIN, origin=Origin("p", 5), focus="n", value=value) for value in "ab"]
    (line,) = finding_lines(found, "en", "x")
    assert line.endswith(" (and 1 more)")


def test_unfolded_each_is_told() -> None:
    report = Report("plan.txt", ALIKE)
    lines = write([report], "en", unfold=True).splitlines()
    assert len(lines) == len(ALIKE) + 1
    assert not any("more:" in line for line in lines)


def test_the_sum_says_what_is_not_shown() -> None:
    assert write([Report("x", (), known=3)], "en") == "x: no violations (3 known)\n"
    cut = Report("x", (), known=1, beyond=MORE)
    assert write([cut], "ja") == "x: 違反 2 件、警告 1 件 (既知 1 件、省略 3 件)\n"


MORE = (Beyond("r", Severity.VIOLATION, 2), Beyond("s", Severity.WARNING, 1))


@given(st.text(), st.text(min_size=1), st.integers(0, 9), st.sampled_from(Severity))
def test_whatever_a_finding_says_it_is_one_printable_line(
    message: str, document: str, line: int, severity: Severity
) -> None:
    found = Finding(f"{SHAPES}x", severity, Bilingual(message, message), Origin(document, line))
    shown = finding_line(found, "en", "x")
    assert shown.splitlines() == [shown]
    assert "\x1b" not in shown
