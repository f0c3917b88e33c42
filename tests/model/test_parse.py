"""A document's rows to a plan: the real document, other forms of it, and any text at all."""

import re
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import (
    COLUMNS,
    SHEET,
    TITLE,
    Form,
    Sheet,
    a_manifest,
    document_of,
    plan_documents,
    reading_of,
    rule_names,
)

from kyodo_lod.finding import has_violation
from kyodo_lod.model import rules
from kyodo_lod.model.parse import Reading, parse
from kyodo_lod.model.plan import Plan, PlannedProject
from kyodo_lod.origin import Origin
from kyodo_lod.source.manifest import Manifest

Projects = dict[str, PlannedProject]


@pytest.fixture(scope="module")
def projects(plan: Plan) -> Projects:
    """Give the projects of the real plan by their key."""
    return {project.key: project for project in plan.projects()}


# ---- the real document


def test_the_real_document_has_no_findings(reading: Reading) -> None:
    assert reading.findings == ()


def test_the_real_document_has_76_projects_in_7_policies(plan: Plan) -> None:
    assert [section.number for section in plan.sections] == [1, 2, 3, 4, 5, 6, 7]
    assert [section.order for section in plan.sections] == [1, 2, 3, 4, 5, 6, 7]
    assert [len(section.projects) for section in plan.sections] == [6, 6, 8, 15, 7, 19, 15]
    assert [section.declared for section in plan.sections] == [6, 6, 8, 15, 7, 19, 15]
    assert plan.declared == 76
    assert str(plan.declared_origin) == "plan.txt:18"
    assert plan.sections[2].title == "ICTを含めた多様な手段による情報の発信・共有"
    assert list(map(str, plan.sections[2].origins)) == ["plan.txt:41", "plan.txt:13"]


def test_orders_count_through_policy_and_document(plan: Plan) -> None:
    listed = list(plan.projects())
    assert [project.document_order for project in listed] == list(range(1, 77))
    for section in plan.sections:
        orders = [project.order for project in section.projects]
        assert orders == list(range(1, len(orders) + 1))
        assert [project.key for project in section.projects] == [
            f"{section.number}-{order:02d}" for order in orders
        ]


def test_the_units_are_44_with_30_sections_in_13_bureaus(plan: Plan) -> None:
    units = plan.units()
    assert len(units) == 44
    assert all(unit.is_registered for unit in units)
    assert len([unit for unit in units if unit.level == "bureau"]) == 13
    assert len({unit.slug for project in plan.projects() for unit in project.units}) == 30
    assert {unit.slug for unit in units} == {
        record.slug for record in plan.manifest.municipality.units
    }


def test_a_health_centre_stands_between_bureau_and_section(projects: Projects) -> None:
    (unit,) = projects["7-13"].units
    assert [part.label for part in unit.path] == ["保健福祉部", "保健所", "地域保健課"]
    assert [part.level for part in unit.path] == ["bureau", "office", "section"]


def test_two_projects_are_new(projects: Projects) -> None:
    assert [key for key, project in projects.items() if project.marked_new] == ["5-01", "6-15"]


def test_five_projects_have_an_account(projects: Projects) -> None:
    assert {key: project.account for key, project in projects.items() if project.account} == {
        "4-15": "水道事業",
        "7-09": "介護保険",
        "7-10": "介護保険",
        "7-11": "介護保険",
        "7-12": "介護保険",
    }


def test_row_4_15_is_read_whole(projects: Projects) -> None:
    project = projects["4-15"]
    assert project.name_as_listed == "猪苗代湖の水を守りたい事業【水道事業】"
    assert project.name == "猪苗代湖の水を守りたい事業"
    assert project.description == (
        "水道水源である猪苗代湖の環境保全を啓発するために、市民及び上下水道局職員による"
        "猪苗代湖岸清掃を実施します。"
    )
    assert project.unit_as_listed == "上下水道局総務課"
    assert [unit.label for unit in project.units[0].path] == ["上下水道局", "総務課"]
    assert (project.policy, project.order, project.document_order) == (4, 15, 35)
    assert str(project.origin) == "plan.txt:69"


def test_round_brackets_belong_to_the_name(projects: Projects) -> None:
    assert projects["5-01"].name == "あすまち郡山推進事業（スモールスタート支援事業）"
    assert projects["5-01"].account == ""


def test_15_projects_have_22_sub_items(projects: Projects) -> None:
    items = {key: project.sub_items for key, project in projects.items() if project.sub_items}
    assert len(items) == 15
    assert sum(map(len, items.values())) == 22
    assert [item.label for item in items["7-04"]] == [
        "地区、地域での説明会、安全・安心の意見交換会を開催",
        "地区、地域でのセーフコミュニティ推進体制を構築",
        "第3回けがや事故に関する地域診断の実施",
    ]
    assert [item.label for item in items["7-13"]] == ["(仮称)郡山市自殺対策計画の策定"]


def test_spellings_of_the_source_stay(projects: Projects) -> None:
    assert "互惠関係" in projects["2-06"].description
    assert "伝承活動等とおして" in projects["2-04"].description
    assert "踏まえ、 「いじめ問題対策連絡協議会」" in projects["6-19"].description


def test_paragraphs_of_a_cell_stay_apart(projects: Projects) -> None:
    assert "助成します。 新規町内会加入者に対し" in projects["5-04"].description
    assert projects["7-04"].description.count("。 ") == 3


HEADERS = Counter(
    {
        "新規": 6,
        "事業名": 6,
        "事業計画 (H30)": 6,
        "担当課": 6,
        "第二次郡山市協働推進基本計画 2018年度実施計画": 6,
        "第二次": 1,
        "郡山市協働推進基本計画": 1,
        "2018 年度実施計画": 1,
        "事業数一覧表": 1,
        "基本施策": 1,
        "事業数": 1,
        "合計": 1,
    }
)


def stated(plan: Plan) -> Iterator[str]:
    """Give every cell that the plan says stands in its document, headers and titles aside."""
    yield str(plan.declared)
    for section in plan.sections:
        yield from (f"{section.number} {section.title}", str(section.declared))
        yield f"◆基本施策{section.number} {section.title}"
    for project in plan.projects():
        yield from (project.name_as_listed, project.description, project.unit_as_listed)
        if project.marked_new:
            yield "新規"


def test_nothing_is_lost_and_nothing_invented(plan: Plan, raw: bytes) -> None:
    """Promise 1, cell by cell: what the document holds is what the plan and its headers say."""
    cells = Counter(
        cell.strip()
        for line in raw.decode().split("\n")
        for cell in line.split("\t")
        if cell.strip()
    )
    assert cells == HEADERS + Counter(stated(plan))


def test_each_project_is_what_its_line_says(plan: Plan, raw: bytes) -> None:
    physical = raw.decode().split("\n")
    for project in plan.projects():
        new, name, description, unit = physical[project.origin.line - 1].split("\t")
        assert bool(new) is project.marked_new
        assert (name, description) == (project.name_as_listed, project.description)
        assert (
            unit == project.unit_as_listed == "".join(found.full_label for found in project.units)
        )
        mark = f"【{project.account}】" if project.account else ""
        assert name == project.name + mark
        items = [item.strip() for item in description.split("○")[1:]]
        assert items == [item.label for item in project.sub_items]


def test_each_project_stands_below_its_heading(plan: Plan, raw: bytes) -> None:
    policy = ""
    of_line = {}
    for number, line in enumerate(raw.decode().split("\n"), 1):
        heading = re.match(r"◆基本施策(\d)", line)
        policy = heading[1] if heading else policy
        of_line[number] = policy
    for project in plan.projects():
        assert str(project.policy) == of_line[project.origin.line]


# ---- the same plan in other forms (promise 2)


def content(found: object) -> Any:  # noqa: ANN401  # nested values of any kind
    """Give a plan's parts as nested values, without its places and its document."""
    if isinstance(found, Origin):
        return None
    if isinstance(found, tuple):
        return [content(part) for part in found]
    if hasattr(found, "__dataclass_fields__") and not isinstance(found, Manifest):
        names = set(found.__dataclass_fields__) - {"document", "manifest"}
        return {name: content(getattr(found, name)) for name in sorted(names)}
    return found


def read_again(manifest: Manifest, data: bytes, encoding: str | None = None) -> Reading:
    return parse(manifest, document_of(data, "plan.txt", encoding))


def each_cell(change: Callable[[str], str]) -> Callable[[str], str]:
    def apply(text: str) -> str:
        return "\n".join("\t".join(map(change, line.split("\t"))) for line in text.split("\n"))

    return apply


def each_line(change: Callable[[str], str]) -> Callable[[str], str]:
    def apply(text: str) -> str:
        return "\n".join(map(change, text.split("\n")))

    return apply


def columns_reversed(text: str) -> str:
    return each_line(
        lambda line: "\t".join(reversed(line.split("\t"))) if line.count("\t") == 3 else line
    )(text)


def wide(text: str) -> str:
    return text.translate({ord("0") + digit: ord("０") + digit for digit in range(10)})


def wide_counts(text: str) -> str:
    return each_line(lambda line: re.sub(r"^\d+ |\d+$|施策\d+", lambda m: wide(m[0]), line))(text)


def other_headers(text: str) -> str:
    return text.replace(
        "新規\t事業名\t事業計画 (H30)\t担当課", "新規事業\t取組名\t事業内容（Ｈ３０）\t所管課"
    )


def with_page_numbers(text: str) -> str:
    parts = text.split("\n\n第二次郡山市協働推進基本計画 2018")
    numbers = ("- 1 -", "2", "p.3", "４", "5ページ", "－６－", "")
    return "".join(
        part
        + (f"\n{number}\n\n第二次郡山市協働推進基本計画 2018" if position < len(parts) - 1 else "")
        for position, (part, number) in enumerate(zip(parts, numbers, strict=True))
    )


FORMS: dict[str, Callable[[str], str]] = {
    "crlf": lambda text: text.replace("\n", "\r\n"),
    "cr": lambda text: text.replace("\n", "\r"),
    "final line end": lambda text: text + "\n",
    "many final line ends": lambda text: text + "\n\n\n",
    "blank lines": lambda text: text.replace("\n", "\n\n"),
    "lines of tabs": lambda text: text.replace("\n\n", "\n\t\t\t\n\u3000\n"),
    "wide padding": each_cell(lambda cell: f"\u3000{cell}\u3000" if cell else cell),
    "no-break padding": each_cell(lambda cell: f"\u00a0 {cell} \u00a0"),
    "padded blanks": each_cell(lambda cell: cell or "\u3000"),
    "tabs off headings": each_line(lambda line: line.rstrip("\t") if "◆" in line else line),
    "tabs behind everything": each_line(lambda line: line + "\t" * (3 - line.count("\t"))),
    "form feeds": lambda text: text.replace("\n\n第二次郡山市", "\n\f\n第二次郡山市"),
    "form feeds before titles": lambda text: text.replace("\n第二次郡山市", "\n\f第二次郡山市"),
    "columns reversed": columns_reversed,
    "other headers": other_headers,
    "wide digits": wide_counts,
    "page numbers": with_page_numbers,
    "title on two lines": lambda text: text.replace("基本計画 2018年度", "基本計画\n2018年度"),
    "other marks": lambda text: text.replace("◆基本施策", "■ 基本施策"),
    "no marks": lambda text: text.replace("◆基本施策", "基本施策"),
    "other caption": lambda text: text.replace("事業数一覧表", "事業一覧").replace("合計", "計"),
    "kana decomposed": each_cell(
        lambda cell: re.sub(r"[ぁ-ヿ]", lambda m: unicodedata.normalize("NFD", m[0]), cell)
    ),
    "all decomposed": lambda text: unicodedata.normalize("NFD", text),
}


@pytest.mark.parametrize("form", FORMS)
def test_another_form_gives_the_same_plan(
    manifest: Manifest, plan: Plan, raw: bytes, form: str
) -> None:
    text = FORMS[form](raw.decode())
    assert text != raw.decode()
    found = read_again(manifest, text.encode())
    assert found.findings == ()
    assert content(found.plan) == content(plan)


@pytest.mark.parametrize(
    "encoding", ["utf-8-sig", "cp932", "euc_jp", "utf-16", "iso2022_jp", "shift_jis"]
)
def test_another_encoding_gives_the_same_plan(
    manifest: Manifest, plan: Plan, raw: bytes, encoding: str
) -> None:
    stated_encoding = None if encoding == "utf-8-sig" else encoding
    found = read_again(manifest, raw.decode().encode(encoding), stated_encoding)
    assert found.findings == ()
    assert found.plan
    assert found.plan == replace(plan, document=found.plan.document)


def test_cp932_keeps_its_own_characters(manifest: Manifest, raw: bytes) -> None:
    """CP932 holds 神 U+FA19, which NFC would change; what it lacks cannot be written in it."""
    text = raw.decode().replace("人材育成推進事業", "\ufa19人材育成推進事業")
    found = read_again(manifest, text.encode("cp932"), "cp932")
    assert found.findings == ()
    assert found.plan
    assert next(found.plan.projects()).name == "\ufa19人材育成推進事業"


@settings(max_examples=100)
@given(plan_documents())
def test_a_valid_document_is_read_back_exactly(drawn: tuple[str, Sheet]) -> None:
    text, sheet = drawn
    found = reading_of(text)
    assert found.findings == ()
    assert found.plan
    assert [section.title for section in found.plan.sections] == [
        policy.title for policy in sheet.policies
    ]
    for section, policy in zip(found.plan.sections, sheet.policies, strict=True):
        for read, written in zip(section.projects, policy.projects, strict=True):
            assert read.name == written.name
            assert read.account == written.account
            assert read.description == written.description
            assert tuple(item.label for item in read.sub_items) == written.items
            assert read.unit_as_listed == written.unit
            assert tuple(unit.slug for unit in read.units) == written.slugs
            assert read.marked_new is written.is_new


# ---- the manifest's part


def test_another_year_is_another_document() -> None:
    found = parse(a_manifest(fiscal_year=2019), document_of(SHEET.text().encode()))
    [year] = found.findings
    lines = [origin.line for origin in (year.origin, *year.related) if origin]
    text = SHEET.text().split("\n")
    assert [text[line - 1] for line in lines] == [
        "2018 年度実施計画",
        TITLE,
        "新規\t事業名\t事業計画 (H30)\t担当課",
    ]


def test_a_title_of_another_year_is_noticed_though_the_header_is_right() -> None:
    text = SHEET.text().replace("2018年度", "2019年度").replace("2018 年度", "平成31年度 ")
    found = reading_of(text)
    assert rule_names(found) == ["year", "year"]


def test_a_title_of_another_year_over_each_page_is_only_that() -> None:
    text = SHEET.text(Form(pages=frozenset({2, 3}))).replace("2018年度", "2019年度")
    assert rule_names(reading_of(text)) == ["year"] * 3
    without = SHEET.text(Form(pages=frozenset({2, 3}))).replace("2018年度", "")
    assert rule_names(reading_of(without)) == []


@pytest.mark.parametrize(
    "preface",
    [
        "平成30年3月策定",
        "平成29年3月31日",
        "H29.3.31 現在",
        "平成26年度に策定した第二次計画に基づき、平成27年度から進めています。",
    ],
)
def test_a_preface_may_name_any_day_and_year(preface: str) -> None:
    assert rule_names(reading_of(f"{preface}\n{SHEET.text()}")) == ["text-outside-table"]


def test_a_plan_text_may_name_any_year() -> None:
    text = SHEET.text().replace("市民と進めます。", "2025年度までに、平成27年度のように進めます。")
    assert rule_names(reading_of(text)) == []


def test_a_kept_key_stays_with_its_name() -> None:
    manifest = a_manifest(keys={"若者討論事業": "1-07", "湖の水を守りたい事業【水道事業】": "2-05"})
    plan = reading_of(SHEET.text(), manifest).plan
    assert plan
    assert [(project.key, project.order) for project in plan.projects()] == [
        ("1-01", 1),
        ("1-07", 2),
        ("2-05", 1),
    ]


def test_a_key_for_two_projects_is_refused() -> None:
    found = reading_of(SHEET.text(), a_manifest(keys={"若者討論事業": "1-01"}))
    assert rule_names(found) == ["key-repeated"]
    assert [str(origin) for origin in found.findings[0].related] == ["plan.txt:16"]


def test_a_key_for_no_project_is_noticed() -> None:
    found = reading_of(SHEET.text(), a_manifest(keys={"若者討議事業": "1-07"}))
    assert rule_names(found) == ["key-unused"]


def test_a_cell_under_an_empty_header_is_not_lost_without_a_word() -> None:
    text = SHEET.text().replace("新規\t事業名", "新規\t\t事業名")
    rows = text.split("\n")
    merged = [line.replace("\t", "\t\t", 1) if line.count("\t") == 3 else line for line in rows]
    assert rule_names(reading_of("\n".join(merged))) == []
    filled = "\n".join(merged).replace("\t\t人材", "\t余り\t人材")
    assert rule_names(reading_of(filled)) == ["row-cells"]


# ---- any text


def test_a_document_without_a_table_is_no_plan() -> None:
    for text in (
        "前書き",
        "a\tb\tc\td",
        "新規\t事業名\t事業計画\t担当課",
        "基本施策\t事業数\n1 あ\t3",
    ):
        found = reading_of(text)
        assert found.plan is None
        assert "no-projects" in rule_names(found)
        assert has_violation(found.findings)


ODD_LINES = st.one_of(
    st.text(st.characters(exclude_characters="\0\r\n", exclude_categories=("Cs",)), max_size=30),
    st.sampled_from(
        [*SHEET.text().split("\n"), "◆基本施策0 零", "基本施策3 い\t\t", "合計\t", "新規\t\t\t"]
    ),
    st.lists(
        st.sampled_from(["", "新規", "事業名", "事業計画", "担当課", "1 あ", "3", "○", "【", "=1"])
    ).map("\t".join),
)


@settings(max_examples=300)
@given(st.lists(ODD_LINES, max_size=25))
def test_any_text_gives_a_reading_and_each_finding_a_place(lines: list[str]) -> None:
    text = "\n".join(lines)
    if not text.strip("\ufeff").strip() or "\x1b$" in text:
        return
    found = reading_of(text)
    height = len(text.split("\n"))
    for finding in found.findings:
        assert finding.origin
        assert finding.origin.document == "plan.txt"
        assert 0 <= finding.origin.line <= height
        assert finding.rule in {rule.iri for rule in rules.RULES.values()}
    assert list(found.findings) == sorted(found.findings, key=lambda one: one.origin or Origin(""))
    assert found.plan is not None or has_violation(found.findings)


@settings(max_examples=300)
@given(st.lists(ODD_LINES, max_size=15), st.data())
def test_no_row_of_a_table_goes_without_a_word(lines: list[str], data: st.DataObject) -> None:
    """Right or loud: put any line among the rows; it is read, or a finding names its line."""
    rows = SHEET.text().split("\n")
    for line in lines:
        at = data.draw(st.integers(15, len(rows)))
        changed = [*rows[:at], line, *rows[at:]]
        found = reading_of("\n".join(changed))
        named = {finding.origin.line for finding in found.findings if finding.origin}
        words = "".join(re.findall(r"\w", unicodedata.normalize("NFKC", line).casefold()))
        # blank lines, page numbers and repeated heads say nothing
        says_nothing = re.fullmatch(r"(p|page)?\d{0,4}(ページ|頁)?", words) or line in rows[:15]
        assert says_nothing or named, line


# ---- bounds (promise 7)

FLOODS = (
    "【", "】", "【】", "○", "○ ", "。○", "、", "・", "部", "課", "部課", "課・", "部、", "局", "所", "保健所",
    "委員会事務局", "\u3000", " ", "\u00a0", "\u200b", "か\u3099", "\u3099", "\u0307", "基本施策", "1", "１", "-", "(",
    "=", "◆", "平成", "H3", "2018年度", "令和元", "\f", "\x0b",
)  # fmt: skip


@pytest.mark.parametrize("flood", FLOODS)
def test_a_long_cell_is_read_in_linear_time(flood: str) -> None:
    """200 KB in each place; guards against quadratic patterns, which would take minutes."""
    cell = flood * (200_000 // len(flood.encode()))
    text = "\n".join(
        (
            cell,
            f"基本施策\t事業数\n1 {cell}\t1\n{cell}\t{cell}\n合計\t{cell}1",
            f"新規\t事業名\t事業計画 ({cell})\t担当課",
            f"◆基本施策1 {cell}\n◆{cell}基本施策2",
            f"{cell}a\t{cell}a\t{cell}a\t{cell}a",
            f"\ta{cell}\ta{cell}\ta{cell}",
            f"\ta{cell}a\ta{cell}a\ta{cell}a",
        )
    )
    start = time.process_time()
    reading_of(text)
    assert time.process_time() - start < 5


def test_marks_out_of_order_are_read_in_linear_time() -> None:
    """Unicode normalization alone would take minutes to order them."""
    cell = "か" + "\u0307" * 40_000 + "\u0323" * 40_000
    text = f"{cell}\n{cell}\t{cell}\n新規\t事業名\t事業計画\t担当課\n◆基本施策1 {cell}\n\t{cell}\t{cell}\t{cell}"
    start = time.process_time()
    reading_of(text)
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    "row",
    [
        "\t事業{n}\t市民と進めます。 ○講座{n}\t総務部人事課、行政課",
        "\t同じ事業\t市民と進めます。\t知らない課{n}、関係課",
        "{n}\t\t\t",
        "◆基本施策{n} 施策{n}\t\t\t",
        "新規\t事業名\t事業計画 (H31)\t担当課",
        "前書き {n}",
        "基本施策\t事業数",
        "\t".join(COLUMNS * 20),
    ],
)
def test_thousands_of_rows_end_within_seconds(row: str) -> None:
    text = SHEET.text() + "\n".join(row.replace("{n}", str(n % 999)) for n in range(6_000))
    start = time.process_time()
    found = reading_of(text)
    assert time.process_time() - start < 8
    assert len(found.findings) <= 5 * 7_000


def test_a_manifest_of_the_form_is_enough() -> None:
    """Headers of another city are data in its source.toml, not code."""
    form = Form(headers={"事業名": "とりくみ", "担当課": "だれが（課）"})
    named = {"とりくみ": "事業名", "だれが（課）": "担当課"}
    assert "header" in rule_names(reading_of(SHEET.text(form)))
    found = reading_of(SHEET.text(form), a_manifest(columns=named))
    assert found.findings == ()
    assert content(found.plan) == content(reading_of(SHEET.text()).plan)
