"""What each SHACL component says where its shape has no message of its own (SHACL 1.0, section 4)."""

from itertools import islice

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.check.paths import path_text, short
from kyodo_lod.check.result import Result
from kyodo_lod.check.shapes import Shapes, bilingual
from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.terms import BlankNode, Literal, NamedNode
from kyodo_lod.rdf.vocabulary import rdf, rdfs, sh, xsd

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
#: shapes in a shape that a description opens
_DEPTH = 2
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
    parameter = ", ".join(term_text(shapes.graph, one) for one in stated)
    value = "" if result.value is None else f"{term_text(shapes.graph, result.value)}: "
    return Bilingual(value + ja.replace("{0}", parameter), value + en.replace("{0}", parameter))


_BROKEN = ("制約に合いません", "breaks the constraint")


def parameter_name(component: str) -> str:
    """Give the parameter of one of SHACL's own components.

    >>> parameter_name("http://www.w3.org/ns/shacl#MinCountConstraintComponent")
    'minCount'
    """
    local = component.removeprefix(sh.iri).removesuffix(_SUFFIX)
    return "sparql" if local == "SPARQL" else local[:1].lower() + local[1:]


def with_words(text: Bilingual, words: Bilingual) -> Bilingual:
    """Give a text with further words behind a colon, where there are any."""
    return Bilingual(
        *(f"{one}: {more}" if more else one for one, more in zip(text, words, strict=True))
    )


def described(shape: Node, shapes: Shapes) -> Bilingual:
    """Give what a shape demands: its name, label or message, else its parameters where it has no IRI."""
    for predicate in (sh.name, rdfs.label, sh.message):
        if texts := shapes.texts(shape, predicate):
            return bilingual(texts)
    if isinstance(shape, NamedNode):
        return Bilingual("", "")
    text = _parameters(shapes.graph, shape, _DEPTH)
    return Bilingual(text, text)


def _parameters(graph: Graph, shape: Node, depth: int) -> str:
    """Write what a shape states in SHACL's terms, as Turtle does; only so much of it."""
    stated = (
        f"sh:{predicate.value.removeprefix(sh.iri)} {_value(graph, predicate, value, depth)}"
        for predicate, values in graph.by_subject.get(shape, {}).items()
        if predicate.value.startswith(sh.iri)
        for value in values
    )
    shown = list(islice(stated, _SHOWN + 1))
    return " ; ".join(shown[:_SHOWN] + ["…"] * (len(shown) > _SHOWN))


def _value(graph: Graph, predicate: NamedNode, value: Node, depth: int) -> str:
    if predicate == sh.path:
        return path_text(graph, value)
    if isinstance(value, BlankNode) and depth and not graph.objects(value, rdf.first):
        return f"[ {_parameters(graph, value, depth - 1)} ]"
    return term_text(graph, value)


def term_text(graph: Graph, node: Node) -> str:
    """Give a term for people: an IRI by one of our prefixes, a long text cut, the members of a list."""
    if isinstance(node, NamedNode):
        if node.value.startswith(sh.iri):
            return f"sh:{node.value.removeprefix(sh.iri)}"
        name = short(node.value)
        return name if name != node.value else f"<{name}>"
    if isinstance(node, Literal):
        text = node.value
        if node.datatype in _NUMBERS:
            return text
        return f'"{text if len(text) <= _GLANCE else text[:_GLANCE] + "…"}"'
    members = graph.items(node) if graph.objects(node, rdf.first) else []
    shown = [term_text(graph, member) for member in members[:_SHOWN]]
    return f"({' '.join(shown)}{' …' if len(members) > _SHOWN else ''})" if members else "[…]"
