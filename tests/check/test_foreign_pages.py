"""Other people's rules are explained by their own texts and the parameters of their shapes."""

from pathlib import Path

import pytest

from kyodo_lod.check.foreign_pages import foreign_pages
from kyodo_lod.check.rule_pages import Page
from kyodo_lod.errors import ShapesError
from kyodo_lod.finding import Severity

LOANS = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix ex: <http://example.org/> .
ex: sh:declare [ sh:prefix "ex" ; sh:namespace "http://example.org/" ] .
ex:LoanShape a sh:NodeShape ; sh:targetClass ex:Loan ; sh:closed true ;
    sh:property [ sh:path ex:dueDate ; sh:minCount 1 ] , ex:book .
ex:book sh:path ex:book ; sh:maxCount 1 ; sh:severity sh:Warning ;
    sh:message "a loan is of {$value}, one book"@en , "貸出は一冊です"@ja ;
    sh:description "Books are lent one by one."@en ;
    sh:sparql [ sh:select "SELECT $this WHERE { $this ex:book ex:none }" ] .
"""


@pytest.fixture
def loans(tmp_path: Path) -> dict[str, Page]:
    """Give the pages of the shapes of a library."""
    file = tmp_path / "loans.ttl"
    file.write_text(LOANS, encoding="utf-8")
    return foreign_pages([str(file)])


def heads(page: Page) -> list[str]:
    """Give the heads of a page."""
    return [section.head.en for section in page.sections]


def test_each_shape_with_a_name_has_a_page(loans: dict[str, Page]) -> None:
    assert list(loans) == ["http://example.org/LoanShape", "http://example.org/book"]


def test_a_shape_without_words_is_told_by_its_parameters(loans: dict[str, Page]) -> None:
    page = loans["http://example.org/LoanShape"]
    assert page.severity is Severity.VIOLATION
    assert page.demand.en == "the shape has no text of its own"
    assert heads(page) == ["sh:closed true", "http://example.org/dueDate: sh:minCount 1"]
    assert page.sections[1].text.en.startswith("there are at least so many values. To repair: add")
    assert page.sections[1].text.ja.startswith("値が、決められた数以上あること。直すには: ")


def test_a_shape_s_own_words_come_first(loans: dict[str, Page]) -> None:
    page = loans["http://example.org/book"]
    assert page.severity is Severity.WARNING
    assert (page.demand.ja, page.demand.en) == ("貸出は一冊です", "a loan is of …, one book")
    assert heads(page)[:2] == ["Why", "http://example.org/book: sh:maxCount 1"]
    assert "SELECT $this" in page.sections[-1].code.en


def test_our_own_rules_keep_their_pages() -> None:
    assert foreign_pages(["plan"]) == {}


def test_a_file_that_is_not_there_is_told() -> None:
    with pytest.raises(ShapesError, match="no such shapes"):
        foreign_pages(["nowhere.ttl"])
