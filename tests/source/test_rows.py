"""Rows and documents are values: equal by what they hold, and not to be changed."""

import pytest

from kyodo_lod.origin import Origin
from kyodo_lod.source.rows import Document, Row

ROW = Row(Origin("plan.txt", 1), "新規\t事業名", ("新規", "事業名"))


def test_rows_are_values() -> None:
    assert Row(Origin("plan.txt", 1), "新規\t事業名", ("新規", "事業名")) == ROW
    assert len({ROW, ROW}) == 1
    with pytest.raises(AttributeError):
        ROW.text = "変更"  # type: ignore[misc]


def test_a_document_keeps_its_rows_in_order() -> None:
    document = Document("plan.txt", "00", 18, "text/plain", (ROW,))
    assert [str(row.origin) for row in document.rows] == ["plan.txt:1"]
