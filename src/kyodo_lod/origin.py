"""A place in a document, as every object read from it remembers it."""

from dataclasses import dataclass, field
from urllib.parse import quote

from kyodo_lod.bilingual import NOTHING, Bilingual


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """A document, or a line of it, a row of a table on a page or sheet, or a row over several lines.

    Args:
        document: the document's file name.
        line: the physical line, counted from 1; 0 where the document has none, or as a whole.
        last: the last line of the row where it has several; they tell no two places apart.
        column: the character of the line at which the cell at fault begins, counted from 1; 0 where
            that is not known. It tells no two places apart either.
        end: the character behind the cell's last one; likewise.
        page: the page of a document that has pages, counted from 1; else 0.
        sheet: which sheet of a workbook it is, counted from 1; 0 where there are none.
        sheet_name: the sheet's name; empty where it is not known.
        row: the row of the table or sheet, counted from 1; 0 where a line says the place.

    >>> str(Origin("plan.txt", 69)), Origin("plan.txt", 69).fragment
    ('plan.txt:69', 'line=68,69')
    >>> str(Origin("plan.xlsx", sheet=1, row=7)), Origin("plan.xlsx", sheet=1, row=7).fragment
    ('plan.xlsx sheet 1, row 7', 'sheet=1&row=7')
    """

    document: str
    line: int = 0
    last: int = field(default=0, compare=False)
    column: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)
    page: int = 0
    sheet: int = 0
    sheet_name: str = ""
    row: int = 0

    @property
    def fragment(self) -> str:
        """The IRI fragment: lines (RFC 5147: positions lie between lines), else page or sheet and row."""
        if self.line:
            return f"line={self.line - 1},{max(self.line, self.last)}"
        sheet = str(self.sheet or quote(self.sheet_name, safe=""))
        parts = (("page", str(self.page or "")), ("sheet", sheet), ("row", str(self.row or "")))
        return "&".join(f"{name}={value}" for name, value in parts if value)

    @property
    def within(self) -> Bilingual:
        """Page or sheet and row, as people say it; empty for a line and for the whole document."""
        if self.line:
            return NOTHING
        sheet = self.sheet_name or str(self.sheet or "")
        ja_sheet = f"シート「{sheet}」" if self.sheet_name else f"シート {sheet}"
        parts = (
            (self.page, f"{self.page} ページ", f"page {self.page}"),
            (sheet, ja_sheet, f"sheet {sheet}"),
            (self.row, f"{self.row} 行目", f"row {self.row}"),
        )
        known = [(ja, en) for value, ja, en in parts if value]
        return Bilingual(" ".join(ja for ja, _ in known), ", ".join(en for _, en in known))

    @property
    def words(self) -> Bilingual:
        """The whole place as people say it; a line so that an editor can jump to it."""
        if self.line:
            place = f"{self.document}:{self.line}"
            return Bilingual(place, place)
        return Bilingual(*(f"{self.document} {within}".rstrip() for within in self.within))

    def __str__(self) -> str:
        return self.words.en
