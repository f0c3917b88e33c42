"""A few triples as Turtle for people, with what lacks named in a comment."""

import re
from collections.abc import Iterable, Iterator

from kyodo_lod.check.paths import short
from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.terms import Literal, NamedNode
from kyodo_lod.rdf.vocabulary import rdf, rdfs, xsd

BASE = "https://example.org/"
_WIDTH, _NEXT = 70, " ,\n        "
_CANONICAL = re.compile(r"0|-?[1-9][0-9]*")


def turtle(graph: Graph, shown: dict[Node, dict[NamedNode, None]], *, lacking: bool = True) -> str:
    """Write nodes with their types and the properties that are asked for.

    Args:
        graph: holds the triples.
        shown: the properties to be shown, node by node.
        lacking: whether those that a node has not are named.
    """
    blocks = []
    for node, wanted in shown.items():
        lacks = _lacking(graph, node, wanted) if lacking else ()
        blocks.append("\n".join((_node(graph, node, list(wanted)), *lacks)))
    return "\n\n".join(blocks)


def _node(graph: Graph, node: Node, wanted: list[NamedNode]) -> str:
    predicates = [p for p in dict.fromkeys((rdf.type, *wanted)) if graph.objects(node, p)]
    if predicates in ([], [rdf.type]) and graph.objects(node, rdfs.label):
        predicates.append(rdfs.label)
    lines = [_line(p, list(map(term, graph.objects(node, p)))) for p in predicates]
    body = " ;\n    ".join(lines)
    return f"{term(node)} {body} ." if lines else f"# {term(node)}"


def _lacking(graph: Graph, node: Node, wanted: Iterable[NamedNode]) -> Iterator[str]:
    for predicate in wanted:
        if not graph.objects(node, predicate):
            yield f"# ✗ {term(predicate)}"


def _line(predicate: NamedNode, values: list[str]) -> str:
    """Write a property and its values, each on a line of its own where one would be too long."""
    verb = "a" if predicate == rdf.type else term(predicate)
    line = f"{verb} {' , '.join(values)}"
    return line if len(line) <= _WIDTH else f"{verb}{_NEXT[2:]}{_NEXT.join(values)}"


def term(node: Node) -> str:
    """Write a term: by a prefix, relative to the examples' base, or in full."""
    if isinstance(node, NamedNode):
        name = short(node.value)
        return name if name != node.value else f"<{node.value.removeprefix(BASE)}>"
    if isinstance(node, Literal):
        return _literal(node)
    return str(node)


def _literal(literal: Literal) -> str:
    text, datatype = literal.value, literal.datatype
    if datatype == xsd.integer and _CANONICAL.fullmatch(text):
        return text
    if datatype == xsd.boolean and text in ("true", "false"):
        return text
    quoted = str(Literal("".join(map(_seen, text)))).replace("\\\\u", "\\u")
    if literal.language:
        return f"{quoted}@{literal.language}"
    return quoted if datatype == xsd.string else f"{quoted}^^{term(datatype)}"


def _seen(character: str) -> str:
    r"""Write a character that nobody sees by its code point, as Turtle does (\u200B)."""
    return (
        character
        if character.isprintable() or character in "\n\r\t"
        else f"\\u{ord(character):04X}"
    )
