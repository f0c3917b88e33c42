"""Who does what in a year's plan: each project under its policy, with the units responsible for it."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import kyo, org, rdf
from kyodo_lod.site.published import Published

#: no tree of units is deeper; a circle in the data ends here
_DEEPEST = 12
_Key = TypeVar("_Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Responsibility:
    """One unit's part in a project; a project of several units has several.

    Args:
        project: what is planned.
        policy: that it serves.
        bureau: that the unit belongs to.
        unit: as listed: a section, or whatever else the plan names.
    """

    project: NamedNode
    policy: NamedNode
    bureau: NamedNode
    unit: NamedNode


def responsibilities(plan: NamedNode, published: Published) -> list[Responsibility]:
    """Give all responsibilities of a year's plan, in the order of the document."""
    found = (_of(project, published) for project in published.projects(plan))
    return [each for several in found for each in several]


def _of(project: NamedNode, published: Published) -> Iterator[Responsibility]:
    data = published.data
    bureaus = data.all(project, kyo.responsibleBureau)
    for policy in data.all(project, kyo.basicPolicy):
        for unit in data.all(project, kyo.responsibleUnit):
            yield Responsibility(project, policy, bureau_of(unit, bureaus, published), unit)


def bureau_of(unit: NamedNode, bureaus: list[NamedNode], published: Published) -> NamedNode:
    """Give which of a project's bureaus a unit belongs to; the top of its own tree where to none.

    Args:
        unit: responsible for a project.
        bureaus: responsible for it.
        published: what is published.
    """
    above = [unit]
    while len(above) < _DEEPEST and (next_ := published.data.one(above[-1], org.subOrganizationOf)):
        above.append(next_)
    return next((each for each in above if each in bureaus), above[-1])


def policies(
    plan: NamedNode, found: Iterable[Responsibility], published: Published
) -> list[NamedNode]:
    """Give the policies of a year's plan in its order, those without a project too."""
    data = published.data
    sections = [p for p in data.parts(plan) if kyo.PolicySection in data.all(p, rdf.type)]
    covered = [policy for each in sections for policy in data.all(each, kyo.coversPolicy)]
    return list(dict.fromkeys([*covered, *(each.policy for each in found)]))


def projects_by(
    found: Iterable[Responsibility], key: Callable[[Responsibility], _Key]
) -> Counter[_Key]:
    """Count projects by what `key` gives; a project counts once for each.

    Returns:
        The counts, by first mention.
    """
    return Counter(k for k, _ in dict.fromkeys((key(each), each.project) for each in found))


def largest_first(counts: Counter[_Key]) -> list[_Key]:
    """Give what is counted, the most first; the same number stays in the order of the document."""
    return [key for key, _ in counts.most_common()]
