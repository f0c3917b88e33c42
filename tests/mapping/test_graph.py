"""The whole graph: sound, complete, nothing invented, and alike where several plans share a thing."""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest
from conftest import KORIYAMA
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mapping import facts
from mapping.sound import EXAMPLE, assert_sound
from mapping.terse import About, ja, said
from strategies import SHEET, Policy, Project, Sheet, a_manifest, document_of, plan_documents

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.check.graph import check_graph
from kyodo_lod.check.shapes import Shapes, load_shapes
from kyodo_lod.finding import has_violation
from kyodo_lod.mapping.graph import graph, merged
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.parse import Reading, parse
from kyodo_lod.model.plan import Plan
from kyodo_lod.rdf.terms import Triple
from kyodo_lod.rdf.vocabulary import HOME
from kyodo_lod.source.manifest import Manifest, Rights

TEXT = (KORIYAMA / "plan.txt").read_bytes().decode("utf-8")


def read(text: str, manifest: Manifest) -> Reading:
    """Read a document that says `text`."""
    return parse(manifest, document_of(text.encode()))


def plan_of(text: str, manifest: Manifest) -> Plan:
    """Read a document that must be without Violation."""
    reading = read(text, manifest)
    assert reading.plan
    assert not has_violation(reading.findings), reading.findings
    return reading.plan


def triples_of(plan: Plan, base: str = HOME) -> list[Triple]:
    """Give its graph."""
    return list(graph(plan, Iris(plan, base)))


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    """Give what is demanded of a dump."""
    return load_shapes("plan")


@pytest.fixture(scope="module")
def next_year(plan: Plan) -> Plan:
    """Give the plan of 2019: the same projects, but policy 4 goes by another title."""
    old, new = "市民活動への参加と市民参画の促進", "市民活動と市民参画"
    text = TEXT.replace("2018", "2019").replace("H30", "R1").replace(old, new)
    manifest = plan.manifest
    document = replace(
        manifest.document, fiscal_year=2019, title=manifest.document.title.replace("2018", "2019")
    )
    return plan_of(text, replace(manifest, document=document, plan=enduring(plan).manifest.plan))


def enduring(plan: Plan) -> Plan:
    """Give the plan with plan.toml saying by which title policy 4 goes on."""
    policies = {4: "市民活動への参加と市民参画の促進"}
    manifest = plan.manifest
    return replace(plan, manifest=replace(manifest, plan=replace(manifest.plan, policies=policies)))


def other_city() -> Plan:
    """Give a plan of another city, of the same year and under the same licence as the real one."""
    manifest = a_manifest()
    city = replace(manifest.municipality, code="992011", name=Bilingual("例市", "Example City"))
    rights = Rights(licence="https://creativecommons.org/licenses/by/4.0/")
    return plan_of(SHEET.text(), replace(manifest, municipality=city, rights=rights))


# --- what holds of every graph


def test_the_real_one_is_sound(triples: list[Triple]) -> None:
    assert_sound(triples)


def test_the_real_one_is_sound_under_another_base(plan: Plan) -> None:
    assert_sound(triples_of(plan, EXAMPLE), EXAMPLE)


def test_the_real_one_conforms(triples: list[Triple], shapes: Shapes) -> None:
    assert check_graph(triples, shapes) == []


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(document=plan_documents(), base=st.sampled_from((HOME, EXAMPLE)))
def test_any_plan_gives_a_sound_graph_that_conforms(
    shapes: Shapes, document: tuple[str, Sheet], base: str
) -> None:
    text, sheet = document
    manifest = replace(
        a_manifest(),
        rights=Rights(
            licence="https://creativecommons.org/licenses/by/4.0/",
            statement=Bilingual("利用条件", "terms"),
        ),
        release=replace(a_manifest().release, issued="2026-11-23", modified="2026-11-23"),
    )
    plan, findings = read(text, manifest)
    if plan is None or has_violation(findings):
        return
    triples = triples_of(plan, base)
    assert_sound(triples, base)
    names = [about["rdfs:label"] for about in said(triples).values() if is_project(about)]
    rows = [row for policy in sheet.policies for row in policy.projects]
    assert names == [[ja(row.name)] for row in rows]
    assert check_graph(triples, shapes) == []


def is_project(about: About) -> bool:
    return about["a"] == ["kyo:PlannedProject"]


def test_unregistered_units_and_unknown_accounts_are_sound_too(shapes: Shapes) -> None:
    rows = (
        Project("温泉の事業", account="温泉事業", unit="総務部デジタル推進課、観光部観光課"),
        Project("別の事業", account="温泉事業", unit="観光部観光課、市民団体"),
    )
    plan = plan_of(Sheet((Policy("協働", rows),)).text(), a_manifest())
    triples = triples_of(plan)
    assert_sound(triples)
    severities = {finding.severity.value for finding in check_graph(triples, shapes)}
    # a Warning asks for an entry in units.csv and in ontology/codes; what is missing else is
    # that a bare document has no release
    assert "Warning" in severities


def test_each_subject_stands_where_a_reader_looks_for_it(everything: dict[str, About]) -> None:
    kinds = [about["a"][0] for about in everything.values()]
    order = list(dict.fromkeys(kinds))
    assert order == [
        "dcat:Dataset",
        "dct:RightsStatement",
        "foaf:Agent",
        "dct:LicenseDocument",
        "org:FormalOrganization",
        "dct:Location",
        "kyo:Plan",
        "skos:ConceptScheme",
        "kyo:FiscalYear",
        "kyo:ImplementationPlan",
        "kyo:BasicPolicy",
        "kyo:PolicySection",
        "kyo:PlannedProject",
        "kyo:SubItem",
        "org:OrganizationalUnit",
        "skos:Concept",
        "kyo:SourceDocument",
        "dct:MediaType",
        "kyo:SourcePassage",
    ]


# --- nothing lost, nothing invented


def of_class(everything: dict[str, About], name: str) -> dict[str, About]:
    """Give what is said of the things of one class."""
    return {subject: about for subject, about in everything.items() if about["a"][0] == name}


def test_the_facts_themselves_are_complete() -> None:
    """The independent reading finds what design §5 counts by hand."""
    found = facts.rows()
    assert [counted for _, counted in facts.counts().values()] == [6, 6, 8, 15, 7, 19, 15, 76]
    assert len(found) == 76
    assert [f"{row.policy}-{row.order}" for row in found if row.is_new] == ["5-1", "6-15"]
    assert len({row.unit for row in found}) == 30
    assert (sum(len(row.items) for row in found), sum(bool(row.items) for row in found)) == (22, 15)


def test_projects_say_what_the_rows_say_and_nothing_else(everything: dict[str, About]) -> None:
    units, codes = facts.units(), {"水道事業": "suido", "介護保険": "kaigo-hoken"}
    expected: dict[str, About] = {}
    for row in facts.rows():
        slugs = units[row.unit]
        about = {
            "a": ["kyo:PlannedProject"],
            "rdfs:label": [ja(row.name)],
            "kyo:nameAsListed": [ja(row.listed)],
            "dct:identifier": [f'"072036-kyodo-2-fy2018-{row.policy}-{row.order:02d}"'],
            "dct:isPartOf": [f"{facts.PLAN}/fy2018>"],
            "kyo:fiscalYear": ["<id/fy/2018>"],
            "kyo:basicPolicy": [f"{facts.PLAN}/policy/{row.policy}>"],
            "kyo:listOrder": [str(row.order)],
            "kyo:documentOrder": [str(row.document_order)],
            "dct:description": [ja(row.text)],
            "kyo:markedNew": ["true" if row.is_new else "false"],
            "kyo:unitAsListed": [ja(row.unit)],
            "kyo:responsibleUnit": [f"<id/072036/unit/{slugs[-1]}>"],
            "kyo:responsibleBureau": [f"<id/072036/unit/{slugs[0]}>"],
            "prov:wasDerivedFrom": [facts.place(row.line)],
        }
        if row.account:
            about["kyo:account"] = [f"<scheme/account/{codes[row.account]}>"]
        if row.items:
            about["kyo:subItem"] = [f"{row.iri}/s/{n}>" for n in range(1, len(row.items) + 1)]
        expected[f"{row.iri}>"] = about
    found = of_class(everything, "kyo:PlannedProject")
    assert found == expected
    assert list(found) == list(expected)


def test_sub_items_are_those_behind_each_circle(everything: dict[str, About]) -> None:
    assert of_class(everything, "kyo:SubItem") == {
        f"{row.iri}/s/{order}>": {
            "a": ["kyo:SubItem"],
            "rdfs:label": [ja(item)],
            "kyo:listOrder": [str(order)],
            "dct:isPartOf": [f"{row.iri}>"],
            "prov:wasDerivedFrom": [facts.place(row.line)],
        }
        for row in facts.rows()
        for order, item in enumerate(row.items, 1)
    }


def test_sections_are_the_headings_and_the_counts(everything: dict[str, About]) -> None:
    counts, sections = facts.counts(), of_class(everything, "kyo:PolicySection")
    expected = {}
    for number, (line, title) in facts.headings().items():
        count_line, declared = counts[f"{number} {title}"]
        expected[f"{facts.PLAN}/fy2018/policy/{number}>"] = {
            "a": ["kyo:PolicySection"],
            "rdfs:label": [ja(title)],
            "dct:isPartOf": [f"{facts.PLAN}/fy2018>"],
            "kyo:coversPolicy": [f"{facts.PLAN}/policy/{number}>"],
            "kyo:listOrder": [str(number)],
            "kyo:declaredProjectCount": [str(declared)],
            "prov:wasDerivedFrom": [facts.place(line), facts.place(count_line)],
        }
    assert sections == expected
    policies = of_class(everything, "kyo:BasicPolicy")
    assert [about["skos:prefLabel"] for about in policies.values()] == [
        [ja(title)] for _, title in facts.headings().values()
    ]


def test_passages_are_the_lines_that_say_something(everything: dict[str, About]) -> None:
    numbers = {row.line for row in facts.rows()}
    numbers |= {line for line, _ in facts.headings().values()}
    numbers |= {line for line, _ in facts.counts().values()}
    assert of_class(everything, "kyo:SourcePassage") == {
        facts.place(number): {
            "a": ["kyo:SourcePassage", "prov:Entity"],
            "rdfs:label": [ja(f"plan.txt {number}行目")],
            "dct:isPartOf": [f"{facts.SOURCE}>"],
            "kyo:lineNumber": [str(number)],
            "prov:value": [f'"{facts.LINES[number - 1]}"'],
        }
        for number in sorted(numbers)
    }


def test_units_are_those_of_the_registry_that_rows_name(everything: dict[str, About]) -> None:
    paths = facts.units()
    named = {f"<id/072036/unit/{slug}>" for row in facts.rows() for slug in paths[row.unit]}
    found = of_class(everything, "org:OrganizationalUnit")
    assert set(found) == named
    assert len(named) == 44
    labels = {about["rdfs:label"][0]: subject for subject, about in found.items()}
    assert labels == {
        ja(label): f"<id/072036/unit/{path[-1]}>"
        for label, path in paths.items()
        if f"<id/072036/unit/{path[-1]}>" in named
    }


def test_every_word_of_the_document_is_there_or_layout(everything: dict[str, About]) -> None:
    cited = {text for about in everything.values() for text in about.get("prov:value", ())}
    left = [line for line in facts.LINES if line.strip() and f'"{line}"' not in cited]
    assert dict.fromkeys(left) == dict.fromkeys(
        [
            "第二次",
            "郡山市協働推進基本計画",
            "2018 年度実施計画",
            "事業数一覧表",
            "基本施策\t事業数",
            "第二次郡山市協働推進基本計画 2018年度実施計画",
            "新規\t事業名\t事業計画 (H30)\t担当課",
        ]
    )


def test_count_of_triples_by_predicate(triples: list[Triple], everything: dict[str, About]) -> None:
    found = Counter[str]()
    for about in everything.values():
        found.update({name: len(objects) for name, objects in about.items()})
    projects, items, sections, units, bureaus = 76, 22, 7, 44, 13
    passages = projects + sections + sections + 1
    own = {name: number for name, number in found.items() if name.startswith("kyo:")}
    assert own == {
        "kyo:nameAsListed": projects,
        "kyo:fiscalYear": projects + 1,
        "kyo:basicPolicy": projects,
        "kyo:listOrder": projects + items + sections + sections,
        "kyo:documentOrder": projects,
        "kyo:markedNew": projects,
        "kyo:unitAsListed": projects,
        "kyo:responsibleUnit": projects,
        "kyo:responsibleBureau": projects,
        "kyo:account": 5,
        "kyo:subItem": items,
        "kyo:coversPolicy": sections,
        "kyo:declaredProjectCount": sections + 1,
        "kyo:lineNumber": passages,
        "kyo:ordinal": 1,
        "kyo:policyScheme": 1,
        "kyo:year": 1,
        "kyo:fileName": 1,
        "kyo:sha256": 1,
        "kyo:byteSize": 1,
    }
    assert found["dct:description"] == projects + 2
    assert found["prov:value"] == passages
    assert found["prov:wasDerivedFrom"] == projects + items + 2 * sections + 2 + 1
    assert found["org:unitOf"] == units
    assert found["org:subOrganizationOf"] == units - bureaus
    assert found["org:classification"] == units
    assert found.total() == len(triples)
    assert {name for name in found if not name.startswith("kyo:")} == {
        *("a", "rdfs:label", "skos:prefLabel", "skos:altLabel", "skos:notation", "skos:inScheme"),
        *("skos:topConceptOf", "org:unitOf", "org:subOrganizationOf", "org:classification"),
        *("prov:value", "prov:wasDerivedFrom", "dcat:version", "dcat:startDate", "dcat:endDate"),
        *("foaf:name", "foaf:homepage", "schema:sameAs", "dct:title", "dct:identifier"),
        *("dct:description", "dct:isPartOf", "dct:creator", "dct:publisher", "dct:rightsHolder"),
        *("dct:rights", "dct:license", "dct:issued", "dct:modified", "dct:spatial", "dct:format"),
    }


# --- several plans


def both(*plans: Plan) -> tuple[list[Triple], list[list[Triple]]]:
    """Give the merged graph of plans, and the graph of each."""
    pairs = [(plan, Iris(plan)) for plan in plans]
    return list(merged(pairs)), [triples_of(plan) for plan in plans]


def assert_union(together: Sequence[Triple], alone: Sequence[Sequence[Triple]]) -> None:
    assert_sound(together)
    assert set(together) == {triple for each in alone for triple in each}


def shared(alone: Sequence[Sequence[Triple]]) -> set[str]:
    """Give the subjects that two graphs share, and assert that both say the same of them."""
    first, second = (said(each) for each in alone)
    common = set(first) & set(second)
    for subject in common:
        assert first[subject] == second[subject], subject
    return common


def test_two_cities(plan: Plan) -> None:
    together, alone = both(plan, other_city())
    assert_union(together, alone)
    assert shared(alone) == {
        "<id/publisher>",
        "<https://creativecommons.org/licenses/by/4.0/>",
        "<id/fy/2018>",
        "<scheme/unit-level>",
        "<scheme/unit-level/bureau>",
        "<scheme/unit-level/section>",
        "<scheme/account>",
        "<scheme/account/suido>",
        "<http://www.iana.org/assignments/media-types/text/plain>",
    }


def test_two_years_of_one_city(plan: Plan, next_year: Plan, everything: dict[str, About]) -> None:
    together, alone = both(enduring(plan), next_year)
    assert_union(together, alone)
    common = shared(alone)
    endures = ("org:", "skos:", "kyo:BasicPolicy", "kyo:Plan", "foaf:Agent", "dct:L", "dct:M")
    expected = {
        subject
        for subject, about in everything.items()
        if about["a"][0].startswith(endures) and about["a"][0] != "kyo:PlannedProject"
    }
    assert common == expected
    assert {"<id/072036>", f"{facts.PLAN}>", f"{facts.PLAN}/policy/4>"} <= common


def test_two_years_keep_what_each_says(plan: Plan, next_year: Plan) -> None:
    together = said(both(enduring(plan), next_year)[0])
    sections = [together[f"{facts.PLAN}/fy{year}/policy/4>"] for year in (2018, 2019)]
    assert [section["rdfs:label"] for section in sections] == [
        [ja("市民活動への参加と市民参画の促進")],
        [ja("市民活動と市民参画")],
    ]
    assert [section["kyo:coversPolicy"] for section in sections] == [
        [f"{facts.PLAN}/policy/4>"]
    ] * 2
    assert together["<id/fy/2019>"]["rdfs:label"] == [ja("2019年度"), '"FY2019"@en']


def test_order_of_plans_does_not_matter(plan: Plan, next_year: Plan) -> None:
    one, other = enduring(plan), next_year
    assert set(both(one, other)[0]) == set(both(other, one)[0])


def test_the_same_plan_twice_in_a_row_gives_the_same(plan: Plan, triples: list[Triple]) -> None:
    assert triples_of(plan) == triples


def test_merging_nothing_gives_nothing() -> None:
    assert list(merged([])) == []


# --- a corrected document, another form of the same


def test_corrected_document_keeps_iris() -> None:
    """The first row goes; the keys keep the others where they were published."""
    before = said(triples_of(plan_of(SHEET.text(), a_manifest())))
    shorter = Sheet((replace(SHEET.policies[0], projects=SHEET.policies[0].projects[1:]),))
    shorter = replace(shorter, policies=(*shorter.policies, SHEET.policies[1]))
    corrected = plan_of(shorter.text(), a_manifest(keys={"若者討論事業": "1-02"}))
    after = said(triples_of(corrected))
    first, second = (f"{facts.PLAN}/fy2018/p/1-{order}>" for order in ("01", "02"))
    assert first in before
    assert first not in after
    for about in (before[second], after[second]):
        del about["prov:wasDerivedFrom"]
    moved = {"kyo:listOrder": ["1"], "kyo:documentOrder": ["1"]}
    assert after[second] == before[second] | moved
    assert second.replace(">", "/s/2>") in after


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_other_unicode_form_gives_the_same(form: str, plan: Plan, triples: list[Triple]) -> None:
    other = plan_of(unicodedata.normalize(form, TEXT), plan.manifest)
    assert (other.document.sha256 != plan.document.sha256) == (form == "NFD")
    assert comparable(triples_of(other), other) == comparable(triples, plan)


def test_other_unicode_form_gives_the_same_hashes() -> None:
    row = Project("がんばる事業", account="がん対策", unit="デジタル部パスポート課")
    text = Sheet((Policy("ぎょうせい", (row,)),)).text()
    one, other = (
        plan_of(unicodedata.normalize(form, text), a_manifest()) for form in ("NFC", "NFD")
    )
    assert comparable(triples_of(one), one) == comparable(triples_of(other), other)
    assert any("/unit/u-" in subject for subject in said(triples_of(other)))
    assert any("/account/x-" in subject for subject in said(triples_of(other)))


def comparable(triples: Sequence[Triple], plan: Plan) -> list[str]:
    """Give the triples without what tells one file from another."""
    short = plan.document.sha256[:16]
    return [
        str(triple).replace(f"/source/{short}", "/source/0000")
        for triple in triples
        if not triple.predicate.value.endswith(("def#sha256", "def#byteSize", "prov#value"))
    ]
