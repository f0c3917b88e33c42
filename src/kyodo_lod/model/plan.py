"""A year's plan as the document states it; every part remembers its place."""

from collections.abc import Iterator
from dataclasses import dataclass

from kyodo_lod.origin import Origin
from kyodo_lod.source.manifest import Manifest
from kyodo_lod.source.rows import Document


@dataclass(frozen=True, slots=True)
class Unit:
    """An organisational unit.

    Args:
        slug: its name in IRIs; `u-` and ten hexadecimal digits where the registry lacks it.
        label: its own name.
        parent: the unit above it; None for a bureau.
        level: code of the unit-level scheme; empty where nothing tells.
    """

    slug: str
    label: str
    parent: "Unit | None"
    level: str

    @property
    def path(self) -> tuple["Unit", ...]:
        """The units from the bureau down to this one."""
        above = self.parent.path if self.parent else ()
        return (*above, self)

    @property
    def full_label(self) -> str:
        """The path in one word, as documents print it: 上下水道局総務課."""
        return "".join(unit.label for unit in self.path)

    @property
    def bureau(self) -> "Unit":
        """The first unit of the path."""
        return self.parent.bureau if self.parent else self

    @property
    def is_registered(self) -> bool:
        """Whether units.csv holds it."""
        return not self.slug.startswith("u-")


@dataclass(frozen=True, slots=True)
class SubItem:
    """A ○ item of a plan text; `order` counts from 1."""

    order: int
    label: str


@dataclass(frozen=True, slots=True)
class PlannedProject:
    """A project (事業) as this year's plan states it.

    Args:
        key: policy and number, such as `4-15`; part of its IRI.
        policy: number of its basic policy.
        order: its position in the policy, from 1.
        document_order: its position in the document, from 1.
        name_as_listed: the cell text.
        name: the same without the account mark.
        account: what stands in 【】 behind the name; empty where nothing does.
        marked_new: whether the 新規 cell is filled.
        description: the whole plan text, ○ items included.
        sub_items: the ○ items in it.
        unit_as_listed: the cell text.
        units: the responsible units.
        origin: its row.
    """

    key: str
    policy: int
    order: int
    document_order: int
    name_as_listed: str
    name: str
    account: str
    marked_new: bool
    description: str
    sub_items: tuple[SubItem, ...]
    unit_as_listed: str
    units: tuple[Unit, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class PolicySection:
    """A basic policy (基本施策) as this year's plan covers it.

    Args:
        number: of the policy.
        order: its position in the document, from 1.
        title: as printed this year.
        declared: projects it has by the count table; None where that does not say.
        projects: as listed.
        origins: its heading, then its row in the count table.
    """

    number: int
    order: int
    title: str
    declared: int | None
    projects: tuple[PlannedProject, ...]
    origins: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A municipality's plan for one fiscal year.

    Args:
        manifest: what was known before reading.
        document: the document it was read from.
        sections: its policies, in order.
        declared: all projects by the count table; None where that does not say.
        declared_origin: the row that says so.
    """

    manifest: Manifest
    document: Document
    sections: tuple[PolicySection, ...]
    declared: int | None
    declared_origin: Origin | None

    def projects(self) -> Iterator[PlannedProject]:
        """Give all projects in the order of the document."""
        for section in self.sections:
            yield from section.projects

    def units(self) -> tuple[Unit, ...]:
        """Give the units its projects name, each behind its parents, in the order of their mention."""
        found = {
            unit.slug: unit
            for project in self.projects()
            for responsible in project.units
            for unit in responsible.path
        }
        return tuple(found.values())
