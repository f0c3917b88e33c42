"""The document as received, and the places in it."""

from dataclasses import replace
from hashlib import sha256

from conftest import KORIYAMA
from mapping.terse import About, said
from strategies import SHEET, reading_of

from kyodo_lod.mapping.document import (
    cited_origins,
    document_triples,
    media_type_triples,
    passage_triples,
)
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.source.manifest import Rights

SOURCE = "id/072036/source/9991fa2157f53a25"
TEXT_PLAIN = "http://www.iana.org/assignments/media-types/text/plain"


def test_document(everything: dict[str, About]) -> None:
    data = (KORIYAMA / "plan.txt").read_bytes()
    assert everything[f"<{SOURCE}>"] == {
        "a": ["kyo:SourceDocument", "foaf:Document", "prov:Entity"],
        "rdfs:label": ['"第二次郡山市協働推進基本計画 2018年度実施計画"@ja'],
        "dct:title": ['"第二次郡山市協働推進基本計画 2018年度実施計画"@ja'],
        "kyo:fileName": ['"plan.txt"'],
        "dct:creator": ["<id/072036>"],
        "dct:rightsHolder": ["<id/072036>"],
        "dct:format": [f"<{TEXT_PLAIN}>"],
        "kyo:sha256": [f'"{sha256(data).hexdigest()}"'],
        "kyo:byteSize": [str(len(data))],
    }


def test_page_and_licence_where_known(plan: Plan, iris: Iris) -> None:
    manifest = replace(
        plan.manifest,
        document=replace(plan.manifest.document, page="https://example.org/plans"),
        rights=Rights(source_licence="https://example.org/terms"),
    )
    about = said(document_triples(replace(plan, manifest=manifest), iris))[f"<{SOURCE}>"]
    assert about["foaf:page"] == ["<https://example.org/plans>"]
    assert about["dct:license"] == ["<https://example.org/terms>"]


def test_media_type_has_a_name() -> None:
    assert said(media_type_triples(NamedNode(TEXT_PLAIN))) == {
        f"<{TEXT_PLAIN}>": {
            "a": ["dct:MediaType"],
            "rdfs:label": ['"text/plain"@ja', '"text/plain"@en'],
        }
    }


def test_passage_holds_the_line_as_received(everything: dict[str, About]) -> None:
    line = (KORIYAMA / "plan.txt").read_text(encoding="utf-8").split("\n")[68]
    assert line.startswith("\t")
    assert everything[f"<{SOURCE}#line=68,69>"] == {
        "a": ["kyo:SourcePassage", "prov:Entity"],
        "rdfs:label": ['"plan.txt 69行目"@ja'],
        "dct:isPartOf": [f"<{SOURCE}>"],
        "kyo:lineNumber": ["69"],
        "prov:value": [f'"{line}"'],
    }


def test_places_are_cited_once_in_the_order_of_the_document(plan: Plan) -> None:
    numbers = [origin.line for origin in cited_origins(plan)]
    assert numbers == sorted(set(numbers))
    # seven counts and their total, seven headings, 76 projects
    assert len(numbers) == 8 + 7 + 76
    assert numbers[:9] == [*range(11, 19), 23]


def test_without_counts_only_headings_and_rows_are_cited() -> None:
    lines = [line for line in SHEET.text().split("\n") if "合計" not in line]
    plan = reading_of("\n".join(lines)).plan
    assert plan
    assert plan.declared_origin is None
    cited = [plan.document.rows[origin.line - 1].text for origin in cited_origins(plan)]
    assert not any("合計" in text for text in cited)
    assert sum(text.startswith("◆") for text in cited) == 2


def test_raw_text_stays_raw() -> None:
    text = SHEET.text().replace("人材育成推進事業", "\u3000人材か\u3099育つ事業 ")
    plan = reading_of(text).plan
    assert plan
    origin = next(plan.projects()).origin
    (about,) = said(passage_triples(plan, origin, Iris(plan))).values()
    assert "\t\u3000人材か\u3099育つ事業 \t" in about["prov:value"][0]
    assert next(plan.projects()).name == "人材が育つ事業"


def test_a_row_of_several_lines_is_one_passage() -> None:
    text = SHEET.text().replace("人材育成推進事業", '"人材育成\n推進事業"')
    plan = reading_of(text).plan
    assert plan
    project = next(plan.projects())
    assert project.name == "人材育成 推進事業"
    (iri, about), *_ = said(passage_triples(plan, project.origin, Iris(plan))).items()
    first = text.split("\n").index('\t"人材育成') + 1
    assert iri.endswith(f"#line={first - 1},{first + 1}>")
    assert about["kyo:lineNumber"] == [str(first)]
    assert about["rdfs:label"] == [f'"plan.txt {first}〜{first + 1}行目"@ja']
    assert about["prov:value"][0].startswith('"\t"人材育成\n推進事業"\t')
