"""The numbers on a dataset's page, counted in the published N-Triples."""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.rdf.terms import TRUE, NamedNode
from kyodo_lod.rdf.vocabulary import kyo, org, rdf

#: predicate and object, where the object is an IRI or a boolean; strings hold no `> <`-like end
_STATEMENT = re.compile(r"<[^>]*> (<[^>]*> (?:<[^>]*>|\"(?:true|false)\"\^\^<[^>]*>)) \.\n")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and what it counts."""

    number: int
    label: Bilingual


_COUNTED = (
    (rdf.type, kyo.PlannedProject, Bilingual("計画事業", "planned projects")),
    (kyo.markedNew, TRUE, Bilingual("うち「新規」", "of them marked as new")),
    (rdf.type, kyo.SubItem, Bilingual("細目 (○)", "sub-items (○)")),
    (rdf.type, kyo.PolicySection, Bilingual("基本施策", "basic policies")),
    (rdf.type, org.OrganizationalUnit, Bilingual("組織 (部局と課)", "organisational units")),
)
_TRIPLES = Bilingual("記述 (トリプル)", "statements (triples)")


def figures(dump: Path) -> list[Figure]:
    """Count what a dataset holds.

    Args:
        dump: its N-Triples, one statement a line.
    """
    counts: Counter[str] = Counter()
    lines = 0
    with dump.open(encoding="utf-8", newline="\n") as file:
        for line in file:
            lines += 1
            found = _STATEMENT.fullmatch(line)
            counts.update([found[1]] if found else ())
    shown = [Figure(counts[_key(p, o)], label) for p, o, label in _COUNTED]
    return [*shown, Figure(lines, _TRIPLES)]


def _key(predicate: NamedNode, value: object) -> str:
    return f"{predicate} {value}"
