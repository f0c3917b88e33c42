"""Which rules a check demands, and what there is to say about each: for reports that list them all."""

from collections.abc import Iterator

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.check.report import RuleText
from kyodo_lod.check.shapes import Shapes, bilingual
from kyodo_lod.finding import Severity
from kyodo_lod.model.rules import RULES
from kyodo_lod.rdf.graph import Node
from kyodo_lod.rdf.terms import Literal, NamedNode
from kyodo_lod.rdf.vocabulary import owl, rdf, rdfs, sh

_TARGETS = (
    sh.target, sh.targetClass, sh.targetNode, sh.targetObjectsOf, sh.targetSubjectsOf,
)  # fmt: skip
#: every parameter of SHACL 1.0 Core that alone makes a constraint (section 4), with its component
_COMPONENTS = {
    parameter: f"{sh.iri}{name}ConstraintComponent"
    for parameter, name in (
        (sh.and_, "And"), (sh.class_, "Class"), (sh.closed, "Closed"), (sh.datatype, "Datatype"),
        (sh.disjoint, "Disjoint"), (sh.equals, "Equals"), (sh.hasValue, "HasValue"),
        (sh.in_, "In"), (sh.languageIn, "LanguageIn"), (sh.lessThan, "LessThan"),
        (sh.lessThanOrEquals, "LessThanOrEquals"), (sh.maxCount, "MaxCount"),
        (sh.maxExclusive, "MaxExclusive"), (sh.maxInclusive, "MaxInclusive"),
        (sh.maxLength, "MaxLength"), (sh.minCount, "MinCount"),
        (sh.minExclusive, "MinExclusive"), (sh.minInclusive, "MinInclusive"),
        (sh.minLength, "MinLength"), (sh.node, "Node"), (sh.nodeKind, "NodeKind"),
        (sh.not_, "Not"), (sh.or_, "Or"), (sh.pattern, "Pattern"),
        (sh.qualifiedMaxCount, "QualifiedMaxCount"), (sh.qualifiedMinCount, "QualifiedMinCount"),
        (sh.uniqueLang, "UniqueLang"), (sh.xone, "Xone"),
    )
}  # fmt: skip
_OWL_CLASS = NamedNode(f"{owl.iri}Class")
_SPARQL = f"{sh.iri}SPARQLConstraintComponent"


def reading_rules() -> tuple[str, ...]:
    """Give the IRIs of the rules for reading documents, sorted."""
    return tuple(sorted(rule.iri for rule in RULES.values()))


def reading_texts() -> tuple[RuleText, ...]:
    """Give what there is to say about the rules for reading documents, sorted by rule."""
    found = (
        RuleText(rule.iri, rule.severity, message=rule.demand, why=rule.why)
        for rule in RULES.values()
    )
    return tuple(sorted(found, key=lambda text: text.rule))


def rule_iris(shapes: Shapes) -> tuple[str, ...]:
    """Give the rules that a check of `shapes` may find broken, sorted: what `Finding.rule` can be.

    A shape without a target that only others use (within sh:or, sh:node and the like) reports
    nothing under its own name; a deactivated one reports nothing at all.
    """
    return tuple(sorted({rule for shape in _reporting(shapes) for rule in _rules(shapes, shape)}))


def rule_texts(shapes: Shapes) -> tuple[RuleText, ...]:
    """Give what there is to say about each of `rule_iris`, in that order."""
    found = {
        rule: _text(shapes, shape, rule)
        for shape in _reporting(shapes)
        for rule in _rules(shapes, shape)
    }
    return tuple(found[rule] for rule in sorted(found))


def _reporting(shapes: Shapes) -> Iterator[Node]:
    """Give the shapes whose results stand in a report: those with targets, and their properties."""
    graph = shapes.graph
    waiting = [shape for shape, has in graph.by_subject.items() if _has_target(has)]
    seen: set[Node] = set()
    while waiting:
        shape = waiting.pop()
        if shape in seen or _is_true(graph.value(shape, sh.deactivated)):
            continue
        seen.add(shape)
        yield shape
        waiting += graph.objects(shape, sh.property_)


def _has_target(properties: dict[NamedNode, list[Node]]) -> bool:
    types = properties.get(rdf.type, [])
    is_shape = sh.NodeShape in types or sh.PropertyShape in types
    is_class = rdfs.Class in types or _OWL_CLASS in types
    return (is_shape and is_class) or any(target in properties for target in _TARGETS)


def _is_true(term: Node | None) -> bool:
    return isinstance(term, Literal) and term.value in ("true", "1")


def _rules(shapes: Shapes, shape: Node) -> Iterator[str]:
    has = shapes.graph.by_subject.get(shape, {})
    for parameter, component in _COMPONENTS.items():
        if parameter in has:
            yield shapes.named(shape) or component
    for constraint in has.get(sh.sparql, []):
        named = constraint if isinstance(constraint, NamedNode) else shape
        if not _is_true(shapes.graph.value(constraint, sh.deactivated)):
            yield shapes.named(named) or _SPARQL
    for component in _declared(shapes, has):
        yield shapes.named(shape) or component


def _declared(shapes: Shapes, has: dict[NamedNode, list[Node]]) -> Iterator[str]:
    """Give the components that the shapes graph declares itself (SHACL-SPARQL, section 6)."""
    graph = shapes.graph
    for component in graph.subjects(rdf.type, sh.ConstraintComponent):
        needed = [
            graph.value(parameter, sh.path)
            for parameter in graph.objects(component, sh.parameter)
            if not _is_true(graph.value(parameter, sh.optional))
        ]
        if isinstance(component, NamedNode) and needed and all(path in has for path in needed):
            yield component.value


def _text(shapes: Shapes, shape: Node, rule: str) -> RuleText:
    node = NamedNode(rule)
    severity = _severity(shapes, shape)
    if not shapes.named(shape) and rule.startswith(sh.iri):
        return RuleText(rule, severity)
    texts = (bilingual(shapes.texts(node, term)) for term in (sh.message, sh.description))
    message, why = (text if any(text) else Bilingual("", "") for text in texts)
    name = bilingual(shapes.texts(node, sh.name) or shapes.texts(node, rdfs.label))
    return RuleText(rule, severity, name, message, why)


def _severity(shapes: Shapes, shape: Node) -> Severity:
    stated = shapes.graph.value(shape, sh.severity)
    known = {f"{sh.iri}{severity.value}": severity for severity in Severity}
    return known.get(stated.value if isinstance(stated, NamedNode) else "", Severity.VIOLATION)
