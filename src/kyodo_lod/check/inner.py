"""Which demands within a rule a value fails, for sh:or, sh:node and the like."""

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.check.fast.engine import failing
from kyodo_lod.check.fast.unsupported import UnsupportedError
from kyodo_lod.check.messages import default_message, parameter_name
from kyodo_lod.check.result import Result
from kyodo_lod.check.shapes import Shapes, bilingual
from kyodo_lod.finding import Inner
from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import sh

_LISTS = {"and": sh.and_, "or": sh.or_, "xone": sh.xone}
#: demands within demands that are told
_DEPTH = 4
_CONFORMS = Bilingual("これに合います", "conforms to this")


def inner_demands(result: Result, data: Graph, shapes: Shapes, depth: int = 0) -> tuple[Inner, ...]:
    """Give the inner demands that the value of a result fails.

    Args:
        result: any result.
        data: the data graph.
        shapes: the shapes.
        depth: how many demands this one is within.

    Returns:
        For sh:and, sh:or and sh:node the demands that fail; for sh:xone, where more than one is met,
        those that are met. Nothing for other components, or where only pySHACL knows the shapes.
    """
    value = result.focus if result.value is None else result.value
    parts = _parts(result, shapes)
    if depth >= _DEPTH or not parts:
        return ()
    try:
        found = [(part, failing(data, shapes, value, part)) for part in parts]
    except UnsupportedError:
        return ()
    if any(fails for _, fails in found):
        told = (_failed(fail, data, shapes, depth) for _, fails in found for fail in fails)
        if not _is_too_many(result, found):
            return tuple(dict.fromkeys(told))
    return tuple(_met(part, shapes) for part, fails in found if not fails)


def _parts(result: Result, shapes: Shapes) -> list[Node]:
    name = parameter_name(result.component)
    if name == "node":
        return shapes.graph.objects(result.shape, sh.node)
    heads = shapes.graph.objects(result.shape, _LISTS[name]) if name in _LISTS else []
    return [member for head in heads for member in shapes.graph.items(head)]


def _is_too_many(result: Result, found: list[tuple[Node, list[Result]]]) -> bool:
    met = sum(not fails for _, fails in found)
    return parameter_name(result.component) == "xone" and met > 1


def _failed(result: Result, data: Graph, shapes: Shapes, depth: int) -> Inner:
    rule, message = rule_of(result, shapes), message_of(result, shapes)
    path = f"{result.path}: " if result.path else ""
    told = Bilingual(path + message.ja, path + message.en)
    return Inner(rule, told, inner_demands(result, data, shapes, depth + 1))


def _met(part: Node, shapes: Shapes) -> Inner:
    named = shapes.named(part)
    rule = part.value if isinstance(part, NamedNode) else named
    return Inner(rule, _CONFORMS)


def rule_of(result: Result, shapes: Shapes) -> str:
    """Give the IRI of the rule that a result is about: constraint, shape, its holder or component."""
    constraint = result.constraint
    named = constraint if isinstance(constraint, NamedNode) else result.shape
    return shapes.named(named) or result.component


def message_of(result: Result, shapes: Shapes) -> Bilingual:
    """Give what a result says: its own words, those of its shape, else those of its component."""
    texts = {(text.language or ""): text.value for text in result.messages}
    stated = texts or shapes.texts(result.shape, sh.message)
    return bilingual(stated) if stated else default_message(result, shapes)
