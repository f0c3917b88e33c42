"""The workflow for GitHub Pages: valid YAML, actions pinned, the README's commands, dist/ as it is."""

import re
from typing import Any, TypeAlias

import pytest
from deploy.servers import DEPLOY, ROOT

yaml = pytest.importorskip("yaml", reason="PyYAML is not installed: pip install pyyaml")

Workflow: TypeAlias = dict[str, Any]  # as YAML gives it


@pytest.fixture(scope="module")
def workflow() -> Workflow:
    found: Workflow = yaml.safe_load((DEPLOY / "pages.yml").read_text(encoding="utf-8"))
    return found


def steps(workflow: Workflow) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_every_action_is_pinned_to_a_commit_and_says_its_version(workflow: Workflow) -> None:
    used = [step["uses"] for step in steps(workflow) if "uses" in step]
    assert len(used) == 4
    text = (DEPLOY / "pages.yml").read_text(encoding="utf-8")
    for action in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action), action
        assert re.search(re.escape(action) + r"  # v\d+\.\d+\.\d+$", text, re.MULTILINE), action


def test_it_runs_the_commands_of_the_readme_before_it_publishes(workflow: Workflow) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^\$ (make.*)$", readme, re.MULTILINE)
    ran = [step["run"] for step in workflow["jobs"]["build"]["steps"] if "run" in step]
    assert commands == ["make", "make test"]
    assert ran[:2] == commands
    assert 'test -z "$(git status --porcelain -- dist)"' in ran


def test_only_the_deployment_may_write(workflow: Workflow) -> None:
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert "permissions" not in workflow["jobs"]["build"]
    assert workflow["jobs"]["deploy"]["needs"] == "build"


def test_what_it_copies_is_there(workflow: Workflow) -> None:
    (copy,) = [step["run"] for step in steps(workflow) if "cp " in step.get("run", "")]
    sources = re.findall(r"^cp (?:-r )?(\S+) site", copy, re.MULTILINE)
    assert sources == ["dist", "docs/deploy/404.html"]
    assert all((ROOT / source).exists() for source in sources)
    (upload,) = [s for s in steps(workflow) if "upload-pages-artifact" in s.get("uses", "")]
    assert upload["with"]["path"] == "site"
