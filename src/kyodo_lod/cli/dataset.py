"""The RDF dataset that a query is asked over: what is published, or files that are given."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from kyodo_lod.cli.options import RDF_FORMATS
from kyodo_lod.cli.terminal import stdin
from kyodo_lod.cli.usage import Usage
from kyodo_lod.errors import GraphError

if TYPE_CHECKING:
    from kyodo_lod.check.limits import Limits
    from kyodo_lod.rdf.formats import Format
    from kyodo_lod.rdf.store import Store
    from kyodo_lod.rdf.terms import Quad


def dataset(
    data: tuple[str, ...], dist: str, source_format: str | None, *, limited: bool
) -> "Store":
    """Give what is asked.

    Args:
        data: files, `-` for stdin; empty for what is published.
        dist: the published folder.
        source_format: name of the files' format; None where their names tell.
        limited: whether a file is refused that is too large.

    Raises:
        GraphError: where something cannot be read, or is larger than allowed.
    """
    from kyodo_lod.check.limits import LIMITED, UNLIMITED
    from kyodo_lod.query.run import dist_quads
    from kyodo_lod.rdf.formats import FORMATS
    from kyodo_lod.rdf.store import Store

    fmt = FORMATS[source_format] if source_format else None
    if not data:
        return Store(dist_quads(Path(dist)))
    limits = LIMITED if limited else UNLIMITED
    files = enumerate(data, 1)
    return Store(quad for number, path in files for quad in _quads(path, number, fmt, limits))


def _quads(path: str, number: int, fmt: "Format | None", limits: "Limits") -> Iterable["Quad"]:
    """Give the statements of a file, within the limits of `validate`: it may be anybody's."""
    from kyodo_lod.check.rdf_file import file_quads

    known = fmt or _format(path)
    data = stdin(limits.to_read) if path == "-" else None
    return file_quads(path, limits, number, known, data)


def _format(path: str) -> "Format":
    """Give the format that a name tells."""
    from kyodo_lod.rdf.formats import format_of

    if path == "-":
        raise Usage(
            "--data - には --from が要ります (標準入力の RDF の形式)。",
            "--data - needs --from: the format of what stdin brings",
        )
    known = format_of(path)
    if known is None:
        names = ", ".join(RDF_FORMATS)
        raise GraphError(
            path,
            f"RDF の形式が分かりません。--from で指定してください ({names})。",
            f"its RDF format is not known; say it with --from ({names})",
        )
    return known
