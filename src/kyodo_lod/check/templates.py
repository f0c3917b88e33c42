"""Messages with gaps, numbered, so that it is known which one pySHACL filled (SHACL 1.0, section 5.3.2).

It drops the language of a message that it fills, and gives them in no order.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.terms import Literal, Triple, string
from kyodo_lod.rdf.vocabulary import rdf, sh, xsd

_NUMBER = re.compile("\ue000([0-9]+)\ue000")


def numbered(shapes: Graph, triples: Iterable[Triple]) -> Iterator[Triple]:
    """Put its number before each message.

    Args:
        shapes: the shapes graph.
        triples: what of it pySHACL is given.
    """
    numbers = {template: number for number, template in enumerate(_templates(shapes))}
    for triple in triples:
        number, message = numbers.get(triple), triple.object
        if number is not None and isinstance(message, Literal):
            text = f"\ue000{number}\ue000{message.value}"
            yield Triple(triple.subject, triple.predicate, _like(message, text))
        else:
            yield triple


def told(filled: Iterable[str], shapes: Graph, holder: Node) -> Iterator[Literal]:
    """Give filled messages as they are meant, in the order of the shapes graph.

    Args:
        filled: what pySHACL tells.
        shapes: the shapes graph.
        holder: what was broken; where it has messages, those of others are left out.
    """
    has_own = bool(shapes.objects(holder, sh.message))
    for number, text in sorted(map(_parted, filled)):
        if number < 0:
            yield string(text)
            continue
        template = _templates(shapes)[number]
        if not has_own or template.subject == holder:
            yield _like(template.object, text)


def _parted(text: str) -> tuple[int, str]:
    number = _NUMBER.match(text)
    return (int(number[1]), text[number.end() :]) if number else (-1, text)


@lru_cache(maxsize=4)
def _templates(shapes: Graph) -> list[Triple]:
    return [each for each in shapes.triples() if each.predicate == sh.message and _is_text(each)]


def _is_text(template: Triple) -> bool:
    message = template.object
    return isinstance(message, Literal) and message.datatype in (xsd.string, rdf.langString)


def _like(message: Node, text: str) -> Literal:
    if isinstance(message, Literal) and message.language:
        return Literal(text, language=message.language)
    return string(text)
