"""An IRI names one thing, from build to build and from plan to plan."""

import dataclasses
from pathlib import Path

import pytest
from publish.conftest import BASE, SLUG

from kyodo_lod.errors import GraphError, ManifestError
from kyodo_lod.finding import Severity
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan
from kyodo_lod.publish.catalog import Entry
from kyodo_lod.publish.identity import Clashes, changed_release, published_names, reused_iris

YEAR = f"{BASE}id/072036/plan/kyodo-2/fy2018"


@pytest.fixture(scope="module")
def published(of_plan: tuple[Path, Entry]) -> dict[str, str]:
    return published_names(of_plan[0], SLUG)


def renamed(plan: Plan, key: str, name: str) -> Plan:
    """Give `plan` with another name under a key."""
    sections = tuple(
        dataclasses.replace(
            section,
            projects=tuple(
                dataclasses.replace(p, name=name, name_as_listed=name) if p.key == key else p
                for p in section.projects
            ),
        )
        for section in plan.sections
    )
    return dataclasses.replace(plan, sections=sections)


def release(plan: Plan, **values: object) -> Plan:
    """Give `plan` with something else in its manifest's [release]."""
    changed = dataclasses.replace(plan.manifest.release, **values)  # type: ignore[arg-type]
    return dataclasses.replace(plan, manifest=dataclasses.replace(plan.manifest, release=changed))


def test_the_names_are_read_from_the_dump(published: dict[str, str]) -> None:
    assert len(published) == 76
    assert published[f"{YEAR}/p/4-15"] == "猪苗代湖の水を守りたい事業【水道事業】"


def test_before_the_first_build_nothing_is_published(tmp_path: Path) -> None:
    assert published_names(tmp_path / "dist", SLUG) == {}


def test_a_broken_dump_is_named(tmp_path: Path) -> None:
    (dump := tmp_path / "dataset" / SLUG / f"{SLUG}.nt").parent.mkdir(parents=True)
    dump.write_bytes(b"<a> <b")
    with pytest.raises(GraphError, match=r"fy2018\.nt"):
        published_names(tmp_path, SLUG)


def test_the_same_plan_reuses_nothing(plan: Plan, iris: Iris, published: dict[str, str]) -> None:
    assert list(reused_iris(plan, iris, published)) == []
    assert list(reused_iris(renamed(plan, "4-15", "別の事業"), iris, {})) == []


def test_another_name_under_an_iri_is_a_violation_with_both_remedies(
    plan: Plan, iris: Iris, published: dict[str, str]
) -> None:
    (finding,) = reused_iris(renamed(plan, "4-15", "別の事業"), iris, published)
    assert finding.short_rule == "document#iri-reused"
    assert finding.severity is Severity.VIOLATION
    assert str(finding.origin) == "plan.txt:69"
    for text in finding.message:
        assert 'renamed = ["4-15"]' in text
        assert "keys" in text
        assert "[release]" in text
        assert "猪苗代湖の水を守りたい事業【水道事業】" in text
        assert "別の事業" in text


def test_a_name_that_was_corrected_on_purpose_is_fine(
    plan: Plan, iris: Iris, published: dict[str, str]
) -> None:
    other = release(renamed(plan, "4-15", "別の事業"), renamed=("4-15",))
    assert list(reused_iris(other, iris, published)) == []
    wrong = release(renamed(plan, "4-15", "別の事業"), renamed=("4-14",))
    assert len(list(reused_iris(wrong, iris, published))) == 1


def test_a_row_that_moved_keeps_its_iri_by_its_key(
    plan: Plan, iris: Iris, published: dict[str, str]
) -> None:
    section = plan.sections[0]
    first, second, *rest = section.projects
    swapped = [dataclasses.replace(second, order=1), dataclasses.replace(first, order=2), *rest]
    moved = dataclasses.replace(section, projects=tuple(swapped))
    kept = dataclasses.replace(plan, sections=(moved, *plan.sections[1:]))
    assert list(reused_iris(kept, iris, published)) == []
    swapped[0] = dataclasses.replace(second, key=first.key)
    swapped[1] = dataclasses.replace(first, key=second.key)
    moved = dataclasses.replace(section, projects=tuple(swapped))
    lost = dataclasses.replace(plan, sections=(moved, *plan.sections[1:]))
    assert len(list(reused_iris(lost, iris, published))) == 2


def test_a_new_project_takes_a_new_iri(plan: Plan, iris: Iris, published: dict[str, str]) -> None:
    without = {iri: name for iri, name in published.items() if not iri.endswith("/4-15")}
    assert list(reused_iris(renamed(plan, "4-15", "新しい事業"), iris, without)) == []


def test_a_release_is_published_once(
    plan: Plan, of_plan: tuple[Path, Entry], tmp_path: Path
) -> None:
    made = of_plan[0]
    assert list(changed_release(plan, made, tmp_path)) == []
    assert list(changed_release(plan, made, made)) == []
    before = tmp_path / "dataset" / SLUG / "1.0.0" / f"{SLUG}.nt.gz"
    before.parent.mkdir(parents=True)
    before.write_bytes(b"other")
    (finding,) = changed_release(plan, made, tmp_path)
    assert finding.short_rule == "document#release-changed"
    assert finding.severity is Severity.VIOLATION
    assert str(finding.origin) == "plan.txt"
    assert "release 1.0.0 is published with other content" in finding.message.en
    assert list(changed_release(release(plan, version="1.0.1"), made, tmp_path)) == []


def place(plan: Plan, where: str, year: int = 2018) -> Plan:
    """Give `plan` as another manifest would."""
    document = dataclasses.replace(plan.manifest.document, fiscal_year=year)
    manifest = dataclasses.replace(plan.manifest, place=where, document=document)
    return dataclasses.replace(plan, manifest=manifest)


def titled(plan: Plan, title: str) -> Plan:
    """Give `plan` with another title of its first policy."""
    first = dataclasses.replace(plan.sections[0], title=title)
    return dataclasses.replace(plan, sections=(first, *plan.sections[1:]))


def test_a_dataset_comes_from_one_place(plan: Plan) -> None:
    clashes = Clashes()
    clashes.refuse(place(plan, "a/source.toml"))
    clashes.refuse(place(plan, "a/source.toml"))
    with pytest.raises(ManifestError) as caught:
        clashes.refuse(place(plan, "b/source.toml"))
    assert caught.value.line("en") == (
        f"b/source.toml: {SLUG} is also at a/source.toml; correct the year or the slug"
    )


def test_another_year_of_the_same_policies_is_fine(plan: Plan) -> None:
    clashes = Clashes()
    clashes.refuse(place(plan, "a"))
    clashes.refuse(place(plan, "b", 2019))


def test_a_policy_has_one_title_over_the_years(plan: Plan) -> None:
    clashes = Clashes()
    clashes.refuse(place(plan, "a"))
    with pytest.raises(ManifestError) as caught:
        clashes.refuse(titled(place(plan, "b", 2019), "別の施策"))
    for line in (caught.value.line("en"), caught.value.line("ja")):
        assert line.startswith("b: plan.toml: [policies]: 1: ")
        assert "別の施策" in line
        assert plan.sections[0].title in line


def test_unless_plan_toml_says_the_enduring_one(plan: Plan) -> None:
    enduring = dataclasses.replace(plan.manifest.plan, policies={1: "続く名前"})
    manifest = dataclasses.replace(plan.manifest, plan=enduring)
    said = dataclasses.replace(plan, manifest=manifest)
    clashes = Clashes()
    clashes.refuse(place(said, "a"))
    clashes.refuse(titled(place(said, "b", 2019), "別の施策"))


def test_policies_of_other_plans_are_others(plan: Plan) -> None:
    other = dataclasses.replace(
        plan.manifest,
        place="b",
        plan=dataclasses.replace(plan.manifest.plan, slug="kyodo-3"),
    )
    clashes = Clashes()
    clashes.refuse(place(plan, "a"))
    clashes.refuse(titled(dataclasses.replace(plan, manifest=other), "別の施策"))
