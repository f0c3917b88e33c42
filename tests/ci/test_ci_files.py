"""The files by which other projects call us: their steps are run here as they stand."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT

from kyodo_lod.check.inputs import inputs

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


@pytest.mark.parametrize(
    "page", ["action.yml", "docs/ci.md", "docs/ci.ja.md", "docs/deploy/pages.yml"]
)
def test_actions_of_others_are_named_by_a_commit_and_its_version(page: str) -> None:
    used = re.findall(r"^\s*(?:- )?uses: (.*)$", (ROOT / page).read_text("utf-8"), re.MULTILINE)
    others = [line for line in used if not line.startswith("kyodo-lod/kyodo-lod@")]
    assert others
    for line in others:
        assert re.fullmatch(r"[\w-]+/[\w/-]+@[0-9a-f]{40} +# v\d+\.\d+\.\d+", line), line


def test_the_hooks_are_as_pre_commit_wants_them() -> None:
    hooks = loaded(".pre-commit-hooks.yaml")
    assert [hook["id"] for hook in hooks] == ["kyodo-lod-validate", "kyodo-lod-build-check"]
    for hook in hooks:
        assert hook["language"] == "python"
        assert subprocess.run(
            [f"{BIN}/{hook['entry'].split()[0]}", hook["entry"].split()[1], "--help"],
            capture_output=True, check=False,
        ).returncode == 0  # fmt: skip


def test_the_hook_holds_only_plans_against_the_shapes_of_plans() -> None:
    """As pre-commit searches `files` and `exclude`; of dist/ it takes what a folder would give."""
    hook = loaded(".pre-commit-hooks.yaml")[0]

    def is_taken(name: str) -> bool:
        return bool(re.search(hook["files"], name) and not re.search(hook["exclude"], name))

    everything = [path.relative_to(ROOT).as_posix() for path in (ROOT / "dist").rglob("*.*")]
    taken = inputs(str(ROOT / "dist")).taken
    assert sorted(filter(is_taken, everything)) == [
        Path(one.path).relative_to(ROOT).as_posix() for one in taken
    ]
    for name in ("rdf/a.ttl", "a.nt", "dataset/a-report.ttl", "data/x/fy2018/plan.txt"):
        assert is_taken(name)
    assert not is_taken("package.json")


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


@pytest.mark.parametrize(("text", "code"), [(GOOD, 1), ("<https://example.org/a> ", 2)])
def test_the_template_of_gitlab_writes_both_reports(text: str, code: int, folder: Path) -> None:
    job = loaded("ci/gitlab.yml")[".kyodo-lod-validate"]
    environment = {
        "PATH": f"{BIN}:{os.environ['PATH']}", "LANG": "C.UTF-8", "KYODO_LOD_PATHS": "a b.ttl\n-c.ttl",
        "KYODO_LOD_VALIDATE_SHAPES": "own.ttl",
    }  # fmt: skip
    (folder / "own.ttl").write_text(SHAPES, encoding="utf-8")
    for name in ("a b.ttl", "-c.ttl"):
        (folder / name).write_text(text, encoding="utf-8")
    ran = subprocess.run(
        ["sh", "-c", job["script"][0]], cwd=folder, env=environment, check=False, timeout=60
    )
    assert ran.returncode == code
    for path in job["artifacts"]["reports"].values():
        written = (folder / path).read_text("utf-8")
        assert "a b.ttl" in written
        assert "-c.ttl" in written


def prepared(folder: Path, release: str) -> subprocess.CompletedProcess[str]:
    """Run what the template of GitLab does beforehand, where `python` only says how it is called."""
    job = loaded("ci/gitlab.yml")[".kyodo-lod-validate"]
    (folder / "bin").mkdir()
    python = folder / "bin/python"
    python.write_text('#!/bin/sh\necho "$PIP_CONSTRAINT" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    environment = {**job["variables"], "PATH": f"{python.parent}:{os.environ['PATH']}"}
    if release:
        environment["KYODO_LOD_RELEASE"] = release
    return subprocess.run(
        ["sh", "-ec", "\n".join(job["before_script"])],
        cwd=folder, env=environment, check=False, timeout=60, capture_output=True, text=True,
    )  # fmt: skip


def test_the_template_of_gitlab_installs_one_release_with_its_versions(folder: Path) -> None:
    home = "https://github.com/kyodo-lod/kyodo-lod"
    constraint, *called = prepared(folder, "0a1b2c").stdout.split()
    assert constraint == f"{home}/raw/0a1b2c/constraints.txt"
    assert (ROOT / "constraints.txt").is_file()
    assert called == ["-m", "pip", "install", "--quiet", f"{home}/archive/0a1b2c.tar.gz"]


def test_the_template_of_gitlab_wants_a_release(folder: Path) -> None:
    ran = prepared(folder, "")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("KYODO_LOD_RELEASE is not set")


def test_the_image_is_built_from_what_the_package_needs() -> None:
    ignored = (ROOT / ".dockerignore").read_text("utf-8").split()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    needed = {"src", "README.md", "LICENSE", "pyproject.toml", "constraints.txt", *wheel["force-include"]}  # fmt: skip
    assert all((ROOT / name).exists() for name in needed)
    assert needed.isdisjoint(ignored)
    assert {".git", ".venv", "data", "dist", "docs", "tests", "benchmarks", "harvest"} <= set(
        ignored
    )
