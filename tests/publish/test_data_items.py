"""データ項目定義書: every column of every table stands in it, with what a clerk must know."""

import csv
import io

from kyodo_lod.publish.data_items import HEADINGS, cells, data_items, data_items_csv
from kyodo_lod.publish.tables import TABLES
from kyodo_lod.rdf.vocabulary import kyo


def test_every_column_is_there_in_order() -> None:
    found = [(sheet.title.ja, [item.name.ja for item in sheet.items]) for sheet in data_items()]
    assert found == [
        (table.title.ja, [column.header for column in table.columns]) for table in TABLES
    ]


def test_the_csv_says_the_same_with_bom_and_cr_lf() -> None:
    data = data_items_csv()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n")
    header, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    assert header == [heading.ja for heading in HEADINGS]
    assert rows == [cells(sheet, item) for sheet in data_items() for item in sheet.items]
    assert len(rows) == sum(len(table.columns) for table in TABLES)


def test_a_row_tells_how_to_fill_it_in() -> None:
    (item,) = (item for item in data_items()[0].items if item.column == "listOrder")
    row = dict(zip([heading.ja for heading in HEADINGS], cells(data_items()[0], item), strict=True))
    assert row.pop("語彙での定義").startswith("項目が、属する一覧の中で何番目に記載されているか。")
    assert row == {
        "表": "事業一覧",
        "ファイル": "<slug>-projects.csv",
        "番号": "8",
        "項目名": "施策内順",
        "英語名": "Position in the policy",
        "必須/推奨": "必須",
        "形式": "整数（1以上）",
        "説明": "基本施策の中で何番目に書かれているか。",
        "記入例": "15",
        "RDFプロパティ": "kyo:listOrder",
    }


def test_what_becomes_our_own_term_is_defined_in_both_languages() -> None:
    own = [
        item
        for sheet in data_items()
        for item in sheet.items
        if item.term and item.term.value.startswith(kyo.iri)
    ]
    assert len(own) > 10
    assert all(item.definition and all(item.definition) for item in own)


def test_only_what_may_be_empty_is_recommended() -> None:
    recommended = [
        item.name.ja for sheet in data_items() for item in sheet.items if not item.required
    ]
    assert recommended == [
        "会計", "新規", "事業数_文書", "出典行_事業数", "出典_事業数",
        "階層コード", "階層", "上位組織ID", "上位組織名",
    ]  # fmt: skip
