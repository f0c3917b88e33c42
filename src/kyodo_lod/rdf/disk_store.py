"""A SPARQL store on disk: written once, then opened read-only by as many processes as like."""

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph

from kyodo_lod.errors import OutputError
from kyodo_lod.rdf.terms import Quad


def write_store(folder: Path, quads: Iterable[Quad]) -> None:
    """Write a store; it is closed afterwards.

    Args:
        folder: where; there is nothing yet.
        quads: all of it; what the default graph holds is named there, too.

    Raises:
        OutputError: where it cannot be written.
    """
    try:
        store = pyoxigraph.Store(str(folder))
        store.bulk_extend(quads)
        store.optimize()
        store.flush()
    except OSError as error:
        raise OutputError(
            str(folder), f"書き込めません ({error})。", f"cannot be written ({error})"
        ) from error
