"""Places in a document (RFC 5147)."""

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
