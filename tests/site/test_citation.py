"""The line by which a project is cited."""

from kyodo_lod.rdf.terms import NamedNode, Triple
from kyodo_lod.rdf.vocabulary import kyo, rdf
from kyodo_lod.site.citation import citation
from kyodo_lod.site.passages import passages_of
from kyodo_lod.site.published import Published
from kyodo_lod.site.register import Register
from kyodo_lod.site.things import Things

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
        f"データ 072036-kyodo-2-fy2018 第1.0.0版、{IRI}"
    )
    assert cited.en == (
        "Koriyama City: 『第二次郡山市協働推進基本計画 2018年度実施計画』 (FY2018), basic policy 4-15 "
        "「猪苗代湖の水を守りたい事業【水道事業】」, line 69 of the document. "
        f"Data: 072036-kyodo-2-fy2018, version 1.0.0, {IRI}"
    )


def test_a_citation_says_nothing_that_the_data_do_not(published: Published) -> None:
    alone = NamedNode("https://example.org/id/p")
    listed = Register(Things([Triple(alone, rdf.type, kyo.PlannedProject)])).listed[alone]
    assert citation(listed, [], published).ja == f"「{alone.value}」。{alone.value}"
