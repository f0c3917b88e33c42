"""The page of a document: each quoted line at its IRI's fragment, with its facts, and the gaps named."""

from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element

from conftest import KORIYAMA

from kyodo_lod.rdf.terms import Literal, NamedNode, Triple, integer
from kyodo_lod.rdf.vocabulary import dct, foaf, kyo, prov, rdf
from kyodo_lod.site.document import quotes
from kyodo_lod.site.folder import make_site
from kyodo_lod.site.published import Published
from kyodo_lod.site.things import Things

PAGE = "id/072036/source/9991fa2157f53a25"
DOCUMENT = NamedNode(f"https://w3id.org/kyodo-lod/{PAGE}")
LINES = (KORIYAMA / "plan.txt").read_bytes().decode("utf-8").splitlines()


def _rows(tree: Element) -> dict[str, Element]:
    return {row.get("id", ""): row for row in tree.iter("tr") if row.get("id")}


def test_each_quoted_line_stands_at_the_fragment_of_its_iri(
    parsed: Callable[[str], Element],
) -> None:
    rows = _rows(parsed(f"{PAGE}.html"))
    assert len(rows) == 91
    assert "line=68,69" in rows
    for fragment, row in rows.items():
        number = int(fragment.partition(",")[2])
        raw = row.find("td[@class='raw']")
        assert raw is not None
        assert "".join(raw.itertext()).replace("⇥", "") == LINES[number - 1]


def test_a_line_leads_back_to_all_that_was_read_from_it(parsed: Callable[[str], Element]) -> None:
    row = _rows(parsed(f"{PAGE}.html"))["line=46,47"]
    links = [each.get("href", "") for each in row.iter("a")]
    project = "../../../id/072036/plan/kyodo-2/fy2018/p/3-06.html"
    assert links == ["#line=46,47", project, f"{project}#s/1", f"{project}#s/2"]


def test_gaps_between_quoted_lines_are_named(published: Published) -> None:
    found = list(quotes(DOCUMENT, published.data))
    shown = {line for quote in found for line in _lines(quote.gap.en)}
    quoted = {int(quote.name.en.removeprefix("line ")) for quote in found}
    assert shown | quoted == set(range(1, max(quoted) + 1))
    assert not shown & quoted
    assert found[0].gap == ("1〜10行目", "lines 1–10")


def _lines(gap: str) -> range:
    begins, _, ends = gap.partition(" ")[2].partition("–")
    return range(int(begins), int(ends or begins) + 1) if gap else range(0)


def test_gaps_do_not_cross_pages() -> None:
    triples = [Triple(DOCUMENT, rdf.type, kyo.SourceDocument)]
    for page, row in ((1, 2), (1, 5), (2, 3)):
        iri = NamedNode(f"{DOCUMENT.value}#page={page}&row={row}")
        triples += [
            Triple(iri, rdf.type, kyo.SourcePassage),
            Triple(iri, dct.isPartOf, DOCUMENT),
            Triple(iri, kyo.pageNumber, integer(page)),
            Triple(iri, kyo.rowNumber, integer(row)),
            Triple(iri, prov.value, Literal("甲\t乙")),
        ]
    found = list(quotes(DOCUMENT, Things(triples)))
    assert [each.name.en for each in found] == ["page 1, row 2", "page 1, row 5", "page 2, row 3"]
    assert [each.gap.en for each in found] == [
        "page 1, row 1",
        "page 1, rows 3–4",
        "page 2, rows 1–2",
    ]
    assert found[0].cells == ["甲", "乙"]


def test_file_hash_size_and_rights_are_there(parsed: Callable[[str], Element]) -> None:
    text = "".join(parsed(f"{PAGE}.html").itertext())
    data = (KORIYAMA / "plan.txt").read_bytes()
    for shown in ("plan.txt", f"{len(data):,}", "9991fa2157f53a25aa11", "利用条件は市に確認"):
        assert shown in text


def test_every_link_to_a_line_finds_it(years_site: Path) -> None:
    page = years_site / "id/072036/plan/kyodo-2/fy2018/p/4-15.html"
    assert (
        'href="../../../../../../id/072036/source/9991fa2157f53a25.html#line=68,69"'
        in page.read_text("utf-8")
    )


def test_it_is_said_what_file_the_lines_are_of_and_where_the_document_is(
    parsed: Callable[[str], Element],
) -> None:
    for name in (PAGE, "id/072036/plan/kyodo-2/fy2018/p/4-15"):
        text = "".join(parsed(f"{name}.html").itertext())
        assert "行の番号は、データを読み取ったテキストファイル plan.txt" in text
        assert "文書のアドレスは、データに書かれていません" in text
        english = "".join(parsed(f"{name}.en.html").itertext())
        assert "the text file from which the data were read, plan.txt as received" in english
        assert "web address of the document is not recorded in the data" in english


def test_the_page_of_the_document_is_linked_where_the_data_have_one(
    changed: Callable[[Callable[[str], str]], Published], tmp_path: Path
) -> None:
    page = "https://www.city.example.jp/plan.html"
    stated = f"<{DOCUMENT.value}> <{foaf.page.value}> <{page}> .\n"
    make_site(changed(lambda dump: dump + stated).folder, tmp_path / "site")
    for name in (PAGE, "id/072036/plan/kyodo-2/fy2018/p/4-15"):
        text = (tmp_path / "site" / f"{name}.html").read_text("utf-8")
        assert f'<a href="{page}" rel="external">' in text
        assert "データに書かれていません" not in text.replace(
            "利用条件は、データに書かれていません", ""
        )
