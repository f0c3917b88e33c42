"""serve/rewording.py: on the page no message sends a clerk to a file that is not theirs."""

import re

import pytest

from kyodo_lod.bilingual import Bilingual, nearest
from kyodo_lod.errors import DocumentError
from kyodo_lod.finding import Finding
from kyodo_lod.model import rules
from kyodo_lod.origin import Origin
from kyodo_lod.serve.rewording import REWORDINGS, reworded, reworded_error
from kyodo_lod.source.text import read

AT = Origin("plan.txt", 3)
REGISTRY = Bilingual("072036-koriyama/units.csv", "072036-koriyama/units.csv")
FILES = re.compile(r"source\.toml|units\.csv|fiscal_year|columns に")
FINDINGS = [
    rules.YEAR.at(AT, value="事業計画 (H30)", found=2018, expected=2019, others=""),
    rules.HEADER.at(AT, value="とりくみ"),
    rules.ROW_OUTSIDE_TABLE.at(AT),
    rules.UNIT_UNKNOWN.at(AT, value="人事科", near=nearest(["人事課"]), registry=REGISTRY),
]

COUNTS = [
    rules.SECTION_COUNT.at(AT, number=1, declared=6, listed=5),
    rules.TOTAL_COUNT.at(AT, declared=76, listed=75),
]


@pytest.mark.parametrize("finding", FINDINGS, ids=lambda finding: finding.short_rule)
def test_no_message_speaks_of_a_file_that_a_clerk_does_not_have(finding: Finding) -> None:
    said = reworded(finding).message
    for before, after in zip(finding.message, said, strict=True):
        assert FILES.search(before)
        assert not FILES.search(after)


def test_each_rewording_is_tried_above() -> None:
    assert {finding.rule for finding in (*FINDINGS, *COUNTS)} == set(REWORDINGS)


@pytest.mark.parametrize("finding", COUNTS, ids=lambda finding: finding.short_rule)
def test_a_number_that_differs_may_itself_be_wrong(finding: Finding) -> None:
    said = reworded(finding).message
    assert "書き誤りなら表を、行の抜けか重複なら本文を" in said.ja
    assert "; correct the " in said.en


def test_another_line_is_called_as_people_do() -> None:
    first = Origin("plan.txt", 24)
    said = reworded(rules.DUPLICATE_ROW.at(AT, first, first=first)).message
    assert said.ja.startswith("24 行目と同じ行です。")
    assert "the same row as line 24; delete" in said.en


def test_a_year_that_is_no_other_is_said_of_the_field() -> None:
    said = reworded(FINDINGS[0]).message
    assert said.ja.startswith("年度の欄は 2019 ですが、文書は 2018 年度です。")
    assert said.en.startswith(
        "the field of the fiscal year says 2019, but the document is of 2018;"
    )


def test_what_may_have_been_meant_stays() -> None:
    said = reworded(FINDINGS[-1]).message
    assert "もしかして: 人事課。" in said.ja
    assert "did you mean 人事課?" in said.en


def test_other_findings_are_as_they_were() -> None:
    finding = rules.UNIT_EMPTY.at(AT)
    assert reworded(finding) == finding


@pytest.mark.parametrize(
    "data", [b"\xff\xfe\xff" * 9, "一行目\n総務部人事課は市民と進めます。\n".encode("cp932")]
)
def test_a_text_that_cannot_be_decoded_is_to_be_saved_again(data: bytes) -> None:
    with pytest.raises(DocumentError) as caught:
        list(read(data, "plan.txt", "utf-8"))
    said = reworded_error(caught.value.message)
    assert said.ja.endswith("文書を UTF-8 で保存し直してください。")
    assert said.en.endswith("save the document as UTF-8")
