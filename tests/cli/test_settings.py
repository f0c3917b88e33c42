"""Options of `validate` from pyproject.toml and kyodo-lod.toml."""

from pathlib import Path
from typing import Any

import pytest

from kyodo_lod.cli.settings import settings
from kyodo_lod.cli.validate import command
from kyodo_lod.errors import ManifestError


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
        "shapes": ["plan", str(project / "own.ttl")],
        "baseline": str(project / "known.json"),
    }


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
        ("validate = 1\n", "must be a table"),
        ("[validate\n", "is not TOML"),
    ],
)
def test_what_is_wrong_is_named(project: Path, text: str, reason: str) -> None:
    with pytest.raises(ManifestError, match=f"(?s)kyodo-lod.toml.*{reason}"):
        of(project, text)
