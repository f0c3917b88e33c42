"""Options of `validate` from pyproject.toml and kyodo-lod.toml."""

import json
from pathlib import Path
from typing import Any

import click
import pytest
from cli.running import invoke

from kyodo_lod.cli.settings import settings
from kyodo_lod.cli.validate import command
from kyodo_lod.errors import ManifestError

SHAPES = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix x: <http://x/> .
x:S sh:targetSubjectsOf x:p ; sh:property [ sh:path x:q ; sh:minCount 1 ] ."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give the root of a project."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "src").mkdir()
    return tmp_path


def of(project: Path, text: str, name: str = "kyodo-lod.toml") -> dict[str, Any]:
    (project / name).write_text(text, encoding="utf-8")
    return settings(command, project / "src")


def test_nothing_is_said_where_there_is_no_file(project: Path) -> None:
    assert settings(command, project / "src") == {}


def test_either_file_is_read(project: Path) -> None:
    pyproject = "[tool.kyodo-lod.validate]\nwarnings-as-errors = true\nmax-findings = 9\n"
    expected = {"warnings_as_errors": True, "max_findings": 9}
    assert of(project, pyproject, "pyproject.toml") == expected
    assert of(project, "[validate]\nmax-findings = 3\n") == {"max_findings": 3}


def test_files_are_found_beside_the_settings(project: Path) -> None:
    (project / "own.ttl").touch()
    text = '[validate]\nshapes = ["plan", "own.ttl"]\nbaseline = "known.json"\n'
    assert of(project, text) == {
        "shapes": ["plan", "../own.ttl"],
        "baseline": "../known.json",
    }
    text = '[validate]\nreport = ["sarif", "json"]\noutput = ["out.sarif", "-"]\n'
    assert of(project, text) == {
        "report_names": ["sarif", "json"],
        "outputs": ["../out.sarif", "-"],
    }
    text = '[validate]\noutput = ["junit=out.xml", "json=-"]\n'
    assert of(project, text) == {"outputs": ["junit=../out.xml", "json=-"]}


def test_every_option_may_stand_there_by_its_long_name(project: Path) -> None:
    named = {
        name: option
        for option in command.params
        if isinstance(option, click.Option) and option.expose_value
        for name in option.opts
        if name.startswith("--")
    }
    assert {"--output", "--quiet", "--report", "--select", "--from", "--year"} <= set(named)
    for name, option in named.items():
        value = "true" if option.is_flag else _value(option)
        found = of(project, f"[validate]\n{name.removeprefix('--')} = {value}\n")
        assert list(found) == [option.name], name


def _value(option: click.Option) -> str:
    if isinstance(option.type, click.IntRange):
        return str(option.type.min or 0)
    return f'"{option.type.choices[0]}"' if isinstance(option.type, click.Choice) else '"x"'


def test_one_text_may_stand_for_an_array_of_one(project: Path) -> None:
    assert of(project, "[validate]\nselect = 'plan#*'\n") == {"select": ["plan#*"]}


def test_another_project_above_does_not_count(project: Path) -> None:
    (project / "kyodo-lod.toml").write_text("[validate]\nexit-zero = true\n", encoding="utf-8")
    inner = project / "src" / "inner"
    (inner / ".git").mkdir(parents=True)
    assert settings(command, inner) == {}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[validate]\nselects = ['x']\n", "no such option.*select"),
        ("[validate]\nexit-zero = 'yes'\n", "must be true or false"),
        ("[validate]\nmax-findings = '9'\n", "must be an integer"),
        ("[validate]\nbaseline = 9\n", "must be a string"),
        ("[validate]\nselect = [1]\n", "must be a string"),
        ("[validate]\nengine = 'slow'\n", "must be one of auto, fast, pyshacl"),
        ("[validate]\nreport = ['text', 'pdf']\n", "must be one of text, json"),
        ("[validate]\nengine = ['fast']\n", "must be one of auto, fast, pyshacl"),
        ("[validate]\nmax-findings = -1\n", "must be an integer, 0 or more"),
        ("[validate]\nmax-findings = true\n", "must be an integer"),
        ("[validate]\nyear = 1\n", "must be an integer from 1947 to 2999"),
        ("[validate]\nverbose = true\n", "no such option"),
        ("validate = 1\n", "must be a table"),
        ("[validate\n", "is not TOML"),
        ("[validate]\nzzz = 1\n", r"\[validate\] zzz.*kyodo-lod validate --help names them"),
        ("[validate]\nexit-zero = 1\n", r"\[validate\] exit-zero: must be true or false"),
        ("validate = 1\n", r"write \[validate\]"),
    ],
)
def test_what_is_wrong_is_named(project: Path, text: str, reason: str) -> None:
    with pytest.raises(ManifestError, match=f"(?s)kyodo-lod.toml.*{reason}"):
        of(project, text)


@pytest.mark.parametrize(
    "text", ["tool = 3\n", "[tool]\nkyodo-lod = 3\n", "[tool.kyodo-lod]\nvalidate = []\n"]
)
def test_what_is_no_table_in_pyproject_is_named(project: Path, text: str) -> None:
    remedy = r"(?s)pyproject\.toml.*must be a table: write \[tool\.kyodo-lod\.validate\]"
    with pytest.raises(ManifestError, match=remedy):
        of(project, text, "pyproject.toml")


@pytest.mark.parametrize("line", ["selects = 'x'", "engine = 'slow'", "max-findings = 'x'"])
def test_the_table_is_named_as_it_was_written(project: Path, line: str) -> None:
    where = rf"pyproject\.toml \[tool\.kyodo-lod\.validate\] {line.split()[0]}: "
    with pytest.raises(ManifestError, match=where):
        of(project, f"[tool.kyodo-lod.validate]\n{line}\n", "pyproject.toml")


def test_the_command_line_and_the_environment_count_first(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "data.ttl").write_text("<http://x/a> <http://x/p> 1 .", encoding="utf-8")
    (project / "own.ttl").write_text(SHAPES, encoding="utf-8")
    (project / "kyodo-lod.toml").write_text(
        '[validate]\nshapes = ["own.ttl"]\nexit-zero = true\nreport = ["json"]\n', encoding="utf-8"
    )
    monkeypatch.chdir(project / "src")
    assert (done := invoke("validate", "../data.ttl")).code == 0
    assert json.loads(done.out)["conforms"] is False
    done = invoke("validate", "../data.ttl", environment={"KYODO_LOD_VALIDATE_REPORT": "github"})
    assert done.out.startswith("::error")
    done = invoke("validate", "../data.ttl", "--shapes", "plan", "--report", "text")
    assert "holds no kyo:ImplementationPlan" in done.out


def test_help_is_given_whatever_the_file_says(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "kyodo-lod.toml").write_text("[validate]\nx = 1\n", encoding="utf-8")
    monkeypatch.chdir(project)
    assert (invoke("validate", "--help").code, invoke("validate", "-h").code) == (0, 0)
    assert invoke("validate", "x.ttl").code == 2
