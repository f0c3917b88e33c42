"""What docs/ci.md and docs/api.md show runs as it stands."""

import contextlib
import dataclasses
import inspect
import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from cli.running import invoke
from conftest import ROOT

import kyodo_lod
from kyodo_lod.check.limits import LIMITED
from kyodo_lod.check.report import Report
from kyodo_lod.finding import Finding, Severity
from kyodo_lod.origin import Origin

BIN = str(Path(sys.executable).parent)
REPORT_ORDER = ["text", "github", "gitlab", "sarif", "junit", "json", "turtle", "markdown"]
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
    (code,) = [code for code in blocks(page, "sh") if "--baseline" in code]
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


@pytest.mark.parametrize("page", PAGES)
def test_what_is_pasted_names_what_there_is(page: str) -> None:
    _, gitlab, hooks = map(yaml.safe_load, blocks(page, "yaml"))
    template = yaml.safe_load((ROOT / "ci/gitlab.yml").read_text("utf-8"))
    job = gitlab["validate"]
    assert job["variables"].keys() < template[job["extends"]]["variables"].keys()
    commit = job["variables"]["KYODO_LOD_RELEASE"]
    assert re.fullmatch("[0-9a-f]{40}", commit)
    assert gitlab["include"][0]["remote"].endswith(f"/{commit}/ci/gitlab.yml")
    (repository,) = hooks["repos"]
    assert re.fullmatch("[0-9a-f]{40}", repository["rev"])
    ours = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert [hook["id"] for hook in repository["hooks"]] == [hook["id"] for hook in ours]
    assert repository["hooks"][0]["args"][-1] == "--"


@pytest.mark.parametrize("page", PAGES)
def test_every_report_and_limit_is_told(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    assert re.findall(r"^\| (\w+) \|", text, re.MULTILINE) == REPORT_ORDER
    assert f"{LIMITED.size} MiB" in text
    for number in (LIMITED.triples, LIMITED.shapes, LIMITED.rdflib, LIMITED.findings):
        assert f"{number:,}" in text or f"{number // 10_000} 万" in text


def named(title: str) -> list[str]:
    """Give what stands in the first column of a table of docs/api.md."""
    text = (ROOT / "docs/api.md").read_text("utf-8")
    table = text.partition(f"| {title} | |\n")[2].partition("\n\n")[0]
    cells = (row.split(" | ")[0] for row in table.splitlines()[1:])
    return [name for cell in cells for name in re.findall(r"`([^`]+)`", cell)]


@pytest.mark.parametrize("kind", [Report, Finding, Origin])
def test_the_page_names_every_field_and_nothing_else(kind: type[Report | Finding | Origin]) -> None:
    fields = {field.name for field in dataclasses.fields(kind)}
    others = {name for name in vars(kind) if not name.startswith("_")}
    assert set(named(f"`{kind.__name__}`")) == fields | others
    assert len(named(f"`{kind.__name__}`")) == len(fields | others)


def test_the_page_names_every_argument_with_its_default() -> None:
    signature = inspect.signature(kyodo_lod.validate)
    arguments = [
        f"*{name}"
        if each.kind is each.VAR_POSITIONAL
        else f"{name}={each.default!r}".replace("'", '"')
        for name, each in signature.parameters.items()
    ]
    assert named("argument") == arguments


@pytest.mark.usefixtures("desk")
def test_one_path_that_cannot_be_read_raises_whatever_the_others_hold() -> None:
    assert not kyodo_lod.validate("rdf/old.nt").conforms
    Path("broken.nt").write_text("<a", encoding="utf-8")
    with pytest.raises(kyodo_lod.errors.GraphError, match=r"broken\.nt:1:"):
        kyodo_lod.validate("rdf/old.nt", "broken.nt")
    with pytest.raises(kyodo_lod.errors.ShapesError):
        kyodo_lod.validate("rdf/old.nt", shapes="none.ttl")
    assert kyodo_lod.validate("rdf/old.nt", "data").count(Severity.VIOLATION) > 0


def test_both_languages_show_the_same_code() -> None:
    english, japanese = (
        [blocks(page, kind) for kind in ("yaml", "sh", "toml", "python")] for page in PAGES
    )
    assert english == japanese
