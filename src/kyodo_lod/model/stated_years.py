"""The years that titles and headers state, held against the manifest's."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kyodo_lod.bilingual import NOTHING, Bilingual
from kyodo_lod.finding import Finding
from kyodo_lod.model import rules
from kyodo_lod.model.layout import Kind, Line, title_key
from kyodo_lod.model.years import fiscal_years
from kyodo_lod.origin import Origin
from kyodo_lod.source.manifest import Manifest

_OTHERS = Bilingual(" (ほか {count} か所)", " (and {count} more)")


class _Stated(NamedTuple):
    at: Origin
    cell: str
    year: int


def check_years(found: Sequence[Line], manifest: Manifest) -> Iterator[Finding]:
    """Tell of the lines that state another year than the manifest; other text may name any year.

    Where the whole document states one other year, that is one fault: the manifest's, or it is
    another year's document.

    Args:
        found: the lines of the document.
        manifest: what is known of it beforehand.
    """
    expected = manifest.document.fiscal_year
    stated = [each for line in found for each in _stated(line, manifest.document.title)]
    of_lines: dict[Origin, _Stated] = {}
    for each in stated:
        if each.year != expected:
            of_lines.setdefault(each.at, each)
    wrong = list(of_lines.values())
    if len({each.year for each in stated}) == 1 and wrong:
        yield _other_year(expected, *wrong)
    else:
        yield from (_other_year(expected, each) for each in wrong)


def _stated(line: Line, title: str) -> Iterator[_Stated]:
    if _states_the_year(line, title):
        for cell in line.cells:
            yield from (_Stated(line.row.origin, cell, year) for year in fiscal_years(cell))


def _states_the_year(line: Line, title: str) -> bool:
    if line.kind is Kind.PROSE:
        return title_key("".join(line.cells)) in title_key(title)
    return line.kind in (Kind.TITLE, Kind.HEADER, Kind.BROKEN_HEADER)


def _other_year(expected: int, first: _Stated, *others: _Stated) -> Finding:
    more = _OTHERS.fill(count=len(others)) if others else NOTHING
    places = [other.at for other in others]
    return rules.YEAR.at(
        first.at, *places, value=first.cell, others=more, found=first.year, expected=expected
    )
