"""How many values meet a qualified value shape, and which (SHACL 1.0, section 4.7.3)."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.check.derivation import labels_of
from kyodo_lod.check.fast.components.shape import siblings_of
from kyodo_lod.check.fast.engine import failing
from kyodo_lod.check.fast.parameters import count
from kyodo_lod.check.fast.paths import compiled_path
from kyodo_lod.check.messages import described, term_text, with_words
from kyodo_lod.check.naming import holder_name, parameter_name
from kyodo_lod.check.result import Result
from kyodo_lod.check.shapes import Shapes
from kyodo_lod.finding import Inner
from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.vocabulary import sh

#: the parameters that count values
COUNTS = ("qualifiedMinCount", "qualifiedMaxCount")
#: values that are told of
_SHOWN = 3
_TOO_FEW = Bilingual(
    "{all} 個の値のうち、合うのは {met} 個です (少なくとも {limit} 個)",
    "{met} of {all} values conform (at least {limit})",
)
_TOO_MANY = Bilingual(
    "{all} 個の値のうち、{met} 個が合います (多くて {limit} 個)",
    "{met} of {all} values conform (at most {limit})",
)
_FIRST = Bilingual("。最初の {shown} 個:", "; the first {shown}:")
_DISJOINT = Bilingual(
    "これにも合うため、数えません (sh:qualifiedValueShapesDisjoint)",
    "conforms to this too, so it does not count (sh:qualifiedValueShapesDisjoint)",
)


@dataclass(frozen=True, slots=True)
class _Value:
    """A value of the property.

    Args:
        node: the value.
        fails: what the qualified shape finds wrong with it.
        others: the sibling shapes that it conforms to and must not.
    """

    node: Node
    fails: list[Result]
    others: list[Node]

    @property
    def counts(self) -> bool:
        return not (self.fails or self.others)


def counted(
    result: Result, data: Graph, shapes: Shapes, failed: Callable[[Result], Inner]
) -> Iterator[Inner]:
    """Say of each qualified shape that is met too rarely or too often how often it is, and by which.

    Args:
        result: of a component in COUNTS.
        data: the data graph.
        shapes: the shapes.
        failed: tells of a demand that fails.

    Raises:
        UnsupportedError: where only pySHACL knows the shapes.
    """
    graph, shape = shapes.graph, result.shape
    is_least = parameter_name(result.component) == COUNTS[0]
    limit = count(
        graph.objects(shape, sh.qualifiedMinCount if is_least else sh.qualifiedMaxCount)[0]
    )
    nodes = compiled_path(data, graph, graph.objects(shape, sh.path)[0])(result.focus)
    for part in graph.objects(shape, sh.qualifiedValueShape):
        siblings = siblings_of(graph, shape, part)
        values = [_judged(node, part, siblings, data, shapes) for node in nodes]
        met = sum(value.counts for value in values)
        if met < limit if is_least else met > limit:
            told = [value for value in values if value.counts != is_least]
            text = (_TOO_FEW if is_least else _TOO_MANY).fill(all=len(values), met=met, limit=limit)
            inner = tuple(_value(value, data, shapes, failed) for value in told[:_SHOWN])
            yield Inner(shapes.named(part), _with_cut(text, len(told)), inner)


def _judged(
    node: Node, part: Node, siblings: Sequence[Node], data: Graph, shapes: Shapes
) -> _Value:
    others = [sibling for sibling in siblings if not failing(data, shapes, node, sibling)]
    return _Value(node, failing(data, shapes, node, part), others)


def _with_cut(text: Bilingual, count: int) -> Bilingual:
    """Say where only the first few are told of."""
    if count <= _SHOWN:
        return text
    first = _FIRST.fill(shown=_SHOWN)
    return Bilingual(text.ja + first.ja, text.en + first.en)


def _value(value: _Value, data: Graph, shapes: Shapes, failed: Callable[[Result], Inner]) -> Inner:
    """Name a value, and say why it does not count, where it does not."""
    term, name = term_text(data, value.node, shapes.prefixes), labels_of(data, value.node)
    text = Bilingual(*(f"{term} ({one})" if one else term for one in name))
    disjoint = (_disjoint(sibling, shapes) for sibling in value.others)
    return Inner("", text, tuple(dict.fromkeys((*map(failed, value.fails), *disjoint))))


def _disjoint(sibling: Node, shapes: Shapes) -> Inner:
    text = with_words(_DISJOINT, described(sibling, shapes))
    return Inner(shapes.named(sibling), text, name=holder_name(shapes, sibling))
