"""How a graph is repaired that breaks a shape: a sentence made from the shape's own constraints.

A constraint in SPARQL says it itself, in its rdfs:comment.
"""

from collections.abc import Iterator, Sequence

from kyodo_lod.bilingual import NOTHING, Bilingual
from kyodo_lod.check.paths import path_text
from kyodo_lod.check.shapes import Shapes, bilingual
from kyodo_lod.check.short_names import short
from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.terms import Literal, NamedNode
from kyodo_lod.rdf.vocabulary import rdfs, sh

#: constraint → what the values must be (SHACL 1.0, section 4); {0} is its parameter
_VALUES = {
    sh.nodeKind: Bilingual("{0}", "{0}"),
    sh.class_: Bilingual(
        "グラフの中で {0} の型を付けたもの", "described in the graph with the type {0}"
    ),
    sh.datatype: Bilingual("データ型が {0}", "of datatype {0}"),
    sh.languageIn: Bilingual("言語タグが {0}", "with the language tag {0}"),
    sh.uniqueLang: Bilingual("一つの言語に一つだけ", "one in each language at most"),
    sh.pattern: Bilingual("正規表現 {0} に合う", "matching the regular expression {0}"),
    sh.minLength: Bilingual("長さ {0} 以上", "of length {0} or more"),
    sh.maxLength: Bilingual("長さ {0} 以下", "of length {0} or less"),
    sh.minInclusive: Bilingual("{0} 以上", "{0} or more"),
    sh.maxInclusive: Bilingual("{0} 以下", "{0} or less"),
    sh.in_: Bilingual("{0} のどれか", "one of {0}"),
    sh.hasValue: Bilingual("その一つは {0}", "{0} among them"),
    sh.equals: Bilingual("{0} の値と同じ", "the same as those of {0}"),
    sh.lessThan: Bilingual("{0} の値より小さい (前の)", "less than (before) that of {0}"),
    sh.lessThanOrEquals: Bilingual(
        "{0} の値以下 (前か同じ)", "not greater than (after) that of {0}"
    ),
    sh.not_: Bilingual("「{0}」でない", "not “{0}”"),
    sh.qualifiedValueShape: Bilingual("「{0}」が {1} 個以上", "{1} or more “{0}”"),
}
_KINDS = {
    sh.IRI: Bilingual("IRI", "an IRI"),
    sh.BlankNode: Bilingual("空白ノード", "a blank node"),
    sh.Literal: Bilingual("リテラル", "a literal"),
}
_COUNTS = {
    (True, True): Bilingual(" {0} 個から {1} 個まで", "{0} to {1}"),
    (True, False): Bilingual(" {0} 個以上", "{0} or more"),
    (False, True): Bilingual(" {1} 個まで", "at most {1}"),
}
_EXACTLY = Bilingual("ちょうど {0} 個", "exactly {0}")
_GIVE = Bilingual("{0}に、{1} を{2}書いてください。", "give {0} {2} {1}")
_STATE = Bilingual("{0}に、{1} として {2} を書いてください。", "give {0} the {1} {2}")
_WHERE = Bilingual("{0}で、{1} の値を直してください。", "of {0}, correct {1}")
_ITSELF = Bilingual("{0}を、条件に合う IRI にしてください。", "give {0} an IRI that fits")
_MUST = Bilingual("値の条件: {0}。", "; values: {0}")
_MUST_ITSELF = Bilingual("条件: {0}。", ": {0}")
_INVERSE = Bilingual("これを指す {0}", "{0} that points to it")
_TARGETS = {
    sh.targetClass: Bilingual("{0} のそれぞれ", "each {0}"),
    sh.targetSubjectsOf: Bilingual("{0} を持つ節点のそれぞれ", "each node that has {0}"),
    sh.targetObjectsOf: Bilingual("{0} の値のそれぞれ", "each value of {0}"),
    sh.targetNode: Bilingual("{0} ", "{0}"),
}


def repair_in_rdf(shapes: Shapes, rule: NamedNode) -> Bilingual:
    """Say what to write so that the graph keeps a rule.

    Args:
        shapes: the shapes graph.
        rule: a property shape, a node shape or a SPARQL constraint in it.
    """
    graph = shapes.graph
    told = shapes.texts(rule, rdfs.comment)
    if told:  # of a query: no words can be made from it
        return bilingual(told)
    said = _given(graph, rule, _target(graph, rule))
    demands = demands_of(shapes, rule)
    must = _MUST if graph.objects(rule, sh.path) else _MUST_ITSELF
    return _joined([said, _filled(must, demands) if demands.en else NOTHING])


def demands_of(shapes: Shapes, rule: NamedNode) -> Bilingual:
    """Say what a shape demands of each value; nothing where it demands nothing of the kind."""
    return _joined(list(_demands(shapes, rule)), "、", "; ")


def _given(graph: Graph, rule: NamedNode, target: Bilingual) -> Bilingual:
    """Say which property is given to what, and how often."""
    path = graph.value(rule, sh.path)
    if path is None:
        return _filled(_ITSELF, target)
    least, most = (graph.value(rule, each) for each in (sh.minCount, sh.maxCount))
    if least or most:
        return _filled(_GIVE, target, _path(graph, path), _count(least, most))
    stated = graph.objects(rule, sh.hasValue)
    if stated:
        values = _joined([_plain(_term(each)) for each in stated], " と ", " and ")
        return _filled(_STATE, target, _path(graph, path), values)
    return _filled(_WHERE, target, _path(graph, path))


def _count(least: Node | None, most: Node | None) -> Bilingual:
    words = _EXACTLY if least == most else _COUNTS[least is not None, most is not None]
    return _filled(
        words, *(each.value if isinstance(each, Literal) else "" for each in (least, most))
    )


def _path(graph: Graph, path: Node) -> Bilingual:
    text = path_text(graph, path)
    if text.startswith("^"):
        return _filled(_INVERSE, text[1:])
    return Bilingual(text.replace("|", " か "), text.replace("|", " or "))


def _demands(shapes: Shapes, rule: NamedNode) -> Iterator[Bilingual]:
    """Say what the values must be, constraint by constraint."""
    graph = shapes.graph
    told = () if graph.objects(rule, sh.minCount) else (sh.hasValue,)
    for predicate, words in _VALUES.items():
        for value in graph.objects(rule, predicate) if predicate not in told else ():
            least = graph.value(rule, sh.qualifiedMinCount)
            yield _filled(words, _parameter(shapes, value), _plain(_term(least)))


def _parameter(shapes: Shapes, value: Node) -> Bilingual:
    if isinstance(value, NamedNode) and value in _KINDS:
        return _KINDS[value]
    label = bilingual(shapes.texts(value, rdfs.label))
    if label.ja:
        return label
    members = shapes.graph.items(value)
    return _plain(", ".join(map(_term, members or [value])))


def _target(graph: Graph, rule: NamedNode) -> Bilingual:
    """Name the nodes that a rule is about: its own targets, else those of the shape that holds it."""
    holders = (*graph.subjects(sh.property_, rule), *graph.subjects(sh.sparql, rule))
    found = [
        _filled(words, _alternatives([_term(each) for each in graph.objects(shape, target)]))
        for shape in (rule, *holders)
        for target, words in _TARGETS.items()
        if graph.objects(shape, target)
    ]
    return _joined(found, "と、", " and ")


def _alternatives(names: list[str]) -> Bilingual:
    return Bilingual(" か ".join(names), " or ".join(names))


def _term(node: Node | None) -> str:
    if isinstance(node, NamedNode):
        return short(node.value)
    return node.value if isinstance(node, Literal) else ""


def _plain(text: str) -> Bilingual:
    return Bilingual(text, text)


def _joined(texts: Sequence[Bilingual], ja: str = "", en: str = "") -> Bilingual:
    return Bilingual(ja.join(each.ja for each in texts), en.join(each.en for each in texts))


def _filled(words: Bilingual, *values: Bilingual | str) -> Bilingual:
    """Put values into {0}, {1} …, each text in its own language."""
    texts = [_plain(each) if isinstance(each, str) else each for each in values]
    return Bilingual(
        words.ja.format(*(each.ja for each in texts)), words.en.format(*(each.en for each in texts))
    )
