"""Places in a document: their names, their order, and what lies between two that the data quote."""

from kyodo_lod.bilingual import NOTHING, Bilingual
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import kyo, prov, rdf
from kyodo_lod.site.things import Things

Position = tuple[str, int, int]
#: no document has more lines
_DIGITS = 9


def passages_of(thing: NamedNode, data: Things) -> list[NamedNode]:
    """Give the places of the document that a thing was read from, in the order of the document.

    Args:
        thing: any thing.
        data: what is published.
    """
    derived = data.all(thing, prov.wasDerivedFrom)
    found = [each for each in derived if kyo.SourcePassage in data.all(each, rdf.type)]
    return sorted(found, key=lambda each: position(each, data))


def position(passage: NamedNode, data: Things) -> Position:
    """Give sheet, page and line (or row) of a place; what it lacks is empty or 0."""
    line = data.number(passage, kyo.lineNumber) or data.number(passage, kyo.rowNumber)
    return data.plain(passage, kyo.sheetName), data.number(passage, kyo.pageNumber), line


def last_line(passage: NamedNode, data: Things) -> int:
    """Give the last line of a place: `line=68,70` ends with the 70th (RFC 5147)."""
    begins = position(passage, data)[2]
    end = passage.value.partition("#line=")[2].partition(",")[2]
    plausible = end.isdecimal() and len(end) <= _DIGITS
    return max(begins, int(end)) if plausible else begins


def place_name(passage: NamedNode, data: Things) -> Bilingual:
    """Give the name of a place as people say it: 69行目, line 69."""
    here = position(passage, data)
    named = lines_name(here, last_line(passage, data), is_row=_is_row(passage, data))
    return named if any(named) else data.label(passage)


def before_name(passage: NamedNode, before: Position, data: Things) -> Bilingual:
    """Name the lines between a place and the one before it on the same page; empty where none is.

    Args:
        passage: the place.
        before: sheet, page and last line of the one before.
        data: what is published.
    """
    here = position(passage, data)
    begins = (before[2] if before[:2] == here[:2] else 0) + 1
    if begins >= here[2]:
        return NOTHING
    return lines_name((*here[:2], begins), here[2] - 1, is_row=_is_row(passage, data))


def lines_name(begins: Position, last: int, *, is_row: bool) -> Bilingual:
    """Name lines, or rows, from one position to the last of them."""
    sheet, page, first = begins
    parts = [
        Bilingual(f"シート「{sheet}」", f"sheet “{sheet}”") if sheet else None,
        Bilingual(f"{page}ページ", f"page {page}") if page else None,
        _lines(first, last, "row" if is_row else "line") if first else None,
    ]
    named = [part for part in parts if part]
    return Bilingual(" ".join(each.ja for each in named), ", ".join(each.en for each in named))


def _lines(begins: int, last: int, word: str) -> Bilingual:
    if last > begins:
        return Bilingual(f"{begins}〜{last}行目", f"{word}s {begins}–{last}")
    return Bilingual(f"{begins}行目", f"{word} {begins}")


def _is_row(passage: NamedNode, data: Things) -> bool:
    return bool(data.plain(passage, kyo.rowNumber))
