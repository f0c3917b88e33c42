"""A place in a document, as every object read from it remembers it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """A document, or a line of it, or a row of it that is spread over several lines.

    Args:
        document: the document's file name.
        line: the physical line, counted from 1; 0 means the document as a whole.
        last: the last line of the row where it has several; they tell no two places apart.
        column: the character of the line at which the cell at fault begins, counted from 1; 0 where
            that is not known. It tells no two places apart either.
        end: the character behind the cell's last one; likewise.

    >>> str(Origin("plan.txt", 69)), Origin("plan.txt", 69).fragment
    ('plan.txt:69', 'line=68,69')
    """

    document: str
    line: int = 0
    last: int = field(default=0, compare=False)
    column: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)

    @property
    def fragment(self) -> str:
        """The IRI fragment of the lines (RFC 5147: positions lie between lines)."""
        return f"line={self.line - 1},{max(self.line, self.last)}" if self.line else ""

    def __str__(self) -> str:
        return f"{self.document}:{self.line}" if self.line else self.document
