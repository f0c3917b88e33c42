"""What the rows of the tables are about; each knows all that its cells are taken from."""

from collections.abc import Iterator
from dataclasses import dataclass

from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan, PlannedProject, PolicySection, SubItem, Unit


@dataclass(frozen=True, slots=True)
class Row:
    """Any row: the plan it comes from, and its IRIs."""

    plan: Plan
    iris: Iris


@dataclass(frozen=True, slots=True)
class UnitRow(Row):
    """An organisational unit."""

    unit: Unit


@dataclass(frozen=True, slots=True)
class PolicyRow(Row):
    """A basic policy, as this year's plan covers it."""

    section: PolicySection


@dataclass(frozen=True, slots=True)
class ProjectRow(PolicyRow):
    """A planned project."""

    project: PlannedProject

    @property
    def identifier(self) -> str:
        """The project's identifier."""
        return f"{self.plan.manifest.slug}-{self.project.key}"


@dataclass(frozen=True, slots=True)
class SubItemRow(ProjectRow):
    """A sub-item of a planned project."""

    item: SubItem


@dataclass(frozen=True, slots=True)
class ResponsibilityRow(ProjectRow):
    """A unit that answers for a planned project; `order` counts them from 1."""

    order: int
    unit: Unit


def units(plan: Plan, iris: Iris) -> Iterator[UnitRow]:
    """Give the units, each behind its parents."""
    for unit in plan.units():
        yield UnitRow(plan, iris, unit)


def policies(plan: Plan, iris: Iris) -> Iterator[PolicyRow]:
    """Give the policies in the order of the document."""
    for section in plan.sections:
        yield PolicyRow(plan, iris, section)


def projects(plan: Plan, iris: Iris) -> Iterator[ProjectRow]:
    """Give the projects in the order of the document."""
    for section in plan.sections:
        for project in section.projects:
            yield ProjectRow(plan, iris, section, project)


def sub_items(plan: Plan, iris: Iris) -> Iterator[SubItemRow]:
    """Give the sub-items in the order of the document."""
    for row in projects(plan, iris):
        for item in row.project.sub_items:
            yield SubItemRow(plan, iris, row.section, row.project, item)


def responsibilities(plan: Plan, iris: Iris) -> Iterator[ResponsibilityRow]:
    """Give who answers for which project, in the order of the document."""
    for row in projects(plan, iris):
        for order, unit in enumerate(row.project.units, start=1):
            yield ResponsibilityRow(plan, iris, row.section, row.project, order, unit)
