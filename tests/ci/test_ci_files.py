"""The files by which other projects call us: their steps are run here as they stand."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT

BIN = str(Path(sys.executable).parent)
GOOD = "<https://example.org/a> <https://example.org/p> 1 ."
SHAPES = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix e: <https://example.org/> .
e:S sh:targetNode e:a ; sh:property [ sh:path e:q ; sh:minCount 1 ] ."""


def loaded(name: str) -> Any:  # noqa: ANN401 - YAML
    return yaml.safe_load((ROOT / name).read_text("utf-8"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with files of nasty names."""
    (tmp_path / "own shapes.ttl").write_text(SHAPES, encoding="utf-8")
    (tmp_path / "-$(touch x).ttl").write_text(GOOD, encoding="utf-8")
    return tmp_path


def run_action(folder: Path, **inputs: str) -> tuple[int, str, str]:
    """Run the action's last step; give its exit status, its log and its outputs."""
    step = loaded("action.yml")["runs"]["steps"][-1]
    output = folder / "output"
    environment = {
        "PATH": f"{BIN}:{os.environ['PATH']}", "LANG": "C.UTF-8", "GITHUB_ACTIONS": "true",
        "GITHUB_OUTPUT": str(output), "RUNNER_TEMP": str(folder), **dict.fromkeys(step["env"], ""), **inputs,
    }  # fmt: skip
    ran = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", step["run"]],
        cwd=folder, env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    return ran.returncode, ran.stdout, output.read_text("utf-8")


def test_the_action_finds_a_fault_in_a_file_of_any_name(folder: Path) -> None:
    code, log, outputs = run_action(
        folder, PATHS="-$(touch x).ttl\n", SHAPES="own shapes.ttl", SARIF="out.sarif"
    )
    assert code == 1
    assert log.startswith("::error file=-$(touch x).ttl")
    assert outputs == "exit-code=1\nviolations=1\nwarnings=0\nsarif-file=out.sarif\n"
    assert (folder / "out.sarif").exists()
    assert not (folder / "x").exists()


def test_the_action_tells_what_it_cannot_do(folder: Path) -> None:
    code, _, outputs = run_action(folder, PATHS="none.ttl", SARIF="s\nexit-code=0")
    assert code == 2
    assert outputs.startswith("exit-code=2\n")
    assert "exit-code=0" not in outputs


def test_every_value_of_the_action_reaches_the_shell_through_its_environment() -> None:
    for step in loaded("action.yml")["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
    used = [step["uses"] for step in loaded("action.yml")["runs"]["steps"] if "uses" in step]
    assert all("@v" in name and name.count(".") == 2 for name in used)


def test_the_hooks_are_as_pre_commit_wants_them() -> None:
    hooks = loaded(".pre-commit-hooks.yaml")
    assert [hook["id"] for hook in hooks] == ["kyodo-lod-validate", "kyodo-lod-build-check"]
    for hook in hooks:
        assert hook["language"] == "python"
        assert subprocess.run(
            [f"{BIN}/{hook['entry'].split()[0]}", hook["entry"].split()[1], "--help"],
            capture_output=True, check=False,
        ).returncode == 0  # fmt: skip


def test_a_file_called_like_an_option_is_a_file_to_the_hook(folder: Path) -> None:
    hook = loaded(".pre-commit-hooks.yaml")[0]
    (folder / "--output=stolen.nt").write_text("broken", encoding="utf-8")
    ran = subprocess.run(
        [f"{BIN}/kyodo-lod", *hook["entry"].split()[1:], *hook["args"], "--output=stolen.nt"],
        cwd=folder, capture_output=True, text=True, check=False,
        env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8"},
    )  # fmt: skip
    assert ran.returncode == 2
    assert ran.stderr.startswith("--output=stolen.nt:1:")
    assert not (folder / "stolen.nt").exists()


def test_the_template_of_gitlab_writes_both_reports(folder: Path) -> None:
    job = loaded("ci/gitlab.yml")[".kyodo-lod-validate"]
    environment = {
        "PATH": f"{BIN}:{os.environ['PATH']}", "LANG": "C.UTF-8", "KYODO_LOD_PATHS": "a b.ttl\n-c.ttl",
        "KYODO_LOD_VALIDATE_SHAPES": "own.ttl",
    }  # fmt: skip
    (folder / "own.ttl").write_text(SHAPES, encoding="utf-8")
    for name in ("a b.ttl", "-c.ttl"):
        (folder / name).write_text(GOOD, encoding="utf-8")
    ran = subprocess.run(
        ["sh", "-c", job["script"][0]], cwd=folder, env=environment, check=False, timeout=60
    )
    assert ran.returncode == 1
    for path in job["artifacts"]["reports"].values():
        assert (folder / path).stat().st_size > 100
