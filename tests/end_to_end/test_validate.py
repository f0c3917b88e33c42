"""`validate` as a CI runs it: what it ends with for each way to fail, and what it imports."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from cli.running import plain_environment
from end_to_end.process import Done, refused, run
from end_to_end.test_start import heavy_modules

SHAPES = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix x: <http://x/> .
x:S sh:targetClass x:A ; sh:property x:P .
x:P sh:path x:p ; sh:minCount 1 ; sh:message "no p"@en , "p がありません"@ja .
"""
WRONG = "<http://x/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://x/A> .\n"
RIGHT = f'{WRONG}<http://x/a> <http://x/p> "1" .\n'
OWN = ("--shapes", "own.ttl")
#: runs the command line after a line of Python has broken something in it
_BROKEN = """
import sys
from kyodo_lod.cli import main
import kyodo_lod.check.fast.engine, kyodo_lod.check.shacl
class PanicException(BaseException):
    pass  # as pyo3 has it, through which oxigraph panics
def fail(*_, **__):
    raise {error}("out of order")
{broken} = fail
main({arguments!r})
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a folder with shapes and data, right and wrong."""
    for name, text in {"own.ttl": SHAPES, "right.nt": RIGHT, "wrong.nt": WRONG}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def broken(what: str, *arguments: str, cwd: Path, error: str = "RuntimeError") -> Done:
    """Run the command line where something in it always raises."""
    code = _BROKEN.format(broken=what, arguments=["validate", *arguments], error=error)
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=cwd, env=plain_environment(), capture_output=True, check=False,
    )  # fmt: skip
    return Done(done.returncode, done.stdout, done.stderr.decode("utf-8"))


def test_what_conforms_ends_with_0_and_what_does_not_with_1(project: Path) -> None:
    done = run("validate", "right.nt", *OWN, cwd=project)
    assert (done.code, done.out, done.err) == (0, "right.nt: no violations\n", "")
    done = run("validate", "wrong.nt", *OWN, cwd=project)
    assert (done.code, done.err) == (1, "")
    assert done.out.startswith("wrong.nt:1: violation x:P: no p\n")


@pytest.mark.parametrize(
    ("arguments", "place"),
    [
        (("no.nt", *OWN), "no.nt: "),
        (("bad.ttl", *OWN), "bad.ttl:2:"),
        (("right.nt", "--shapes", "no.ttl"), "no.ttl: "),
        (("right.nt", "--shapes", "bad.ttl"), "bad.ttl:2:"),
        (("right.nt", "--shapes", "odd.ttl"), "odd.ttl: "),
        (("right.nt", "--ontology", "no.ttl"), "no.ttl: "),
        (("right.nt", "--baseline", "own.ttl", *OWN), "own.ttl: "),
        (("right.nt", "--select", "nope", *OWN), "--select nope: "),
        (("*.trig", *OWN), "*.trig: "),
        (("-", *OWN), "kyodo-lod validate: "),
    ],
)
def test_what_cannot_be_done_ends_with_2_and_one_line(
    arguments: tuple[str, ...], place: str, project: Path
) -> None:
    (project / "bad.ttl").write_text("<http://x/a> <http://x/p> 1 .\n<http://x/b> ", "utf-8")
    odd = SHAPES.replace("sh:minCount 1", 'sh:minCount "many"')
    (project / "odd.ttl").write_text(odd, encoding="utf-8")
    refused(run("validate", *arguments, cwd=project), place)


@pytest.mark.parametrize("error", ["RuntimeError", "PanicException"])
@pytest.mark.parametrize(
    ("engine", "what"),
    [
        ("fast", "kyodo_lod.check.fast.engine.some_results"),
        ("fast", "kyodo_lod.rdf.read.pyoxigraph.parse"),
        ("pyshacl", "kyodo_lod.check.shacl.Validator.run"),
    ],
)
def test_an_error_in_an_engine_is_no_finding(
    engine: str, what: str, error: str, project: Path
) -> None:
    done = broken(what, "wrong.nt", "--engine", engine, *OWN, cwd=project, error=error)
    assert (done.code, done.data) == (2, b"")
    assert "out of order" in done.err


def test_what_pyshacl_raises_is_one_line(project: Path) -> None:
    what = "kyodo_lod.check.shacl.Validator.run"
    line = refused(broken(what, "wrong.nt", "--engine", "pyshacl", *OWN, cwd=project), "own.ttl: ")
    assert line.endswith("RuntimeError: out of order")


def test_of_good_and_bad_inputs_the_good_are_checked_and_the_bad_are_told(project: Path) -> None:
    (project / "bad.ttl").write_text("<a", encoding="utf-8")
    paths = ("bad.ttl", "wrong.nt", "no.nt", "right.nt")
    done = run("validate", *paths, *OWN, "--report", "json", cwd=project)
    assert done.code == 2
    assert [line.partition(":")[0] for line in done.err.splitlines()] == ["bad.ttl", "no.nt"]
    reports = json.loads(done.out)["reports"]
    assert [(one["input"], one["conforms"], bool(one["unreadable"])) for one in reports] == [
        ("bad.ttl", False, True),
        ("wrong.nt", False, False),
        ("no.nt", False, True),
        ("right.nt", True, False),
    ]
    assert run("validate", *paths, *OWN, "--exit-zero", cwd=project).code == 2


def test_patterns_folders_and_stdin_in_one_run(project: Path) -> None:
    (project / "more" / "deep").mkdir(parents=True)
    for name in ("more/deep/b.nt", "more/a.nt"):
        (project / name).write_text(RIGHT, encoding="utf-8")
    paths = ("r*.nt", "more", "more/**/*.nt", "-")
    done = run("validate", *paths, "--from", "n-triples", *OWN, cwd=project, stdin=WRONG.encode())
    assert done.code == 1
    inputs = [line.partition(":")[0] for line in done.out.splitlines() if "no viol" in line]
    assert inputs == ["right.nt", *["more/a.nt", "more/deep/b.nt"] * 2]
    assert done.out.splitlines()[-1].startswith("-: 1 violation")


def test_a_broken_manifest_does_not_stop_the_others(city: Path, desk: Path) -> None:
    other = city.with_name("fy2017")
    other.mkdir()
    (other / "source.toml").write_text("year = ", encoding="utf-8")
    done = run("validate", "data", cwd=desk)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert "fy2017/source.toml" in done.err
    assert done.out.endswith("read 76 projects under 7 policies, no violations\n")


def test_the_project_says_what_is_always_the_same(project: Path) -> None:
    (project / "kyodo-lod.toml").write_text(
        '[validate]\nshapes = "own.ttl"\nbaseline = "known.json"\n', encoding="utf-8"
    )
    (project / "data").mkdir()
    (project / "wrong.nt").rename(project / "data" / "wrong.nt")
    done = run("validate", "wrong.nt", "--write-baseline", cwd=project / "data")
    assert (done.code, done.out) == (0, "")
    assert done.err.startswith("../known.json: ")
    assert json.loads((project / "known.json").read_text("utf-8"))["findings"][0]["count"] == 1
    done = run("validate", "wrong.nt", cwd=project / "data")
    assert (done.code, done.out) == (0, "wrong.nt: no violations (1 known)\n")


def test_two_runs_write_the_same_bytes(project: Path) -> None:
    (project / "blank.ttl").write_text(f"{WRONG}[] a <http://x/A> . [] a <http://x/A> .", "utf-8")
    run_once = ("validate", "blank.ttl", "wrong.nt", *OWN, "--baseline")
    for name in ("one.json", "two.json"):
        assert run(*run_once, name, "--write-baseline", cwd=project).code == 0
    one, two = ((project / name).read_bytes() for name in ("one.json", "two.json"))
    assert one == two
    assert run(*run_once, "one.json", cwd=project).code == 0


def test_the_quick_way_imports_neither_rdflib_nor_pyshacl(project: Path) -> None:
    assert heavy_modules("validate", "wrong.nt", *OWN, cwd=project) == ("1", ["pyoxigraph"])
    status, heavy = heavy_modules("validate", "right.nt", *OWN, "--engine", "pyshacl", cwd=project)
    assert (status, set(heavy)) == ("0", {"pyoxigraph", "rdflib", "pyshacl"})
