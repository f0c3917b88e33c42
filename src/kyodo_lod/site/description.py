"""A plan text as a page shows it: its paragraphs, with the ○ items as a list where they stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import dct, kyo, rdfs
from kyodo_lod.site.things import Things

#: the signs that an item begins with (U+25CB, U+25EF, U+3007), as reading knows them
_CIRCLES = "○◯〇"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a plan text.

    Args:
        text: its words, the ○ of an item included.
        item: the sub-item that it is; None for the running text.
    """

    text: str
    item: NamedNode | None


def blocks(project: NamedNode, data: Things) -> list[tuple[bool, list[Piece]]]:
    """Give a plan text in blocks, each with whether it is a list of sub-items.

    Args:
        project: whose text it is.
        data: what is published.

    Returns:
        Nothing of the text is lost or told twice; a sub-item that is not in it stands at the end.
    """
    items = sorted(data.all(project, kyo.subItem), key=data.position)
    named = [(item, data.plain(item, rdfs.label)) for item in items]
    found = pieces(data.plain(project, dct.description), named)
    return [(is_list, list(group)) for is_list, group in groupby(found, lambda p: bool(p.item))]


def pieces(text: str, items: Sequence[tuple[NamedNode, str]]) -> Iterator[Piece]:
    """Cut a text at its items.

    Args:
        text: the whole plan text.
        items: each sub-item with its label, in the order of the text.
    """
    at = 0
    for item, label in items:
        begins = _find(text, label, at)
        if begins < 0:
            yield Piece(label, item)
            continue
        yield from _running(text[at:begins])
        at = text.index(label, begins) + len(label)
        yield Piece(text[begins:at].strip(), item)
    yield from _running(text[at:])


def _find(text: str, label: str, at: int) -> int:
    """Give where the ○ before `label` stands; -1 where it does not."""
    begins = text.find(label, at) if label else -1
    while begins >= 0:
        before = text[at:begins].rstrip()
        if before.endswith(tuple(_CIRCLES)):
            return at + len(before) - 1
        begins = text.find(label, begins + 1)
    return -1


def _running(text: str) -> Iterator[Piece]:
    if text.strip():
        yield Piece(text.strip(), None)
