"""A published folder as `build` writes it: which of our shapes each of its RDF files is about."""

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path, PurePath

#: what stands in a folder that `build` wrote
_MARKS = ("SHA256SUMS", "catalog.ttl", "void.ttl")
_OURS = frozenset({"plan", "catalog"})


def asked_about(paths: Iterable[Path], shapes: Sequence[str]) -> frozenset[Path]:
    """Give those RDF files that shapes are about, as far as their places tell.

    A description, a report or the ontology is no plan, and would be held against its rules in vain.

    Args:
        paths: RDF files, found in a folder.
        shapes: names or files; where none is ours, they may be about anything.
    """
    ours = _OURS.intersection(shapes)
    homes = cache(_home)
    return frozenset(
        path
        for path in paths
        if not ours or not (home := homes(path.absolute().parent)) or about(path, home) in ours
    )


def _home(folder: Path) -> Path | None:
    """Give the published folder that a folder is, or stands in."""
    for place in (folder, *folder.parents):
        if all((place / mark).is_file() for mark in _MARKS):
            return place
    return None


def about(path: Path, home: Path) -> str:
    """Give the name of the shapes that a published file is about; empty for none.

    Args:
        path: the file.
        home: the published folder.
    """
    match path.absolute().relative_to(home).parts:
        case ("dataset", slug, name) if PurePath(name).stem == slug:
            return "plan"
        case (name,) if PurePath(name).stem == "catalog":
            return "catalog"
    return ""
