"""What a Sankey diagram is made of: bars in three columns, ribbons between them."""

from dataclasses import dataclass

from kyodo_lod.rdf.terms import NamedNode

BAR_WIDTH, LINE = 12, 18
#: left sides of the three columns
_COLUMNS = (216, 462, 716)
_BEFORE, _BEHIND = 8, 7


@dataclass(frozen=True, slots=True)
class Bar:
    """A policy, bureau or section.

    Args:
        thing: what it stands for.
        column: 0, 1 or 2.
        projects: that flow through it.
        lines: its name.
        y: of its upper side.
        height: in proportion to its projects.
    """

    thing: NamedNode
    column: int
    projects: int
    lines: tuple[str, ...]
    y: int
    height: int

    @property
    def x(self) -> int:
        """Its left side."""
        return _COLUMNS[self.column]

    @property
    def label_x(self) -> int:
        """Where its name begins; in the first column, where it ends."""
        return self.x - _BEFORE if self.column == 0 else self.x + BAR_WIDTH + _BEHIND

    @property
    def label_y(self) -> int:
        """The base line of its name's first line."""
        return self.y + self.height // 2 + 5 - LINE * (len(self.lines) - 1) // 2


@dataclass(frozen=True, slots=True)
class Ribbon:
    """Projects that flow from one bar to another.

    Args:
        source: where from.
        target: where to.
        projects: how many.
        path: its outline in SVG.
    """

    source: NamedNode
    target: NamedNode
    projects: int
    path: str


@dataclass(frozen=True, slots=True)
class Sankey:
    """The whole flow.

    Args:
        bars: column by column, from top to bottom.
        ribbons: between them.
        width: of the drawing.
        height: of the drawing.
    """

    bars: tuple[Bar, ...]
    ribbons: tuple[Ribbon, ...]
    width: int
    height: int
