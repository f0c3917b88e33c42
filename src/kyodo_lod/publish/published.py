"""A dataset's files as they lie in `dist/`: what is true of them because it was read from them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kyodo_lod.publish.checksums import sha256
from kyodo_lod.publish.distributions import Distribution, distributions
from kyodo_lod.publish.entry import Entry

#: where the code does not read as people write it
_NAMES = {
    "RDF_N_TRIPLES": "N-Triples",
    "RDF_TRIG": "TriG",
    "RDF_TURTLE": "Turtle",
    "RDF_XML": "RDF/XML",
    "XLSX": "Excel (XLSX)",
}


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A file in which a dataset can be had.

    Args:
        distribution: what it is.
        path: in `dist/`.
        size: in bytes.
        sha256: of its bytes, in hexadecimal.
    """

    distribution: Distribution
    path: str
    size: int
    sha256: str

    @property
    def format(self) -> str:
        """Its format for people, made of the code of the EU file-type list."""
        code = self.distribution.file_type
        name = _NAMES.get(code, code.removeprefix("RDF_").replace("_", "-"))
        return f"{name} (gzip)" if self.distribution.compressed else name


def published_files(entry: Entry, made: Path) -> Iterator[PublishedFile]:
    """Give the files of a dataset, in the order in which they are offered.

    Args:
        entry: of the dataset.
        made: the folder that holds them.
    """
    for distribution in distributions(entry.manifest):
        path = distribution.path(entry.manifest.slug)
        file = made / path
        yield PublishedFile(distribution, path, file.stat().st_size, sha256(file))
