"""Which rules a check demands, and what there is to say about each: for reports that list them all."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from kyodo_lod.bilingual import NOTHING
from kyodo_lod.check.naming import Name, name_of
from kyodo_lod.check.report import Report, RuleText
from kyodo_lod.check.selection import Called
from kyodo_lod.check.shapes import Shapes, bilingual
from kyodo_lod.finding import Severity, short_rule
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


def with_rules(report: Report, shapes: Shapes) -> Report:
    """Say which rules were checked, for the reports that tell of passing ones too.

    Args:
        report: of a document or of RDF.
        shapes: what was demanded.
    """
    if report.unreadable:
        return report
    rules, texts = rule_iris(shapes), rule_texts(shapes)
    if report.read is not None or not report.engine:
        rules = tuple(sorted({*rules, *reading_rules()}))
        by_rule = {text.rule: text for text in (*reading_texts(), *texts)}
        texts = tuple(sorted(by_rule.values(), key=lambda text: text.rule))
    return replace(report, rules=rules, texts=texts)


def rule_iris(shapes: Shapes) -> tuple[str, ...]:
    """Give the rules that a check of `shapes` may find broken, sorted: what `Finding.rule` can be.

    A shape without a target that only others use (within sh:or, sh:node and the like) reports
    nothing under its own name; a deactivated one reports nothing at all.
    """
    return tuple(sorted({each.name.rule for each in _checked(shapes)}))


def rule_texts(shapes: Shapes) -> tuple[RuleText, ...]:
    """Give what there is to say about each of `rule_iris`, in that order."""
    found = {each.name.rule: _text(shapes, each) for each in _checked(shapes)}
    return tuple(found[rule] for rule in sorted(found))


def rule_names(shapes: Shapes) -> dict[str, Called]:
    """Give under which further names each of `rule_iris` is selected."""
    names: dict[str, set[str]] = {}
    components: dict[str, set[str]] = {}
    for each in _checked(shapes):
        names.setdefault(each.name.rule, set()).update(each.name.others(shapes.prefixes))
        components.setdefault(each.name.rule, set()).add(short_rule(each.component))
    return {
        rule: Called(frozenset(found), frozenset(components[rule])) for rule, found in names.items()
    }


def holder_called(shapes: Shapes, asked: str) -> str:
    """Give the IRI of the shape whose rule is called so; the name itself where none is."""
    for each in _checked(shapes):
        if asked in (each.name.rule, *each.name.others(shapes.prefixes)):
            return each.name.holder or asked
    return asked


class _Checked(NamedTuple):
    """A constraint that is checked: what its rule is called, its shape and component."""

    name: Name
    shape: Node
    component: str


def _checked(shapes: Shapes) -> Iterator[_Checked]:
    return (each for shape in _reporting(shapes) for each in _constraints(shapes, shape))


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


def _constraints(shapes: Shapes, shape: Node) -> Iterator[_Checked]:
    has = shapes.graph.by_subject.get(shape, {})
    of_core = [component for parameter, component in _COMPONENTS.items() if parameter in has]
    for component in (*of_core, *_declared(shapes, has)):
        yield _Checked(name_of(shapes, shape, component), shape, component)
    for constraint in has.get(sh.sparql, []):
        if not _is_true(shapes.graph.value(constraint, sh.deactivated)):
            yield _Checked(name_of(shapes, shape, _SPARQL, constraint), shape, _SPARQL)


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


def _text(shapes: Shapes, checked: _Checked) -> RuleText:
    name, severity = checked.name, _severity(shapes, checked.shape)
    if not name.holder:
        return RuleText(name.rule, severity, short=name.short)
    has_iri = name.rule == name.holder
    node = NamedNode(name.rule) if has_iri else checked.shape
    texts = (bilingual(shapes.texts(node, term)) for term in (sh.message, sh.description))
    message, why = (text if any(text) else NOTHING for text in texts)
    title = bilingual(shapes.texts(node, sh.name) or shapes.texts(node, rdfs.label))
    return RuleText(name.rule, severity, title, message, why, name.short)


def _severity(shapes: Shapes, shape: Node) -> Severity:
    stated = shapes.graph.value(shape, sh.severity)
    known = {f"{sh.iri}{severity.value}": severity for severity in Severity}
    return known.get(stated.value if isinstance(stated, NamedNode) else "", Severity.VIOLATION)
