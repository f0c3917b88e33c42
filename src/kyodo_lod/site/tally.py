"""Counts: what a plan declares against what it lists, and how many projects each unit has."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import dct, kyo
from kyodo_lod.site.published import Published
from kyodo_lod.site.register import Listed


@dataclass(frozen=True, slots=True)
class Tally:
    """The projects of a policy in one year.

    Args:
        section: the policy in that year; None where the plan has projects of it and no section.
        plan: the year's plan.
        policy: the basic policy.
        declared: by the document's table 事業数一覧表; None where it is silent.
        listed: found in the document.
    """

    section: NamedNode | None
    plan: NamedNode | None
    policy: NamedNode | None
    declared: int | None
    listed: int

    @property
    def agrees(self) -> bool:
        """Whether the document's own count says the same, or says nothing."""
        return self.declared in (None, self.listed)


def tally(section: NamedNode, published: Published) -> Tally:
    """Count the projects of a section.

    Args:
        section: a policy in a year's plan.
        published: what is published.
    """
    data = published.data
    plan, policy = data.one(section, dct.isPartOf), data.one(section, kyo.coversPolicy)
    of_policy = published.register.of_policy.get(policy, []) if policy else []
    count = sum(1 for each in of_policy if each.plan == plan)
    return Tally(section, plan, policy, declared(section, published), count)


def declared(thing: NamedNode, published: Published) -> int | None:
    """Give the count that the document states of a section or a year's plan, None where it is silent."""
    data = published.data
    known = data.plain(thing, kyo.declaredProjectCount)
    return data.number(thing, kyo.declaredProjectCount) if known else None


def units_of(entries: Iterable[Listed]) -> list[tuple[NamedNode, int]]:
    """Give the responsible units with their numbers of projects, the most first, else as met."""
    counts = Counter(unit for each in entries for unit in each.units)
    return counts.most_common()
