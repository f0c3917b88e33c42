"""What people read about the program is true: examples run, tables are whole, versions agree."""

import contextlib
import importlib.util
import io
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import click
import pytest
from cli.running import plain_environment
from conftest import ROOT

import kyodo_lod
from kyodo_lod.check.rule_pages import pages
from kyodo_lod.cli import kyodo_lod as command_line
from kyodo_lod.cli.commands import VERBS
from kyodo_lod.finding import help_uri

READMES = ("README.md", "README.ja.md")
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def text_of(name: str) -> str:
    """Give a page."""
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(name: str, kind: str) -> list[str]:
    """Give the code blocks of one kind on a page."""
    return [code for found, code in _BLOCK.findall(text_of(name)) if found == kind]


def examples(name: str = "README.md") -> list[str]:
    """Give the commands that a README's table shows."""
    return re.findall(r"^\| `(kyodo-lod [^`]+)` \|", text_of(name), re.MULTILINE)


#: does not end of itself, or needs a server: tests/cli/test_serve.py and test_push.py run them
_STAYS = {"kyodo-lod serve", "kyodo-lod push http://localhost:7878/store"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a folder like the checkout: data/, a built dist/, a graph and a new document."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "data", folder / "data")
    build = [sys.executable, "-m", "kyodo_lod", "build", "--quiet"]
    subprocess.run(build, cwd=folder, check=True)
    dump = folder / "dist/dataset/072036-kyodo-2-fy2018/072036-kyodo-2-fy2018.ttl"
    shutil.copyfile(dump, folder / "my-graph.ttl")
    shutil.copyfile(folder / "data/072036-koriyama/kyodo-2/fy2018/plan.txt", folder / "plan.txt")
    return folder


@pytest.fixture
def desk(built: Path, tmp_path: Path) -> Path:
    """Give a copy of that folder."""
    return Path(shutil.copytree(built, tmp_path / "desk"))


def test_readme_shows_every_verb() -> None:
    shown = {shlex.split(command)[1] for command in examples()}
    assert shown == set(VERBS) - {"build"}, "build is what make does"


@pytest.mark.parametrize("command", [each for each in examples() if each not in _STAYS])
def test_the_commands_of_the_readme_run(command: str, desk: Path) -> None:
    program, *arguments = shlex.split(command)
    assert program == "kyodo-lod"
    done = subprocess.run(
        [sys.executable, "-m", "kyodo_lod", *arguments],
        cwd=desk,
        env=plain_environment(),
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout


def test_the_python_of_the_readme_runs(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk)
    (code,) = blocks("README.md", "python")
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, "README.md", "exec"), {})  # noqa: S102 - the README's own example
    first, second, third = printed.getvalue().splitlines()
    assert first == "76 projects, 0 findings"
    assert second == "conforms: True"
    assert re.fullmatch(r"\d{4} triples, \d{6} bytes of Turtle", third)


def test_both_readmes_show_the_same_commands() -> None:
    assert examples("README.ja.md") == examples("README.md")


def test_both_readmes_have_the_same_code() -> None:
    english, japanese = (
        [
            (kind, re.sub(r" +#.*", "", code))
            for kind, code in _BLOCK.findall(text_of(name))
            if kind != "text"
        ]
        for name in READMES
    )
    assert english == japanese


@pytest.mark.parametrize("name", READMES)
def test_the_picture_and_the_table_name_every_room(name: str) -> None:
    folder = Path(kyodo_lod.__file__ or "").parent
    rooms = {path.parent.name for path in folder.glob("*/__init__.py")} - {"cli"}
    (picture, *_) = blocks(name, "text")
    drawn = set(re.findall(r"[a-z]+", picture))
    assert rooms <= drawn, rooms - drawn
    assert {"cli", "pipeline"} <= drawn
    assert {f"`{room}/`" for room in rooms} <= set(re.findall(r"`[a-z]+/`", text_of(name)))


def test_the_layers_of_the_picture_are_those_that_lint_holds_true() -> None:
    contracts = tomllib.loads(text_of("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    layers = set(re.findall(r"[a-z_]+", " ".join(contracts[0]["layers"])))
    folder = Path(kyodo_lod.__file__ or "").parent
    modules = {path.stem for path in folder.glob("*.py")} | {
        p.parent.name for p in folder.glob("*/__init__.py")
    }
    assert layers == modules - {"__init__"}
    (picture, *_) = blocks("README.md", "text")
    assert set(re.findall(r"[a-z]+", picture)) >= layers - {
        "__main__", "assets", "bilingual", "errors", "finding", "origin",
    }  # fmt: skip


def test_there_is_one_version() -> None:
    stated = tomllib.loads(text_of("pyproject.toml"))["project"]["version"]
    assert stated == kyodo_lod.__version__
    released = re.findall(r"^## \[?([0-9]+\.[0-9]+\.[0-9]+)", text_of("CHANGELOG.md"), re.MULTILINE)
    assert not released or released[0] == stated
    assert re.search(r"^## \[?(Unreleased|\d)", text_of("CHANGELOG.md"), re.MULTILINE)


def test_every_release_speaks_of_program_ontology_and_data() -> None:
    for release in text_of("CHANGELOG.md").split("\n## ")[1:]:
        assert re.findall(r"^### (.*)$", release, re.MULTILINE) == [
            "Program", "Ontology and shapes", "Data",
        ]  # fmt: skip


def generator(name: str) -> ModuleType:
    """Give one of the programs that write a page of docs/, with the modules beside it."""
    if str(ROOT / "docs") not in sys.path:
        sys.path.append(str(ROOT / "docs"))
    spec = importlib.util.spec_from_file_location(f"{name}_page", ROOT / "docs" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_of_commands_is_what_its_generator_writes() -> None:
    assert text_of("docs/commands.md") == generator("commands").page(), "run: make docs"


@pytest.mark.parametrize(("language", "file"), [("en", "rules.md"), ("ja", "rules.ja.md")])
def test_the_page_of_rules_is_what_its_generator_writes(language: str, file: str) -> None:
    assert text_of(f"docs/{file}") == generator("rules").page(language), "run: make docs"


def test_the_examples_of_rules_are_what_their_generator_writes() -> None:
    written = text_of("src/kyodo_lod/check/examples.json")
    assert written == generator("examples").content(), "run: make docs"


@pytest.mark.parametrize("file", ["rules.md", "rules.ja.md"])
def test_every_rule_has_a_place_that_its_help_points_to(file: str) -> None:
    page = text_of(f"docs/{file}")
    for rule in pages().values():
        assert f'<a id="{help_uri(rule.iri).partition("#")[2]}"></a>' in page, rule.name


@pytest.mark.parametrize("file", ["rules.md", "rules.ja.md"])
def test_a_page_of_rules_leads_somewhere(file: str) -> None:
    page = text_of(f"docs/{file}")
    anchors = re.findall(r'<a id="([^"]+)"></a>', page)
    assert len(anchors) == len(set(anchors)) == len(pages())
    assert set(re.findall(r"\]\(#([^)]+)\)", page)) == set(anchors)
    for target in set(re.findall(r"\]\(\.\./([^)]+)\)", page)):
        assert (ROOT / target).is_file(), target
    assert page.count("\n```\n") == len(re.findall(r"\n```\w+\n", page))


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_and_option_is_on_the_page_of_commands(verb: str) -> None:
    page = text_of("docs/commands.md")
    section = page.partition(f"\n## kyodo-lod {verb}\n")[2].partition("\n## ")[0]
    assert section
    command = command_line.get_command(click.Context(command_line), verb)
    assert command is not None
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            for name in parameter.opts:
                assert section.count(f" {name}") >= 2, f"{verb} {name}: in both languages"


def test_the_exit_statuses_are_on_the_page_of_commands() -> None:
    page = text_of("docs/commands.md")
    for status in (0, 1, 2, 130, 141):
        assert f"\n| {status} | " in page


def test_the_schema_of_the_report_is_named_where_people_look() -> None:
    assert "report.schema.json" in "".join(
        path.read_text(encoding="utf-8")
        for path in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"))
    )
