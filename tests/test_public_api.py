"""What `import kyodo_lod` promises: few names, described, typed, and nothing heavy until called."""

import importlib
import inspect
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from conftest import KORIYAMA, ROOT

import kyodo_lod
from kyodo_lod import building, errors, finding, pipeline, validation
from kyodo_lod.check import report

HEAVY = ("pyoxigraph", "rdflib", "pyshacl", "rich", "click", "zopfli", "owlrl")
NAMES = [
    "Finding", "Report", "Severity", "build", "convert", "errors", "read", "to_rdflib", "validate",
]  # fmt: skip
FUNCTIONS = [name for name in NAMES if name.islower() and name != "errors"]


def loaded(code: str) -> set[str]:
    """Give the heavy modules that `code` imports in a fresh interpreter."""
    ask = f"import sys\n{code}\nprint(*[m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, check=True, text=True)
    return set(done.stdout.split())


def test_the_names_are_these() -> None:
    assert kyodo_lod.__all__ == NAMES
    assert kyodo_lod.__all__ == sorted(kyodo_lod.__all__)


@pytest.mark.parametrize("name", NAMES)
def test_every_name_is_there_and_described(name: str) -> None:
    assert inspect.getdoc(getattr(kyodo_lod, name))


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_function_says_what_it_takes_and_gives(name: str) -> None:
    value = getattr(kyodo_lod, name)
    home = {"build": building, "validate": validation}.get(name, pipeline)
    assert value is getattr(home, name)
    assert "Args:" in (value.__doc__ or "")
    hints = inspect.signature(value)
    assert hints.return_annotation is not inspect.Signature.empty
    assert all(p.annotation is not inspect.Parameter.empty for p in hints.parameters.values())


def test_what_a_report_is_made_of_can_be_imported() -> None:
    assert (kyodo_lod.Report, kyodo_lod.Finding) == (report.Report, finding.Finding)
    assert kyodo_lod.Severity is finding.Severity


def test_errors_is_the_module() -> None:
    assert kyodo_lod.errors is errors
    assert importlib.import_module("kyodo_lod.errors") is kyodo_lod.errors


def test_star_import_gives_these_names() -> None:
    namespace: dict[str, object] = {}
    exec("from kyodo_lod import *", namespace)  # noqa: S102 - our own line
    assert set(NAMES) <= set(namespace)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'kyodo_lod' has no attribute 'raed'"):
        _ = kyodo_lod.raed
    assert not hasattr(kyodo_lod, "pipe_line")


@pytest.mark.parametrize(
    ("code", "allowed"),
    [
        ("import kyodo_lod", set[str]()),
        ("import kyodo_lod.errors", set[str]()),
        ("from kyodo_lod import errors", set[str]()),
        ("from kyodo_lod.cli import main", {"click"}),
        ("from kyodo_lod import Finding, Report, Severity", set[str]()),
        ("from kyodo_lod import read", {"pyoxigraph"}),
        (f"import kyodo_lod; kyodo_lod.read({str(KORIYAMA)!r})", {"pyoxigraph"}),
        (f"import kyodo_lod; kyodo_lod.convert({str(KORIYAMA)!r})", {"pyoxigraph"}),
    ],
)
def test_nothing_heavy_is_imported_before_it_is_needed(code: str, allowed: set[str]) -> None:
    assert loaded(code) <= allowed


def test_every_error_is_one_of_the_tree_and_drawn_there() -> None:
    classes = [
        c for _, c in inspect.getmembers(errors, inspect.isclass) if c.__module__ == errors.__name__
    ]
    assert errors.KyodoError in classes
    for one in classes:
        assert issubclass(one, errors.KyodoError)
        assert one.__doc__
        assert f" {one.__name__} " in (errors.__doc__ or "")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    return path


def test_the_wheel_holds_types_assets_and_licence(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert wheel.name.startswith(f"kyodo_lod-{kyodo_lod.__version__}-py3")
    assert "kyodo_lod/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    for folder in ("ontology", "ontology/codes", "shapes", "queries"):
        for path in (ROOT / folder).iterdir():
            if path.is_file():
                assert f"kyodo_lod/_assets/{folder}/{path.name}" in names
    assert not [name for name in names if name.startswith(("tests", "data", "dist", "docs"))]


def test_the_sdist_holds_what_the_wheel_is_made_of_and_nothing_else(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (path,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"src/kyodo_lod/py.typed", "shapes/plan.ttl", "queries/projects.rq", "LICENSE"} < names
    files = {"README.md", "CHANGELOG.md", "LICENSE", "PKG-INFO", "pyproject.toml", ".gitignore"}
    folders = {"src", "ontology", "shapes", "queries"}
    assert {name.partition("/")[0] for name in names} == files | folders


def test_the_wheel_works_without_the_checkout(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")  # noqa: S202 - made here
    environment = os.environ | {"PYTHONPATH": str(tmp_path / "site")}

    def run(*arguments: str) -> str:
        command = [sys.executable, "-m", "kyodo_lod", *arguments]
        done = subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, check=True
        )
        return done.stdout.decode("utf-8")

    where = [sys.executable, "-c", "import kyodo_lod.assets as a; print(a.root())"]
    root = subprocess.run(where, cwd=tmp_path, env=environment, capture_output=True, check=True)
    assert root.stdout.decode().strip() == str(tmp_path / "site" / "kyodo_lod" / "_assets")
    assert "bureau-policy-matrix" in run("query", "--list")
    assert "row-cells" in run("explain", "row-cells")
    assert run("validate", str(KORIYAMA)).endswith("no violations\n")
