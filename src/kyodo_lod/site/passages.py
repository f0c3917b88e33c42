"""Places in a document: their names, their order, and what lies between two that the data quote."""

from kyodo_lod.bilingual import Bilingual
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
    sheet, page, begins = position(passage, data)
    parts = [
        Bilingual(f"シート「{sheet}」", f"sheet “{sheet}”") if sheet else None,
        Bilingual(f"{page}ページ", f"page {page}") if page else None,
        _lines(begins, last_line(passage, data), _word(passage, data)) if begins else None,
    ]
    named = [part for part in parts if part] or [data.label(passage)]
    return Bilingual(" ".join(each.ja for each in named), ", ".join(each.en for each in named))


def _lines(begins: int, last: int, word: str) -> Bilingual:
    if last > begins:
        return Bilingual(f"{begins}〜{last}行目", f"{word}s {begins}–{last}")
    return Bilingual(f"{begins}行目", f"{word} {begins}")


def _word(passage: NamedNode, data: Things) -> str:
    return "row" if data.plain(passage, kyo.rowNumber) else "line"
