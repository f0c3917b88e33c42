"""Where each IRI leads: whatever is described in a published folder, and to what says something of it."""

import json
from pathlib import Path
from urllib.parse import unquote

import pytest
from deploy import published as deployed
from deploy.servers import DIST
from site_cities import BASE, mean_ill

from kyodo_lod.rdf.vocabulary import HOME
from kyodo_lod.serve.things import Described, things
from kyodo_lod.site.published import Published

SLUG = "072036-kyodo-2-fy2018"
DUMP = f"dataset/{SLUG}/{SLUG}"
YEAR = "id/072036/plan/kyodo-2/fy2018"


@pytest.fixture(scope="session")
def ours() -> dict[str, Described]:
    return things(Published(DIST))


@pytest.mark.parametrize(
    ("path", "described"),
    [
        (f"dataset/{SLUG}", Described(f"dataset/{SLUG}/index.html", (DUMP,), f"{DUMP}-projects.csv")),
        (f"dataset/{SLUG}/1.0.0", Described(f"dataset/{SLUG}/index.html", (f"dataset/{SLUG}/1.0.0/{SLUG}", "catalog"))),
        ("dataset/072036-kyodo-2", Described("index.html", ("catalog",))),
        ("catalog", Described("index.html", ("catalog",))),
        ("id/publisher", Described("index.html", ("catalog",))),
        ("id/contact", Described("index.html", ("catalog",))),
        ("id/072036", Described("id/072036.html", ("id/072036", DUMP))),
        (YEAR, Described(f"{YEAR}.html", (YEAR, DUMP))),
        (f"{YEAR}/p/4-15", Described(f"{YEAR}/p/4-15.html", (f"{YEAR}/p/4-15", DUMP))),
        (f"{YEAR}/p/2-03/s/1", Described(f"{YEAR}/p/2-03.html#s/1", (f"{YEAR}/p/2-03", DUMP))),
        (f"{YEAR}/policy/3", Described(f"{YEAR}.html#policy/3", (YEAR, DUMP))),
        ("id/fy/2018", Described("id/fy/2018.html", ("id/fy/2018", DUMP))),
        ("def", Described("def.html", ("def",))),
        ("def/1.0.0", Described("", ("def/1.0.0",))),
        ("shapes/plan", Described("shapes/plan.html", ("shapes/plan",))),
        ("scheme/account", Described("codes.html#account", ("scheme/account",))),
        ("scheme/account/suido", Described("codes.html#account/suido", ("scheme/account",))),
        ("context", Described("", ("context",))),
        ("void", Described("", ("void",))),
    ],
)  # fmt: skip
def test_a_thing_is_described_where(
    path: str, described: Described, ours: dict[str, Described]
) -> None:
    assert ours[path] == described


def test_everything_that_is_described_is_found(ours: dict[str, Described]) -> None:
    """The tests of the other servers know by themselves what there is."""
    start = deployed.base(DIST)
    assert {iri.removeprefix(start) for iri in deployed.things(DIST)} <= set(ours)


def test_the_program_is_described_in_the_provenance(ours: dict[str, Described]) -> None:
    programs = {path: found for path, found in ours.items() if path.startswith("id/program/")}
    assert set(programs.values()) == {Described("", (f"{DUMP}-provenance",))}


def test_no_file_and_no_folder_is_a_thing(ours: dict[str, Described]) -> None:
    assert not any(path.endswith("/") or (DIST / path).is_file() for path in ours)
    assert "" not in ours


def test_what_has_no_year_is_described_where_the_newest_does(two_years: Path) -> None:
    found = things(Published(two_years))
    newest = "dataset/072036-kyodo-2-fy2019/072036-kyodo-2-fy2019"
    for path in ("id/072036", "id/072036/plan/kyodo-2", "id/072036/plan/kyodo-2/policy/3"):
        assert found[path].stems == (path, newest)
    assert found[YEAR].stems == (YEAR, DUMP)
    assert found["id/fy/2018"].stems == ("id/fy/2018", DUMP)


@pytest.fixture(params=["ours", "years", "ill"])
def published_site(request: pytest.FixtureRequest) -> tuple[Path, Path]:
    """Give a published folder, and the site of it."""
    if request.param == "ours":
        return DIST, request.getfixturevalue("release").site
    dist: Path = request.getfixturevalue({"years": "two_years", "ill": "ill"}[request.param])
    site: Path = request.getfixturevalue(f"{request.param}_site")
    return dist, site


def test_the_nearest_file_says_something_of_the_thing(published_site: tuple[Path, Path]) -> None:
    dist, site = published_site
    published = Published(dist)
    astray = []
    for path, described in things(published).items():
        files = [site / f"{stem}.ttl" for stem in described.stems]
        nearest = next((file for file in files if file.is_file()), None)
        if nearest and path not in _told(nearest, published.home):
            astray.append(path)
        if nearest is None:
            assert path == "context"
        page = site / described.page.partition("#")[0]
        assert not described.page or page.is_file()
    # documents that speak of something else: a version of `def`, and what is in the datasets
    assert set(astray) <= {"def/1.0.0", "void"}


def _told(file: Path, home: str) -> set[str]:
    starts = tuple({home, HOME, BASE})
    iris = {getattr(quad.subject, "value", "").partition("#")[0] for quad in deployed.quads(file)}
    return {
        unquote(iri.removeprefix(start))
        for iri in iris
        for start in starts
        if iri.startswith(start)
    }


def test_a_stranger_leads_nowhere_else(two_years: Path, tmp_path: Path) -> None:
    """A sub-item that no project has, an IRI of another's, one that climbs out of the folder."""
    ill = mean_ill(two_years, tmp_path / "dist")
    dump = next(iter(sorted(ill.glob("dataset/*/*.nt"))))
    kind = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    with dump.open("a", encoding="utf-8", newline="\n") as file:
        file.write(f"<{BASE}{YEAR}/p/1-01/s/99> {kind} <{HOME}def#SubItem> .\n")
        file.write(f"<{BASE}id/単位%20a> {kind} <{HOME}def#SubItem> .\n")
    found = things(Published(ill))
    assert found[f"{YEAR}/p/1-01/s/99"] == Described(f"{YEAR}/p/1-01.html#s/99", (DUMP,))
    assert found["id/単位 a"] == Described(f"dataset/{SLUG}/index.html", (DUMP,))
    assert not any("elsewhere" in path or path.startswith("javascript") for path in found)
    assert found["id/../../../escape"].page.startswith("id/x-")


def test_it_is_kept_as_json(ours: dict[str, Described]) -> None:
    kept = json.loads(json.dumps(ours))
    assert {path: Described.of(row) for path, row in kept.items()} == ours
    assert list(ours) == sorted(ours)
