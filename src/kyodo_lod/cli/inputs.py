"""What the PATHs of `validate` stand for: documents, RDF files, folders of either, patterns, stdin."""

from collections.abc import Iterator
from glob import glob, has_magic
from pathlib import Path
from typing import NamedTuple

from kyodo_lod.cli.usage import Usage
from kyodo_lod.errors import KyodoError
from kyodo_lod.rdf.formats import FORMATS, Format, format_of

_SOURCE = "source.toml"


class Input(NamedTuple):
    """One thing to check.

    Args:
        path: as the user named it, or as it was found.
        format: of RDF; None for a document.
    """

    path: str
    format: Format | None


def inputs(path: str, source_format: str | None, *, is_bare: bool) -> Iterator[Input]:
    """Give what a PATH stands for, in the order of names, each once.

    Args:
        path: as the user wrote it.
        source_format: what --from says.
        is_bare: whether options describe a document without a manifest.

    Raises:
        KyodoError: where a pattern or a folder holds nothing to check.
        Usage: where the format of stdin is not told.
    """
    if path == "-":
        yield _stdin(source_format, is_bare=is_bare)
    elif has_magic(path) and not Path(path).exists():
        yield from _matching(path, source_format, is_bare=is_bare)
    elif Path(path).is_dir() and not is_bare:
        yield from _folder(Path(path), source_format)
    else:
        yield Input(path, None if is_bare else _format(path, source_format))


def _format(path: str | Path, source_format: str | None) -> Format | None:
    return FORMATS[source_format] if source_format else format_of(path)


def _stdin(source_format: str | None, *, is_bare: bool) -> Input:
    if is_bare:
        return Input("-", None)
    if source_format is None:
        raise Usage(
            "- には --from が要ります (標準入力の RDF の形式)。",
            "- needs --from: the format of what stdin brings",
        )
    return Input("-", FORMATS[source_format])


def _matching(pattern: str, source_format: str | None, *, is_bare: bool) -> Iterator[Input]:
    found = sorted(glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute one
    if not found:
        raise KyodoError(pattern, "当てはまるファイルがありません。", "matches no file")
    folders = {Path(path) for path in found if Path(path).is_dir()}
    for path in found:
        if folders.isdisjoint(Path(path).parents):  # what ** finds in a folder comes with it
            yield from inputs(path, source_format, is_bare=is_bare)


def _folder(folder: Path, source_format: str | None) -> Iterator[Input]:
    """Give each document of a folder, then each RDF file in it."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    sources = [Input(str(path), None) for path in files if path.name == _SOURCE]
    graphs = [
        Input(str(path), fmt)
        for path in files
        if (fmt := _known(path, source_format)) and not _is_hidden(path.relative_to(folder))
    ]
    if not sources and not graphs:
        raise KyodoError(
            str(folder),
            f"{_SOURCE} も RDF ファイルもありません。{_SOURCE} は kyodo-lod init で作れます。",
            f"holds no {_SOURCE} and no RDF file; kyodo-lod init writes a {_SOURCE}",
        )
    yield from (*sources, *graphs)


def _is_hidden(path: Path) -> bool:
    """Tell whether a file stands in something like .venv, which brings RDF of its own."""
    return any(part.startswith(".") for part in path.parts)


def _known(path: Path, source_format: str | None) -> Format | None:
    fmt = format_of(path)
    return fmt if source_format in (None, fmt and fmt.name) else None
