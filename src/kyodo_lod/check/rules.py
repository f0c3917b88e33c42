"""Every rule there is, of reading and of our shapes, and what there is to say about it."""

import difflib
from dataclasses import dataclass

import rdflib
from rdflib import SH

from kyodo_lod.bilingual import Bilingual, nearest
from kyodo_lod.check.shapes import load_shapes, shape_names
from kyodo_lod.errors import ShapesError
from kyodo_lod.finding import SHAPES, Severity
from kyodo_lod.model.rules import RULES

_EXAMPLE = rdflib.URIRef("http://www.w3.org/2004/02/skos/core#example")


@dataclass(frozen=True, slots=True)
class Explanation:
    """A rule for people.

    Args:
        name: as `validate` prints it.
        severity: of its findings.
        message: what it demands and how to repair it.
        why: what it is for.
        example: wrong and right.
    """

    name: str
    severity: Severity
    message: Bilingual
    why: Bilingual
    example: Bilingual


def explanations() -> dict[str, Explanation]:
    """Give all rules by name, sorted; where reading and a shape share one, the reading's text."""
    found = {one.name: one for name in shape_names() for one in _of_shapes(name)}
    for rule in RULES.values():
        found[rule.name] = Explanation(
            rule.name, rule.severity, rule.message, rule.why, rule.example
        )
    return dict(sorted(found.items()))


def _of_shapes(name: str) -> list[Explanation]:
    shapes = load_shapes(name)
    named = {s for s in shapes.graph.subjects(SH.message) if isinstance(s, rdflib.URIRef)}
    severities = {s: _severity(shapes.graph, s) for s in named}

    def both(subject: rdflib.URIRef, predicate: rdflib.URIRef) -> Bilingual:
        texts = shapes.texts(subject, predicate)
        plain = texts.get("", "")
        return Bilingual(texts.get("ja", plain), texts.get("en", plain))

    return [
        Explanation(
            subject.removeprefix(SHAPES),
            severities[subject],
            both(subject, SH.message),
            both(subject, SH.description),
            both(subject, _EXAMPLE),
        )
        for subject in sorted(named)
    ]


def _severity(graph: rdflib.Graph, subject: rdflib.URIRef) -> Severity:
    """Give a shape's severity; a SPARQL constraint has that of its shape."""
    holder = graph.value(predicate=SH.sparql, object=subject) or subject
    stated = graph.value(holder, SH.severity)
    known = {str(SH[severity.value]): severity for severity in Severity}
    return known.get(str(stated), Severity.VIOLATION)


def explain(asked: str) -> Explanation:
    """Give the rule that `asked` names: by its IRI, by its name, or by what follows the #.

    Raises:
        ShapesError: where there is none, with the nearest.
    """
    known = explanations()
    name = asked.removeprefix(SHAPES)
    matches = [one for one in known if name in (one, one.partition("#")[2])]
    if matches:
        return known[matches[0]]
    ends = {one.partition("#")[2]: one for one in known}
    near = [
        ends[end] for end in difflib.get_close_matches(name.partition("#")[2] or name, ends, 3, 0.5)
    ]
    hint = nearest(near)
    raise ShapesError(
        asked,
        f"その名前の規則はありません。{hint.ja}一覧は explain --list で見られます。",
        f"no such rule{hint.en} (explain --list names them all)",
    )
