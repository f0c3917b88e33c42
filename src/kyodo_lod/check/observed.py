"""What stands in the data where a component is broken: how many values, of which datatype, of what kind."""

from kyodo_lod.bilingual import NOTHING, Bilingual
from kyodo_lod.check.fast.literals import compare
from kyodo_lod.check.fast.paths import compiled_path
from kyodo_lod.check.fast.unsupported import UnsupportedError
from kyodo_lod.check.result import Result
from kyodo_lod.check.shapes import Shapes
from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.terms import BlankNode, Literal, NamedNode
from kyodo_lod.rdf.vocabulary import sh

_COUNTS = ("minCount", "maxCount")
_BOUNDS = ("minExclusive", "minInclusive", "maxExclusive", "maxInclusive")
_INCOMPARABLE = Bilingual("{0} とは比べられません", "cannot be compared with {0}")
_IS = Bilingual("データ型が {0} ではなく {is_a} です", "is of datatype {is_a}, not {0}")
_IS_NO_LITERAL = Bilingual(
    "{is_a}で、{0} のリテラルではありません", "is {is_a}, no literal of datatype {0}"
)
_IRI, _BLANK = Bilingual("IRI ", "an IRI"), Bilingual("空白ノード", "a blank node")


def number_of_values(parameter: str, result: Result, shapes: Shapes, data: Graph) -> int:
    """Count the values where there are too few or too many; 0 where that is not known.

    Args:
        parameter: of the component.
        result: the result.
        shapes: the shapes it is from.
        data: the data graph.
    """
    path = shapes.graph.value(result.shape, sh.path)
    if parameter not in _COUNTS or path is None:
        return 0
    try:
        return len(compiled_path(data, shapes.graph, path)(result.focus))
    except UnsupportedError:
        return 0


def other_words(parameter: str, value: Node | None, stated: list[Node], datatype: str) -> Bilingual:
    """Say of a value that is of another datatype, or that cannot be compared, just that.

    Args:
        parameter: of the component.
        value: the value at fault.
        stated: what the shape states.
        datatype: of the value, for people.

    Returns:
        A text with {0} for what is stated; nothing where the component's own words say it well.
    """
    if parameter in _BOUNDS and value is not None and len(stated) == 1:
        return NOTHING if _is_comparable(value, stated[0]) else _INCOMPARABLE
    if parameter != "datatype" or value is None:
        return NOTHING
    if not isinstance(value, Literal):
        kind = _BLANK if isinstance(value, BlankNode) else _IRI
        pairs = zip(_IS_NO_LITERAL, kind, strict=True)
        return Bilingual(*(text.replace("{is_a}", word) for text, word in pairs))
    if value.datatype in stated:
        return NOTHING
    return Bilingual(*(text.replace("{is_a}", datatype) for text in _IS))


def datatype_of(value: Node | None) -> NamedNode | None:
    """Give the datatype of a literal."""
    return value.datatype if isinstance(value, Literal) else None


def _is_comparable(value: Node, bound: Node) -> bool:
    try:
        return compare(value, bound) is not None
    except UnsupportedError:
        return True  # only pySHACL knows
