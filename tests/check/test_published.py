"""What of a published folder is held against the shapes."""

from pathlib import Path

import pytest
from cli.running import invoke
from conftest import ROOT

from kyodo_lod.check.inputs import inputs
from kyodo_lod.check.published import about

DIST = ROOT / "dist"
SLUG = "072036-kyodo-2-fy2018"
DUMPS = [f"{SLUG}.{ending}" for ending in ("jsonld", "nt", "rdf", "trig", "ttl")]
CATALOGUE = ["catalog.jsonld", "catalog.rdf", "catalog.ttl"]


def names(path: object, *shapes: str) -> list[str]:
    """Give the names of the files that are taken."""
    return [Path(one.path).name for one in inputs(str(path), None, shapes).taken]


@pytest.mark.parametrize("folder", [DIST, DIST / "dataset", DIST / "dataset" / SLUG])
def test_with_the_shapes_of_plans_the_dumps_are_taken(folder: Path) -> None:
    assert names(folder, "plan") == DUMPS
    passed = [Path(one).name for one in inputs(str(folder)).passed]
    assert {f"{SLUG}-{what}.ttl" for what in ("provenance", "quality", "report")} < set(passed)


def test_with_the_shapes_of_catalogues_the_catalogue_is_taken() -> None:
    assert names(DIST, "catalog") == CATALOGUE
    assert names(DIST, "catalog", "plan") == [*CATALOGUE, *DUMPS]


def test_with_shapes_of_others_all_is_taken() -> None:
    everything = names(DIST, "own.ttl")
    assert {*DUMPS, *CATALOGUE, "def.ttl", f"{SLUG}-quality.ttl"} < set(everything)
    assert names(DIST, "own.ttl", "plan") == DUMPS


def test_a_file_that_is_named_is_taken() -> None:
    assert names(DIST / "def.ttl", "plan") == ["def.ttl"]
    assert names(DIST / "void*", "plan") == ["void.ttl"]


def test_another_folder_is_taken_whole(tmp_path: Path) -> None:
    for name in ("catalog.ttl", "void.ttl", "a-report.ttl"):
        (tmp_path / name).touch()
    assert len(names(tmp_path, "plan")) == 3
    (tmp_path / "SHA256SUMS").touch()
    assert names(tmp_path, "catalog") == ["catalog.ttl"]


def test_a_release_is_not_held_against_newer_rules() -> None:
    assert about(DIST / "dataset" / SLUG / f"{SLUG}.nt", DIST) == "plan"
    assert about(DIST / "dataset" / SLUG / "1.0.0" / f"{SLUG}.nt.gz", DIST) == ""


def test_the_published_folder_conforms_and_what_is_passed_over_is_told() -> None:
    folder = str(DIST / "dataset" / SLUG)
    done = invoke("validate", folder, "--from", "n-triples")
    assert (done.code, done.out.count("no violations")) == (0, 1)
    assert done.err.startswith(f"{folder}: passed over 1 published file that")
    assert invoke("validate", folder, "--from", "n-triples", "--quiet").err == ""


def test_where_nothing_is_left_it_is_an_error() -> None:
    done = invoke("validate", str(DIST / "scheme"))
    assert (done.code, done.out) == (2, "")
    assert done.err.endswith(
        "holds nothing that the shapes are about; name a file to have it checked\n"
    )
