"""serve/check_page.py: the form, and findings as a clerk reads them."""

import re
from dataclasses import replace

import html5lib
import pytest
from conftest import ROOT

from kyodo_lod.bilingual import Bilingual, Language
from kyodo_lod.check.report import Beyond, Report
from kyodo_lod.check.unreadable import Unreadable
from kyodo_lod.finding import SHAPES, Finding, Severity
from kyodo_lod.model import rules
from kyodo_lod.model.rules import RULES
from kyodo_lod.origin import Origin
from kyodo_lod.serve.check_page import SHOWN, Form, page, told
from kyodo_lod.serve.checking import Result
from kyodo_lod.serve.row_names import RowName
from kyodo_lod.site.findings import rule_place

DIST = ROOT / "dist"
LINE = "\t人材育成推進事業\t…に努めます。\t総務部人事科"
UNKNOWN = Finding(
    f"{SHAPES}plan#PlannedProject-registeredUnit",
    Severity.WARNING,
    Bilingual("「総務部人事科」は units.csv にありません。", "not in units.csv"),
    Origin("plan.txt", 24, column=19, end=25),
    excerpt=LINE,
)
EMPTY = rules.UNIT_EMPTY.at(Origin("plan.txt", 7))


def shown(result: Result | None = None, language: Language = "en", **form: object) -> str:
    fields = Form(**form)  # type: ignore[arg-type]
    text = page(language, DIST, "https://example.org/", 1024 * 1024, fields, result)
    html5lib.HTMLParser(strict=True).parse(text)
    return text


def document(*findings: Finding, **more: object) -> Result:
    report = Report("plan.txt", findings, Bilingual("読みました", "read 76 projects"), **more)  # type: ignore[arg-type]
    return Result(report, is_document=True, units="dataset/a/a-units.csv")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_form_has_a_label_for_each_field_and_knows_the_published_plans(
    language: Language,
) -> None:
    text = shown(language=language)
    for name in ("file", "municipality", "plan", "year", "rdf", "shapes"):
        assert f'<label for="{name}">' in text
        assert f'id="{name}"' in text
    assert '<option value="072036">郡山市</option>' in text
    assert "1.0 MB" in text
    assert 'enctype="multipart/form-data"' in text
    assert '<meta name="robots" content="noindex">' in text


def test_a_form_offers_the_files_that_it_takes() -> None:
    text = shown()
    assert 'id="file" name="file" required accept=".txt,.tsv"' in text
    assert re.search(r'id="rdf" name="file" required accept="\.ttl,[^"]*\.gz"', text)


def test_the_page_is_marked_as_the_current_one_of_what_is_served() -> None:
    assert '<a href="check.en.html" aria-current="page">Check</a>' in shown()


def test_a_page_asks_nobody_else_and_runs_no_script() -> None:
    text = shown(document(UNKNOWN))
    assert "<script" not in text
    assert "form-action 'self'" in text
    assert 'action="check.en.html"' in text


def test_all_is_well_in_plain_words() -> None:
    text = shown(document())
    assert "All is well: nothing was found." in text
    assert "Read 76 projects." in text
    assert "<h2>Findings</h2>" not in text


def test_warnings_are_no_obstacle_but_are_to_be_looked_at_first() -> None:
    text = shown(document(UNKNOWN))
    assert "There are no violations." in text
    assert "Look at this first" in text
    assert "All is well" not in text
    assert 'class="verdict-good"' not in text


def test_what_is_only_said_may_be_published_as_it_is() -> None:
    info = Finding("", Severity.INFO, Bilingual("あ", "a"), Origin("plan.txt", 3))
    assert "It can be published as it is" in shown(document(info))


@pytest.mark.parametrize("findings", [(), (UNKNOWN,), (EMPTY,)])
def test_a_document_that_is_doubted_is_never_said_to_be_well(findings: tuple[Finding, ...]) -> None:
    doubted = replace(document(*findings), doubts=(Bilingual("別の市", "another city"),))
    text = shown(doubted, "ja")
    assert "誤りは見つかりませんでした" not in text
    assert "このまま公開できます" not in text
    assert "直すところがあります" in text or "公開の前に、確認してください" in text
    assert "Another city" in shown(doubted)


def test_a_garbled_document_is_told_as_a_whole_and_nothing_else_is_asked_for() -> None:
    many = [rules.UNIT_EMPTY.at(Origin("plan.txt", n), value=str(n)) for n in range(1, 200)]
    others = [replace(each, message=Bilingual(str(n), str(n))) for n, each in enumerate(many)]
    text = shown(replace(document(*others), garbled=True), "ja")
    assert "全体が文字化けしています" in text
    assert "下に示す行を直し" not in text
    assert "<h2>見つかったこと" not in text
    assert text.count("<h3>") == 5
    assert text.index("<details>") < text.index("<h3>")


def test_a_finding_names_the_project_of_its_row_and_the_row_in_the_sheet() -> None:
    names = {24: RowName("人材育成推進事業", 24), 7: RowName("<b>", 6)}
    result = replace(document(UNKNOWN, EMPTY), names=names)
    first, second = told(result, "ja", DIST)
    assert (first.place.ja, first.project) == ("7 行目 (Excel では 6 行目)", "<b>")
    assert (second.place.ja, second.project) == ("24 行目", "人材育成推進事業")
    text = shown(result, "ja")
    assert '事業名 <span class="checked-project" lang="ja">人材育成推進事業</span>' in text
    assert "&lt;b&gt;</span>" in text
    assert "事業名 <span" not in shown(document(UNKNOWN), "ja")


def test_sentences_begin_with_a_large_letter() -> None:
    text = shown(document(EMPTY), alert=Bilingual("だめ", "no ICT here"))
    assert "</strong> No ICT here" in text
    assert f"<p>{EMPTY.message.en[0].upper()}{EMPTY.message.en[1:]}" in text


@pytest.mark.parametrize("language", ["ja", "en"])
def test_that_a_result_is_not_kept_for_the_other_language_is_said(language: Language) -> None:
    text = shown(document(), language)
    assert ("もう一度送ると英語で出ます" if language == "ja" else "once the file is sent") in text


def test_a_finding_stands_with_its_line_its_place_and_its_rule() -> None:
    text = shown(document(UNKNOWN))
    assert "<pre>⇥人材育成推進事業⇥…に努めます。⇥<mark>総務部人事科</mark></pre>" in text
    assert "line 24" in text
    assert 'href="shapes/plan.en.html#PlannedProject-registeredUnit"' in text
    assert "There is something to repair." in shown(document(UNKNOWN, EMPTY))


def test_findings_stand_in_the_order_of_their_lines_those_alike_once() -> None:
    again = rules.UNIT_EMPTY.at(Origin("plan.txt", 30))
    found = list(told(document(UNKNOWN, EMPTY, again), "en", DIST))
    assert [each.place.en for each in found] == ["line 7", "line 24"]
    assert "line 30" in found[0].also.en


def test_a_year_that_is_not_that_of_the_field_is_told_once_and_first() -> None:
    years = [
        rules.YEAR.at(
            Origin("plan.txt", line), value=f"H30 {line}", found=2018, expected=2019, others=""
        )
        for line in (20, 30)
    ]
    first, _ = told(document(EMPTY, *years), "ja", DIST)
    assert first.message.ja.startswith("年度の欄は 2019 ですが、文書は 2018 年度です。")
    assert "30" in first.also.ja


def test_a_rule_is_called_as_its_own_page_calls_it() -> None:
    [found] = told(document(EMPTY), "ja", DIST)
    assert found.rule == "担当課がある"
    assert ">担当課がある</a>" in shown(document(EMPTY), "ja")
    named_by_no_title = rules.HEADER.at(Origin("plan.txt", 3), value="a")
    assert 'shapes/document.html#header">規則の説明と例</a>' in shown(
        document(named_by_no_title), "ja"
    )


def test_what_is_doubted_stands_above_the_findings() -> None:
    result = Result(Report("a", (EMPTY,)), is_document=True, doubts=(Bilingual("化", "<b>odd"),))
    text = shown(result)
    assert text.index('<p class="alert">&lt;b&gt;odd</p>') < text.index("<h2>Findings</h2>")


def test_what_has_no_line_is_of_the_whole_file() -> None:
    report = Report("a.ttl", (Finding("", Severity.INFO, Bilingual("あ", "a")),))
    [found] = told(Result(report, is_document=False), "en", DIST)
    assert found.place.en == "the whole file"
    assert found.line is None
    assert found.rule_place == ""


def test_of_many_findings_a_part_is_shown_and_all_are_counted() -> None:
    many = tuple(
        Finding("", Severity.VIOLATION, Bilingual(str(n), str(n)), Origin("plan.txt", n + 1))
        for n in range(SHOWN + 1)
    )
    text = shown(document(*many, beyond=(Beyond("r", Severity.VIOLATION, 4000),)))
    assert text.count("<h3>") == SHOWN
    assert "4,301" in text
    assert f"The first {SHOWN} of 4,301 findings are shown. Repair these" in text
    assert "there are more" not in text


def test_where_checking_stopped_there_are_more_than_the_numbers_say() -> None:
    beyond = (Beyond("r", Severity.VIOLATION, 4000),)
    text = shown(document(UNKNOWN, beyond=beyond, stopped=True))
    assert "<dd>4,000 or more</dd>" in text
    assert (
        "The first 1 of 4,001 findings are shown. At so many, checking stopped: there are more"
        in text
    )
    assert "The first" not in shown(document(UNKNOWN))


def test_what_could_not_be_read_is_said_with_its_line() -> None:
    why = Unreadable("a.ttl:3:8", Origin("a.ttl", 3, column=8), Bilingual("だめ", "not Turtle"))
    text = shown(Result(Report("a.ttl", (), unreadable=why), is_document=False))
    assert "It could not be read.</strong> Line 3: not Turtle" in text


def test_a_manifest_that_a_message_speaks_of_is_explained_to_who_has_none() -> None:
    said = "The source.toml that a message speaks of goes with a document"
    other = Finding("", Severity.WARNING, Bilingual("source.toml は", "source.toml says"))
    why = Unreadable("a.txt", Origin("a.txt"), Bilingual("", "source.toml is meant"))
    assert said in shown(document(other))
    assert said in shown(document(unreadable=why))
    assert said not in shown(document(UNKNOWN))


def test_what_quotes_an_upload_steers_nothing() -> None:
    hostile = Bilingual("\0\u202eあ\n", "\0\u202ea\n<b>")
    why = Unreadable("a.ttl:3", Origin("a.ttl", 3), hostile)
    unread = Result(Report("a.ttl", (), unreadable=why), is_document=False)
    found = Finding("", Severity.INFO, hostile, Origin("a.ttl", 1), excerpt=hostile.en)
    for text in (shown(unread), shown(Result(Report("a.ttl", (found,)), is_document=False))):
        assert "&lt;U+0000&gt;&lt;U+202E&gt;a" in text
        assert "\0" not in text
        assert "\u202e" not in text
        assert "<b>" not in text


def test_that_units_were_not_looked_up_is_said() -> None:
    assert "list of this municipality’s units" in shown(document())
    unread = Result(Report("plan.txt", (EMPTY,)), is_document=True, units="a.csv")
    assert "responsible sections" not in shown(unread)
    assert "was not checked" in shown(replace(document(), units=""))
    assert "units" not in shown(Result(Report("a.ttl", ()), is_document=False)).split("<form")[0]


def test_of_two_forms_the_one_that_was_used_stands_open() -> None:
    after = shown(Result(Report("a.ttl", ()), is_document=False))
    assert after.index('id="rdf"') < after.index("<details>") < after.index('id="municipality"')
    before = shown(document())
    assert before.index('id="municipality"') < before.index("<details>") < before.index('id="rdf"')


def test_what_was_typed_stays_and_is_no_markup() -> None:
    text = shown(
        fields={"municipality": '"><script>', "year": "H30", "shapes": "catalog"},
        alert=Bilingual("<b>", "<b>"),
    )
    assert 'value="&#34;&gt;&lt;script&gt;"' in text
    assert 'value="H30"' in text
    assert '<option value="catalog" selected>' in text
    assert "&lt;b&gt;" in text
    assert "<b>" not in text


def test_every_rule_of_reading_and_every_shape_is_explained_where_the_page_leads() -> None:
    for rule in RULES.values():
        assert rule_place(rule.iri, DIST) == f"shapes/{rule.name.replace('#', '.html#')}"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_form_says_what_the_short_name_is_and_which_there_are(language: Language) -> None:
    text = shown(language=language)
    assert (
        "はじめて公開する人が決めます" if language == "ja" else "who publishes it first"
    ) in text
    assert "<code>kyodo-2</code>" in text
    assert "072036、kyodo-2、2018" in text or "072036, kyodo-2, 2018" in text
