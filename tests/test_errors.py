"""The error tree: everything a user meets is a KyodoError, one line in either language."""

import inspect

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyodo_lod import errors
from kyodo_lod.errors import InvalidPlanError, KyodoError, ManifestError
from kyodo_lod.finding import Finding, Severity
from kyodo_lod.model import rules
from kyodo_lod.origin import Origin

TREE = [
    error
    for _, error in inspect.getmembers(errors, inspect.isclass)
    if error.__module__ == errors.__name__
]


def test_every_error_is_a_kyodo_error_and_drawn_in_the_docstring() -> None:
    assert len(TREE) >= 8
    for error in TREE:
        assert issubclass(error, KyodoError)
        assert f" {error.__name__} " in (errors.__doc__ or "")


@pytest.mark.parametrize("error", [error for error in TREE if error is not InvalidPlanError])
def test_an_error_says_place_and_message(error: type[KyodoError]) -> None:
    raised = error("plan.txt:3", "空です。", "is empty")
    assert raised.line("ja") == "plan.txt:3: 空です。"
    assert raised.line("en") == str(raised) == "plan.txt:3: is empty"


@given(st.text(), st.text())
def test_an_error_is_one_line_without_control_characters(place: str, text: str) -> None:
    error = ManifestError(place, text, text)
    for line in (error.line("ja"), error.line("en")):
        assert len(line.splitlines()) <= 1
        assert not any(ord(character) < 0x20 or 0x7F <= ord(character) < 0xA0 for character in line)


def test_a_terminal_is_not_steered_by_a_file_name() -> None:
    assert (
        ManifestError("\x1b]0;x\x07.toml", "", "no").line("en") == "<U+001B>]0;x<U+0007>.toml: no"
    )


def test_an_invalid_plan_keeps_all_its_findings() -> None:
    found = [rules.UNIT_EMPTY.at(Origin("plan.txt", 4)), rules.NO_PROJECTS.at(Origin("plan.txt"))]
    error = InvalidPlanError("plan.txt", found)
    assert error.findings == tuple(found)
    assert [finding.severity for finding in error.findings] == [Severity.VIOLATION] * 2
    assert all(isinstance(finding, Finding) for finding in error.findings)
    assert error.line("en").startswith("plan.txt: has violations")
