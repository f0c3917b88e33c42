"""dist/: made whole and moved into place, or left as it was."""

import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT
from publish.conftest import BASE, SLUG

from kyodo_lod import building
from kyodo_lod.check.shapes import Shapes
from kyodo_lod.errors import KyodoError, OutputError
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.parse import Reading
from kyodo_lod.model.plan import Plan
from kyodo_lod.publish import dist
from kyodo_lod.publish.catalog import Entry
from kyodo_lod.publish.checksums import NAME, file_names, listed, sha256
from kyodo_lod.rdf.vocabulary import HOME
from kyodo_lod.source.manifest import Manifest

Contents = Callable[[Path], dict[str, bytes]]
DATASET = f"dataset/{SLUG}"


def test_all_files_of_the_design_are_there(published: Path) -> None:
    names = [name for name in file_names(published) if not name.startswith("queries/")]
    tables = ("policies", "projects", "responsibilities", "sub-items", "units")
    about = ("provenance.ttl", "quality.ttl", "report.ttl")
    pages = ("index", "data-items", "def", "shapes/catalog", "shapes/document", "shapes/plan")
    assert names == sorted([
        "SHA256SUMS", "context.jsonld", "def.ttl", "def/1.0.0.ttl", "void.ttl", "logo.svg", "data-items.csv",
        "catalog.ttl", "catalog.jsonld", "catalog.rdf", "catalog-udata.ttl", f"ckan/{SLUG}.json",
        "scheme/account.ttl", "scheme/quality.ttl", "scheme/unit-level.ttl",
        "shapes/catalog.ttl", "shapes/document.ttl", "shapes/plan.ttl",
        *(f"{page}{language}.html" for page in pages for language in ("", ".en")),
        *(f"{DATASET}/{SLUG}.{extension}" for extension in ("jsonld", "nt", "rdf", "trig", "ttl", "xlsx")),
        *(f"{DATASET}/{SLUG}-{table}.csv" for table in tables),
        *(f"{DATASET}/{SLUG}-{each}" for each in about),
        f"{DATASET}/csv-metadata.json", f"{DATASET}/index.html", f"{DATASET}/index.en.html",
        f"{DATASET}/1.0.0/{SLUG}.nt.gz",
    ])  # fmt: skip
    assert len(file_names(published)) - len(names) > 36


def test_the_checksums_are_right_and_complete(published: Path) -> None:
    sums = listed(published)
    assert sorted([*sums, NAME]) == file_names(published)
    assert sums == {name: sha256(published / name) for name in sums}


def test_the_checksums_move_last(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved: list[str] = []
    exchange = dist.exchange

    def spy(source: Path, target: Path, names: list[str], stale: list[str]) -> None:
        moved.extend(names)
        exchange(source, target, names, stale)

    monkeypatch.setattr(dist, "exchange", spy)
    names = dist.install(made, tmp_path / "dist")
    assert names == moved
    assert moved[-1] == NAME
    assert moved[:-1] == sorted(moved[:-1])
    assert sorted(moved) == file_names(tmp_path / "dist")


def test_a_second_build_gives_the_same_bytes(
    published: Path, of_plan: tuple[Path, Entry], tmp_path: Path, contents: Contents
) -> None:
    before = contents(published)
    again = Path(shutil.copytree(of_plan[0], tmp_path / "again"))
    dist.write_common([of_plan[1]], again, published)
    assert list(dist.differences(again, published)) == []
    dist.install(again, published)
    assert contents(published) == before


@pytest.mark.parametrize("name", ["thesis.docx", "queries/own.rq", ".hidden", "a/b/c"])
def test_a_foreign_file_is_named_and_refused(name: str, published: Path) -> None:
    (published / name).parent.mkdir(parents=True, exist_ok=True)
    (published / name).write_bytes(b"years of work")
    with pytest.raises(OutputError) as caught:
        dist.refuse_foreign_files(published)
    assert caught.value.line("en").startswith(f"{published}/{name}: was not made by build")
    assert caught.value.line("ja").startswith(f"{published}/{name}: build が作った")


def test_what_builds_made_is_no_foreign_file(published: Path, tmp_path: Path) -> None:
    dist.refuse_foreign_files(published)
    dist.refuse_foreign_files(tmp_path / "missing")
    (published / "empty").mkdir()
    dist.refuse_foreign_files(published)


def test_a_file_where_the_folder_should_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "dist").write_bytes(b"x")
    with pytest.raises(OutputError, match="is not a folder"):
        dist.refuse_foreign_files(tmp_path / "dist")


def test_what_a_kill_left_is_no_foreign_file_and_goes(made: Path, published: Path) -> None:
    (published / "queries" / ".kyodo-x.csv").write_bytes(b"half")
    dist.refuse_foreign_files(published)
    dist.install(made, published)
    assert not list(published.rglob(".kyodo-*"))
    assert sorted([*listed(published), NAME]) == file_names(published)


def test_after_a_kill_between_two_moves_the_next_build_goes_on(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(source: Path, target: Path, *_: object) -> None:
        target.mkdir()
        (source / "catalog.ttl").replace(target / "catalog.ttl")
        raise SystemExit

    monkeypatch.setattr(dist, "exchange", killed)
    with pytest.raises(SystemExit):
        dist.install(made, tmp_path / "dist")
    dist.refuse_foreign_files(tmp_path / "dist")
    (tmp_path / "dist" / "thesis.docx").write_bytes(b"x")
    with pytest.raises(OutputError, match=r"thesis\.docx"):
        dist.refuse_foreign_files(tmp_path / "dist")


def test_ctrl_c_while_files_move_waits_for_the_checksums(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def interrupted(self: Path, to: Path) -> Path:
        signal.raise_signal(signal.SIGINT)
        return replace(self, to)

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        dist.install(made, tmp_path / "dist")
    assert sorted([*listed(tmp_path / "dist"), NAME]) == file_names(tmp_path / "dist")


def test_a_stale_file_goes_and_its_empty_folder(made: Path, published: Path) -> None:
    (published / "old").mkdir()
    for name in ("old/a.ttl", "queries/gone.rq"):
        (published / name).write_bytes(b"x")
    with (published / NAME).open("a", encoding="utf-8") as sums:
        sums.write("00  old/a.ttl\n00  queries/gone.rq\n00  never.there\n")
    dist.refuse_foreign_files(published)
    dist.install(made, published)
    assert not (published / "old").exists()
    assert not (published / "queries" / "gone.rq").exists()
    assert sorted([*listed(published), NAME]) == file_names(published)


def test_a_list_never_removes_what_is_outside(made: Path, published: Path) -> None:
    (outside := published.parent / "mine.txt").write_bytes(b"mine")
    (published / "queries" / "sub").mkdir()
    with (published / NAME).open("a", encoding="utf-8") as sums:
        sums.write(
            f"00  ../mine.txt\n00  {outside}\n00  .\n00  queries/sub\n00  ..\n00  ../dist/def.ttl\n"
        )
    dist.install(made, published)
    assert outside.read_bytes() == b"mine"
    assert sorted([*listed(published), NAME]) == file_names(published)


def test_old_releases_stay(published: Path, of_plan: tuple[Path, Entry], tmp_path: Path) -> None:
    old = published / DATASET / "0.9.0" / f"{SLUG}.nt.gz"
    gone = published / "dataset" / "gone" / "1.0.0" / "gone.nt.gz"
    for path in (old, gone):
        path.parent.mkdir(parents=True)
        path.write_bytes(path.name.encode())
    again = Path(shutil.copytree(of_plan[0], tmp_path / "again"))
    dist.write_common([of_plan[1]], again, published)
    assert sorted(dist.differences(again, published)) == [NAME]
    dist.install(again, published)
    assert old.read_bytes() == f"{SLUG}.nt.gz".encode()
    assert gone.read_bytes() == b"gone.nt.gz"
    assert f"{DATASET}/0.9.0/{SLUG}.nt.gz" in listed(published)
    assert (published / DATASET / "1.0.0" / f"{SLUG}.nt.gz").read_bytes()[:2] == b"\x1f\x8b"


def test_differences_are_what_changed_what_lacks_and_what_is_too_many(
    made: Path, published: Path, tmp_path: Path
) -> None:
    assert list(dist.differences(made, published)) == []
    (published / "catalog.ttl").write_bytes(b"# touched\n")
    (published / "def.ttl").unlink()
    (published / "more.txt").write_bytes(b"x")
    assert list(dist.differences(made, published)) == ["catalog.ttl", "def.ttl", "more.txt"]
    assert list(dist.differences(made, tmp_path / "missing")) == file_names(made)


def test_a_base_moves_only_data(
    complete: Path, plan: Plan, tmp_path: Path, contents: Contents
) -> None:
    other = tmp_path / "other"
    entry = dist.write_dataset(plan, Iris(plan, HOME), (), other)
    dist.write_common([entry], other, tmp_path / "no")
    ours, moved = contents(other), contents(complete)
    assert sorted(ours) == sorted(moved)
    vocabulary = ("def", "shapes/", "scheme/", "context")
    same = [name for name in ours if name.startswith(vocabulary) and not name.endswith(".html")]
    assert len(same) == 9
    for name in same:
        assert ours[name] == moved[name]
    triples = moved[f"{DATASET}/{SLUG}.nt"]
    for part in ("id/", "dataset/"):
        assert f"<{BASE}{part}".encode() in triples
        assert f"<{HOME}{part}".encode() not in triples
    for part in ("def#", "scheme/"):
        assert f"<{HOME}{part}".encode() in triples
        assert f"<{BASE}{part}".encode() not in triples
    assert f"{HOME}id/".encode() not in moved["catalog.ttl"]


@pytest.fixture
def quick(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take reading and SHACL out of a build."""

    def check_document(_: Manifest, __: Shapes, ___: str | None) -> Reading:
        return Reading(plan, ())

    monkeypatch.setattr(building, "check_document", check_document)


STEPS = [
    "kyodo_lod.publish.dist.refuse_foreign_files",
    "kyodo_lod.publish.dist.write_dataset",
    "kyodo_lod.building.published_names",
    "kyodo_lod.building.reused_iris",
    "kyodo_lod.building.changed_release",
    "kyodo_lod.publish.identity.Clashes.refuse",
    "kyodo_lod.publish.dist.write_common",
    "kyodo_lod.publish.dist._copy_vocabulary",
    "kyodo_lod.publish.dist.rules_triples",
    "kyodo_lod.publish.dist.write_queries",
    "kyodo_lod.publish.dist.write_catalog",
    "kyodo_lod.publish.dist.void_triples",
    "kyodo_lod.publish.dist.write_ckan",
    "kyodo_lod.publish.dist.write_pages",
    "kyodo_lod.publish.dist._keep_releases",
    "kyodo_lod.publish.dist.install",
    "kyodo_lod.publish.checksums.write_checksums",
    "kyodo_lod.publish.dist.exchange",
]
INNER = [
    "write_dumps",
    "write_release",
    "table_csv",
    "workbook",
    "provenance_triples",
    "quality_triples",
    "validation_report_triples",
]


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    "error", [OSError(28, "No space left on device"), KeyboardInterrupt()], ids=["full", "Ctrl-C"]
)
@pytest.mark.parametrize("step", [*STEPS, *(f"kyodo_lod.publish.dist.{name}" for name in INNER)])
def test_a_build_that_fails_leaves_the_old_files(
    step: str,
    error: BaseException,
    published: Path,
    of_plan: tuple[Path, Entry],
    monkeypatch: pytest.MonkeyPatch,
    contents: Contents,
) -> None:
    (published / "catalog.ttl").write_bytes(b"# older\n")
    before = contents(published.parent)

    def made_before(_: Plan, __: Iris, ___: object, made: Path) -> Entry:
        shutil.copytree(of_plan[0], made, dirs_exist_ok=True)
        return of_plan[1]

    def fail(*_: object) -> None:
        raise error

    if step.rpartition(".")[2] not in INNER:
        monkeypatch.setattr(dist, "write_dataset", made_before)
    monkeypatch.setattr(step, fail)
    with pytest.raises((KyodoError, OSError, KeyboardInterrupt)) as caught:
        building.build(ROOT / "data", published, BASE)
    if isinstance(error, OSError) and not step.endswith("refuse_foreign_files"):
        assert isinstance(caught.value, OutputError)
        assert "No space left on device" in caught.value.line("en")
    assert contents(published.parent) == before
    assert not list(published.parent.glob(".kyodo-*"))


@pytest.mark.usefixtures("quick")
def test_the_build_that_does_not_fail_replaces_them(published: Path) -> None:
    (published / "catalog.ttl").write_bytes(b"# older\n")
    built = building.build(ROOT / "data", published, BASE)
    assert (published / "catalog.ttl").read_bytes() != b"# older\n"
    assert sorted(built.files) == file_names(published)
