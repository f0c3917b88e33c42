"""The unit for systemd and the recipe of the image: what can be known of them without running them."""

import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from deploy.servers import DEPLOY, ROOT

from kyodo_lod.cli import kyodo_lod as command_line

UNIT = DEPLOY / "kyodo-lod.service"
RECIPE = DEPLOY / "Containerfile.serve"


def parsed(words: list[str]) -> dict[str, object]:
    """Give what the program makes of a command line."""
    assert Path(words[0]).name == "kyodo-lod"
    command = command_line.get_command(click.Context(command_line), words[1])
    assert command is not None
    return command.make_context("serve", list(words[2:])).params


def unit() -> dict[str, str]:
    """Give the settings of the service; the last of one name."""
    return dict(re.findall(r"^(\w+)=(.*)$", UNIT.read_text(encoding="utf-8"), re.MULTILINE))


def lines(word: str) -> list[str]:
    """Give what stands behind a word of the recipe, its continued lines joined."""
    text = RECIPE.read_text(encoding="utf-8").replace("\\\n", " ")
    return re.findall(rf"^{word} (.*)$", text, re.MULTILINE)


def runnable(folder: Path) -> Path:
    """Give the unit with a program that this machine has."""
    text = UNIT.read_text(encoding="utf-8")
    assert text.count("/opt/kyodo-lod/bin/kyodo-lod ") == 1
    path = folder / "kyodo-lod.service"
    path.write_text(text.replace("/opt/kyodo-lod/bin/kyodo-lod ", f"{sys.executable} "), "utf-8")
    return path


def analyze(*arguments: str) -> subprocess.CompletedProcess[str]:
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd-analyze is not installed: apt-get install systemd")
    return subprocess.run(
        ["systemd-analyze", *arguments], capture_output=True, text=True, check=False
    )


def test_systemd_takes_the_unit_as_it_is(tmp_path: Path) -> None:
    done = analyze("verify", "--recursive-errors=no", "--man=no", str(runnable(tmp_path)))
    assert (done.returncode, done.stderr) == (0, "")


def test_the_unit_is_as_shut_in_as_the_page_says(tmp_path: Path) -> None:
    done = analyze("security", "--offline=true", str(runnable(tmp_path)))
    found = re.search(r"exposure level for kyodo-lod.service: ([\d.]+) OK", done.stdout)
    assert found, done.stdout[-300:] + done.stderr
    for page in ("serve.md", "serve.ja.md"):
        assert f" {found[1]} (OK)" in (ROOT / "docs" / page).read_text(encoding="utf-8")


def test_the_unit_cannot_connect_to_anything() -> None:
    text = UNIT.read_text(encoding="utf-8")
    assert "SystemCallFilter=~@privileged connect\n" in text
    assert "IPAddressDeny=any\n" in text
    assert unit()["IPAddressAllow"] == "localhost"


def test_the_command_of_the_unit_is_one_of_ours() -> None:
    given = parsed(shlex.split(unit()["ExecStart"]))
    assert given["port"] == int(unit()["SocketBindAllow"].removeprefix("tcp:"))
    assert given["state"] == "${STATE_DIRECTORY}"
    proxy = (DEPLOY / "nginx-endpoint.conf").read_text(encoding="utf-8")
    assert f"server {given['host']}:{given['port']};" in proxy
    assert f"location {given['root_path']}/ {{" in proxy


def test_the_image_is_that_of_the_other_recipe() -> None:
    other = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    assert lines("FROM") == re.findall(r"^FROM (.*)$", other, re.MULTILINE)
    assert lines("ENV")[0] == "PIP_CONSTRAINT=/source/constraints.txt"


def test_the_command_of_the_image_is_one_of_ours() -> None:
    (entry,) = lines("ENTRYPOINT")
    given = parsed(json.loads(entry))
    assert lines("EXPOSE") == [str(given["port"])]
    assert lines("VOLUME") == [given["state"]]
    assert given["host"] == "0.0.0.0"  # noqa: S104 - of a container
    assert f"{given['dist']}:ro" in (ROOT / "docs/serve.md").read_text(encoding="utf-8")


def test_the_image_runs_as_nobody_in_particular() -> None:
    (user,) = lines("USER")
    assert int(user) > 1000
    assert f"--uid {user} " in RECIPE.read_text(encoding="utf-8")


def test_the_image_asks_itself_how_it_is() -> None:
    (check,) = lines("HEALTHCHECK")
    command = json.loads(check[check.index("[") :])
    compile(command[2], "HEALTHCHECK", "exec")
    assert f":{parsed(json.loads(lines('ENTRYPOINT')[0]))['port']}/health" in command[2]
