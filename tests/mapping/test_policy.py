"""Basic policies: what endures, and what this year's plan makes of it."""

from dataclasses import replace

from mapping.terse import About, said

from kyodo_lod.mapping.iris import Iris
from kyodo_lod.mapping.policy import policy_triples, section_triples
from kyodo_lod.model.plan import Plan

PLAN = "id/072036/plan/kyodo-2"
SOURCE = "id/072036/source/9991fa2157f53a25"
TITLE = ['"市民活動への参加と市民参画の促進"@ja']


def test_scheme(everything: dict[str, About]) -> None:
    label = ['"第二次郡山市協働推進基本計画 基本施策"@ja']
    assert everything[f"<{PLAN}/policy>"] == {
        "a": ["skos:ConceptScheme"],
        "rdfs:label": label,
        "skos:prefLabel": label,
    }


def test_policy(everything: dict[str, About]) -> None:
    assert everything[f"<{PLAN}/policy/4>"] == {
        "a": ["kyo:BasicPolicy", "skos:Concept"],
        "rdfs:label": TITLE,
        "skos:prefLabel": TITLE,
        "skos:notation": ['"4"'],
        "kyo:listOrder": ["4"],
        "skos:inScheme": [f"<{PLAN}/policy>"],
        "skos:topConceptOf": [f"<{PLAN}/policy>"],
    }


def test_section(everything: dict[str, About]) -> None:
    assert everything[f"<{PLAN}/fy2018/policy/4>"] == {
        "a": ["kyo:PolicySection"],
        "rdfs:label": TITLE,
        "dct:isPartOf": [f"<{PLAN}/fy2018>"],
        # not basicPolicy: counting projects by policy stays one triple pattern
        "kyo:coversPolicy": [f"<{PLAN}/policy/4>"],
        "kyo:listOrder": ["4"],
        "kyo:declaredProjectCount": ["15"],
        # its heading, then its row in 事業数一覧表
        "prov:wasDerivedFrom": [f"<{SOURCE}#line=49,50>", f"<{SOURCE}#line=13,14>"],
    }


def test_enduring_title_goes_before_the_printed_one(plan: Plan, iris: Iris) -> None:
    enduring = replace(plan.manifest.plan, policies={4: "市民参画"})
    other = replace(plan, manifest=replace(plan.manifest, plan=enduring))
    section = plan.sections[3]
    policy = said(policy_triples(other, section, iris))[f"<{PLAN}/policy/4>"]
    assert policy["rdfs:label"] == policy["skos:prefLabel"] == ['"市民参画"@ja']
    printed = said(section_triples(section, iris))[f"<{PLAN}/fy2018/policy/4>"]
    assert printed["rdfs:label"] == TITLE
    other_policy = said(policy_triples(other, plan.sections[4], iris))[f"<{PLAN}/policy/5>"]
    assert other_policy["rdfs:label"] == ['"市民活動がしやすくなるための支援"@ja']


def test_section_without_count(plan: Plan, iris: Iris) -> None:
    section = replace(plan.sections[3], declared=None, origins=plan.sections[3].origins[:1])
    about = said(section_triples(section, iris))[f"<{PLAN}/fy2018/policy/4>"]
    assert "kyo:declaredProjectCount" not in about
    assert about["prov:wasDerivedFrom"] == [f"<{SOURCE}#line=49,50>"]


def test_order_is_the_position_and_the_number_stays(plan: Plan, iris: Iris) -> None:
    """A year that leaves policies 1 to 3 out does not renumber the fourth."""
    section = replace(plan.sections[3], order=1)
    about = said(section_triples(section, iris))[f"<{PLAN}/fy2018/policy/4>"]
    assert about["kyo:listOrder"] == ["1"]
    policy = said(policy_triples(plan, section, iris))[f"<{PLAN}/policy/4>"]
    assert policy["kyo:listOrder"] == ["4"]
