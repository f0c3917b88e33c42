"""serve/rule_titles.py: rules by the names that people know."""

from pathlib import Path

import pytest
from conftest import ROOT

from kyodo_lod.model.rules import RULES
from kyodo_lod.serve.rule_titles import rule_title
from kyodo_lod.site.findings import rule_place

DIST = ROOT / "dist"
PLACE = "shapes/plan.html#PlannedProject-responsibleUnit"


def test_a_rule_has_a_title_in_both_languages() -> None:
    assert rule_title(PLACE, DIST, "ja") == "担当課がある"
    assert rule_title(PLACE, DIST, "en").isascii()
    for rule in RULES.values():
        is_of_the_graph = rule.name.startswith("plan#")
        assert bool(rule_title(rule_place(rule.iri, DIST), DIST, "ja")) == is_of_the_graph


@pytest.mark.parametrize("place", ["", "shapes/plan.html#Nothing", "shapes/none.html#A"])
def test_what_is_not_explained_has_none(place: str) -> None:
    assert rule_title(place, DIST, "ja") == ""


def test_a_title_may_hold_any_sign(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text('<h3 id="B-name">A &amp; B <span>')
    assert rule_title("a.html#B", tmp_path, "ja") == "A & B"
