"""The dumps of one dataset: a file per published format, and the release that stays."""

from collections.abc import Sequence
from pathlib import Path

from zopfli.gzip import compress

from kyodo_lod.mapping.iris import Iris
from kyodo_lod.rdf.formats import FORMATS, N_TRIPLES
from kyodo_lod.rdf.terms import Quad, Triple


def write_dumps(triples: Sequence[Triple], iris: Iris, slug: str, folder: Path) -> None:
    """Write a dataset in every published format.

    Args:
        triples: the dataset.
        iris: its IRIs.
        slug: its name.
        folder: `dist/dataset/<slug>`; made here.
    """
    folder.mkdir(parents=True)
    for fmt in FORMATS.values():
        if fmt.published:
            quads = (Quad(t.subject, t.predicate, t.object, iris.version) for t in triples)
            with (folder / f"{slug}.{fmt.extension}").open("wb") as output:
                fmt.resolve_writer()(quads if fmt.graphs else triples, fmt, output, iris.base)


def write_release(folder: Path, slug: str, version: str) -> None:
    """Keep the N-Triples dump under its version, so that the version's IRI answers for ever.

    Compressed by zopfli, whose bytes do not depend on the machine's zlib.

    Args:
        folder: `dist/dataset/<slug>`, with the dumps in it.
        slug: the dataset's name.
        version: of this release.
    """
    data = (folder / f"{slug}.{N_TRIPLES.extension}").read_bytes()
    release = folder / version / f"{slug}.{N_TRIPLES.extension}.gz"
    release.parent.mkdir()
    release.write_bytes(compress(data, numiterations=1))


def release_name(slug: str, version: str) -> str:
    """Give the path of a release in `dist/`."""
    return f"dataset/{slug}/{version}/{slug}.{N_TRIPLES.extension}.gz"
