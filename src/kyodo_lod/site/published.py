"""The published folder as the site reads it: current dumps, vocabulary and catalogue, and nothing else."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from kyodo_lod.errors import OutputError
from kyodo_lod.publish import checksums
from kyodo_lod.query.run import dist_quads, file_quads
from kyodo_lod.rdf.formats import TURTLE
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import dcat, kyo, rdf
from kyodo_lod.site.places import Places
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
        self.catalogue = Things(file_quads(folder / _CATALOG, TURTLE))
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
        for project in self.data.parts(plan):
            if kyo.PlannedProject in self.data.all(project, rdf.type):
                yield project


def _refuse_incomplete(folder: Path) -> None:
    """Raise OutputError where a build is unfinished, or somebody took files away."""
    for name in checksums.listed(folder):
        if not (folder / name).is_file():
            raise OutputError(
                f"{folder}/{name}",
                "SHA256SUMS にあるファイルがありません。kyodo-lod build で作り直してください。",
                "is listed in SHA256SUMS and not there; run kyodo-lod build again",
            )
