"""The matrix of bureaus by basic policies: how many projects stand in each cell, and where it is drawn."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from kyodo_lod.publish.pages.layout import text_width
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import skos
from kyodo_lod.site.lettering import fitted
from kyodo_lod.site.published import Published
from kyodo_lod.site.responsibilities import Responsibility, largest_first, projects_by

CELL_WIDTH, CELL_HEIGHT = 30, 36
_HEAD, _MARGIN = 34, 6
#: a drawing up to this width may shrink to that of a phone and stay readable
_SHRINKS = 400
_WIDEST_LABEL, _WIDEST_NUMBER = 190, 28
#: sides of the squares: of the cell with most projects, and of the smallest shown
_LARGEST, _SMALLEST = 29, 13


@dataclass(frozen=True, slots=True)
class Cell:
    """The projects of a bureau under a policy.

    Args:
        bureau: its row.
        anchor: id of its projects in the list.
        projects: in the order of the document; none where the cell is empty.
        x: of its left side.
        y: of its upper side.
        side: of its square, whose area grows with the number of projects; 0 where there are none.
    """

    bureau: NamedNode
    anchor: str
    projects: tuple[NamedNode, ...]
    x: int
    y: int
    side: int


@dataclass(frozen=True, slots=True)
class Column:
    """A basic policy."""

    policy: NamedNode
    number: str
    projects: int
    x: int


@dataclass(frozen=True, slots=True)
class Row:
    """A bureau."""

    bureau: NamedNode
    name: str
    projects: int
    cells: tuple[Cell, ...]
    y: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """All cells, row by row.

    Args:
        columns: the policies, in the order of the plan.
        rows: the bureaus, those with most projects first.
        projects: how many there are; one of several bureaus counts once.
        left: where the columns begin.
        width: of the drawing.
        height: of the drawing.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    projects: int
    left: int
    width: int
    height: int

    @property
    def shrinks(self) -> bool:
        """Whether it may be drawn smaller where there is no room."""
        return self.width <= _SHRINKS

    def filled(self, column: Column) -> list[Cell]:
        """Give the cells of a policy that hold projects."""
        cells = (row.cells[self.columns.index(column)] for row in self.rows)
        return [cell for cell in cells if cell.projects]


def matrix(
    found: Sequence[Responsibility], policies: Sequence[NamedNode], published: Published
) -> Matrix:
    """Lay out the matrix of a year's plan.

    Args:
        found: its responsibilities.
        policies: its columns.
        published: what is published.
    """
    by_bureau = projects_by(found, lambda each: each.bureau)
    bureaus = largest_first(by_bureau)
    names = [_label(bureau, published) for bureau in bureaus]
    left = _MARGIN + max((text_width(name) for name in names), default=0) + 2 * _MARGIN
    return Matrix(
        columns=_columns(found, policies, left, published),
        rows=_rows(found, policies, list(zip(bureaus, names, strict=True)), left),
        projects=len({each.project for each in found}),
        left=left,
        width=left + CELL_WIDTH * (len(policies) + 1) + _MARGIN,
        height=_HEAD + CELL_HEIGHT * (len(bureaus) + 1) + _MARGIN,
    )


def _label(bureau: NamedNode, published: Published) -> str:
    label = published.data.label(bureau)
    return fitted(label.ja or label.en, _WIDEST_LABEL)


def _columns(
    found: Sequence[Responsibility], policies: Sequence[NamedNode], left: int, published: Published
) -> tuple[Column, ...]:
    counts = projects_by(found, lambda each: each.policy)
    return tuple(
        Column(policy, _number(policy, nth, published), counts[policy], left + CELL_WIDTH * nth)
        for nth, policy in enumerate(policies)
    )


def _number(policy: NamedNode, nth: int, published: Published) -> str:
    return fitted(published.data.plain(policy, skos.notation) or str(nth + 1), _WIDEST_NUMBER)


def _rows(
    found: Sequence[Responsibility],
    policies: Sequence[NamedNode],
    bureaus: Sequence[tuple[NamedNode, str]],
    left: int,
) -> tuple[Row, ...]:
    projects: dict[tuple[NamedNode, NamedNode], dict[NamedNode, None]] = {}
    for each in found:
        projects.setdefault((each.policy, each.bureau), {})[each.project] = None
    most = max(map(len, projects.values()), default=1)
    rows = []
    for line, (bureau, name) in enumerate(bureaus):
        listed = [tuple(projects.get((policy, bureau), ())) for policy in policies]
        cells = tuple(_cell(bureau, line, nth, each, left, most) for nth, each in enumerate(listed))
        total = len({project for each in listed for project in each})
        rows.append(Row(bureau, name, total, cells, _HEAD + CELL_HEIGHT * line))
    return tuple(rows)


def _cell(
    bureau: NamedNode, line: int, nth: int, projects: tuple[NamedNode, ...], left: int, most: int
) -> Cell:
    return Cell(
        bureau=bureau,
        anchor=f"p{nth + 1}-b{line + 1}",
        projects=projects,
        x=left + CELL_WIDTH * nth,
        y=_HEAD + CELL_HEIGHT * line,
        side=_side(len(projects), most),
    )


def _side(count: int, most: int) -> int:
    """Give the side of a square whose area is in proportion, as near as whole numbers come."""
    return max(_SMALLEST, math.isqrt(_LARGEST * _LARGEST * count // most)) if count else 0
