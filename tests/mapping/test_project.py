"""A planned project, term by term: the example of the design, and what a row may lack or have twice."""

import hashlib
from dataclasses import replace

import pytest
from mapping.terse import About, said
from strategies import Policy, Project, Sheet, reading_of

from kyodo_lod.mapping.iris import Iris
from kyodo_lod.mapping.project import project_triples
from kyodo_lod.model.plan import Plan, PlannedProject

PLAN = "id/072036/plan/kyodo-2"
SOURCE = "id/072036/source/9991fa2157f53a25"


def project_of(plan: Plan, key: str) -> PlannedProject:
    return next(project for project in plan.projects() if project.key == key)


def told(**row: object) -> tuple[About, dict[str, About]]:
    """Give what is said of the only project of a plan, and of its sub-items."""
    sheet = Sheet((Policy("協働", (replace(Project("湖の事業"), **row),)),))
    plan = reading_of(sheet.text()).plan
    assert plan
    about = said(project_triples(plan, project_of(plan, "1-01"), Iris(plan)))
    return about.pop(f"<{PLAN}/fy2018/p/1-01>"), about


def test_the_example_of_the_design(plan: Plan, iris: Iris) -> None:
    about = said(project_triples(plan, project_of(plan, "4-15"), iris))
    expected = {
        "a": ["kyo:PlannedProject"],
        "rdfs:label": ['"猪苗代湖の水を守りたい事業"@ja'],
        "kyo:nameAsListed": ['"猪苗代湖の水を守りたい事業【水道事業】"@ja'],
        "dct:identifier": ['"072036-kyodo-2-fy2018-4-15"'],
        "dct:isPartOf": [f"<{PLAN}/fy2018>"],
        "kyo:fiscalYear": ["<id/fy/2018>"],
        "kyo:basicPolicy": [f"<{PLAN}/policy/4>"],
        "kyo:listOrder": ["15"],
        "kyo:documentOrder": ["35"],
        "dct:description": [
            (
                '"水道水源である猪苗代湖の環境保全を啓発するために、市民及び上下水道局職員による'
                '猪苗代湖岸清掃を実施します。"@ja'
            )
        ],
        "kyo:markedNew": ["false"],
        "kyo:unitAsListed": ['"上下水道局総務課"@ja'],
        "kyo:responsibleUnit": ["<id/072036/unit/jogesuido-kyoku-somu-ka>"],
        "kyo:responsibleBureau": ["<id/072036/unit/jogesuido-kyoku>"],
        "kyo:account": ["<scheme/account/suido>"],
        "prov:wasDerivedFrom": [f"<{SOURCE}#line=68,69>"],
    }
    assert about == {f"<{PLAN}/fy2018/p/4-15>": expected}
    # and in the order in which the design has them
    assert list(about[f"<{PLAN}/fy2018/p/4-15>"]) == list(expected)


def test_its_place_is_described_with_the_graph(everything: dict[str, About]) -> None:
    passage = everything[f"<{SOURCE}#line=68,69>"]
    assert passage["kyo:lineNumber"] == ["69"]
    assert "猪苗代湖の水を守りたい事業【水道事業】" in passage["prov:value"][0]


def test_sub_items_follow_their_project(plan: Plan, iris: Iris) -> None:
    project = f"<{PLAN}/fy2018/p/6-13>"
    items = [f"<{PLAN}/fy2018/p/6-13/s/{order}>" for order in (1, 2)]
    about = said(project_triples(plan, project_of(plan, "6-13"), iris))
    assert list(about) == [project, *items]
    assert about[project]["kyo:subItem"] == items
    # the whole cell text stays the description
    assert about[project]["dct:description"][0].endswith(
        '支援します。 ○専門家・メンター・クリエイター派遣事業 ○クラウドファンディング事業"@ja'
    )
    assert about[items[1]] == {
        "a": ["kyo:SubItem"],
        "rdfs:label": ['"クラウドファンディング事業"@ja'],
        "kyo:listOrder": ["2"],
        "dct:isPartOf": [project],
        "prov:wasDerivedFrom": about[project]["prov:wasDerivedFrom"],
    }


def test_new_mark(plan: Plan, iris: Iris) -> None:
    about = said(project_triples(plan, project_of(plan, "5-01"), iris))
    assert about[f"<{PLAN}/fy2018/p/5-01>"]["kyo:markedNew"] == ["true"]


def test_several_units_and_each_bureau_once() -> None:
    about, _ = told(unit="総務部人事課、行政課、市民部市民・NPO活動推進課")
    assert about["kyo:unitAsListed"] == ['"総務部人事課、行政課、市民部市民・NPO活動推進課"@ja']
    slugs = ("jinji-ka", "gyosei-ka", "npo-ka")
    assert about["kyo:responsibleUnit"] == [f"<id/072036/unit/{slug}>" for slug in slugs]
    bureaus = ("somu-bu", "shimin-bu")
    assert about["kyo:responsibleBureau"] == [f"<id/072036/unit/{slug}>" for slug in bureaus]


def test_bureau_is_the_first_of_three_levels() -> None:
    about, _ = told(unit="保健福祉部保健所地域保健課")
    assert about["kyo:responsibleUnit"] == ["<id/072036/unit/chiiki-ka>"]
    assert about["kyo:responsibleBureau"] == ["<id/072036/unit/hoken-bu>"]


def test_bureau_alone_is_both() -> None:
    about, _ = told(unit="市民部")
    assert about["kyo:responsibleUnit"] == about["kyo:responsibleBureau"]
    assert about["kyo:responsibleUnit"] == ["<id/072036/unit/shimin-bu>"]


def test_unregistered_unit_is_hashed_by_its_path() -> None:
    about, _ = told(unit="総務部デジタル推進課")
    code = hashlib.sha256("総務部\0デジタル推進課".encode()).hexdigest()[:10]
    assert about["kyo:responsibleUnit"] == [f"<id/072036/unit/u-{code}>"]
    assert about["kyo:responsibleBureau"] == ["<id/072036/unit/somu-bu>"]


def test_unknown_account_is_hashed() -> None:
    about, _ = told(account="温泉事業")
    code = hashlib.sha256("温泉事業".encode()).hexdigest()[:10]
    assert about["kyo:account"] == [f"<scheme/account/x-{code}>"]
    assert about["rdfs:label"] == ['"湖の事業"@ja']
    assert about["kyo:nameAsListed"] == ['"湖の事業【温泉事業】"@ja']


@pytest.mark.parametrize(
    ("changes", "gone"),
    [
        ({"name": "", "name_as_listed": ""}, {"rdfs:label", "kyo:nameAsListed"}),
        ({"description": "", "sub_items": ()}, {"dct:description", "kyo:subItem"}),
        ({"account": ""}, {"kyo:account"}),
        (
            {"unit_as_listed": "", "units": ()},
            {"kyo:unitAsListed", "kyo:responsibleUnit", "kyo:responsibleBureau"},
        ),
        ({"units": ()}, {"kyo:responsibleUnit", "kyo:responsibleBureau"}),
    ],
)
def test_what_is_empty_is_left_out(changes: dict[str, object], gone: set[str]) -> None:
    row = Project("湖の事業", account="水道事業", items=("清掃",))
    plan = reading_of(Sheet((Policy("協働", (row,)),)).text()).plan
    assert plan
    whole = project_of(plan, "1-01")
    iri = f"<{PLAN}/fy2018/p/1-01>"
    before = said(project_triples(plan, whole, Iris(plan)))[iri]
    after = said(project_triples(plan, replace(whole, **changes), Iris(plan)))[iri]
    assert gone <= set(before)
    assert after == {name: value for name, value in before.items() if name not in gone}


def test_kept_key_names_it_and_the_order_is_where_it_stands(plan: Plan, iris: Iris) -> None:
    moved = replace(project_of(plan, "6-13"), key="6-101")
    about = said(project_triples(plan, moved, iris))
    assert list(about) == [f"<{PLAN}/fy2018/p/6-101{end}>" for end in ("", "/s/1", "/s/2")]
    assert about[f"<{PLAN}/fy2018/p/6-101>"]["dct:identifier"] == ['"072036-kyodo-2-fy2018-6-101"']
    assert about[f"<{PLAN}/fy2018/p/6-101>"]["kyo:listOrder"] == ["13"]
