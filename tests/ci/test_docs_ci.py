"""What docs/ci.md and docs/api.md show runs as it stands."""

import contextlib
import dataclasses
import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from cli.running import invoke
from conftest import ROOT

from kyodo_lod.check.report import Report
from kyodo_lod.finding import Finding

BIN = str(Path(sys.executable).parent)
PAGES = ("docs/ci.md", "docs/ci.ja.md")
WRONG = (
    "<https://example.org/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    " <https://w3id.org/kyodo-lod/def#PlannedProject> .\n"
)
OWN = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix e: <https://example.org/> .
e:S sh:targetNode e:a ; sh:property [ sh:path e:q ; sh:minCount 1 ] ."""


def blocks(page: str, kind: str) -> list[str]:
    """Give the code blocks of one kind on a page."""
    text = (ROOT / page).read_text("utf-8")
    return re.findall(rf"^```{kind}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder with documents, a wrong graph and shapes, and go there."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    (tmp_path / "rdf").mkdir()
    (tmp_path / "rdf/old.nt").write_text(WRONG, encoding="utf-8")
    (tmp_path / "shapes").mkdir()
    (tmp_path / "shapes/own.ttl").write_text(OWN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", PAGES)
def test_a_baseline_written_as_shown_hides_the_old_faults_alone(page: str, desk: Path) -> None:
    (code,) = blocks(page, "sh")
    write, check = code.splitlines()
    environment = {"PATH": f"{BIN}:{os.environ['PATH']}", "LANG": "C.UTF-8"}

    def status(line: str) -> int:
        ran = subprocess.run(["bash", "-c", line], env=environment, check=False, timeout=60)
        return ran.returncode

    assert [status("kyodo-lod validate rdf/"), status(write), status(check)] == [1, 0, 0]
    new = WRONG.replace("/a>", "/b>")
    (desk / "rdf/old.nt").write_text(new + WRONG, encoding="utf-8")
    assert status(check) == 1


@pytest.mark.parametrize("page", PAGES)
def test_the_settings_shown_are_taken(page: str, desk: Path) -> None:
    (settings,) = blocks(page, "toml")
    (desk / "pyproject.toml").write_text(settings, encoding="utf-8")
    done = invoke("validate", "rdf/")
    assert (done.code, done.err) == (1, "")


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("page", [*PAGES, "docs/api.md"])
def test_the_python_shown_runs(page: str) -> None:
    names: dict[str, object] = {}
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        for code in blocks(page, "python"):
            exec(compile(code, page, "exec"), names)  # noqa: S102 - the page's own example
    assert isinstance(names["report"], Report)
    assert ("nowhere.ttl" in printed.getvalue()) == (page == "docs/api.md")


def test_the_names_on_the_page_are_fields() -> None:
    text = (ROOT / "docs/api.md").read_text("utf-8")
    for kind in (Report, Finding):
        table = text.partition(f"| `{kind.__name__}` | |\n")[2].partition("\n\n")[0]
        named = {
            name
            for row in table.splitlines()[1:]
            for name in re.findall(r"`(\w+)`", row.split(" | ")[0])
        }
        properties = {name for name in vars(kind) if isinstance(vars(kind)[name], property)}
        fields = {field.name for field in dataclasses.fields(kind)}
        assert named
        assert named <= fields | properties


def test_both_languages_show_the_same_code() -> None:
    english, japanese = (
        [blocks(page, kind) for kind in ("yaml", "sh", "toml", "python")] for page in PAGES
    )
    assert english == japanese
