"""What each SHACL component says where its shape has no message of its own (SHACL 1.0, section 4)."""

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.check.paths import short
from kyodo_lod.check.result import Result
from kyodo_lod.check.shapes import Shapes
from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.terms import Literal, NamedNode
from kyodo_lod.rdf.vocabulary import rdf, sh, xsd

#: local name of the component's parameter → what is wrong; {0} is the parameter, {value} the value
_MESSAGES = {
    "class": ("{0} の実体ではありません", "is no instance of {0}"),
    "datatype": (
        "データ型 {0} の正しい値ではありません",
        "is no well-formed value of datatype {0}",
    ),
    "nodeKind": ("種類が {0} ではありません", "is not of node kind {0}"),
    "minCount": ("値が足りません (少なくとも {0} 個)", "has too few values (at least {0})"),
    "maxCount": ("値が多すぎます (多くて {0} 個)", "has too many values (at most {0})"),
    "minExclusive": ("{0} より大きくありません", "is not greater than {0}"),
    "minInclusive": ("{0} 以上ではありません", "is less than {0}"),
    "maxExclusive": ("{0} より小さくありません", "is not less than {0}"),
    "maxInclusive": ("{0} 以下ではありません", "is greater than {0}"),
    "minLength": ("{0} 文字より短い値です", "is shorter than {0} characters"),
    "maxLength": ("{0} 文字より長い値です", "is longer than {0} characters"),
    "pattern": ("形が {0} に合いません", "does not match {0}"),
    "languageIn": ("言語が {0} のどれでもありません", "is in none of the languages {0}"),
    "uniqueLang": ("同じ言語の値が二つ以上あります", "has two values or more in one language"),
    "equals": ("{0} の値と一致しません", "differs from the values of {0}"),
    "disjoint": ("{0} の値と重なります", "is also a value of {0}"),
    "lessThan": ("{0} の値より小さくありません", "is not less than the values of {0}"),
    "lessThanOrEquals": ("{0} の値以下ではありません", "is greater than a value of {0}"),
    "not": ("あってはならない条件 {0} に合います", "conforms to {0}, which it must not"),
    "and": ("{0} のすべてには合いません", "does not conform to all of {0}"),
    "or": ("{0} のどれにも合いません", "conforms to none of {0}"),
    "xone": ("{0} のちょうど一つには合いません", "does not conform to exactly one of {0}"),
    "node": ("{0} に合いません", "does not conform to {0}"),
    "qualifiedMinCount": (
        "条件に合う値が足りません (少なくとも {0} 個)",
        "has too few values that conform (at least {0})",
    ),
    "qualifiedMaxCount": (
        "条件に合う値が多すぎます (多くて {0} 個)",
        "has too many values that conform (at most {0})",
    ),
    "closed": ("ここで認められていない述語の値です", "is the value of a property not allowed here"),
    "hasValue": ("値 {0} がありません", "lacks the value {0}"),
    "in": ("{0} のどれでもありません", "is none of {0}"),
    "sparql": ("SPARQL の条件に合いません", "breaks a SPARQL constraint"),
}
_SUFFIX = "ConstraintComponent"
#: members of a list, and characters of a value, that a message shows
_SHOWN, _GLANCE = 6, 60
_NUMBERS = (xsd.integer, xsd.decimal)


def default_message(result: Result, shapes: Shapes) -> Bilingual:
    """Give the message of a result whose shape has none.

    Args:
        result: the result.
        shapes: the shapes it is from.
    """
    local = parameter_name(result.component)
    ja, en = _MESSAGES.get(local, _BROKEN)
    stated = shapes.graph.objects(result.shape, NamedNode(sh.iri + local))
    parameter = ", ".join(_term(shapes.graph, one) for one in stated)
    value = "" if result.value is None else f"{_term(shapes.graph, result.value)}: "
    return Bilingual(value + ja.replace("{0}", parameter), value + en.replace("{0}", parameter))


_BROKEN = ("制約に合いません", "breaks the constraint")


def parameter_name(component: str) -> str:
    """Give the parameter of one of SHACL's own components.

    >>> parameter_name("http://www.w3.org/ns/shacl#MinCountConstraintComponent")
    'minCount'
    """
    local = component.removeprefix(sh.iri).removesuffix(_SUFFIX)
    return "sparql" if local == "SPARQL" else local[:1].lower() + local[1:]


def _term(graph: Graph, node: Node) -> str:
    if isinstance(node, NamedNode):
        name = short(node.value)
        return name if name != node.value else f"<{name}>"
    if isinstance(node, Literal):
        text = node.value
        if node.datatype in _NUMBERS:
            return text
        return f'"{text if len(text) <= _GLANCE else text[:_GLANCE] + "…"}"'
    members = graph.items(node) if graph.objects(node, rdf.first) else []
    shown = [_term(graph, member) for member in members[:_SHOWN]]
    return f"({' '.join(shown)}{' …' if len(members) > _SHOWN else ''})" if members else "[…]"
