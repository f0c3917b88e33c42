"""Our IRIs, minted from keys; the only place that knows how they look (design §4)."""

import hashlib
from functools import cached_property

from kyodo_lod.model.plan import Plan, PlannedProject, PolicySection, SubItem, Unit
from kyodo_lod.origin import Origin
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import HOME


def hashed(text: str) -> str:
    """Give the fallback code of something that no list holds: `x-` and ten hexadecimal digits."""
    return f"x-{hashlib.sha256(text.encode()).hexdigest()[:10]}"


class Iris:
    """The IRIs of one plan-year and of what it names.

    Args:
        plan: whose things are named.
        base: what `id/` and `dataset/` stand under.
    """

    def __init__(self, plan: Plan, base: str = HOME) -> None:
        self.base = base
        manifest = plan.manifest
        self._municipality = f"{base}id/{manifest.municipality.code}"
        self._plan = f"{self._municipality}/plan/{manifest.plan.slug}"
        self._year_plan = f"{self._plan}/fy{manifest.document.fiscal_year}"
        self._source = f"{self._municipality}/source/{plan.document.sha256[:16]}"
        self._dataset = f"{base}dataset/{manifest.slug}"
        self._slug = manifest.slug
        self._year = manifest.document.fiscal_year
        self._version = manifest.release.version
        self._units: dict[str, NamedNode] = {}
        self._policies: dict[int, NamedNode] = {}

    @cached_property
    def publisher(self) -> NamedNode:
        """Who publishes the linked data (not the city)."""
        return NamedNode(f"{self.base}id/publisher")

    @cached_property
    def municipality(self) -> NamedNode:
        """The municipality."""
        return NamedNode(self._municipality)

    @cached_property
    def plan(self) -> NamedNode:
        """The plan over all its years."""
        return NamedNode(self._plan)

    @cached_property
    def policy_scheme(self) -> NamedNode:
        """The scheme of the plan's basic policies."""
        return NamedNode(f"{self._plan}/policy")

    @cached_property
    def year_plan(self) -> NamedNode:
        """The plan of this fiscal year."""
        return NamedNode(self._year_plan)

    @cached_property
    def fiscal_year(self) -> NamedNode:
        """The fiscal year."""
        return NamedNode(f"{self.base}id/fy/{self._year}")

    @cached_property
    def source(self) -> NamedNode:
        """The document."""
        return NamedNode(self._source)

    @cached_property
    def dataset(self) -> NamedNode:
        """The dataset."""
        return NamedNode(self._dataset)

    @cached_property
    def version(self) -> NamedNode:
        """This release of the dataset; the name of its graph."""
        return NamedNode(f"{self._dataset}/{self._version}")

    @cached_property
    def rights(self) -> NamedNode:
        """The dataset's rights statement."""
        return NamedNode(f"{self._dataset}#rights")

    @cached_property
    def catalog(self) -> NamedNode:
        """The catalogue of all datasets."""
        return NamedNode(f"{self.base}catalog")

    @cached_property
    def home(self) -> NamedNode:
        """The page of the catalogue for people."""
        return NamedNode(self.base)

    @cached_property
    def contact(self) -> NamedNode:
        """Whom to ask about the data."""
        return NamedNode(f"{self.base}id/contact")

    @cached_property
    def service(self) -> NamedNode:
        """The SPARQL service over all datasets."""
        return NamedNode(f"{self.base}id/sparql")

    @cached_property
    def series(self) -> NamedNode:
        """The series of the plan's datasets, one a year."""
        return NamedNode(self._dataset.rpartition("-fy")[0])

    @cached_property
    def landing_page(self) -> NamedNode:
        """The page of the dataset for people."""
        return NamedNode(f"{self._dataset}/")

    def published(self, path: str) -> NamedNode:
        """Give a file by its path in `dist/`."""
        return NamedNode(f"{self.base}{path}")

    def earlier_version(self, version: str) -> NamedNode:
        """Give a release of the dataset before this one."""
        return NamedNode(f"{self._dataset}/{version}")

    def part(self, name: str) -> NamedNode:
        """Give a part of the dataset's description, such as a count or a measurement."""
        return NamedNode(f"{self._dataset}#{name}")

    def of_release(self, name: str) -> NamedNode:
        """Give what belongs to this release: its build, and the files as that build read them."""
        return NamedNode(f"{self._dataset}/{self._version}#{name}")

    def program(self, version: str) -> NamedNode:
        """Give a version of the program that makes the data."""
        return NamedNode(f"{self.base}id/program/{version}")

    def file(self, extension: str) -> NamedNode:
        """Give a file of the dataset."""
        return NamedNode(f"{self._dataset}/{self._slug}{extension}")

    def policy(self, number: int) -> NamedNode:
        """Give a basic policy."""
        if number not in self._policies:
            self._policies[number] = NamedNode(f"{self._plan}/policy/{number}")
        return self._policies[number]

    def policy_template(self, name: str) -> str:
        """Give the URI template (RFC 6570) of a basic policy with its number as variable `name`."""
        return f"{self._plan}/policy/{{{name}}}"

    def section(self, section: PolicySection) -> NamedNode:
        """Give a policy as this year's plan covers it."""
        return NamedNode(f"{self._year_plan}/policy/{section.number}")

    def project(self, project: PlannedProject) -> NamedNode:
        """Give a planned project."""
        return NamedNode(f"{self._year_plan}/p/{project.key}")

    def sub_item(self, project: PlannedProject, item: SubItem) -> NamedNode:
        """Give a sub-item."""
        return NamedNode(f"{self._year_plan}/p/{project.key}/s/{item.order}")

    def unit(self, unit: Unit) -> NamedNode:
        """Give an organisational unit."""
        if unit.slug not in self._units:
            self._units[unit.slug] = NamedNode(f"{self._municipality}/unit/{unit.slug}")
        return self._units[unit.slug]

    def unit_template(self, name: str) -> str:
        """Give the URI template (RFC 6570) of a unit with its slug as variable `name`."""
        return f"{self._municipality}/unit/{{{name}}}"

    def passage(self, origin: Origin) -> NamedNode:
        """Give a place in the document; the document itself where it has no place."""
        fragment = origin.fragment
        return NamedNode(f"{self._source}#{fragment}") if fragment else self.source
