"""Who does what: counted as the published answers of SPARQL count it, which know nothing of this code."""

import csv
from collections.abc import Callable

from kyodo_lod.site.published import Published
from kyodo_lod.site.responsibilities import (
    largest_first,
    policies,
    projects_by,
    responsibilities,
)

Changed = Callable[[Callable[[str], str]], Published]


def _answer(published: Published, name: str) -> list[dict[str, str]]:
    path = published.folder / "queries" / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_sections_have_the_projects_that_sparql_counts(published: Published) -> None:
    found = responsibilities(published.plans[0], published)
    counts = projects_by(found, lambda each: each.unit)
    asked = {row["unit"]: int(row["projects"]) for row in _answer(published, "section-profile")}
    assert {published.data.label(unit).ja: n for unit, n in counts.items()} == asked
    assert sum(counts.values()) == 76


def test_bureaus_have_the_projects_that_sparql_counts(published: Published) -> None:
    found = responsibilities(published.plans[0], published)
    counts = projects_by(found, lambda each: each.bureau)
    rows = _answer(published, "bureau-policy-matrix")
    asked = {row["bureau"]: int(row["projects"]) for row in rows}
    assert {published.data.label(bureau).ja: n for bureau, n in counts.items()} == asked
    assert [counts[each] for each in largest_first(counts)] == sorted(asked.values(), reverse=True)


def test_policies_come_in_the_order_of_the_document_even_without_projects(changed: Changed) -> None:
    def without_policy_2(dump: str) -> str:
        lines = dump.splitlines(keepends=True)
        return "".join(line for line in lines if "/fy2018/p/2-" not in line)

    published = changed(without_policy_2)
    plan = published.plans[0]
    found = responsibilities(plan, published)
    columns = policies(plan, found, published)
    assert [each.value[-1] for each in columns] == list("1234567")
    assert "2" not in {each.policy.value[-1] for each in found}


def test_a_unit_above_itself_ends(changed: Changed) -> None:
    above = "<http://www.w3.org/ns/org#subOrganizationOf>"
    bureau = "<https://w3id.org/kyodo-lod/id/072036/unit/shimin-bu>"
    published = changed(
        lambda dump: (
            dump.replace("kyodo-lod/def#responsibleBureau>", "kyodo-lod/def#none>")
            + f"{bureau} {above} {bureau} .\n"
        )
    )
    assert len(responsibilities(published.plans[0], published)) == 76


def test_a_project_of_two_sections_counts_once_for_a_bureau(changed: Changed) -> None:
    project = "<https://w3id.org/kyodo-lod/id/072036/plan/kyodo-2/fy2018/p/4-15>"
    unit = "<https://w3id.org/kyodo-lod/id/072036/unit/jogesuido-kyoku>"
    is_for = "<https://w3id.org/kyodo-lod/def#responsibleUnit>"
    published = changed(lambda dump: f"{dump}{project} {is_for} {unit} .\n")
    found = responsibilities(published.plans[0], published)
    assert len(found) == 77
    assert sum(projects_by(found, lambda each: each.bureau).values()) == 76
    assert sum(projects_by(found, lambda each: each.unit).values()) == 77
