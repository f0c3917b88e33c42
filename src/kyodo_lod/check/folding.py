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
    """Put findings together that say the same of one property by one demand, in one document."""
    alike: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        alike.setdefault(_what(finding), []).append(finding)
    return [Fold(first, tuple(others)) for first, *others in alike.values()]


def _what(finding: Finding) -> tuple[object, ...]:
    place = finding.origin or finding.graph_origin
    return (
        place.document if place else "",
        finding.rule, finding.path, finding.component,
        finding.severity, finding.stated_severity, finding.message,
    )  # fmt: skip
