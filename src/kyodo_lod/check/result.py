"""A SHACL validation result, whichever engine gave it (SHACL 1.0, section 3.6.2)."""

from typing import NamedTuple

from kyodo_lod.rdf.graph import Node
from kyodo_lod.rdf.terms import Literal


class Result(NamedTuple):
    """A top-level validation result.

    Args:
        focus: the focus node.
        path: the property, as an IRI or in SPARQL's syntax; empty where there is none.
        value: the value at fault, where there is one.
        shape: the source shape: its IRI, or its blank node in the shapes graph.
        constraint: the SPARQL constraint, where there is one; likewise.
        component: IRI of the constraint component.
        severity: IRI of the severity.
        messages: what a SPARQL constraint or a component of somebody says, its gaps filled; empty
            for the components of SHACL Core.
    """

    focus: Node
    path: str
    value: Node | None
    shape: Node
    constraint: Node | None
    component: str
    severity: str
    messages: tuple[Literal, ...] = ()

    @property
    def sort_key(self) -> tuple[str, ...]:
        """An order that depends on nothing but the content."""
        return (
            str(self.focus), str(self.shape), str(self.constraint), self.path, str(self.value),
            self.component, self.severity, *map(str, self.messages),
        )  # fmt: skip
