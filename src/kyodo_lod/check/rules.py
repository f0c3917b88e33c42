"""Every rule there is, of reading and of our shapes, and what there is to say about it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from textwrap import dedent

from kyodo_lod.bilingual import NOTHING, Bilingual
from kyodo_lod.check.repair_rdf import demands_of, repair_in_rdf
from kyodo_lod.check.shapes import Shapes, bilingual, load_shapes, shape_names
from kyodo_lod.finding import SHAPES, Severity
from kyodo_lod.model.rules import RULES
from kyodo_lod.rdf.graph import Node
from kyodo_lod.rdf.terms import Literal, NamedNode
from kyodo_lod.rdf.vocabulary import rdfs, sh, skos


@dataclass(frozen=True, slots=True)
class Explanation:
    """A rule for people.

    Args:
        name: as `validate` prints it.
        severity: of its findings.
        message: what it demands and how to repair it.
        why: what it is for.
        example: wrong and right.
        repair: how a graph is repaired; empty where the rule is about documents alone.
        query: the SPARQL that finds what is wrong; empty where the rule is none of SPARQL.
    """

    name: str
    severity: Severity
    message: Bilingual
    why: Bilingual
    example: Bilingual
    repair: Bilingual = NOTHING
    query: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A condition that rules share, found only inside them.

    Args:
        name: as `validate` prints it below a finding.
        label: what meets it.
        condition: how it is told.
        users: the names of the rules that use it.
    """

    name: str
    label: Bilingual
    condition: Bilingual
    users: tuple[str, ...]


#: profiles in the order of their rules; what a clerk meets first stands first
_ORDER = ("plan", "document", "catalog")
_USING = (sh.not_, sh.node, sh.qualifiedValueShape)
_GAP = re.compile(r"(?:\{[?$]?\w+(?:!r)?\})+")


def unfilled(message: Bilingual) -> Bilingual:
    """Show a message's gaps as …, as the rule says it of no row in particular."""
    return Bilingual(_GAP.sub("…", message.ja), _GAP.sub("…", message.en))


def explanations() -> dict[str, Explanation]:
    """Give all rules by name, those of plans and documents before those of catalogues.

    Where reading and a shape share one, it has the reading's text.
    """
    found = {one.name: one for name in shape_names() for one in _of_shapes(name)}
    for rule in RULES.values():
        own = Explanation(rule.name, rule.severity, rule.message, rule.why, rule.example)
        of_shape = found.get(rule.name, own)
        found[rule.name] = replace(own, repair=of_shape.repair, query=of_shape.query)
    return dict(sorted(found.items(), key=lambda item: _place(item[0])))


def _place(name: str) -> tuple[int, str]:
    return _ORDER.index(name.partition("#")[0]), name


def parts() -> list[Part]:
    """Give the conditions that our rules share, sorted as the rules are."""
    found = (part for name in shape_names() for part in _parts(load_shapes(name)))
    return sorted(found, key=lambda part: _place(part.name))


def _parts(shapes: Shapes) -> Iterator[Part]:
    """Give the shapes without a message that stand as a value in another."""
    for shape in shapes.graph.holders(rdfs.label):
        users = [each for using in _USING for each in shapes.graph.subjects(using, shape)]
        names = sorted({u.value.removeprefix(SHAPES) for u in users if isinstance(u, NamedNode)})
        if isinstance(shape, NamedNode) and names:
            label = bilingual(shapes.texts(shape, rdfs.label))
            name = shape.value.removeprefix(SHAPES)
            yield Part(name, label, demands_of(shapes, shape), tuple(names))


def _of_shapes(name: str) -> list[Explanation]:
    shapes = load_shapes(name)
    holders = shapes.graph.holders(sh.message)
    named = sorted((s for s in holders if isinstance(s, NamedNode)), key=str)
    return [
        Explanation(
            subject.value.removeprefix(SHAPES),
            severity_of(shapes, subject),
            bilingual(shapes.texts(subject, sh.message)),
            bilingual(shapes.texts(subject, sh.description)),
            bilingual(shapes.texts(subject, skos.example)),
            repair_in_rdf(shapes, subject),
            _query(shapes, subject),
        )
        for subject in named
    ]


def _query(shapes: Shapes, subject: NamedNode) -> str:
    """Give the query of a constraint, its lines as far in as they stand to each other."""
    stated = shapes.graph.value(subject, sh.select)
    return dedent(stated.value).strip() if isinstance(stated, Literal) else ""


def severity_of(shapes: Shapes, subject: Node) -> Severity:
    """Give a shape's severity; a SPARQL constraint has that of its shape."""
    holder = next(iter(shapes.graph.subjects(sh.sparql, subject)), subject)
    stated = shapes.graph.value(holder, sh.severity)
    known = {NamedNode(sh.iri + severity.value): severity for severity in Severity}
    return (
        known.get(stated, Severity.VIOLATION)
        if isinstance(stated, NamedNode)
        else Severity.VIOLATION
    )
