"""What a document without a manifest seems to be: its title, its municipality, its plan."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from kyodo_lod.model.layout import Kind, lines
from kyodo_lod.source.rows import Row

_YEAR = re.compile(r"[\s(（]*(?:[0-9０-９]{4}|(?:令和|平成)[元0-9０-９]{1,2})\s*年度.*$")
_ORDINAL = re.compile(r"第([一二三四五六七八九十0-9０-９]{1,2})次")
_CITY = re.compile(r"(?:第\S{1,2}次)?\s*(\S{1,6}?(?:市|区|町|村))")
_KANJI = "一二三四五六七八九十"
#: characters; no title is longer
_LONGEST = 200


class Guess(NamedTuple):
    """What a document seems to be; empty or None where nothing tells.

    Args:
        title: as printed over its pages.
        municipality: its name.
        plan: the plan's title, without the year.
        ordinal: 2 for a 第二次 plan.
    """

    title: str
    municipality: str
    plan: str
    ordinal: int | None


def guess(rows: Iterable[Row]) -> Guess:
    """Guess from the prose above the first table: its longest run, or the title over a page.

    Args:
        rows: of the document.
    """
    prose = [line.cells[0][:_LONGEST] for line in lines(rows, {}) if line.kind is Kind.PROSE]
    title = next(
        (text for text in prose if "計画" in text and "年度" in text and len(text) > 12), ""
    )
    title = title or "".join(prose[:3])
    plan = _YEAR.sub("", title).strip()
    city = _CITY.match(plan)
    return Guess(title, city[1] if city else "", plan, _ordinal(plan))


def _ordinal(title: str) -> int | None:
    found = _ORDINAL.search(title)
    if not found:
        return None
    text = found[1]
    if text.isdigit():
        return int(text)
    return _KANJI.index(text) + 1 if len(text) == 1 else None
