"""`convert`: a document to RDF, whole or not at all."""

import stat
from pathlib import Path

import pyoxigraph
import pytest
from cli.running import invoke
from cli.test_read import BARE, damage
from conftest import KORIYAMA

from kyodo_lod.rdf.formats import FORMATS


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_holds_the_same_triples(name: str, plan_nt: Path) -> None:
    done = invoke("convert", str(KORIYAMA), "--to", name)
    assert (done.code, done.err) == (0, "")
    fmt = getattr(pyoxigraph.RdfFormat, FORMATS[name].oxigraph)
    found = {quad.triple for quad in pyoxigraph.parse(done.out.encode(), format=fmt)}
    expected = pyoxigraph.parse(plan_nt.read_bytes(), format=pyoxigraph.RdfFormat.N_TRIPLES)
    assert found == {quad.triple for quad in expected}


def test_turtle_is_the_default() -> None:
    out = invoke("convert", str(KORIYAMA)).out
    assert out == invoke("convert", str(KORIYAMA), "--to", "turtle").out
    assert out.startswith("@base <https://w3id.org/kyodo-lod/> .\n")


def test_the_base_moves_id_and_dataset_but_not_the_vocabulary() -> None:
    out = invoke(
        "convert", str(KORIYAMA), "--to", "n-triples", "--base", "https://example.org/x/"
    ).out
    assert "<https://example.org/x/id/072036/plan/kyodo-2/fy2018/p/4-15>" in out
    assert "<https://example.org/x/dataset/072036-kyodo-2-fy2018>" in out
    assert "<https://w3id.org/kyodo-lod/def#PlannedProject>" in out
    assert "<https://w3id.org/kyodo-lod/id/" not in out
    assert "<https://w3id.org/kyodo-lod/dataset/" not in out


@pytest.mark.parametrize(
    "base",
    [
        "foo",
        "",
        "https://example.org",
        "ftp://x/",
        "https://x/?a=/",
        "https://x/ /",
        "https://x/#/",
    ],
)
def test_a_base_that_no_iri_can_begin_with_is_refused(base: str) -> None:
    for verb in ("convert", "build"):
        done = invoke(verb, str(KORIYAMA), "--base", base)
        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
        assert done.err.startswith("--base: ")


def test_a_file_holds_what_stdout_would(tmp_path: Path) -> None:
    target = tmp_path / "plan.ttl"
    done = invoke("convert", str(KORIYAMA), "-o", str(target))
    assert (done.code, done.out, done.err) == (0, "", "")
    assert target.read_text(encoding="utf-8") == invoke("convert", str(KORIYAMA)).out
    assert [path.name for path in tmp_path.iterdir()] == ["plan.ttl"]


def test_a_dash_is_stdout() -> None:
    assert invoke("convert", str(KORIYAMA), "-o", "-").out == invoke("convert", str(KORIYAMA)).out


def test_a_document_on_stdin_gives_the_same_projects(plan_nt: Path) -> None:
    data = (KORIYAMA / "plan.txt").read_bytes()
    done = invoke("convert", "-", *BARE, "--to", "n-triples", "--quiet", stdin=data)
    assert (done.code, done.err) == (0, "")
    subjects = {line.split()[0] for line in done.out.splitlines() if "/p/" in line.split()[0]}
    expected = {line.split()[0] for line in plan_nt.read_text(encoding="utf-8").splitlines()}
    assert subjects == {subject for subject in expected if "/p/" in subject}


def test_with_a_violation_nothing_is_written(city: Path) -> None:
    target = city / "plan.ttl"
    target.write_text("before", encoding="utf-8")
    damage(city, 69, "上下水道局総務課", "")
    for more in (("-o", str(target)), ()):
        done = invoke("convert", str(city), *more)
        assert (done.code, done.out) == (1, "")
        assert "plan.txt:69: violation plan#PlannedProject-responsibleUnit" in done.err
        assert done.err.splitlines()[-1].startswith(
            f"{city}/plan.txt: has violations, so nothing was written"
        )
    assert target.read_text(encoding="utf-8") == "before"
    assert not list(city.glob(".kyodo-*"))


def test_warnings_are_told_and_written_all_the_same(city: Path) -> None:
    damage(city, 24, "総務部人事課", "総務部人事科")
    (source := city / "source.toml").write_text(
        invoke("init", "--refresh", str(source)).out and source.read_text(encoding="utf-8"),
        encoding="utf-8",
    )
    done = invoke("convert", str(city))
    assert done.code == 0
    assert done.out
    assert "plan.txt:24: warning plan#PlannedProject-registeredUnit" in done.err
    assert invoke("convert", str(city), "--quiet").err == ""


@pytest.mark.parametrize("target", ["folder", "missing/plan.ttl", "file/plan.ttl"])
def test_a_target_that_cannot_be_written_is_said_in_one_line(target: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("x", encoding="utf-8")
    done = invoke("convert", str(KORIYAMA), "-o", str(tmp_path / target))
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert str(tmp_path) in done.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


def test_a_link_is_followed_and_stays(tmp_path: Path) -> None:
    real, link = tmp_path / "real.ttl", tmp_path / "link.ttl"
    real.write_text("before", encoding="utf-8")
    link.symlink_to(real)
    assert invoke("convert", str(KORIYAMA), "-o", str(link)).code == 0
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8").startswith("@base")


def test_a_device_is_written_to_not_replaced() -> None:
    assert invoke("convert", str(KORIYAMA), "-o", "/dev/null").code == 0
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
