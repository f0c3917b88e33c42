"""How the rules of shapes are called: by their IRI, else by the shape that holds them.

`ex:LoanShape/ex:due-minCount` is what the shape ex:LoanShape demands of ex:due by sh:minCount in a
property shape without an IRI.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from kyodo_lod.check.paths import path_text
from kyodo_lod.check.shapes import Shapes
from kyodo_lod.check.short_names import short, shown_path
from kyodo_lod.finding import short_rule
from kyodo_lod.rdf.graph import Node
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import sh

_SUFFIX = "ConstraintComponent"
_HOME = re.compile(r".*[/#:]", re.DOTALL)


class Name(NamedTuple):
    """What a rule is called.

    Args:
        rule: as `Finding.rule`.
        short: as people write it.
        holder: IRI of the shape; empty where none has an IRI.
    """

    rule: str
    short: str
    holder: str = ""

    def others(self, prefixes: Mapping[str, str]) -> frozenset[str]:
        """Give further names under which it is selected; a holder's name stands for all it holds."""
        local = _HOME.sub("", self.holder)
        of_holder = (self.holder, short(self.holder, prefixes), short_rule(self.holder), local)
        return frozenset(name for name in (self.short, *of_holder) if name)


def name_of(shapes: Shapes, shape: Node, component: str, constraint: Node | None = None) -> Name:
    """Name the rule that a constraint of a shape is.

    Args:
        shapes: the shapes.
        shape: the shape.
        component: IRI of the constraint component.
        constraint: the SPARQL constraint, where it is one.
    """
    source = constraint if isinstance(constraint, NamedNode) else shape
    if isinstance(source, NamedNode):
        return Name(source.value, _short(source.value, shapes), source.value)
    holder = shapes.named(source)
    if not holder:
        return Name(component, short_rule(component))
    path = shown_path(path_text(shapes.graph, shapes.graph.value(shape, sh.path)), shapes.prefixes)
    within = f"{f'/{path}' if path else ''}-{parameter_name(component)}"
    return Name(holder + within, _short(holder, shapes) + within, holder)


def holder_name(shapes: Shapes, shape: Node) -> str:
    """Give the short name of a shape, or of the one that holds it; empty where none has an IRI."""
    holder = shapes.named(shape)
    return _short(holder, shapes) if holder else ""


@lru_cache(maxsize=256)
def parameter_name(component: str) -> str:
    """Give the parameter of a component, as far as its name tells.

    >>> parameter_name("http://www.w3.org/ns/shacl#MinCountConstraintComponent")
    'minCount'
    """
    local = _HOME.sub("", component).removesuffix(_SUFFIX)
    return "sparql" if local == "SPARQL" else local[:1].lower() + local[1:]


def _short(rule: str, shapes: Shapes) -> str:
    known = short_rule(rule)
    return known if known != rule else short(rule, shapes.prefixes)
