"""Findings as a summary in Markdown: tables that stay tables, whatever a value holds."""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from check.reports.findings import ALIKE, IN_GRAPH, NASTY, PLAIN, REPORTS
from hypothesis import given
from hypothesis import strategies as st

from kyodo_lod.bilingual import Bilingual, Language, visible
from kyodo_lod.check.report import Report
from kyodo_lod.check.reports.markdown import LIMIT, text, write
from kyodo_lod.finding import Finding, Severity, help_uri
from kyodo_lod.origin import Origin

HERE = Path(__file__).parent
#: a separator of cells: a bar with an even number of backslashes before it (GFM, section 4.10)
_BAR = re.compile(r"(?<!\\)(?:\\\\)*\|")


def rows(markdown: str) -> list[list[str]]:
    """Give the cells of each line that is a table's."""
    lines = [line for line in markdown.split("\n") if line.startswith("|")]
    assert all(line.endswith("|") for line in lines)
    found = []
    for line in lines:
        ends = [match.end() for match in _BAR.finditer(line)]
        found.append([line[a : b - 1].strip() for a, b in pairwise(ends)])
    return found


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_fixed_findings(language: Language, approved: Callable[[Path, str], None]) -> None:
    approved(HERE / f"markdown.{language}.approved.md", write(REPORTS, language))


def test_the_sums_come_first() -> None:
    markdown = write([Report("a.ttl", (PLAIN, *ALIKE)), Report("b.ttl", ())], "en")
    _, _, one, two, *_ = rows(markdown)
    assert one == ["a.ttl", "1", "7", "0"]
    assert two == ["b.ttl", "0", "0", "0"]
    assert markdown.startswith("## kyodo-lod validate\n\n| input ")


def test_without_findings_there_is_one_table() -> None:
    assert len(rows(write([Report("b.ttl", ())], "en"))) == 3


def test_a_finding_is_a_row_with_its_place_rule_and_message() -> None:
    assert rows(write([Report("plan.txt", (PLAIN,))], "en"))[-1] == [
        "plan.txt:69",
        "violation",
        f"[plan#PlannedProject-responsibleUnit]({help_uri(PLAIN.rule)})",
        "担当課 is empty; every project needs one",
    ]


def test_what_is_alike_is_one_row_unless_unfolded() -> None:
    report = [Report("plan.txt", ALIKE)]
    assert rows(write(report, "en"))[-1][3].endswith("(and 6 more: lines 81, 84, 85, 86, 87, …)")
    assert len(rows(write(report, "en", unfold=True))) == len(rows(write(report, "en"))) + 6


def test_both_places_the_node_and_the_inner_demands_stand_in_the_cell() -> None:
    cells = rows(write([Report("dist/plan.nt", (IN_GRAPH,))], "en"))[-1]
    assert cells[0] == "dist/plan.nt:412"
    assert cells[3].split("<br>") == [
        "the order is an integer",
        (
            r"plan.txt:69 · lake \| \`x\` \]\]&gt; &lt;b&gt;"
            r' · kyo:listOrder "一\]\](https://example.org/){0}"@ja'
        ),
        r"- plan#UncanonicalInteger: an integer ::error:: \]\]&gt; &lt;i&gt; \|",
        "- sh:datatype: datatype",
        "- https://example.org/shapes#Other",
    ]


def test_every_nasty_row_has_its_four_cells() -> None:
    found = rows(write([Report("plan.txt", NASTY)], "en"))[5:]
    assert [len(cells) for cells in found] == [4] * len(NASTY)
    assert "&lt;script&gt;alert('x')&lt;/script&gt; is odd" in {cells[3] for cells in found}
    assert r'=HYPERLINK("http://x") \| a \| b \| is odd' in {cells[3] for cells in found}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a|b", r"a\|b"),
        ("a\\|b", r"a\\\|b"),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("`x` *y* _z_ ~w~ $v$", r"\`x\` \*y\* \_z\_ \~w\~ \$v\$"),
        ("[a](http://x) ![b](c)", r"\[a\](http://x) !\[b\](c)"),
        ("a\nb\r\n\u2028c", "a b c"),
        ("\x1b\u202e", "&lt;U+001B&gt;&lt;U+202E&gt;"),
    ],
)
def test_words_mean_nothing_in_markdown(words: str, expected: str) -> None:
    assert text(words) == expected


def test_a_summary_is_never_larger_than_github_takes() -> None:
    long = Bilingual("長" * 1000, "長" * 1000)
    found = tuple(Finding(f"r{n}", Severity.INFO, long, Origin("x", n)) for n in range(1, 500))
    inputs = [Report(f"{n}{'x' * 200}.ttl", found if n == 0 else ()) for n in range(5000)]
    markdown = write(inputs, "en")
    assert len(markdown.encode()) <= LIMIT < 2**20
    assert len(re.findall(r"^\d+ more are left out", markdown, re.MULTILINE)) == 2
    assert len(rows(markdown)[-1]) == 4, "the last row is whole"


@given(st.text(), st.text(min_size=1), st.text(), st.text())
def test_whatever_is_found_is_one_row(words: str, place: str, rule: str, label: str) -> None:
    finding = Finding(
        rule, Severity.INFO, Bilingual(words, words), Origin("x", 1), label=Bilingual(label, label)
    )
    markdown = write([Report(place, (finding,)), Report("y", ())], "en")
    found = rows(markdown)
    assert [len(cells) for cells in found] == [4] * 7
    lines = markdown.split("\n")
    assert all(visible(line) == line for line in lines)
    assert not re.search(r"<(?!br>)", markdown)
