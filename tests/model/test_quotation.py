"""Quotation marks that may be a spreadsheet's or the text's own."""

import pytest

from kyodo_lod.model.quotation import doubtful_quotations
from kyodo_lod.origin import Origin
from kyodo_lod.source.rows import Row


def rules_of(text: str) -> list[str]:
    row = Row(Origin("plan.txt", 7), text, ())
    return [finding.short_rule for finding in doubtful_quotations(row)]


@pytest.mark.parametrize(
    "text",
    [
        "研修\t事業",
        '研修"事業"\t「講座」',
        '"自治会の""支援"""\t事業',
        '"研修\n事業"\t事業',
        '"研修\t事業"\t事業',
        '""\t"研修"\t\t"事業"',
    ],
)
def test_what_a_spreadsheet_writes_is_no_doubt(text: str) -> None:
    assert rules_of(text) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ('"研修\t事業', "document#quotation-unclosed"),
        ('事業\t"', "document#quotation-unclosed"),
        ('事業\t"研修"の日', "document#quotation-literal"),
        ('事業\t"研修"', "document#quotation-removed"),
        ('"研修"', "document#quotation-removed"),
    ],
)
def test_all_else_is_told(text: str, rule: str) -> None:
    assert rules_of(text) == [rule]
