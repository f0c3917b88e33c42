"""Where in its line a finding's cell stands."""

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.finding import Finding, Severity
from kyodo_lod.model.cells import placed
from kyodo_lod.origin import Origin
from kyodo_lod.source.rows import Document
from kyodo_lod.source.text import read

TEXT = (
    "文書の題\n新規\t事業名\t事業計画 (H30)\t担当課\n\t研修事業\t研修を行います。\t総務部人事課\n"
    '新規\t"自治会の""防災"""\t計画\t総務課\n\t"二\n行"\t計画\t総務課\n'
)
DOCUMENT = Document("plan.txt", "", 0, "text/plain", tuple(read(TEXT.encode(), "plan.txt", None)))


def place(line: int, rule: str = "document#x", path: str = "", value: str = "") -> tuple[int, int]:
    """Give the columns found for a finding of that line."""
    finding = Finding(
        rule,
        Severity.VIOLATION,
        Bilingual("", ""),
        Origin("plan.txt", line),
        path=path,
        value=value,
    )
    [found] = placed([finding], DOCUMENT, {})
    assert found.origin == finding.origin
    assert found.excerpt in ("", TEXT.split("\n")[line - 1])
    assert found.origin
    return found.origin.column, found.origin.end


def test_cell_of_a_path() -> None:
    assert place(3, path="rdfs:label") == (2, 6)
    assert place(3, path="dct:description") == (7, 15)
    assert place(3, path="kyo:responsibleUnit") == (16, 22)
    assert place(4, path="kyo:markedNew") == (1, 3)


def test_empty_cell_has_a_place_without_width() -> None:
    assert place(3, path="kyo:markedNew") == (1, 1)


def test_cell_of_a_rule_about_reading() -> None:
    assert place(3, rule="https://w3id.org/kyodo-lod/shapes/plan#PlannedProject-label") == (2, 6)


def test_quotation_marks_count() -> None:
    assert place(4, path="rdfs:label") == (4, 16)
    assert place(4, path="dct:description") == (17, 19)


def test_value_is_found_where_it_stands_once() -> None:
    assert place(1, value="題") == (4, 5)
    assert place(3, value="研修") == (0, 0)
    assert place(3, value="ない") == (0, 0)


def test_row_of_several_lines_and_unknown_places_have_no_column() -> None:
    assert place(5, path="rdfs:label") == (0, 0)
    assert place(1, path="rdfs:label") == (0, 0)
    elsewhere = Finding("x", Severity.INFO, Bilingual("", ""), Origin("other.txt", 3))
    assert list(placed([elsewhere], DOCUMENT, {})) == [elsewhere]
