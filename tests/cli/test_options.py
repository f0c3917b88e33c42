"""Options that verbs share, and the tables they promise to be equal to."""

import click
import pytest
from cli.running import invoke

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.check.report import REPORTERS
from kyodo_lod.cli import kyodo_lod, options
from kyodo_lod.cli.commands import VERBS
from kyodo_lod.finding import Finding, Severity
from kyodo_lod.rdf import formats
from kyodo_lod.rdf.vocabulary import HOME


def test_choices_are_the_tables() -> None:
    assert tuple(formats.FORMATS) == options.RDF_FORMATS
    assert ("table", *formats.RESULT_FORMATS) == options.RESULT_FORMATS
    assert tuple(REPORTERS) == options.REPORTS
    assert options.HOME == HOME


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_takes_the_common_options(verb: str) -> None:
    command = kyodo_lod.get_command(click.Context(kyodo_lod), verb)
    assert command is not None
    names = [name for parameter in command.params for name in parameter.opts]
    assert {"--lang", "--quiet", "--verbose"} <= set(names)
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("severities", "strict", "expected"),
    [
        ((), False, 0),
        ((), True, 0),
        (("INFO",), True, 0),
        (("WARNING",), False, 0),
        (("WARNING",), True, 1),
        (("VIOLATION",), False, 1),
        (("INFO", "WARNING", "VIOLATION"), False, 1),
    ],
)
def test_the_exit_status_follows_the_severest_finding(
    severities: tuple[str, ...], strict: bool, expected: int
) -> None:
    found = [Finding("x", Severity[name], Bilingual("", "")) for name in severities]
    assert options.exit_code(found, warnings_as_errors=strict) == expected


@pytest.mark.parametrize(
    "given",
    [
        ("--municipality", "072036"),
        ("--plan", "kyodo-2", "--year", "2018"),
        ("--municipality", "072036", "--year", "2018"),
    ],
)
def test_what_describes_a_bare_document_belongs_together(given: tuple[str, ...]) -> None:
    done = invoke("read", "plan.txt", *given)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert "give all three" in done.err


def test_the_version_is_one_line() -> None:
    done = invoke("--version")
    assert (done.code, done.err) == (0, "")
    assert done.out == f"kyodo-lod, version {options.__version__}\n"
