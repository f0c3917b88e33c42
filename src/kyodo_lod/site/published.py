"""The published folder as the site reads it: current dumps, vocabulary and catalogue, and nothing else."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from kyodo_lod.errors import OutputError
from kyodo_lod.publish import checksums
from kyodo_lod.query.run import dist_quads, own_quads
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import dcat, dct, kyo, rdf
from kyodo_lod.site.neighbours import Neighbours
from kyodo_lod.site.places import Places
from kyodo_lod.site.register import Register
from kyodo_lod.site.things import Things

_CATALOG = "catalog.ttl"


class Published:
    """What `dist/` says.

    Args:
        folder: as `kyodo-lod build` left it.

    Raises:
        GraphError: where it holds no dataset, or a file in it does not parse.
        OutputError: where files lack that its SHA256SUMS lists.
    """

    def __init__(self, folder: Path) -> None:
        _refuse_incomplete(folder)
        self.folder = folder
        self.data = Things(dist_quads(folder))
        self.catalogue = Things(own_quads(folder / _CATALOG))
        self.places = Places(self.home, self.data)

    @cached_property
    def catalog(self) -> NamedNode:
        """The catalogue of all datasets."""
        return next(self.catalogue.instances(dcat.Catalog))

    @property
    def home(self) -> str:
        """IRI that the folder is published under."""
        return self.catalog.value.removesuffix("catalog")

    @cached_property
    def plans(self) -> tuple[NamedNode, ...]:
        """The years' plans, in the order of their datasets."""
        return tuple(self.data.instances(kyo.ImplementationPlan))

    def projects(self, plan: NamedNode) -> Iterator[NamedNode]:
        """Give the planned projects of a year's plan, in the order of the document."""
        yield from (listed.project for listed in self.register.of_plan.get(plan, ()))

    @cached_property
    def register(self) -> Register:
        """All planned projects as lists show them."""
        return Register(self.data)

    @cached_property
    def neighbours(self) -> Neighbours:
        """What stands before and after each thing."""
        return Neighbours(self.data, self.places)

    @cached_property
    def year_plans(self) -> frozenset[NamedNode]:
        """The years' plans, to look one up in."""
        return frozenset(self.plans)

    def year_of(self, plan: NamedNode) -> tuple[int, str]:
        """Give what years' plans are sorted by: the fiscal year, then the IRI."""
        year = self.data.one(plan, kyo.fiscalYear)
        return (self.data.number(year, kyo.year) if year else 0), plan.value

    def dataset(self, plan: NamedNode) -> NamedNode | None:
        """Give the dataset that holds a year's plan: it has the plan's identifier."""
        for name in self.data.graph.objects(plan, dct.identifier):
            for each in self.data.holders(dct.identifier, name):
                if dcat.Dataset in self.data.all(each, rdf.type):
                    return each
        return None


def _refuse_incomplete(folder: Path) -> None:
    """Raise OutputError where a build is unfinished, or somebody took files away."""
    for name in checksums.listed(folder):
        if not (folder / name).is_file():
            raise OutputError(
                f"{folder}/{name}",
                "SHA256SUMS にあるファイルがありません。kyodo-lod build で作り直してください。",
                "is listed in SHA256SUMS and not there; run kyodo-lod build again",
            )
