"""The verbs: a table of lazily imported commands."""

import sys
from pathlib import Path

import click
import pytest
from cli.running import invoke

import kyodo_lod.cli
from kyodo_lod.cli.commands import VERBS

_SHARED = {
    "__init__", "baseline", "bilingual", "checking", "commands", "dataset", "no_solutions", "options",
    "reporting", "settings", "selecting", "serve_limits", "solutions", "targets", "terminal",
    "time_limit", "usage",
}  # fmt: skip


def test_each_verb_has_a_file_and_each_file_a_verb() -> None:
    folder = Path(kyodo_lod.cli.__file__ or "").parent
    assert {path.stem for path in folder.glob("*.py")} - _SHARED == set(VERBS)


def test_the_verbs_are_those_of_the_contract() -> None:
    assert set(VERBS) == {
        "init",
        "read",
        "convert",
        "validate",
        "build",
        "query",
        "explain",
        "site",
        "serve",
        "push",
    }


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_is_called_by_its_name(verb: str) -> None:
    group = kyodo_lod.cli.kyodo_lod
    command = group.get_command(click.Context(group), verb)
    assert command is not None
    assert command.name == verb
    assert sys.modules[f"kyodo_lod.cli.{verb}"]


def test_what_is_no_verb_is_no_command() -> None:
    group = kyodo_lod.cli.kyodo_lod
    assert group.get_command(click.Context(group), "terminal") is None
    assert group.list_commands(click.Context(group)) == list(VERBS)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("valid", "validate"), ("Build", "build"), ("qeury", "query"), ("explian", "explain")],
)
def test_a_mistyped_verb_is_told_its_nearest(typed: str, meant: str) -> None:
    assert f"did you mean {meant}?" in invoke(typed).err


def test_help_lists_the_verbs_in_the_order_of_the_work() -> None:
    listed = invoke("--help").out.partition("Commands:\n")[2].splitlines()
    assert [line.split()[0] for line in listed[: len(VERBS)]] == list(VERBS)
