"""Findings as workflow commands: read back as GitHub's runner reads them."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from check.reports.findings import (
    ALIKE,
    BROKEN_NAME,
    CELL,
    FOREIGN,
    IN_GRAPH,
    NASTY,
    PLAIN,
    REPORTS,
    SEVERAL_LINES,
)
from hypothesis import given
from hypothesis import strategies as st

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.check.report import Report
from kyodo_lod.check.reports.github import write
from kyodo_lod.finding import Finding, Severity
from kyodo_lod.origin import Origin

_COMMAND = re.compile(r"::(\w+) (.*?)::(.*)", re.DOTALL)
#: actions/runner, ActionCommand.cs: what each side undoes
_DATA = (("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))
_PROPERTY = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))


def unescaped(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    for escaped, character in pairs:
        text = text.replace(escaped, character)
    return text


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Give the commands among the lines of a log, as the runner finds them."""
    found = []
    for line in re.split(r"\r\n|\r|\n", text):
        if line.lstrip().startswith("::"):
            match = _COMMAND.fullmatch(line)
            assert match, line
            pairs = (pair.split("=", 1) for pair in match[2].split(","))
            properties = {name: unescaped(value, _PROPERTY) for name, value in pairs}
            found.append((match[1], properties, unescaped(match[3], _DATA)))
        else:
            assert "##[" not in line, "the old form of a command"
    return found


def of(*findings: Finding, place: str = "plan.txt") -> list[tuple[str, dict[str, str], str]]:
    return commands(write([Report(place, findings)], "en"))


def test_the_fixed_findings(approved: Callable[[Path, str], None]) -> None:
    approved(Path(__file__).parent / "github.approved.txt", write(REPORTS, "en"))


def test_a_violation_is_an_error_at_its_line() -> None:
    ((kind, properties, message),) = of(PLAIN, place="data/plan.txt")
    assert kind == "error"
    assert properties == {
        "file": "data/plan.txt",
        "line": "69",
        "title": "plan#PlannedProject-responsibleUnit",
    }
    assert message == (
        "data/plan.txt:69: violation plan#PlannedProject-responsibleUnit: "
        "担当課 is empty; every project needs one"
    )


def test_each_severity_has_its_kind_and_violations_come_first() -> None:
    found = [Finding("r", severity, Bilingual("", str(severity))) for severity in Severity][::-1]
    assert [kind for kind, _, _ in of(*found)] == ["error", "warning", "notice"]


def test_a_cell_has_columns_and_a_row_of_several_lines_has_its_last() -> None:
    (_, cell, _), (_, row, _) = of(CELL, SEVERAL_LINES)
    assert (cell["line"], cell["col"], cell["endColumn"]) == (
        "71", str(CELL.origin.column), str(CELL.origin.end)  # type: ignore[union-attr]
    )  # fmt: skip
    assert (row["line"], row["endLine"]) == ("72", "75")
    assert "col" not in row, "GitHub takes columns within one line only"


def test_in_a_graph_the_file_named_is_marked_and_the_document_said() -> None:
    ((_, properties, message),) = of(IN_GRAPH, place="dist/plan.nt")
    assert (properties["file"], properties["line"]) == ("dist/plan.nt", "412")
    assert message.splitlines()[1] == (
        'plan.txt:69 · lake | `x` ]]> <b> · kyo:listOrder "一]](https://example.org/){0}"@ja'
    )
    assert message.splitlines()[3] == "  - sh:datatype: datatype"


def test_stdin_is_no_file() -> None:
    ((_, properties, _),) = of(FOREIGN[0], place="-")
    assert "file" not in properties or properties["file"] != "-"
    ((_, properties, _),) = of(PLAIN, place="-")
    assert "file" not in properties


def test_a_path_is_the_repositorys(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "sub")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    ((_, properties, _),) = of(PLAIN, place="plan.txt")
    assert properties["file"] == "sub/plan.txt"


def test_what_is_alike_is_one_annotation_unless_unfolded() -> None:
    ((_, _, message),) = of(*ALIKE)
    assert message.endswith("(and 6 more: lines 81, 84, 85, 86, 87, …)")
    assert len(commands(write([Report("plan.txt", ALIKE)], "en", unfold=True))) == len(ALIKE)


def test_more_than_github_shows_is_said() -> None:
    ten, eleven = ([Report("plan.txt", (PLAIN,) * n)] for n in (10, 11))
    assert "GitHub" not in write(ten, "en", unfold=True)
    assert "there are 11 of kind error" in write(eleven, "en", unfold=True)
    assert "error は 11 件" in write(eleven, "ja", unfold=True)


def test_a_report_without_findings_is_one_line_of_the_log() -> None:
    assert write([Report("x.ttl", ())], "en") == "kyodo-lod: x.ttl: no violations\n"


def test_no_value_makes_a_command_of_its_own() -> None:
    found = of(*NASTY)
    assert len(found) == len(NASTY)
    assert {kind for kind, _, _ in found} == {"error"}
    assert any("%0A%0D:: %s {x} ${y}" in message for _, _, message in found)


def test_a_name_that_is_no_text_is_replaced() -> None:
    text = write([Report(BROKEN_NAME, (PLAIN,))], "en")
    assert "file=dist/?.ttl" in text
    text.encode("utf-8")


@given(st.text(), st.text(min_size=1), st.text())
def test_whatever_is_found_is_one_command(message: str, document: str, rule: str) -> None:
    finding = Finding(
        rule, Severity.VIOLATION, Bilingual(message, message), Origin(document, 3), value=message
    )
    for place in (document, "x.ttl"):
        ((kind, properties, _),) = of(finding, place=place)
        assert kind == "error"
        assert set(properties) <= {"file", "line", "title"}
