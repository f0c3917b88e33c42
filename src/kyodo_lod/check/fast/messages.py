"""What a SPARQL constraint says, its gaps filled (SHACL 1.0, section 5.3.2)."""

import re
from collections.abc import Mapping

from kyodo_lod.check.fast.unsupported import UnsupportedError
from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.terms import BlankNode, Literal, NamedNode, string
from kyodo_lod.rdf.vocabulary import sh

_FIRST = ("this", "path", "value")


def filled(
    shapes: Graph, constraint: Node, shape: Node, values: Mapping[str, Node]
) -> tuple[Literal, ...]:
    """Fill the messages of a constraint, else those of its shape, which lose their languages.

    Args:
        shapes: the shapes graph.
        constraint: the constraint.
        shape: the shape that has it.
        values: variable → term.
    """
    order = [*(n for n in values if n not in _FIRST), *(n for n in _FIRST if n in values)]
    texts = {name: _text(values[name]) for name in order}
    own = [m for m in shapes.objects(constraint, sh.message) if isinstance(m, Literal)]
    if own:
        return tuple(_tagged(_fill(message.value, texts), message) for message in own)
    others = [m for m in shapes.objects(shape, sh.message) if isinstance(m, Literal)]
    return tuple(map(string, sorted({_fill(message.value, texts) for message in others})))


def _text(term: Node) -> str:
    text = term.value if isinstance(term, NamedNode | Literal | BlankNode) else str(term)
    if "\\" in text:
        raise UnsupportedError("a message to be filled with a backslash")
    return text


def _fill(message: str, texts: Mapping[str, str]) -> str:
    for name, text in texts.items():
        message = re.sub(rf"\{{[?$]{name}\}}", lambda _, text=text: text, message)  # type: ignore[misc]
    return message


def _tagged(text: str, template: Literal) -> Literal:
    return Literal(text, language=template.language) if template.language else string(text)
