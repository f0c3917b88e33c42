"""Where a rule's findings are repaired."""

import pytest

from kyodo_lod.check.repair import repair_in_document
from kyodo_lod.check.rules import explanations


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("plan#PlannedProject-responsibleUnit", "correct the cell 担当課"),
        ("plan#PlannedProject-iri", "no document converted by kyodo-lod breaks this"),
        ("plan#SubItem-label", "correct the ○ item"),
        ("plan#ImplementationPlan-sectionCounts", "correct the line"),
        ("document#row-cells", "correct the line"),
        ("plan#Plan-title", "correct plan.toml"),
        ("plan#ImplementationPlan-unitTree", "correct units.csv"),
        ("plan#ImplementationPlan-subItemTexts", "no document converted by kyodo-lod breaks this"),
        ("document#key-unused", "correct source.toml"),
        ("document#unit-proposed", "correct units.csv"),
        ("document#sha256", "record the changed document with kyodo-lod init --refresh"),
    ],
)
def test_it_names_the_cell_or_the_file(rule: str, expected: str) -> None:
    assert repair_in_document(rule).en.startswith(expected)


@pytest.mark.parametrize("rule", explanations())
def test_every_rule_has_a_place_in_both_languages(rule: str) -> None:
    found = repair_in_document(rule)
    assert found.ja.endswith("。")
    assert found.en
    assert found.ja != found.en
