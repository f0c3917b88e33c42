"""What a diagram is made of: boxes, links between them, and where they stand."""

from dataclasses import dataclass, field

#: room that a line of a label needs where it leaves a box
PORT = 20


@dataclass
class Box:
    """A class, or a point where a long link passes a column.

    Args:
        key: IRI of the class; made up for a passing point.
        title: name of the class.
        name: its prefixed name.
        lines: its superclasses and plain properties.
        foreign: whether it belongs to another vocabulary.
        passing: whether it is only passed.
    """

    key: str
    title: str
    name: str
    lines: tuple[str, ...] = ()
    foreign: bool = False
    passing: bool = False
    rank: int = 0
    x: int = 0
    y: int = 0
    width: int = 0
    height: int = 0


@dataclass
class Link:
    """An arrow between two boxes.

    Args:
        source: key of the box it leaves.
        target: key of the box it enters.
        labels: the properties it stands for; none on the later parts of a long link.
        ends: whether it has a head.
        lead: how far it runs straight under its labels.
    """

    source: str
    target: str
    labels: tuple[str, ...]
    ends: bool = True
    start: tuple[int, int] = (0, 0)
    end: tuple[int, int] = (0, 0)
    lead: int = 0

    @property
    def path(self) -> str:
        """Its line in SVG."""
        (x1, y1), (x2, y2) = self.start, self.end
        bend = x1 + self.lead
        middle = (bend + x2) // 2
        return f"M{x1} {y1}H{bend}C{middle} {y1} {middle} {y2} {x2} {y2}"

    @property
    def head(self) -> str:
        """Its arrow head in SVG."""
        x, y = self.end
        return f"M{x} {y}l-9 -4.5v9z"

    @property
    def placed_labels(self) -> list[tuple[int, int, str]]:
        """Its labels and where they stand: above the line, the later ones below it."""
        x, y = self.start
        return [(x + 8, y - 5 + PORT * nth, text) for nth, text in enumerate(self.labels)]


@dataclass
class Diagram:
    """Boxes and links, with their places."""

    boxes: list[Box]
    links: list[Link]
    width: int = 0
    height: int = 0
    columns: list[list[Box]] = field(default_factory=list)

    @property
    def shown(self) -> list[Box]:
        """The boxes that are drawn."""
        return [box for box in self.boxes if not box.passing]
