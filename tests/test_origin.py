"""Places in a document: lines (RFC 5147), rows of tables, pages and sheets."""

import pytest

from kyodo_lod.origin import Origin


def test_a_line_lies_between_two_positions() -> None:
    assert Origin("plan.txt", 1).fragment == "line=0,1"
    assert Origin("plan.txt", 69).fragment == "line=68,69"
    assert Origin("plan.txt").fragment == ""


def test_a_row_of_several_lines_lies_between_the_first_and_the_last() -> None:
    assert Origin("plan.txt", 69, 71).fragment == "line=68,71"
    assert str(Origin("plan.txt", 69, 71)) == "plan.txt:69"
    assert Origin("plan.txt", 69, 71) == Origin("plan.txt", 69)


def test_an_editor_can_jump_to_it() -> None:
    assert str(Origin("plan.txt", 69)) == "plan.txt:69"
    assert str(Origin("plan.txt")) == "plan.txt"


def test_places_sort_by_document_then_line() -> None:
    places = [Origin("b.txt", 1), Origin("a.txt", 10), Origin("a.txt", 9), Origin("a.txt")]
    assert list(map(str, sorted(places))) == ["a.txt", "a.txt:9", "a.txt:10", "b.txt:1"]


@pytest.mark.parametrize(
    ("origin", "fragment", "en", "ja"),
    [
        (
            Origin("a.pdf", page=2, row=5),
            "page=2&row=5",
            "a.pdf page 2, row 5",
            "a.pdf 2 ページ 5 行目",
        ),
        (
            Origin("a.xlsx", sheet=1, sheet_name="事業一覧", row=7),
            "sheet=1&row=7",
            "a.xlsx sheet 事業一覧, row 7",
            "a.xlsx シート「事業一覧」 7 行目",
        ),
        (
            Origin("a.xlsx", sheet_name="a b&", row=7),
            "sheet=a%20b%26&row=7",
            "a.xlsx sheet a b&, row 7",
            "a.xlsx シート「a b&」 7 行目",
        ),
        (Origin("a.xlsx", sheet=1), "sheet=1", "a.xlsx sheet 1", "a.xlsx シート 1"),
        (Origin("a.csv", row=3), "row=3", "a.csv row 3", "a.csv 3 行目"),
        (Origin("a.txt", 69), "line=68,69", "a.txt:69", "a.txt:69"),
        (Origin("a.txt"), "", "a.txt", "a.txt"),
    ],
)
def test_a_place_as_people_and_as_iris_say_it(
    origin: Origin, fragment: str, en: str, ja: str
) -> None:
    assert origin.fragment == fragment
    assert (origin.words.en, origin.words.ja, str(origin)) == (en, ja, en)


def test_rows_sort_by_page_and_sheet_then_row() -> None:
    places = [Origin("a", page=2, row=1), Origin("a", page=1, row=10), Origin("a", page=1, row=9)]
    assert [place.row for place in sorted(places)] == [9, 10, 1]
