"""What a PATH of `validate` stands for: documents, RDF files, folders of either, patterns."""

import os
from collections.abc import Iterable, Iterator, Sequence
from glob import glob, has_magic
from pathlib import Path
from typing import NamedTuple

from kyodo_lod.check.published import asked_about
from kyodo_lod.errors import KyodoError, ManifestError
from kyodo_lod.rdf.formats import FORMATS, Format, format_of, is_surely_rdf

_SOURCE = "source.toml"


class Input(NamedTuple):
    """One thing to check.

    Args:
        path: as the user named it, or as it was found.
        format: of RDF; None for a document.
    """

    path: str
    format: Format | None


class Inputs(NamedTuple):
    """What a PATH stands for.

    Args:
        taken: what is to be checked, in the order of names, each once.
        passed: RDF files of a published folder that the shapes are not about.
    """

    taken: tuple[Input, ...]
    passed: tuple[str, ...] = ()


def inputs(
    path: str, source_format: str | None = None, shapes: Sequence[str] = ("plan",)
) -> Inputs:
    """Give what a PATH stands for.

    Args:
        path: as the user wrote it.
        source_format: name of the RDF format, where the user says it.
        shapes: what will be demanded; of a published folder only what they are about is taken.

    Raises:
        KyodoError: where a pattern or a folder holds nothing to check.
    """
    if has_magic(path) and not Path(path).exists():
        return _matching(path, source_format, shapes)
    if Path(path).is_dir():
        return _folder(Path(path), source_format, shapes)
    fmt = FORMATS[source_format] if source_format else format_of(path)
    return Inputs((Input(path, fmt),))


def _matching(pattern: str, source_format: str | None, shapes: Sequence[str]) -> Inputs:
    found = sorted(glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute one
    if not found:
        raise KyodoError(pattern, "当てはまるファイルがありません。", "matches no file")
    folders = {Path(path) for path in found if Path(path).is_dir()}
    each = [
        inputs(path, source_format, shapes)
        for path in found
        if folders.isdisjoint(Path(path).parents)  # what ** finds in a folder comes with it
    ]
    return Inputs(
        tuple(one for some in each for one in some.taken),
        tuple(one for some in each for one in some.passed),
    )


def _folder(folder: Path, source_format: str | None, shapes: Sequence[str]) -> Inputs:
    """Give each document of a folder, then each RDF file in it."""
    files = sorted(path for path in _files(folder) if path.is_file())
    sources = [Input(str(path), None) for path in files if path.name == _SOURCE]
    graphs = list(_graphs(files, source_format))
    asked = asked_about((path for path, _ in graphs), shapes)
    taken = [Input(str(path), fmt) for path, fmt in graphs if path in asked]
    passed = tuple(str(path) for path, _ in graphs if path not in asked)
    if not sources and not taken:
        raise _nothing(folder, passed)
    return Inputs((*sources, *taken), passed)


def _files(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not _is_foreign(Path(place, name))]
        yield from (Path(place, name) for name in names if not name.startswith("."))


def _is_foreign(folder: Path) -> bool:
    """Tell whether a folder is a tool's own and brings RDF of others, such as .venv."""
    is_named_so = folder.name.startswith(".") or folder.name == "node_modules"
    return is_named_so or (folder / "pyvenv.cfg").is_file()


def _graphs(files: Iterable[Path], source_format: str | None) -> Iterator[tuple[Path, Format]]:
    """Give the files that are RDF by their names: a .json or .xml is mostly something else."""
    for path in files:
        fmt = format_of(path) if is_surely_rdf(path) else None
        if fmt and source_format in (None, fmt.name):
            yield path, fmt


def _nothing(folder: Path, passed: Sequence[str]) -> KyodoError:
    if passed:
        return KyodoError(
            str(folder),
            "シェイプの対象になるファイルがありません。ファイルを指定すれば検査します。",
            "holds nothing that the shapes are about; name a file to have it checked",
        )
    endings = " ".join(f".{fmt.extension}" for fmt in FORMATS.values())
    return ManifestError(
        str(folder),
        f"{_SOURCE} も RDF ファイル ({endings}) もありません。.json、.xml、.owl は指定すれば"
        f"読みます。{_SOURCE} は kyodo-lod init で作れます。",
        f"holds no {_SOURCE} and no RDF file ({endings}); a .json, .xml or .owl is read where it "
        f"is named; kyodo-lod init writes a {_SOURCE}",
    )
