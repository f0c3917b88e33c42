"""What each SHACL component says where its shape has no message of its own (SHACL 1.0, section 4)."""

from collections.abc import Mapping, Sequence
from itertools import islice

from kyodo_lod.bilingual import NOTHING, Bilingual
from kyodo_lod.check.naming import parameter_name
from kyodo_lod.check.observed import datatype_of, number_of_values, other_words
from kyodo_lod.check.paths import path_text
from kyodo_lod.check.result import Result
from kyodo_lod.check.shapes import Shapes, bilingual
from kyodo_lod.check.short_names import NO_PREFIXES, short, shown_path
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
#: written bare, as in Turtle
_BARE = (xsd.integer, xsd.decimal, xsd.boolean)


def default_message(result: Result, shapes: Shapes, data: Graph) -> Bilingual:
    """Give the message of a result whose shape has none.

    Args:
        result: the result.
        shapes: the shapes it is from.
        data: the data graph.
    """
    local, names = parameter_name(result.component), shapes.prefixes
    stated = shapes.graph.objects(result.shape, NamedNode(sh.iri + local))
    datatype = datatype_of(result.value)
    named = term_text(shapes.graph, datatype, names) if datatype else ""
    special = other_words(local, result.value, stated, named)
    said = special if special.en else Bilingual(*_MESSAGES.get(local, _BROKEN))
    value = "" if result.value is None else f"{term_text(shapes.graph, result.value, names)}: "
    many = number_of_values(local, result, shapes, data)
    parameter = _stated(local, stated, shapes)
    return Bilingual(
        value + said.ja.replace("{0}", parameter.ja + (f" 個、今は {many}" if many else "")),
        value + said.en.replace("{0}", parameter.en + (f", found {many}" if many else "")),
    )


_SHAPE_LISTS, _SHAPES = ("and", "or", "xone"), ("not", "node")


def _stated(parameter: str, stated: Sequence[Node], shapes: Shapes) -> Bilingual:
    """Give what a shape states by a parameter; of shapes within what they are called or demand."""
    if parameter in _SHAPES:
        return _joined([_shape(one, shapes) for one in stated], ", ")
    if parameter in _SHAPE_LISTS:
        lists = [shapes.graph.items(head) for head in stated]
        return _joined([_list([_shape(one, shapes) for one in each]) for each in lists], ", ")
    text = ", ".join(term_text(shapes.graph, one, shapes.prefixes) for one in stated)
    return Bilingual(text, text)


def _shape(shape: Node, shapes: Shapes) -> Bilingual:
    text = described(shape, shapes)
    if text.en:
        return Bilingual(f"[ {text.ja} ]", f"[ {text.en} ]")
    name = term_text(shapes.graph, shape, shapes.prefixes)
    return Bilingual(name, name)


def _list(members: Sequence[Bilingual]) -> Bilingual:
    shown = _joined(members[:_SHOWN], " ")
    more = " …" if len(members) > _SHOWN else ""
    return Bilingual(f"({shown.ja}{more})", f"({shown.en}{more})")


def _joined(texts: Sequence[Bilingual], sign: str) -> Bilingual:
    return Bilingual(sign.join(one.ja for one in texts), sign.join(one.en for one in texts))


_BROKEN = ("制約に合いません", "breaks the constraint")


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
        return NOTHING
    text = _parameters(shapes, shape, _DEPTH)
    return Bilingual(text, text)


def _parameters(shapes: Shapes, shape: Node, depth: int) -> str:
    """Write what a shape states in SHACL's terms, as Turtle does; only so much of it."""
    stated = (
        f"sh:{predicate.value.removeprefix(sh.iri)} {_value(shapes, predicate, value, depth)}"
        for predicate, values in shapes.graph.by_subject.get(shape, {}).items()
        if predicate.value.startswith(sh.iri)
        for value in values
    )
    shown = list(islice(stated, _SHOWN + 1))
    return " ; ".join(shown[:_SHOWN] + ["…"] * (len(shown) > _SHOWN))


def _value(shapes: Shapes, predicate: NamedNode, value: Node, depth: int) -> str:
    graph = shapes.graph
    if predicate == sh.path:
        return shown_path(path_text(graph, value), shapes.prefixes)
    if isinstance(value, BlankNode) and depth and not graph.objects(value, rdf.first):
        return f"[ {_parameters(shapes, value, depth - 1)} ]"
    return term_text(graph, value, shapes.prefixes)


def term_text(graph: Graph, node: Node, names: Mapping[str, str] = NO_PREFIXES) -> str:
    """Give a term for people: an IRI by a prefix, a long text cut, the members of a list.

    Args:
        graph: that holds the lists.
        node: the term.
        names: prefixes besides ours.
    """
    if isinstance(node, NamedNode):
        if node.value.startswith(sh.iri):
            return f"sh:{node.value.removeprefix(sh.iri)}"
        name = short(node.value, names)
        return name if name != node.value else f"<{name}>"
    if isinstance(node, Literal):
        text = node.value
        if node.datatype in _BARE:
            return text
        cut = text if len(text) <= _GLANCE else f"{text[:_GLANCE]}…"
        return f'"{cut}"{_tag(graph, node, names)}'
    members = graph.items(node) if graph.objects(node, rdf.first) else []
    shown = [term_text(graph, member, names) for member in members[:_SHOWN]]
    return f"({' '.join(shown)}{' …' if len(members) > _SHOWN else ''})" if members else "[…]"


def _tag(graph: Graph, literal: Literal, names: Mapping[str, str]) -> str:
    """Give the language or the datatype of a literal as Turtle does; nothing for a plain string."""
    if literal.language:
        return f"@{literal.language}"
    is_plain = literal.datatype == xsd.string
    return "" if is_plain else f"^^{term_text(graph, literal.datatype, names)}"
