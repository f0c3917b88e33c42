"""Every rule there is, of reading and of our shapes, and what there is to say about it."""

import difflib
import re
from dataclasses import dataclass

from kyodo_lod.bilingual import Bilingual, nearest
from kyodo_lod.check.shapes import Shapes, bilingual, load_shapes, shape_names
from kyodo_lod.errors import ShapesError
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
    """

    name: str
    severity: Severity
    message: Bilingual
    why: Bilingual
    example: Bilingual


_GAP = re.compile(r"\{[?$]?\w+(?:!r)?\}")


def unfilled(message: Bilingual) -> Bilingual:
    """Show a message's gaps as …, as the rule says it of no row in particular."""
    return Bilingual(_GAP.sub("…", message.ja), _GAP.sub("…", message.en))


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
    holders = shapes.graph.holders(sh.message)
    named = sorted((s for s in holders if isinstance(s, NamedNode)), key=str)
    return [
        Explanation(
            subject.value.removeprefix(SHAPES),
            _severity(shapes, subject),
            bilingual(shapes.texts(subject, sh.message)),
            bilingual(shapes.texts(subject, sh.description)),
            bilingual(shapes.texts(subject, skos.example)),
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
