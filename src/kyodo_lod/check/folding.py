"""The same fault in many places, told once."""

from collections.abc import Iterable
from typing import NamedTuple

from kyodo_lod.finding import Finding


class Fold(NamedTuple):
    """Findings that say the same of different places.

    Args:
        first: the one that is told.
        others: the rest, in the order in which they came.
    """

    first: Finding
    others: tuple[Finding, ...] = ()


def folded(findings: Iterable[Finding]) -> list[Fold]:
    """Put findings together that break one rule of one document in the same words."""
    alike: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        place = finding.origin or finding.graph_origin
        document = place.document if place else ""
        alike.setdefault((document, finding.rule, finding.message), []).append(finding)
    return [Fold(first, tuple(others)) for first, *others in alike.values()]
