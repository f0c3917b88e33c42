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
    """Fill the messages of a constraint, else those of its shape.

    Args:
        shapes: the shapes graph.
        constraint: the constraint.
        shape: the shape that has it.
        values: variable → term.

    Raises:
        UnsupportedError: for a value with a backslash, which pySHACL cannot fill in.
    """
    order = [*(n for n in values if n not in _FIRST), *(n for n in _FIRST if n in values)]
    texts = {name: _text(values[name]) for name in order}
    stated = shapes.objects(constraint, sh.message) or shapes.objects(shape, sh.message)
    messages = [each for each in stated if isinstance(each, Literal)]
    return tuple(_tagged(_fill(message.value, texts), message) for message in messages)


def _text(term: Node) -> str:
    text = term.value if isinstance(term, NamedNode | Literal | BlankNode) else str(term)
    if "\\" in text:
        raise UnsupportedError("a message to be filled with a backslash")
    return text


def _fill(message: str, texts: Mapping[str, str]) -> str:
    for name, text in texts.items():
        if name not in message:  # of a hundred thousand results each is filled
            continue
        message = re.sub(rf"\{{[?$]{name}\}}", lambda _, text=text: text, message)  # type: ignore[misc]
    return message


def _tagged(text: str, template: Literal) -> Literal:
    return Literal(text, language=template.language) if template.language else string(text)
