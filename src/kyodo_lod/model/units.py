"""Organisational units: the registry first, then splitting by rule (部, 局, 保健所, 課, 館, 室 …)."""

import difflib
import hashlib
import re
from collections.abc import Iterator, Sequence

from kyodo_lod.model.japanese import key, normalized
from kyodo_lod.model.plan import Unit
from kyodo_lod.source.registry import UnitRecord

_SEPARATOR = re.compile(r"[、，,/／;；\n]")
#: `A課・B課`: a dot or space separates only behind a whole unit, not in 市民・NPO活動推進課
#: nor in 図書館・公民館課, one section of two houses
_BEHIND_UNIT = re.compile(
    r"(?<=[課室])[・\s]+|(?<=館)(?:\s+|・(?![^・\s]*館[課室係]))|(?<=センター)[・\s]+|(?<=所)・|(?<=[^内外]部)・|(?<=局)・"
    r"|(?<=[課室館所部局])(?:及び|および|並びに)"
)
#: a 部 that ends a bureau's name, not one in 東部公民館, 内部統制課, 部会 or 部署
_PATH = re.compile(
    r"(?P<bureau>.+?(?:委員会事務局|本部|部局|(?<![東西南北中内外])部(?![会署])|局))?"
    r"(?P<office>.{0,40}?(?:保健所|事務所|支所))?"
    r"(?P<section>.+)?"
)
#: of no bureau, though a bureau's unit stands before it: 総務部人事課、関係各課
_ANY_UNIT = re.compile(r"関係|各|全|その他|ほか")
#: characters and parts; a cell beyond them is no list of units and is kept whole
_LONGEST, _MOST = 300, 30
#: how much alike two names are where one may be meant for the other (difflib)
_ALIKE = 0.75
_SECTION = re.compile(r"(課|館|室|センター|所|園|署|係|班|局|部)$")


class Units:
    """The units of a municipality in one fiscal year.

    Args:
        records: the registry.
        fiscal_year: units that had ended before it or began after it are not known.
    """

    def __init__(self, records: Sequence[UnitRecord], fiscal_year: int) -> None:
        first, last = f"{fiscal_year}-04-01", f"{fiscal_year + 1}-03-31"
        by_slug: dict[str, Unit] = {}
        self._known: dict[str, Unit] = {}
        for record in records:
            unit = Unit(record.slug, record.label, by_slug.get(record.parent), record.level)
            by_slug[record.slug] = unit
            if record.valid_from <= last and (record.valid_to or last) >= first:
                self._known.setdefault(key(unit.full_label), unit)
        self._sizes = sorted({len(label) for label in self._known}, reverse=True)

    def find(self, text: str) -> tuple[Unit, ...]:
        """Give the units that a 担当課 cell names, in its order.

        A part without a bureau of its own (総務部人事課、行政課) belongs to the bureau before it.
        """
        if len(text) > _LONGEST:
            return (_unregistered(text, None, ""),)
        whole = self._known.get(key(text))
        if whole:
            return (whole,)
        parts = list(self._parts(text))
        if not 0 < len(parts) <= _MOST:
            return (_unregistered(text, None, ""),)
        found: dict[str, Unit] = {}
        before: Unit | None = None
        for part in parts:
            before = self._unit(part, before)
            found.setdefault(before.slug, before)
        return tuple(found.values())

    def like(self, label: str) -> str:
        """Give the printed path of the unit that is written most like `label`; empty where none is."""
        known = {name: unit.full_label for name, unit in self._known.items()}
        near = difflib.get_close_matches(key(label)[:_LONGEST], known, 1, _ALIKE)
        return known[near[0]] if near else ""

    def _parts(self, text: str) -> Iterator[str]:
        for piece in _SEPARATOR.split(text):
            if key(piece) in self._known:
                yield piece
            else:
                yield from (part for part in _BEHIND_UNIT.split(piece) if part.strip())

    def _unit(self, part: str, before: Unit | None) -> Unit:
        above = _above(before)
        sibling = above.full_label if above else ""
        bureau = above.bureau.full_label if above else ""
        for start in ("", sibling, bureau):
            known = self._known.get(key(start + part))
            if known:
                return known
        return self._by_rule("".join(part.split()), above)

    def _by_rule(self, label: str, above: Unit | None) -> Unit:
        unit, rest = self._registered_start(label)
        names = list(_split(rest))
        if unit is None and names[0][1] == "section" and not _ANY_UNIT.match(label):
            unit = above
        for name, level in names:
            path = (unit.full_label if unit else "") + name
            unit = self._known.get(key(path)) or _unregistered(name, unit, level)
        return unit or _unregistered(label, None, "")

    def _registered_start(self, label: str) -> tuple[Unit | None, str]:
        """Give the longest registered unit that `label` begins with, and what stands behind it."""
        folded = key(label)
        sizes = self._sizes if len(folded) == len(label) else ()
        for size in sizes:
            unit, rest = self._known.get(folded[:size]), label[size:]
            if unit and rest[:1].isalnum() and (unit.parent is None or _SECTION.search(rest)):
                return unit, rest
        return None, label


def _above(before: Unit | None) -> Unit | None:
    """Give the unit to which a part belongs that stands behind `before` and names no bureau."""
    if before is None or before.parent:
        return before and before.parent
    return before if before.level == "bureau" else None


def _split(label: str) -> Iterator[tuple[str, str]]:
    """Split a printed path into names and their levels.

    >>> list(_split("保健福祉部保健所地域保健課"))
    [('保健福祉部', 'bureau'), ('保健所', 'office'), ('地域保健課', 'section')]
    """
    match = _PATH.fullmatch(label)
    parts = {level: name for level, name in match.groupdict().items() if name} if match else {}
    lowest = parts.get("section", "")
    if not parts or (lowest and not _SECTION.search(lowest)):
        yield label, "section" if _SECTION.search(label) else ""
        return
    yield from ((name, level) for level, name in parts.items())


def _unregistered(name: str, parent: Unit | None, level: str) -> Unit:
    path = (*(unit.label for unit in parent.path), name) if parent else (name,)
    text = normalized("NFC", "\0".join(path))
    return Unit(f"u-{hashlib.sha256(text.encode()).hexdigest()[:10]}", name, parent, level)
