"""Plan texts cut at their ○ items: nothing lost, nothing told twice, each item where it stands."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyodo_lod.model.project import sub_items
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import dct, kyo
from kyodo_lod.site.description import Piece, blocks, pieces
from kyodo_lod.site.published import Published


def _items(*labels: str) -> list[tuple[NamedNode, str]]:
    return [(NamedNode(f"https://example.org/s/{n}"), label) for n, label in enumerate(labels, 1)]


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_items_stand_where_the_text_has_them() -> None:
    items = _items("専門家派遣", "講座")
    found = list(pieces("支援します。 ○専門家派遣 ○講座", items))
    assert found == [
        Piece("支援します。", None),
        Piece("○専門家派遣", items[0][0]),
        Piece("○講座", items[1][0]),
    ]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("講座を開く。 ○講座", ("講座",)),  # the label stands in the running text before
        ("○甲 そして乙。 ◯乙", ("甲 そして乙。", "乙")),
        ("〇 間のある項目", ("間のある項目",)),
        ("○同じ ○同じ", ("同じ", "同じ")),
    ],
)
def test_each_item_begins_at_its_circle(text: str, labels: tuple[str, ...]) -> None:
    found = list(pieces(text, _items(*labels)))
    assert [piece.item is not None for piece in found][-len(labels) :] == [True] * len(labels)
    assert _bare("".join(piece.text for piece in found)) == _bare(text)


def test_an_item_that_the_text_lacks_is_shown_still() -> None:
    found = list(pieces("文だけ。", _items("別の項目", "")))
    assert [piece.text for piece in found] == ["別の項目", "", "文だけ。"]


@given(st.text("○◯〇あい。 ", max_size=40))
def test_nothing_of_any_text_is_lost_or_told_twice(text: str) -> None:
    items = _items(*(item.label for item in sub_items(text)))
    found = list(pieces(text, items))
    assert _bare("".join(piece.text for piece in found)) == _bare(text)
    assert [piece.item for piece in found if piece.item] == [item for item, _ in items]


def test_every_real_text_is_whole(published: Published) -> None:
    data = published.data
    for project in data.instances(kyo.PlannedProject):
        shown = "".join(piece.text for _, group in blocks(project, data) for piece in group)
        assert _bare(shown) == _bare(data.plain(project, dct.description))
