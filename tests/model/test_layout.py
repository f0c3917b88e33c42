"""What each row of a document is."""

import time

import pytest
from strategies import TITLE, document_of

from kyodo_lod.model.columns import Column
from kyodo_lod.model.layout import Kind, Line, lines

HEADER = "新規\t事業名\t事業計画 (H30)\t担当課"
COUNTS = "基本施策\t事業数"


def lines_of(text: str, **named: str) -> list[Line]:
    return list(lines(document_of(text.encode()).rows, named, TITLE))


def kinds(text: str) -> list[str]:
    return [line.kind.name for line in lines_of(text)]


@pytest.mark.parametrize(
    ("heading", "number", "title"),
    [
        ("◆基本施策1 協働を支える人材の育成\t\t\t", 1, "協働を支える人材の育成"),
        ("◆基本施策1 協働を支える人材の育成", 1, "協働を支える人材の育成"),
        ("基本施策1 協働", 1, "協働"),
        ("■基本施策１　協働", 1, "協働"),
        ("◆ 基本施策 １２ 協働", 12, "協働"),
        ("【基本施策3】協働", 3, "協働"),
        ("［基本施策3］ 協働", 3, "協働"),
        ("基本施策3：協働", 3, "協働"),
        ("基本施策3. 協働", 3, "協働"),
        ("●基本施策3）協働", 3, "協働"),
        ("◆基本施策3協働", 3, "協働"),
        ("◆基本施策①　協働", 1, "協働"),
        ("◆基本施策⑩ 協働", 10, "協働"),
        ("\t◆基本施策2 協働\t\t", 2, "協働"),
        # a title that begins with a digit
        ("◆基本施策6 6次産業化の推進", 6, "6次産業化の推進"),
        ("◆基本施策３　３Rの推進", 3, "３Rの推進"),
        ("◆基本施策① 6次産業化", 1, "6次産業化"),
        ("◆基本施策7", 7, ""),
        ("基本施策7 ", 7, ""),
    ],
)
def test_a_heading_gives_number_and_title(heading: str, number: int, title: str) -> None:
    (line,) = lines_of(heading)
    assert (line.kind, line.number, line.title) == (Kind.HEADING, number, title)


@pytest.mark.parametrize(
    "text",
    [
        "基本施策1から7までの事業を載せています。",
        "基本施策の一覧",
        "基本施策1-1 協働",
        "基本施策１－２ 協働",
        "基本施策1234 協働",
        "基本施策一 協働",
        "次の基本施策1 協働",
        "施策1 協働",
    ],
)
def test_a_sentence_or_another_numbering_is_no_heading(text: str) -> None:
    assert kinds(text) == ["PROSE"]


def test_a_row_of_several_cells_is_no_heading() -> None:
    assert kinds(f"{HEADER}\n\t基本施策1 推進事業\t計画\t") == ["HEADER", "PROJECT"]


@pytest.mark.parametrize(
    "header",
    [
        HEADER,
        "新規\t事業名\t事業計画\t担当課\t\t",
        "担当課\t事業名\t新規\t事業内容（Ｈ３０）",
        " 新 規 \t 事業名\u3000\t取組内容\t所管課",
    ],
)
def test_a_header_of_known_columns(header: str) -> None:
    (line,) = lines_of(header)
    assert line.kind is Kind.HEADER
    assert set(line.columns) == set(Column)
    assert len(line.columns) == 4


@pytest.mark.parametrize(
    "header",
    [
        "新規\t事業名\t事業計画",
        "新規\t事業名\t事業計画\t担当課\t予算額",
        "新規\t事業名\t事業名称\t担当課",
        "新規\t事業名\t予算額\t担当課",
        "番号\t事業名\t事業計画\t担当課",
    ],
)
def test_a_header_with_other_columns_is_broken(header: str) -> None:
    assert kinds(header) == ["BROKEN_HEADER"]


def test_the_manifest_names_columns() -> None:
    header = "新規\tとりくみ\t事業計画\tだれが"
    assert lines_of(header)[0].kind is Kind.BROKEN_HEADER
    (line,) = lines_of(header, とりくみ="事業名", だれが="担当課")
    assert line.columns == (Column.NEW, Column.NAME, Column.DESCRIPTION, Column.UNIT)


def test_an_empty_column_inside_the_header_is_kept_in_its_place() -> None:
    header, project = lines_of("新規\t\t事業名\t事業計画\t担当課\t\n\t\ta\tb\tc")
    assert header.kind is Kind.HEADER
    assert header.columns == (Column.NEW, None, Column.NAME, Column.DESCRIPTION, Column.UNIT)
    assert project.unheaded == (1,)


def test_each_header_holds_until_the_next() -> None:
    other = "担当課\t新規\t事業名\t事業計画"
    found = lines_of(f"{HEADER}\n\ta\tb\tc\n{other}\nc\t\ta\tb")
    assert [line.columns[0] for line in found if line.kind is Kind.PROJECT] == [
        Column.NEW,
        Column.UNIT,
    ]


@pytest.mark.parametrize(
    ("row", "number", "title", "count"),
    [
        ("1 協働を支える人材\t6", 1, "協働を支える人材", 6),
        ("１　協働を支える人材\t６", 1, "協働を支える人材", 6),
        ("基本施策1 協働を支える人材\t6", 1, "協働を支える人材", 6),
        ("1．協働を支える人材\t 6 \t\t", 1, "協働を支える人材", 6),
        ("② 協働を支える人材\t⑥", 2, "協働を支える人材", 6),
        ("3 ICTを含めた手段\t1,234", 3, "ICTを含めた手段", 1234),
        ("6 6次産業化\t0", 6, "6次産業化", 0),
        ("7\t3", 7, "", 3),
    ],
)
def test_a_row_of_the_count_table(row: str, number: int, title: str, count: int) -> None:
    _, line = lines_of(f"{COUNTS}\n{row}")
    assert (line.kind, line.number, line.title, line.count) == (Kind.COUNT, number, title, count)


@pytest.mark.parametrize("row", ["合計\t76", "計\t７６", "総計\t\t76", "合 計\t76\t"])
def test_a_total_of_the_count_table(row: str) -> None:
    _, line = lines_of(f"{COUNTS}\n{row}")
    assert (line.kind, line.number) == (Kind.TOTAL, 76)


@pytest.mark.parametrize(
    "row",
    [
        "1 協働\t六",
        "1 協働\t6件",
        "1 協働\t",
        "1 協働\t6\t7",
        "1\t協働\t6",
        "協働\t6",
        "合計\t",
        "合計\t?",
        "\t6",
        "小計\t6",
        "1234 協働\t6",
        "1-1 協働\t6",
        "1 協働\t1,2",
    ],
)
def test_any_other_row_of_the_count_table_is_broken(row: str) -> None:
    found = kinds(f"{COUNTS}\n{row}\n2 情報\t3")
    assert found == ["CAPTION", "BROKEN_COUNT", "COUNT"]


def test_prose_does_not_end_the_count_table() -> None:
    text = f"{COUNTS}\n1 協働\t6\n※再掲を含む\t\n次の行\n2 情報\t3\n合計\t9"
    assert kinds(text) == ["CAPTION", "COUNT", "PROSE", "PROSE", "COUNT", "TOTAL"]


def test_a_header_ends_the_count_table() -> None:
    assert kinds(f"{COUNTS}\n1 協働\t6\n{HEADER}\n1 協働\t6") == [
        "CAPTION",
        "COUNT",
        "HEADER",
        "PROJECT",
    ]


def test_a_page_title_ends_the_count_table() -> None:
    assert kinds(f"{COUNTS}\n1 協働\t6\n{TITLE}\n\t事業\t計画\t課") == [
        "CAPTION", "COUNT", "TITLE", "STRAY",
    ]  # fmt: skip


def test_a_row_before_any_table_is_stray() -> None:
    assert kinds("\t事業\t計画\t課") == ["STRAY"]
    assert kinds("事業\t計画") == ["STRAY"]


@pytest.mark.parametrize(
    "row",
    [
        "",
        "\t\t\t",
        "\u3000\t ",
        "- 3 -",
        "3",
        "３",
        "p.3",
        "P. 12",
        "3ページ",
        "３頁",
        "(3)",
        "－３－",
    ],
)
def test_blank_rows_and_page_numbers_are_left_out(row: str) -> None:
    assert kinds(f"{HEADER}\n{row}\n\ta\tb\tc") == ["HEADER", "PROJECT"]


@pytest.mark.parametrize("row", ["3つ", "2018年", "12345", "3.5", "第3回", "3/6"])
def test_other_numbers_are_not_left_out(row: str) -> None:
    assert kinds(f"{HEADER}\n{row}\n\ta\tb\tc") == ["HEADER", "PROSE", "PROJECT"]


def test_a_number_alone_in_a_row_of_cells_is_not_left_out() -> None:
    assert kinds(f"{HEADER}\n\t\t30\t\n3\t\t\t") == ["HEADER", "PROJECT", "PROJECT"]


def test_the_title_is_known_on_one_line_or_several() -> None:
    first, second = TITLE.split()
    assert kinds(TITLE) == ["TITLE"]
    assert kinds(f"{TITLE}\t\t\t") == ["TITLE"]
    assert kinds(f"\t{TITLE}\t\t") == ["TITLE"]
    assert kinds(TITLE.replace("2018", "２０１８").replace(" ", "\u3000")) == ["TITLE"]
    assert kinds(f"{HEADER}\n{first}\n\n{second}\n\ta\tb\tc") == [
        "HEADER",
        "TITLE",
        "TITLE",
        "PROJECT",
    ]
    assert kinds(f"第二次\n例市協働推進基本計画\n2018 年度実施計画\n{COUNTS}") == [
        *["TITLE"] * 3,
        "CAPTION",
    ]


def test_a_piece_of_the_title_inside_the_table_is_not_the_title() -> None:
    """It may be the rest of a broken cell, and would be lost without a word."""
    assert kinds(f"{HEADER}\n推進基本計画\n\ta\tb\tc") == ["HEADER", "PROSE", "PROJECT"]
    assert kinds(f"{HEADER}\n人事課\n{TITLE}") == ["HEADER", "PROSE", "TITLE"]


def test_a_document_saved_from_a_spreadsheet_has_cells_behind_everything() -> None:
    text = "\n".join(
        f"{line}\t\t\t"
        for line in (
            "はじめに",
            "事業数一覧表",
            COUNTS,
            "1 協働\t6",
            "合計\t6",
            TITLE,
            HEADER,
            "◆基本施策1 協働",
        )
    )
    assert kinds(text) == [
        "PROSE", "CAPTION", "CAPTION", "COUNT", "TOTAL", "TITLE", "HEADER", "HEADING",
    ]  # fmt: skip


def test_a_lonely_cell_of_a_project_is_no_prose() -> None:
    assert kinds(f"{HEADER}\n\t人材育成事業\t\t\n新規\t\t\t") == ["HEADER", "PROJECT", "PROJECT"]


def test_a_line_remembers_its_row() -> None:
    (line,) = lines_of("\n\n◆基本施策1 協働\t\t\t")
    assert str(line.row.origin) == "plan.txt:3"
    assert line.row.text == "◆基本施策1 協働\t\t\t"
    assert line.cells == ("◆基本施策1 協働", "", "", "")


@pytest.mark.parametrize(
    "unit", ["\u3000", "◆", "基本施策", "基本施策1", "1", "-", "(", "１", "・", "合計"]
)
def test_long_cells_are_told_in_linear_time(unit: str) -> None:
    """Guards against patterns that take quadratic time; a linear one takes milliseconds."""
    flood = unit * (200_000 // len(unit))
    text = "\n".join((flood + "a", COUNTS, flood + "a\t1", HEADER, "◆" + flood + "a", "a" + flood))
    start = time.process_time()
    lines_of(text)
    assert time.process_time() - start < 5
