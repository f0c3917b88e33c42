"""Which findings are told: by rule, and how many."""

import difflib
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from types import MappingProxyType
from typing import NamedTuple

from kyodo_lod.bilingual import nearest
from kyodo_lod.check.report import Beyond, Report, added
from kyodo_lod.errors import ShapesError
from kyodo_lod.finding import SHAPES, short_rule


class Called(NamedTuple):
    """Under which names a rule of shapes is selected, besides those that `matches` knows.

    Args:
        names: with a prefix, without one, and the same of the shape that holds it.
        components: of SHACL that it uses, as `sh:minCount`.
    """

    names: frozenset[str] = frozenset()
    components: frozenset[str] = frozenset()


#: for rules of reading, and where the shapes are not known
_UNCALLED: Mapping[str, Called] = MappingProxyType({})


def matches(rule: str, pattern: str, others: Iterable[str] = ()) -> bool:
    """Tell whether a pattern names a rule: its IRI, its short name, or what follows the #.

    Args:
        rule: its IRI.
        pattern: as the user wrote it.
        others: further names of it.

    >>> matches("https://w3id.org/kyodo-lod/shapes/plan#Plan-label", "plan#Plan-*")
    True
    """
    short = short_rule(rule)
    names = {rule, rule.removeprefix(SHAPES), short, short.partition("#")[2], *others}
    return any(fnmatchcase(name, pattern) for name in names if name)


def refuse_unknown(
    patterns: Iterable[str],
    rules: Sequence[str],
    option: str,
    called: Mapping[str, Called] = _UNCALLED,
) -> None:
    """Raise ShapesError, with the nearest names, where a pattern names no rule.

    Args:
        patterns: as the user wrote them.
        rules: IRIs of all rules that are checked.
        option: where they were written.
        called: further names of them.
    """
    for pattern in patterns:
        if not any(matches(rule, pattern, _all_names(rule, called)) for rule in rules):
            others = {name for one in called.values() for name in (*one.names, *one.components)}
            names = sorted({*map(short_rule, rules), *others})
            near = difflib.get_close_matches(pattern, names, 3, 0.5)
            hint = nearest(near)
            raise ShapesError(
                f"{option} {pattern}",
                f"その名前の規則は検査されていません。{hint.ja}",
                f"no rule that is checked has this name{hint.en}",
            )


def _all_names(rule: str, called: Mapping[str, Called]) -> Iterable[str]:
    names, components = called.get(rule, Called())
    return (*names, *components)


def is_selected(
    rule: str,
    select: Sequence[str],
    ignore: Sequence[str],
    called: Mapping[str, Called] = _UNCALLED,
    component: str = "",
) -> bool:
    """Tell whether the findings of a rule count.

    Args:
        rule: its IRI.
        select: patterns of the rules that count; none means all.
        ignore: patterns of those that do not.
        called: further names of the rules.
        component: IRI of the component of one finding; empty for all that the rule uses.
    """
    names, components = called.get(rule, Called())
    used = [short_rule(component)] if component else sorted(components)

    def is_named(patterns: Sequence[str], how: Callable[[Iterable[bool]], bool]) -> bool:
        """Tell whether the rule is meant, or any or all of the components that it uses."""
        of_used = (any(fnmatchcase(each, pattern) for pattern in patterns) for each in used)
        return any(matches(rule, pattern, names) for pattern in patterns) or (
            bool(used) and how(of_used)
        )

    return (not select or is_named(select, any)) and not is_named(ignore, all)


def selected(
    report: Report,
    select: Sequence[str],
    ignore: Sequence[str],
    called: Mapping[str, Called] = _UNCALLED,
) -> Report:
    """Give a report with the findings of selected rules alone; as `is_selected`."""

    def counts(rule: str, component: str = "") -> bool:
        return is_selected(rule, select, ignore, called, component)

    return replace(
        report,
        findings=tuple(each for each in report.findings if counts(each.rule, each.component)),
        rules=tuple(filter(counts, report.rules)),
        beyond=tuple(each for each in report.beyond if counts(each.rule)),
        texts=tuple(text for text in report.texts if counts(text.rule)),
    )


def limited(reports: Iterable[Report], most: int | None) -> list[Report]:
    """Give reports with at most so many findings in all; each says how many it leaves out."""
    left, given = sys.maxsize if most is None else most, []
    for report in reports:
        given.append(_cut(report, left))
        left -= len(given[-1].findings)
    return given


def _cut(report: Report, most: int) -> Report:
    hidden = (Beyond(each.rule, each.severity, 1, each.name) for each in report.findings[most:])
    return replace(report, findings=report.findings[:most], beyond=added([*report.beyond, *hidden]))
