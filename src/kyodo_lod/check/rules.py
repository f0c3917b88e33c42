"""Every rule there is, of reading and of our shapes, and what there is to say about it."""

import re
from dataclasses import dataclass, replace

from kyodo_lod.bilingual import NOTHING, Bilingual
from kyodo_lod.check.repair_rdf import repair_in_rdf
from kyodo_lod.check.shapes import Shapes, bilingual, load_shapes, shape_names
from kyodo_lod.finding import SHAPES, Severity
from kyodo_lod.model.rules import RULES
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import sh, skos


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
    """

    name: str
    severity: Severity
    message: Bilingual
    why: Bilingual
    example: Bilingual
    repair: Bilingual = NOTHING


_GAP = re.compile(r"\{[?$]?\w+(?:!r)?\}")


def unfilled(message: Bilingual) -> Bilingual:
    """Show a message's gaps as …, as the rule says it of no row in particular."""
    return Bilingual(_GAP.sub("…", message.ja), _GAP.sub("…", message.en))


def explanations() -> dict[str, Explanation]:
    """Give all rules by name, sorted; where reading and a shape share one, the reading's text."""
    found = {one.name: one for name in shape_names() for one in _of_shapes(name)}
    for rule in RULES.values():
        own = Explanation(rule.name, rule.severity, rule.message, rule.why, rule.example)
        of_shape = found.get(rule.name, own)
        found[rule.name] = replace(own, repair=of_shape.repair)
    return dict(sorted(found.items()))


def _of_shapes(name: str) -> list[Explanation]:
    shapes = load_shapes(name)
    holders = shapes.graph.holders(sh.message)
    named = sorted((s for s in holders if isinstance(s, NamedNode)), key=str)
    return [
        Explanation(
            subject.value.removeprefix(SHAPES),
            _severity(shapes, subject),
            bilingual(shapes.texts(subject, sh.message)),
            bilingual(shapes.texts(subject, sh.description)),
            bilingual(shapes.texts(subject, skos.example)),
            repair_in_rdf(shapes, subject),
        )
        for subject in named
    ]


def _severity(shapes: Shapes, subject: NamedNode) -> Severity:
    """Give a shape's severity; a SPARQL constraint has that of its shape."""
    holder = next(iter(shapes.graph.subjects(sh.sparql, subject)), subject)
    stated = shapes.graph.value(holder, sh.severity)
    known = {NamedNode(sh.iri + severity.value): severity for severity in Severity}
    return (
        known.get(stated, Severity.VIOLATION)
        if isinstance(stated, NamedNode)
        else Severity.VIOLATION
    )
