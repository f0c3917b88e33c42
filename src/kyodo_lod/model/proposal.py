"""Where a new document goes in `data/`, and the manifests proposed for it from its own words."""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from kyodo_lod.errors import ManifestError
from kyodo_lod.model.guess import Guess, guess
from kyodo_lod.model.parse import parse
from kyodo_lod.model.plan import Unit
from kyodo_lod.source import writing
from kyodo_lod.source.locate import bare_manifest, municipality_folder
from kyodo_lod.source.manifest import Manifest
from kyodo_lod.source.manifest_files import find_above
from kyodo_lod.source.publication import PUBLISHER_TOML
from kyodo_lod.source.readers import guess_encoding, open_document
from kyodo_lod.source.registry import COLUMNS
from kyodo_lod.source.rows import Document

#: what init calls a unit of which it knows no romaji
PROPOSED_SLUG = re.compile(r"unit-[0-9a-f]{10}")


def describe(
    path: Path, municipality: str, plan: str, year: int, data: bytes | None = None
) -> Manifest:
    """Give a manifest for a document that has none: its title and encoding are as it seems.

    Args:
        path: the document.
        municipality: its six-digit code.
        plan: the plan's slug.
        year: the fiscal year.
        data: the bytes of the document, where they are in no file.
    """
    manifest = bare_manifest(path, municipality, plan, year, data)
    encoding = guess_encoding(path, data)
    title = guess(open_document(path, encoding, data=data).rows).title or manifest.document.title
    entry = replace(manifest.document, title=title, encoding=encoding)
    return replace(manifest, document=entry, place=path.name)


class Proposal(NamedTuple):
    """What `init` makes of a new document.

    Args:
        files: path → bytes of what is not there yet, the document's copy included.
        guess: what was taken from the document's own words.
        encoding: found by trying; None is UTF-8.
        units: how many units were split off the document, where no registry was there.
    """

    files: dict[Path, bytes]
    guess: Guess
    encoding: str | None
    units: int


def propose(path: Path, municipality: str, plan: str, year: int, day: str, data: Path) -> Proposal:
    """Lay out a new document under `data`, with its manifests; writes nothing itself.

    Args:
        path: the document; copied into the layout.
        municipality: its six-digit code.
        plan: the plan's slug.
        year: the fiscal year.
        day: of the first release, in ISO 8601.
        data: the folder of all municipalities.

    Raises:
        ManifestError: where that plan-year is there already, or a name is none.
    """
    manifest = describe(path, municipality, plan, year)
    encoding = manifest.document.encoding
    document = open_document(path, encoding)
    guessed = guess(document.rows)
    city = municipality_folder(data, municipality)
    folder = city / plan / f"fy{year}"
    _refuse_existing(folder / "source.toml")
    read = parse(manifest, document).plan
    units = read.units() if read and not (city / "units.csv").exists() else ()
    files = {
        **_manifests(city, folder, document, guessed, (municipality, plan, year, day), encoding),
        **_publisher(city, folder, guessed.municipality or municipality),
        folder / path.name: path.read_bytes(),
    }
    if units:
        files[city / "units.csv"] = _registry(units)
    missing = {target: content for target, content in files.items() if not target.exists()}
    return Proposal(missing, guessed, encoding, len(units))


def _refuse_existing(source: Path) -> None:
    if source.exists():
        raise ManifestError(
            str(source),
            "すでにあります。直した文書なら init --refresh を使ってください。",
            "is there already; for a corrected document use init --refresh",
        )


def _manifests(
    city: Path,
    folder: Path,
    document: Document,
    guessed: Guess,
    names: tuple[str, str, int, str],
    encoding: str | None,
) -> dict[Path, bytes]:
    code, slug, year, day = names
    name, title = guessed.municipality or code, guessed.title or slug
    source = writing.source_toml(document.name, document.sha256, title, year, encoding, day, name)
    return {
        city / "municipality.toml": writing.municipality_toml(code, name).encode(),
        folder.parent / "plan.toml": writing.plan_toml(
            slug, guessed.plan or slug, guessed.ordinal
        ).encode(),
        folder / "source.toml": source.encode(),
    }


def _publisher(city: Path, folder: Path, name: str) -> dict[Path, bytes]:
    """Propose that the municipality publishes for itself, where nothing says who does."""
    if find_above(folder / "source.toml", PUBLISHER_TOML):
        return {}
    return {city.parent / PUBLISHER_TOML: writing.publisher_toml(name).encode()}


def _registry(units: Iterable[Unit]) -> bytes:
    """Propose a registry: names, parents and levels as split by rule; the slugs can be bettered."""
    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(COLUMNS)
    for unit in units:
        parent = _slug(unit.parent) if unit.parent else ""
        writer.writerow((_slug(unit), unit.label, parent, unit.level or "section", "", ""))
    return table.getvalue().encode()


def _slug(unit: Unit) -> str:
    return f"unit-{unit.slug.removeprefix('u-')}"
