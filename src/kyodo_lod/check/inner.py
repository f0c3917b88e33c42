"""Which demands within a rule a value fails, or meets against the rule: sh:or, sh:node and the like."""

from collections.abc import Callable, Iterator, Sequence

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.check.fast.backtracking import EndlessError
from kyodo_lod.check.fast.engine import failing
from kyodo_lod.check.fast.unsupported import UnsupportedError
from kyodo_lod.check.messages import default_message, described, with_words
from kyodo_lod.check.naming import Name, holder_name, name_of, parameter_name
from kyodo_lod.check.qualified import COUNTS, counted
from kyodo_lod.check.result import Result
from kyodo_lod.check.shapes import Shapes, bilingual
from kyodo_lod.check.short_names import shown_path
from kyodo_lod.finding import Inner
from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.vocabulary import sh

_SINGLE = {"node": sh.node, "not": sh.not_}
_LISTS = {"and": sh.and_, "or": sh.or_, "xone": sh.xone}
#: how many of so many demands a value may meet
_HOLDS: dict[str, Callable[[int, int], bool]] = {
    "node": lambda met, every: met == every,
    "and": lambda met, every: met == every,
    "or": lambda met, _: met > 0,
    "xone": lambda met, _: met == 1,
    "not": lambda met, _: met == 0,
}
#: demands within demands that are told
_DEPTH = 4
_CONFORMS = Bilingual("これに合います", "conforms to this")


def inner_demands(result: Result, data: Graph, shapes: Shapes, depth: int = 0) -> tuple[Inner, ...]:
    """Give the inner demands by which a value breaks a rule.

    Args:
        result: any result.
        data: the data graph.
        shapes: the shapes.
        depth: how many demands this one is within.

    Returns:
        For sh:and, sh:or and sh:node the demands that fail; for sh:not, and for sh:xone where more
        than one is met, those that are met; for sh:qualifiedValueShape how many values meet it, and
        which do or do not. Nothing for other components, or where only pySHACL knows the shapes.
    """
    if depth >= _DEPTH:
        return ()

    def failed(inner: Result) -> Inner:
        return _failed(inner, data, shapes, depth)

    try:
        if parameter_name(result.component) in COUNTS:
            return tuple(counted(result, data, shapes, failed))
        return tuple(dict.fromkeys(_told(result, data, shapes, failed)))
    except (EndlessError, UnsupportedError):
        return ()


def _told(
    result: Result, data: Graph, shapes: Shapes, failed: Callable[[Result], Inner]
) -> Iterator[Inner]:
    name = parameter_name(result.component)
    value = result.focus if result.value is None else result.value
    for parts in _groups(name, result.shape, shapes):
        found = [(part, failing(data, shapes, value, part)) for part in parts]
        met = [part for part, fails in found if not fails]
        if _HOLDS[name](len(met), len(found)):
            continue
        if met and name in ("not", "xone"):
            yield from (_met(part, shapes) for part in met)
        else:
            yield from (failed(fail) for _, fails in found for fail in fails)


def _groups(name: str, shape: Node, shapes: Shapes) -> list[Sequence[Node]]:
    """Give the demands that belong together: a shape may have several sh:or, one of which it fails."""
    if name in _SINGLE:
        return [[part] for part in shapes.graph.objects(shape, _SINGLE[name])]
    heads = shapes.graph.objects(shape, _LISTS[name]) if name in _LISTS else []
    return [shapes.graph.items(head) for head in heads]


def _failed(result: Result, data: Graph, shapes: Shapes, depth: int) -> Inner:
    name, message = rule_of(result, shapes), message_of(result, shapes, data)
    path = f"{shown_path(result.path, shapes.prefixes)}: " if result.path else ""
    told = Bilingual(path + message.ja, path + message.en)
    return Inner(name.rule, told, inner_demands(result, data, shapes, depth + 1), name.short)


def _met(part: Node, shapes: Shapes) -> Inner:
    return Inner(
        shapes.named(part),
        with_words(_CONFORMS, described(part, shapes)),
        name=holder_name(shapes, part),
    )


def rule_of(result: Result, shapes: Shapes) -> Name:
    """Name the rule that a result is about: by its constraint, shape, holder or component."""
    return name_of(shapes, result.shape, result.component, result.constraint)


def message_of(result: Result, shapes: Shapes, data: Graph) -> Bilingual:
    """Give what a result says: its own words, those of its shape, else those of its component."""
    stated = dict(stated_messages(result, shapes))
    return bilingual(stated) if stated else default_message(result, shapes, data)


def stated_messages(result: Result, shapes: Shapes) -> list[tuple[str, str]]:
    """Give the messages that somebody wrote, by language; plain ones under an empty language."""
    own = {(text.language or ""): text.value for text in result.messages}
    return list((own or shapes.texts(result.shape, sh.message)).items())
