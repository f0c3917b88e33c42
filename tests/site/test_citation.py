"""The line by which a project is cited."""

import re
from collections.abc import Callable

from kyodo_lod.rdf.terms import NamedNode, Triple
from kyodo_lod.rdf.vocabulary import kyo, rdf
from kyodo_lod.site.citation import citation
from kyodo_lod.site.passages import passages_of
from kyodo_lod.site.published import Published
from kyodo_lod.site.register import Register
from kyodo_lod.site.things import Things

Changed = Callable[[Callable[[str], str]], Published]
IRI = "https://w3id.org/kyodo-lod/id/072036/plan/kyodo-2/fy2018/p/4-15"


def test_a_citation_names_city_plan_year_number_name_line_version_and_iri(
    published: Published,
) -> None:
    project = NamedNode(IRI)
    listed = published.register.listed[project]
    cited = citation(listed, passages_of(project, published.data), published)
    assert cited.ja == (
        "郡山市『第二次郡山市協働推進基本計画 2018年度実施計画』、基本施策4-15"
        "「猪苗代湖の水を守りたい事業【水道事業】」、原文69行目。"
        f"データ 072036-kyodo-2-fy2018 第1.0.0版 (2026-11-23)、{IRI}"
    )
    assert cited.en == (
        "Koriyama City: Second Koriyama City Basic Plan for the Promotion of Collaboration "
        "(『第二次郡山市協働推進基本計画 2018年度実施計画』, FY2018), basic policy 4-15 "
        "「猪苗代湖の水を守りたい事業【水道事業】」, line 69 of the document. "
        f"Data: 072036-kyodo-2-fy2018, version 1.0.0 (2026-11-23), {IRI}"
    )


def test_a_citation_in_english_has_the_title_that_there_is(changed: Changed) -> None:
    """Without an English title the printed one stands; with one of the year's plan, that one."""
    plain = changed(lambda dump: re.sub(r'"Second Koriyama City[^"]*"@en', '"x"@de', dump))
    assert "Koriyama City: 『第二次郡山市協働推進基本計画 2018年度実施計画』 (FY2018)," in _english(
        plain
    )


def test_a_citation_in_english_takes_the_english_title_of_the_year(changed: Changed) -> None:
    plan = IRI.partition("/p/")[0]
    label = f'<{plan}> <http://www.w3.org/2000/01/rdf-schema#label> "Plan for 2018"@en .\n'
    assert "Koriyama City: Plan for 2018 (FY2018), basic" in _english(changed(lambda d: d + label))


def _english(published: Published) -> str:
    project = NamedNode(IRI)
    return citation(published.register.listed[project], [], published).en


def test_a_citation_says_nothing_that_the_data_do_not(published: Published) -> None:
    alone = NamedNode("https://example.org/id/p")
    listed = Register(Things([Triple(alone, rdf.type, kyo.PlannedProject)])).listed[alone]
    assert citation(listed, [], published).ja == f"「{alone.value}」。{alone.value}"
