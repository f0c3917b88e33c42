"""What the pages for people show is true: every snippet runs and gives what stands behind it.

In a guide, what stands behind a block of code is what it gives:

    console   lines that begin with `$ ` are run beside dist/ and data/; their output follows them
    sparql    a query, its answer as a Markdown table: IRIs shortened, `…` for rows left out. It is
              asked in our store and, behind the block that holds PREFIX lines only, in plain
              pyoxigraph and rdflib
    python    run in order, in one namespace; a block of text right behind it is what it prints

In the other pages code must parse, commands must be such as the program takes, and links must lead
somewhere. A page in two languages has the same blocks in both.
"""

import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
import textwrap
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import click
import pyoxigraph
import pytest
import rdflib

import kyodo_lod
from kyodo_lod.cli import kyodo_lod as command_line
from kyodo_lod.query.library import parse_query
from kyodo_lod.query.run import dist_quads
from kyodo_lod.rdf.store import Store, Table
from kyodo_lod.rdf.vocabulary import HOME, prefixes

ROOT = Path(__file__).parents[1]
GUIDES = {"ja": "docs/guide.ja.md", "en": "docs/guide.md"}
READMES = {"ja": "README.ja.md", "en": "README.md"}
PAGES = (*GUIDES.values(), *READMES.values(), "CONTRIBUTING.md")
SLUG = "072036-kyodo-2-fy2018"

_BLOCK = re.compile(
    r"^(?P<indent> *)```(?P<kind>\w+)\n(?P<code>.*?)^(?P=indent)```\n(?:\n(?P<table>(?:\|[^\n]*\n)+))?",
    re.MULTILINE | re.DOTALL,
)
_PREFIX = re.compile(r"PREFIX (\w+): <([^>]+)>")
_LINK = re.compile(r"\]\(([^)#:]+)\)")


@dataclass(frozen=True)
class Block:
    """A block of code and what stands right behind it.

    Args:
        place: page and line, for a failing test.
        kind: the word behind the fence.
        code: what stands in it.
        table: behind a query, the cells of the table there, head first; else empty.
        printed: the block of text behind it.
    """

    place: str
    kind: str
    code: str
    table: tuple[tuple[str, ...], ...]
    printed: str


@cache
def text(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


@cache
def blocks(page: str) -> tuple[Block, ...]:
    found = list(_BLOCK.finditer(text(page)))
    printed = {match.start() - 1: match["code"] for match in found if match["kind"] == "text"}
    return tuple(
        Block(
            f"{page}:{text(page).count(chr(10), 0, match.start()) + 1}",
            match["kind"],
            textwrap.dedent(match["code"]),
            tuple(_cells(match["table"])) if match["kind"] == "sparql" else (),
            printed.get(match.end(), ""),
        )
        for match in found
    )


def _cells(table: str | None) -> Iterator[tuple[str, ...]]:
    for number, line in enumerate((table or "").splitlines()):
        if number != 1:  # the line under the head
            yield tuple(cell.strip() for cell in line.strip().strip("|").split("|"))


def of_kind(kind: str) -> list[Any]:
    return [
        pytest.param(language, block, id=block.place)
        for language, page in GUIDES.items()
        for block in blocks(page)
        if block.kind == kind
    ]


def is_prologue(block: Block) -> bool:
    return not _PREFIX.sub("", block.code).strip()


def prologue() -> str:
    return next(block.code for block in blocks(GUIDES["en"]) if is_prologue(block))


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the reader has it: dist/ and data/."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "data", folder / "data")
    kyodo_lod.build(folder / "data", folder / "dist")
    return folder


@dataclass(frozen=True)
class Engines:
    """The published data in our store, in plain pyoxigraph and in rdflib."""

    ours: Store
    oxigraph: pyoxigraph.Store
    rdflib: rdflib.Graph

    def answers(self, query: str) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
        """Give the shown rows that each engine answers with."""
        answer = self.ours.query(query, "guide")
        assert isinstance(answer, Table)
        yield "kyodo-lod", [tuple(map(shown, row)) for row in answer.rows]
        rows = self.oxigraph.query(prologue() + query)
        assert isinstance(rows, pyoxigraph.QuerySolutions)
        yield "pyoxigraph", [tuple(map(shown, row)) for row in rows]
        yield "rdflib", [tuple(map(shown, row)) for row in self.rdflib.query(prologue() + query)]


@pytest.fixture(scope="session")
def engines(desk: Path) -> Engines:
    """What the guide tells to load: the data, and the vocabulary beside it."""
    dist = desk / "dist"
    store, graph = pyoxigraph.Store(), rdflib.Graph(bind_namespaces="none")
    for path in (dist / "dataset" / SLUG / f"{SLUG}.nt", dist / "def.ttl"):
        store.load(path=path)
        graph.parse(path)
    return Engines(Store(dist_quads(dist)), store, graph)


def shown(term: object) -> str:
    """Write a term as the guide's tables do."""
    if term is None:
        return ""
    value = getattr(term, "value", term)
    if not isinstance(term, (pyoxigraph.NamedNode, rdflib.URIRef)):
        return str(value).lower() if isinstance(value, bool) else str(value)
    for prefix, namespace in _PREFIX.findall(prologue()):
        if str(value).startswith(namespace):
            return f"{prefix}:{str(value).removeprefix(namespace)}"
    return str(value).removeprefix(HOME)


@pytest.mark.parametrize(("language", "block"), of_kind("console"))
def test_commands_give_what_the_guide_shows(language: str, block: Block, desk: Path) -> None:
    here = str(Path(sys.executable).parent)
    environment = os.environ | {
        "PATH": f"{here}{os.pathsep}{os.environ['PATH']}",
        "KYODO_LOD_LANG": language,
    }
    for command, expected in _commands(block.code):
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", command],
            cwd=desk, env=environment, capture_output=True, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stderr.decode()) == (0, ""), command
        assert done.stdout.decode().replace("\r\n", "\n") == expected, command


def _commands(code: str) -> Iterator[tuple[str, str]]:
    for part in re.split(r"^\$ ", code, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        yield command, output


@pytest.mark.parametrize(("language", "block"), of_kind("sparql"))
def test_queries_give_what_the_guide_shows(
    language: str,  # noqa: ARG001 - names the test
    block: Block,
    engines: Engines,
) -> None:
    if is_prologue(block):
        ours = prefixes().items()
        assert set(_PREFIX.findall(block.code)) <= set(ours)
        return
    assert block.table, "the answer stands behind the query, as a table"
    head, *rows = block.table
    answer = engines.ours.query(block.code, block.place)
    assert isinstance(answer, Table)
    assert answer.variables == head
    more = bool(rows) and set(rows[-1]) == {"…"}
    expected = rows[:-1] if more else rows
    for engine, found in engines.answers(block.code):
        assert found[: len(expected)] == expected, engine
        assert (len(found) > len(expected)) is more, engine


@pytest.mark.parametrize("page", GUIDES.values(), ids=list(GUIDES))
def test_python_prints_what_the_guide_shows(
    page: str, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk)
    namespace: dict[str, object] = {}
    for block in blocks(page):
        if block.kind == "python":
            with contextlib.redirect_stdout(io.StringIO()) as output:
                exec(compile(block.code, block.place, "exec"), namespace)  # noqa: S102 - our own page
            assert output.getvalue() == block.printed, block.place


@pytest.mark.parametrize("pages", [GUIDES, READMES], ids=["guide", "README"])
def test_both_languages_have_the_same_snippets(pages: dict[str, str]) -> None:
    one, other = (
        [(block.kind, block.code, block.table) for block in blocks(page)] for page in pages.values()
    )
    assert one
    assert one == other


@pytest.mark.parametrize("page", GUIDES.values(), ids=list(GUIDES))
def test_terms_that_the_guide_names_are_in_the_data(page: str, engines: Engines) -> None:
    spaces = dict(_PREFIX.findall(prologue()))
    named = set(re.findall(rf"\b({'|'.join(spaces)}):(\w+)", text(page)))
    assert len(named) > 20
    known = {str(node) for triple in engines.rdflib for node in triple}
    assert [f"{p}:{name}" for p, name in sorted(named) if spaces[p] + name not in known] == []


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    links = set(_LINK.findall(text(page)))
    assert links
    assert [
        link for link in sorted(links) if not (ROOT / page).parent.joinpath(link).exists()
    ] == []


def _named_commands() -> Iterator[Any]:
    for page in PAGES:
        spans = re.findall(r"(?<!`)`(kyodo-lod [^`\n]+)`", text(page))
        lines = re.findall(r"^\$ (kyodo-lod .+)$", text(page), re.MULTILINE)
        for command in sorted({*spans, *lines}):
            yield pytest.param(command, id=f"{page}: {command}")


@pytest.mark.parametrize("command", list(_named_commands()))
def test_commands_named_on_a_page_exist(command: str) -> None:
    words = re.sub(r"\s+[|>].*|\s+#.*|\s*…", "", command).split()[1:]
    with command_line.make_context("kyodo-lod", list(words), resilient_parsing=True) as context:
        name, verb, rest = command_line.resolve_command(context, words)
        if verb is not None and rest:
            with contextlib.suppress(click.exceptions.Exit):  # --help
                verb.make_context(name, list(rest), parent=context)


@pytest.mark.parametrize("block", blocks("CONTRIBUTING.md"), ids=lambda block: block.place)
def test_code_in_contributing_parses(block: Block, engines: Engines) -> None:
    if block.kind == "python":
        compile(block.code, block.place, "exec")
    elif block.kind == "toml":
        tomllib.loads(block.code)
    elif block.kind == "turtle":
        head = "".join(f"PREFIX {p}: <{iri}>\n" for p, iri in _namespaces().items())
        assert list(pyoxigraph.parse(head + block.code, pyoxigraph.RdfFormat.TURTLE))
    elif block.kind == "trig":
        assert list(pyoxigraph.parse(block.code, pyoxigraph.RdfFormat.TRIG))
    elif block.kind == "sparql":
        query = parse_query(block.place, block.code)
        assert engines.ours.query(query.text, query.name, query.values({}))
    else:
        assert block.kind in {"console", "csv", "sh", "text"}


def _namespaces() -> dict[str, str]:
    shapes = (ROOT / "shapes" / "plan.ttl").read_text(encoding="utf-8")
    return dict(re.findall(r"^@prefix (\w+):\s+<([^>]+)>", shapes, re.MULTILINE))
