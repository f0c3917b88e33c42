"""The pages of the shapes and of the reading rules: an anchor for each rule, as `explain` tells it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from kyodo_lod.assets import assets
from kyodo_lod.bilingual import NOTHING, Bilingual
from kyodo_lod.check.examples import Example, examples
from kyodo_lod.check.repair import repair_in_document
from kyodo_lod.finding import SHAPES, Severity
from kyodo_lod.model.rules import RULES
from kyodo_lod.publish.pages.described import Described, Value
from kyodo_lod.publish.pages.ontology import header
from kyodo_lod.publish.pages.render import write_page
from kyodo_lod.publish.rules_graph import TITLE
from kyodo_lod.rdf.terms import BlankNode, Literal, NamedNode
from kyodo_lod.rdf.vocabulary import HOME

_GAP = re.compile(r"\{[?$]?\w+(?:!r)?\}")
#: what stands on the page in words, or says nothing of what is demanded
_TOLD = {
    "rdf:type", "rdfs:label", "sh:name", "sh:message", "sh:description", "sh:severity",
    "sh:property", "sh:sparql", "sh:prefixes", "sh:select", "skos:example", "sh:order",
}  # fmt: skip
_ABOUT_READING = Bilingual(
    "文書を計画として読むときに確かめること。データそのものの規則は、実施計画の規則にあります。",
    "What is checked while a document is read as a plan. The rules for the data themselves are those for implementation plans.",
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule for people.

    Args:
        anchor: fragment of its IRI.
        iri: its IRI.
        name: what it is about.
        severity: of its findings.
        message: what is wrong and how to repair it.
        why: what it is for.
        example: wrong and right.
        demands: the constraint in SHACL, property and value.
        query: its SPARQL, where it has one.
        in_reading: what is said where reading the document finds the same.
        repair: where a clerk repairs it.
        rows: rows of a document, wrong and right.
    """

    anchor: str
    iri: str
    name: Bilingual
    severity: Severity
    message: Bilingual
    why: Bilingual
    example: Bilingual
    demands: tuple[tuple[str, str], ...] = ()
    query: str = ""
    in_reading: Bilingual | None = None
    repair: Bilingual = NOTHING
    rows: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """The rules about one kind of thing."""

    anchor: str
    title: Bilingual
    rules: list[Rule] = field(default_factory=list)


def write_shapes_pages(made: Path) -> None:
    """Write a page for each of our shapes graphs, and one for the reading rules, in both languages."""
    for path in assets("shapes/*.ttl"):
        shapes = Described(path)
        about = header(shapes, NamedNode(SHAPES + path.stem))
        groups = list(_groups(shapes, path.stem))
        _write(made, path.stem, about.title, about.description, groups)
    own = [_reading_rule(name) for name in RULES if name.startswith("document#")]
    _write(made, "document", TITLE, _ABOUT_READING, [Group("rules", TITLE, own)])


def _write(
    made: Path, name: str, title: Bilingual, description: Bilingual, groups: list[Group]
) -> None:
    shown = {
        "name": name,
        "title": title,
        "description": description,
        "groups": groups,
        "severities": [(each, _count(groups, each)) for each in Severity],
    }
    write_page(made, f"shapes/{name}.html", "shapes.html", HOME, shown)


def _count(groups: Iterable[Group], severity: Severity) -> int:
    return sum(rule.severity is severity for group in groups for rule in group.rules)


def _groups(shapes: Described, name: str) -> Iterator[Group]:
    """Give the rules by the shape that their names begin with."""
    groups: dict[str, Group] = {}
    for subject in shapes.things():
        anchor = subject.value.removeprefix(f"{SHAPES}{name}#")
        if anchor != subject.value and shapes.values(subject, "sh:message"):
            of = anchor.partition("-")[0]
            group = groups.setdefault(of, Group(f"of-{of}", _title(shapes, name, of)))
            group.rules.append(_rule(shapes, subject, anchor))
    yield from groups.values()


def _title(shapes: Described, name: str, of: str) -> Bilingual:
    shape = NamedNode(f"{SHAPES}{name}#{of}")
    label = shapes.text(shape, "rdfs:label")
    return label if label.ja else Bilingual(of, of)


def _rule(shapes: Described, subject: NamedNode, anchor: str) -> Rule:
    known = subject.value.removeprefix(SHAPES)
    reading, name = RULES.get(known), shapes.text(subject, "sh:name")
    return Rule(
        anchor=anchor,
        iri=subject.value,
        name=name if name.ja else Bilingual(anchor, anchor),
        severity=_severity(shapes, subject),
        message=_unfilled(shapes.text(subject, "sh:message")),
        why=shapes.text(subject, "sh:description"),
        example=shapes.text(subject, "skos:example"),
        demands=tuple(_demands(shapes, subject)),
        query=shapes.one(subject, "sh:select").strip("\n"),
        in_reading=reading.demand if reading else None,
        repair=repair_in_document(known),
        rows=_rows(known),
    )


def _reading_rule(name: str) -> Rule:
    rule, anchor = RULES[name], name.partition("#")[2]
    return Rule(
        anchor=anchor,
        iri=rule.iri,
        name=Bilingual(anchor, anchor),
        severity=rule.severity,
        message=rule.demand,
        why=rule.why,
        example=rule.example,
        repair=repair_in_document(name),
        rows=_rows(name),
    )


def _rows(name: str) -> tuple[Example, ...]:
    """Give the examples of a rule that are rows of a document."""
    return tuple(each for each in _examples().get(name, ()) if each.kind == "document")


_examples = cache(examples)


def _severity(shapes: Described, subject: NamedNode) -> Severity:
    """Give a rule's severity; a SPARQL constraint without one has that of its shape."""
    holders = [one for one in shapes.things() if subject in shapes.values(one, "sh:sparql")]
    stated = [iri for each in (subject, *holders) for iri in shapes.iris(each, "sh:severity")]
    known = {shapes.expand(f"sh:{severity.value}"): severity for severity in Severity}
    return known.get(stated[0], Severity.VIOLATION) if stated else Severity.VIOLATION


def _unfilled(message: Bilingual) -> Bilingual:
    return Bilingual(_GAP.sub("…", message.ja), _GAP.sub("…", message.en))


def _demands(shapes: Described, subject: NamedNode) -> Iterator[tuple[str, str]]:
    for name, values in shapes.properties(subject):
        if name not in _TOLD:
            yield name, ", ".join(_shown(shapes, value) for value in values)


def _shown(shapes: Described, value: Value) -> str:
    """Give a value as Turtle and SPARQL write it."""
    if isinstance(value, NamedNode):
        return shapes.short(value)
    if isinstance(value, Literal):
        return value.value if value.datatype.value.endswith(("integer", "boolean")) else str(value)
    if isinstance(value, BlankNode):
        return _shown_node(shapes, value)
    return str(value)


def _shown_node(shapes: Described, node: BlankNode) -> str:
    members = shapes.members(node)
    if members:
        return "( " + " ".join(_shown(shapes, member) for member in members) + " )"
    said = [
        f"{name} {', '.join(_shown(shapes, value) for value in values)}"
        for name, values in shapes.properties(node)
    ]
    return "[ " + " ; ".join(said) + " ]"
