"""units.csv: the append-only registry of a municipality's organisational units (design §3)."""

import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path

from kyodo_lod.errors import ManifestError

COLUMNS = ("slug", "label", "parent", "level", "valid_from", "valid_to")
_SLUG = re.compile(r"(?!u-)[a-z0-9]+(?:-[a-z0-9]+)*")
_DAY = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")
_MAX_BYTES = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class UnitRecord:
    """A registered unit.

    Args:
        slug: its name in IRIs.
        label: its own name, without its parents'.
        parent: the parent's slug; empty for a bureau.
        level: code of the unit-level scheme.
        valid_from: first day in ISO 8601; empty where unknown.
        valid_to: last day; empty where it still exists.
    """

    slug: str
    label: str
    parent: str
    level: str
    valid_from: str
    valid_to: str


def load_units(path: Path) -> tuple[UnitRecord, ...]:
    """Read the registry; none is an empty one.

    Raises:
        ManifestError: naming the line.
    """
    if not path.exists():
        return ()
    try:
        with path.open("rb") as file:
            text = file.read(_MAX_BYTES).decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except (OSError, UnicodeError, csv.Error) as error:
        raise ManifestError(
            str(path), f"読めません: {error}", f"cannot be read: {error}"
        ) from error
    return _records(path, rows)


def _records(path: Path, rows: list[list[str]]) -> tuple[UnitRecord, ...]:
    if not rows or tuple(rows[0]) != COLUMNS:
        columns = ",".join(COLUMNS)
        raise ManifestError(
            f"{path}:1",
            f"一行目は {columns} でなければなりません。",
            f"the first line must be {columns}",
        )
    known: dict[str, UnitRecord] = {}
    for line, cells in enumerate(rows[1:], 2):
        if cells:
            record = _record(f"{path}:{line}", cells, known)
            known[record.slug] = record
    return tuple(known.values())


def _record(place: str, cells: list[str], known: dict[str, UnitRecord]) -> UnitRecord:
    if len(cells) != len(COLUMNS):
        raise ManifestError(
            place, f"{len(COLUMNS)} 列でなければなりません。", f"must have {len(COLUMNS)} cells"
        )
    record = UnitRecord(*(cell.strip() for cell in cells))
    if not _SLUG.fullmatch(record.slug) or record.slug in known:
        raise ManifestError(
            f"{place}: slug",
            f"「{record.slug}」は使えないか、二度目です (小文字の英数字とハイフン、u- で始めない)。",
            f"{record.slug!r} is no slug or stands there twice (lower-case letters, digits, hyphens; not u-…)",
        )
    if not record.label or not record.level:
        raise ManifestError(place, "label と level は必須です。", "label and level are mandatory")
    if record.parent and record.parent not in known:
        raise ManifestError(
            f"{place}: parent",
            f"「{record.parent}」がこの行より上にありません。",
            f"{record.parent!r} does not stand above this line",
        )
    for day in (record.valid_from, record.valid_to):
        if day and not _DAY.fullmatch(day):
            raise ManifestError(
                place,
                f"「{day}」は日付ではありません (例: 2018-04-01)。",
                f"{day!r} is no date, such as 2018-04-01",
            )
    return record
