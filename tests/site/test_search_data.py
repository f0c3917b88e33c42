"""What the search knows: every project once, with the values of the dump; the same bytes each time."""

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from conftest import ROOT
from site_cities import HOSTILE

from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.site.figures import plan_figures
from kyodo_lod.site.published import Published
from kyodo_lod.site.search_data import NAME, key, search_data, write_search_data

SLUG = "072036-kyodo-2-fy2018"
TABLE = ROOT / "dist" / "dataset" / SLUG / f"{SLUG}-projects.csv"


def _data(published: Published) -> Any:  # noqa: ANN401 (JSON)
    return json.loads(json.dumps(search_data(published)))


def _script(published: Published, folder: Path) -> str:
    write_search_data(published, folder)
    return (folder / NAME).read_text(encoding="utf-8")


def test_every_project_is_there_once_with_the_values_of_the_published_table(
    published: Published,
) -> None:
    data = _data(published)
    with TABLE.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))

    def names(project: Any, key: str, part: str = "name") -> str:  # noqa: ANN401
        chosen = [data[key][place] for place in project[key]]
        return ";".join(each["name"][0] if part == "name" else each[part] for each in chosen)

    shown = [
        {
            "IRI": each["iri"],
            "事業名_原文": each["name"],
            "事業計画": each["text"],
            "施策内順": each["order"],
            "新規": "新規" if each["new"] else "",
            "基本施策番号": names(each, "policies", "number"),
            "基本施策": names(each, "policies"),
            "部局": names(each, "bureaus"),
            "担当課": names(each, "units"),
            "会計": names(each, "accounts"),
        }
        for each in data["projects"]
    ]
    assert shown == [{name: row[name] for name in shown[0]} for row in rows]
    lines = [re.match(r"\d+", each["source"][0]) for each in data["projects"]]
    assert [line[0] if line else "" for line in lines] == [row["出典行"] for row in rows]


def test_all_pages_named_are_there(site: Path, published: Published) -> None:
    data = _data(published)
    choices = [each for name in ("plans", "policies", "bureaus", "units") for each in data[name]]
    for each in [*data["projects"], *choices]:
        assert (site / each["page"]).is_file()
        assert (site / each["page"]).with_suffix(".en.html").is_file()


def test_the_site_has_the_script_and_two_runs_give_the_same_bytes(
    site: Path, published: Published, tmp_path: Path
) -> None:
    assert (site / "assets" / NAME).read_text(encoding="utf-8") == _script(published, tmp_path)


def test_a_cell_of_the_matrix_is_what_the_search_narrows_to(published: Published) -> None:
    data = _data(published)

    def found(policy: NamedNode, bureau: NamedNode) -> list[str]:
        wanted = {"policies": key(policy, published), "bureaus": key(bureau, published)}
        return [
            each["iri"]
            for each in data["projects"]
            if all(
                any(data[name][place]["key"] == sought for place in each[name])
                for name, sought in wanted.items()
            )
        ]

    matrix = plan_figures(published.plans[0], published).matrix
    cells = [(c, cell) for c in matrix.columns for cell in matrix.filled(c)]
    assert len(cells) > 20
    for column, cell in cells:
        assert found(column.policy, cell.bureau) == [each.value for each in cell.projects]


def test_no_name_can_end_the_script(years: Published, tmp_path: Path) -> None:
    text = _script(years, tmp_path)
    assert not re.search("[<>&]", text)
    told = json.loads(text.removeprefix("'use strict'\nconst SearchData = "))
    assert set(HOSTILE) <= {each["name"] for each in told["projects"]}
    assert [len(each["plans"]) for each in told["projects"]] == [1] * 152
    assert [each["key"] for each in told["plans"]] == [
        f"072036/plan/kyodo-2/fy{year}" for year in (2018, 2019)
    ]


def test_what_is_named_alike_tells_whose_it_is(hundred: Published, published: Published) -> None:
    many, one = _data(hundred), _data(published)
    assert len(many["projects"]) == 7600
    assert {bool(each["of"]) for each in many["policies"] + many["units"]} == {True}
    assert {each["of"] for each in one["policies"] + one["units"]} == {None}


def test_a_project_without_units_keeps_what_the_document_says(
    changed: Callable[..., Published],
) -> None:
    unit = re.compile(r"^<\S+/p/4-15> <\S+#responsible(Unit|Bureau)> .*\n", re.MULTILINE)
    data = _data(changed(lambda dump: unit.sub("", dump)))
    found = next(each for each in data["projects"] if each["iri"].endswith("/p/4-15"))
    assert (found["units"], found["bureaus"]) == ([], [])
    assert found["unitText"] == "上下水道局総務課"


def test_a_sub_item_that_does_not_stand_in_the_text_is_found_too(
    changed: Callable[..., Published],
) -> None:
    label = re.compile(r'(/p/\S+/\S+> <\S+rdf-schema#label> )"[^"]+"@ja')
    published = changed(lambda dump: label.sub(r'\1"どこにもない細目"@ja', dump, count=1))
    texts = [each["text"] for each in _data(published)["projects"]]
    assert sum(text.endswith("\n○どこにもない細目") for text in texts) == 1
