"""docs/serve.md says what is so: its commands and code run against the real server, its tables are the code's."""

import contextlib
import io
import json
import re
import shutil
import subprocess
from collections.abc import Iterator

import click
import pytest
from conftest import ROOT
from serve.servers import Server

from kyodo_lod.cli import kyodo_lod as command_line
from kyodo_lod.rdf.formats import FORMATS, RESULT_FORMATS
from kyodo_lod.serve.job import Fate
from kyodo_lod.serve.limits import LIMITED

PAGES = ("serve.md", "serve.ja.md")
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_SHOWN = "http://lod.example.jp"
_MEMBERS = ("status", "modified", "release", "graphs", "refused", "queries")


def text_of(page: str) -> str:
    return (ROOT / "docs" / page).read_text(encoding="utf-8")


def blocks(page: str, kind: str = "") -> list[str]:
    return [code for found, code in _BLOCK.findall(text_of(page)) if kind in ("", found)]


def commands(code: str) -> Iterator[tuple[str, str]]:
    for part in re.split(r"^\$ ", code, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        yield command, output


def test_both_languages_show_the_same_code() -> None:
    assert blocks(PAGES[0])
    assert blocks(PAGES[0]) == blocks(PAGES[1])


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_to_files_and_headings_that_exist(page: str) -> None:
    for link in _LINK.findall(text_of(page)):
        name, _, anchor = link.partition("#")
        target = ROOT / "docs" / (name or page)
        assert target.exists(), link
        assert not anchor or f'<a id="{anchor}"></a>' in target.read_text("utf-8"), link


@pytest.mark.parametrize("shown", [each for code in blocks(PAGES[0], "console") for each in commands(code)],
                         ids=lambda shown: shown[0][:50])  # fmt: skip
def test_commands_give_what_the_page_shows(shown: tuple[str, str], server: Server) -> None:
    if not shutil.which("curl"):
        pytest.skip("curl is not installed: apt-get install curl")
    command, expected = shown
    here = command.replace(_SHOWN, server.url.rstrip("/"))
    done = subprocess.run(["bash", "-c", here], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    # curl's own line end behind an answer that has none
    assert done.stdout.replace("\r\n", "\n").rstrip("\n") == expected.rstrip("\n")


def test_python_asks_the_server(server: Server) -> None:
    (code,) = blocks(PAGES[0], "python")
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code.replace(_SHOWN, server.url.rstrip("/")), "serve.md", "exec"), {})  # noqa: S102
    assert printed.getvalue() == "2 ['name']\n"


def options() -> dict[str, click.Option]:
    command = command_line.get_command(click.Context(command_line), "serve")
    assert command is not None
    return {
        name: each
        for each in command.params
        if isinstance(each, click.Option)
        for name in each.opts
    }


@pytest.mark.parametrize("page", PAGES)
def test_limits_are_those_of_the_program(page: str) -> None:
    rows = re.findall(
        r"^\| [^|]+ \| (\d+)(?: (?:s|MiB))? \| `(--[a-z-]+)` \|", text_of(page), re.MULTILINE
    )
    known = options()
    assert len(rows) == 11
    for value, name in rows:
        assert known[name].default == int(value), name


@pytest.mark.parametrize("page", PAGES)
def test_limits_without_an_option_are_those_of_the_program(page: str) -> None:
    rows = dict.fromkeys(re.findall(r"^\| [^|]+ \| ([\w ]+) \| \| ", text_of(page), re.MULTILINE))
    limits = [f"{LIMITED.query >> 20} MiB", f"{LIMITED.url >> 10} KiB", f"{LIMITED.slow} s"]
    assert list(rows) == limits


@pytest.mark.parametrize("page", PAGES)
def test_options_that_the_page_names_are_there(page: str) -> None:
    shell = "".join(blocks(page, "sh"))
    prose = _BLOCK.sub("", text_of(page))
    named = set(re.findall(r"`(--[a-z-]+)", prose))
    named |= {
        name
        for line in shell.splitlines()
        if line.startswith("kyodo-lod serve")
        for name in re.findall(r"--[a-z-]+", line)
    }
    theirs = {"--delay-updates"}
    assert named - theirs - set(options()) == set()


@pytest.mark.parametrize("page", PAGES)
def test_formats_are_those_of_the_program(page: str) -> None:
    shown = set(re.findall(r"`([a-z]+/[a-z0-9.+-]+)` \(([a-z-]+)\)", text_of(page)))
    ours = {(each.media_type, each.name) for each in (*FORMATS.values(), *RESULT_FORMATS.values())}
    assert shown == ours


@pytest.mark.parametrize("page", PAGES)
def test_the_page_tells_each_file_of_deploy_that_serves_it(page: str) -> None:
    linked = set(_LINK.findall(text_of(page)))
    assert {
        f"deploy/{name}"
        for name in ("nginx-endpoint.conf", "kyodo-lod.service", "Containerfile.serve")
    } <= linked


def test_the_line_of_the_journal_is_one_of_these(server: Server) -> None:
    server.ask("sparql?query=ASK%7B%7D")
    (shown,) = map(json.loads, blocks(PAGES[0], "json"))
    written = server.wait_for("request")[-1]
    assert list(shown) == list(written)
    assert {name: type(value) for name, value in shown.items()} == {
        name: type(value) for name, value in written.items()
    }


def test_the_description_lists_the_named_graphs(server: Server) -> None:
    described = server.ask("sparql", {"Accept": "application/n-triples"}).body.decode()
    stated = json.loads(server.ask("health").body)["graphs"]
    assert described.count("sparql-service-description#namedGraph>") == stated


@pytest.mark.parametrize("page", PAGES)
def test_what_health_says_is_on_the_page(page: str, server: Server) -> None:
    said = json.loads(server.ask("health").body)
    section = text_of(page).partition('<a id="health">')[2]
    rows = re.findall(r"^\| ((?:`[a-z]+`[,、 ]*)+) \| ", section, re.MULTILINE)
    named = [name for row in rows for name in re.findall(r"`([a-z]+)`", row)]
    counters = [each.value for each in Fate]
    assert named == [*_MEMBERS, *counters]
    assert set(said) == set(_MEMBERS) - {"refused"}
    assert set(re.findall(r"`([a-z]+)`", section)) >= set(said["queries"])


@pytest.mark.parametrize("page", PAGES)
def test_events_of_the_journal_are_on_the_page(page: str) -> None:
    folder = ROOT / "src/kyodo_lod/serve"
    program = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    events = set(re.findall(r'(?:note|fault)\(\s*"([a-z-]+)"', program))
    rows = re.findall(r"^\| (`[a-z-]+`(?:[,、] ?`[a-z-]+`)*) \| ", text_of(page), re.MULTILINE)
    told = {name for row in rows for name in re.findall(r"`([a-z-]+)`", row)}
    assert {"start", "takeover-resolved", "fault"} <= events
    assert events - {"request"} <= told
