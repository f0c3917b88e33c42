"""serve/row_names.py: by what a clerk finds a row again."""

from kyodo_lod.serve.row_names import RowName, row_names
from kyodo_lod.source.text import read

TEXT = """計画

新規\t事業名\t事業計画\t担当課
◆基本施策1 協働\t\t\t
\t学校　支援\t"一つ目
二つ目
三つ目"\t総務課
新規\t防災訓練\t訓練\t防災課
"""


def test_a_row_is_known_by_its_project_and_its_row_in_the_sheet() -> None:
    names = row_names(tuple(read(TEXT.encode(), "plan.txt", None)), "計画")
    assert names[1] == RowName("", 1)
    assert names[4] == RowName("", 4)
    assert names[5] == names[6] == names[7] == RowName("学校 支援", 5)
    assert names[8] == RowName("防災訓練", 6)


def test_a_name_without_end_is_cut() -> None:
    text = TEXT.replace("防災訓練", "防" * 10_000)
    names = row_names(tuple(read(text.encode(), "plan.txt", None)), "計画")
    assert names[8].project == "防" * 100 + "…"


def test_a_table_without_names_has_none() -> None:
    text = TEXT.replace("事業名", "なまえ")
    assert row_names(tuple(read(text.encode(), "plan.txt", None)), "")[8] == RowName("", 6)
