"""Our IRIs: one form per class, ASCII, unique, and moved by the base only where it should."""

import re
from pathlib import PurePosixPath

import pytest
from mapping.sound import AT_HOME, EXAMPLE, UNDER_BASE, classes, own

from kyodo_lod.mapping.graph import graph
from kyodo_lod.mapping.iris import Iris, hashed
from kyodo_lod.model.plan import Plan
from kyodo_lod.origin import Origin
from kyodo_lod.rdf.terms import Triple
from kyodo_lod.rdf.vocabulary import HOME

PLAN = f"{HOME}id/072036/plan/kyodo-2"
BASES = pytest.mark.parametrize("base", [HOME, EXAMPLE, "http://localhost:8000/a/b-c_d.~1/"])


def test_each_as_the_design_has_it(plan: Plan, iris: Iris) -> None:
    section = plan.sections[5]
    project = section.projects[12]
    unit = project.units[0]
    assert [
        iri.value
        for iri in (
            iris.publisher,
            iris.municipality,
            iris.unit(unit),
            iris.plan,
            iris.policy_scheme,
            iris.policy(6),
            iris.year_plan,
            iris.section(section),
            iris.project(project),
            iris.sub_item(project, project.sub_items[1]),
            iris.fiscal_year,
            iris.source,
            iris.passage(project.origin),
            iris.dataset,
            iris.version,
            iris.rights,
            iris.file(".ttl"),
            iris.file("-projects.csv"),
        )
    ] == [
        f"{HOME}id/publisher",
        f"{HOME}id/072036",
        f"{HOME}id/072036/unit/sangyo-kanko-bu-sangyo-seisaku-ka",
        PLAN,
        f"{PLAN}/policy",
        f"{PLAN}/policy/6",
        f"{PLAN}/fy2018",
        f"{PLAN}/fy2018/policy/6",
        f"{PLAN}/fy2018/p/6-13",
        f"{PLAN}/fy2018/p/6-13/s/2",
        f"{HOME}id/fy/2018",
        f"{HOME}id/072036/source/9991fa2157f53a25",
        f"{HOME}id/072036/source/9991fa2157f53a25#line=94,95",
        f"{HOME}dataset/072036-kyodo-2-fy2018",
        f"{HOME}dataset/072036-kyodo-2-fy2018/1.0.0",
        f"{HOME}dataset/072036-kyodo-2-fy2018#rights",
        f"{HOME}dataset/072036-kyodo-2-fy2018/072036-kyodo-2-fy2018.ttl",
        f"{HOME}dataset/072036-kyodo-2-fy2018/072036-kyodo-2-fy2018-projects.csv",
    ]


def test_what_the_catalogue_names(iris: Iris) -> None:
    found = {
        iris.catalog: "catalog",
        iris.home: "",
        iris.contact: "id/contact",
        iris.service: "id/sparql",
        iris.series: iris.dataset.value.removeprefix(iris.base).rpartition("-fy")[0],
        iris.landing_page: f"{iris.dataset.value.removeprefix(iris.base)}/",
        iris.published("dataset/a/a.csv"): "dataset/a/a.csv",
    }
    assert {iri.value for iri in found} == {f"{iris.base}{path}" for path in found.values()}


def test_place_without_a_line_is_the_document(iris: Iris) -> None:
    assert iris.passage(Origin("plan.txt")) == iris.source


def test_asked_twice_gives_the_same(plan: Plan, iris: Iris) -> None:
    unit = plan.units()[0]
    assert iris.unit(unit) is iris.unit(unit)
    assert iris.policy(3) is iris.policy(3)
    assert iris.policy(3) != iris.policy(4)


@BASES
def test_every_iri_of_ours_has_the_form_of_one_class(plan: Plan, base: str) -> None:
    ours = own(list(graph(plan, Iris(plan, base))), base)
    forms = {iri: classes(iri, base) for iri in ours}
    assert [iri for iri, found in forms.items() if len(found) != 1] == []
    # and every class occurs
    assert {found[0] for found in forms.values()} == {*UNDER_BASE, *AT_HOME}


@BASES
def test_things_are_ascii_and_have_no_extension(plan: Plan, base: str) -> None:
    ours = own(list(graph(plan, Iris(plan, base))), base)
    assert all(re.fullmatch("[!-~]+", iri) for iri in ours)
    paths = [iri.removeprefix(base).partition("#")[0] for iri in ours]
    assert not [path for path in paths if PurePosixPath(path.removeprefix(HOME)).suffix]


def test_two_things_never_share_one(plan: Plan, iris: Iris) -> None:
    projects = [iris.project(project) for project in plan.projects()]
    items = [iris.sub_item(p, item) for p in plan.projects() for item in p.sub_items]
    units = [iris.unit(unit) for unit in plan.units()]
    minted = [*projects, *items, *units]
    assert len(set(minted)) == len(minted) == 76 + 22 + 44


def test_base_moves_things_and_datasets_only(plan: Plan, triples: list[Triple]) -> None:
    moved = list(graph(plan, Iris(plan, EXAMPLE)))
    assert [moved_home(triple) for triple in moved] == [str(triple) for triple in triples]
    at_home = {iri for iri in own(moved, EXAMPLE) if iri.startswith(HOME)}
    assert {iri.removeprefix(HOME).split("/")[0].split("#")[0] for iri in at_home} == {
        "def",
        "scheme",
    }


def moved_home(triple: Triple) -> str:
    """Write a triple with what stands under the example's base put under home."""
    return re.sub(f"<{EXAMPLE}(id|dataset)/", rf"<{HOME}\1/", str(triple))


def test_hashed_is_stable() -> None:
    # the IRIs of published data hang on it
    assert hashed("温泉事業") == "x-ca0e2b3f88"


@pytest.mark.parametrize("text", ["", "水道", "a b", "😀", "\0"])
def test_hashed_fits_an_iri(text: str) -> None:
    assert re.fullmatch("x-[0-9a-f]{10}", hashed(text))
