"""All planned projects as lists show them, found by plan, policy, unit and account; read once."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.rdf.terms import TRUE, NamedNode
from kyodo_lod.rdf.vocabulary import dct, kyo, rdfs, skos
from kyodo_lod.site.things import Things


@dataclass(frozen=True, slots=True)
class Listed:
    """A planned project as a line of a list.

    Args:
        project: its IRI.
        name: as the document lists it.
        number: policy and position in it, `4-15`.
        is_new: whether the document marks it 新規.
        plan: the year's plan; None where the data do not say.
        policy: its basic policy; likewise.
        units: the responsible ones.
        accounts: that its name is marked with.
        year: the fiscal year; 0 where the data do not say.
        rank: its place among all projects.
    """

    project: NamedNode
    name: Bilingual
    number: str
    is_new: bool
    plan: NamedNode | None
    policy: NamedNode | None
    units: tuple[NamedNode, ...]
    accounts: tuple[NamedNode, ...]
    year: int
    rank: int


_Groups = dict[NamedNode, list[Listed]]


class Register:
    """The planned projects of all years, by year and then in the order of their documents.

    Args:
        data: what is published.
    """

    def __init__(self, data: Things) -> None:
        self._data = data
        projects = sorted(data.instances(kyo.PlannedProject), key=self._position)
        self.listed = {each: self._listed(each, rank) for rank, each in enumerate(projects)}
        entries = self.listed.values()
        self.of_plan = _grouped(entries, lambda each: [each.plan])
        self.of_policy = _grouped(entries, lambda each: [each.policy])
        self.of_unit = _grouped(entries, lambda each: each.units)
        self._of_both: dict[tuple[NamedNode, NamedNode | None], list[Listed]] = {}
        for each in entries:
            for unit in each.units:
                self._of_both.setdefault((unit, each.plan), []).append(each)
        self.of_account = _grouped(entries, lambda each: each.accounts)

    def of_unit_in(self, unit: NamedNode, plan: NamedNode | None) -> list[Listed]:
        """Give the projects of a unit in one year's plan."""
        return self._of_both.get((unit, plan), [])

    def by_plan(self, entries: Iterable[Listed]) -> list[tuple[NamedNode, list[Listed]]]:
        """Give projects by the year's plan that holds them, the years in their order."""
        return list(_grouped(entries, lambda each: [each.plan]).items())

    def same_name(self, project: NamedNode) -> list[Listed]:
        """Give this project and those of the plan's other years that are named alike, by year.

        Alike means the same letters, once the account is taken off; whether they are the same project
        is not for us to say.
        """
        own, name = self.listed[project], self._data.graph.value(project, rdfs.label)
        plan = self._data.one(own.plan, dct.isPartOf) if own.plan else None
        if plan is None or name is None:
            return [own]
        alike = (self.listed.get(each) for each in self._data.holders(rdfs.label, name))
        others = [
            each
            for each in alike
            if each and each.plan not in (None, own.plan) and self._whole(each) == plan
        ]
        return sorted([own, *others], key=lambda each: each.year)

    def _whole(self, listed: Listed) -> NamedNode | None:
        return self._data.one(listed.plan, dct.isPartOf) if listed.plan else None

    def _year(self, project: NamedNode) -> int:
        year = self._data.one(project, kyo.fiscalYear)
        return self._data.number(year, kyo.year) if year else 0

    def _position(self, project: NamedNode) -> tuple[int, str, tuple[int, int]]:
        plan = self._data.one(project, dct.isPartOf)
        return self._year(project), plan.value if plan else "", self._data.position(project)

    def _listed(self, project: NamedNode, rank: int) -> Listed:
        data = self._data
        policy = data.one(project, kyo.basicPolicy)
        number = data.plain(policy, skos.notation) if policy else ""
        order = data.plain(project, kyo.listOrder)
        listed = data.text(project, kyo.nameAsListed)
        return Listed(
            project,
            listed if any(listed) else data.label(project),
            "-".join(filter(None, (number, order))),
            TRUE in data.graph.objects(project, kyo.markedNew),
            data.one(project, dct.isPartOf),
            policy,
            tuple(data.all(project, kyo.responsibleUnit)),
            tuple(data.all(project, kyo.account)),
            self._year(project),
            rank,
        )


def _grouped(
    entries: Iterable[Listed], keys: Callable[[Listed], Iterable[NamedNode | None]]
) -> _Groups:
    groups: _Groups = {}
    for entry in entries:
        for key in keys(entry):
            if key is not None:
                groups.setdefault(key, []).append(entry)
    return groups
