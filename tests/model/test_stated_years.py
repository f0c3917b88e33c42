"""A document that states one other year has one fault; where it states two, each wrong line has one."""

from conftest import KORIYAMA
from strategies import a_manifest, reading_of

from kyodo_lod.finding import Finding
from kyodo_lod.model import rules

PLAN = (KORIYAMA / "plan.txt").read_text(encoding="utf-8")
TITLE = "第二次郡山市協働推進基本計画 2018年度実施計画"


def years(text: str, year: int) -> list[Finding]:
    findings = reading_of(text, a_manifest(title=TITLE, fiscal_year=year)).findings
    return [each for each in findings if each.rule == rules.YEAR.iri]


def test_one_other_year_throughout_is_one_fault_with_all_its_places() -> None:
    assert years(PLAN, 2018) == []
    [found] = years(PLAN, 2019)
    assert found.origin
    assert found.origin.line == 6
    assert len(found.related) == 12
    assert found.message.en.startswith("'2018 年度実施計画' (and 12 more) is fiscal year 2018, but")
    assert found.message.ja.startswith("「2018 年度実施計画 (ほか 12 か所)」は 2018 年度ですが")


def test_a_line_that_differs_from_the_others_is_the_one_that_is_told() -> None:
    [found] = years(PLAN.replace("事業計画 (H30)", "事業計画 (H31)", 1), 2018)
    assert found.origin
    assert (found.origin.line, found.related) == (22, ())
    assert "more" not in found.message.en


def test_where_years_differ_each_wrong_line_is_told() -> None:
    found = years(PLAN.replace("事業計画 (H30)", "事業計画 (H31)", 1), 2020)
    assert len(found) == 13
    assert not any(each.related for each in found)
