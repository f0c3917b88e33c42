"""units.csv: the append-only registry of a municipality's organisational units (design §3)."""

import csv
import io
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from kyodo_lod.errors import ManifestError
from kyodo_lod.files import read_file

COLUMNS = ("slug", "label", "parent", "level", "valid_from", "valid_to")
_SLUG = re.compile(r"(?!u-)[a-z0-9]+(?:-[a-z0-9]+)*")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ufffe\uffff]")
_MAX_BYTES = 1024 * 1024
#: 局, 部, 所, 課, 係 and room for more
_MAX_DEPTH = 8


class UnitRecord(NamedTuple):
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
    data = read_file(path, ManifestError, _MAX_BYTES + 1)
    if len(data) > _MAX_BYTES:
        raise _unreadable(str(path), f"> {_MAX_BYTES // 1024} KiB")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeError as error:
        raise _unreadable(str(path), str(error)) from error
    return _records(path, list(_rows(path, text)))


def _rows(path: Path, text: str) -> Iterator[tuple[int, list[str]]]:
    """Give the rows that are not blank, each with the physical line it ends on."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        yield from ((reader.line_num, cells) for cells in reader if cells)
    except csv.Error as error:
        raise _unreadable(f"{path}:{reader.line_num}", str(error)) from error


def _unreadable(place: str, why: str) -> ManifestError:
    return ManifestError(place, f"読めません: {why}", f"cannot be read: {why}")


def _records(path: Path, rows: list[tuple[int, list[str]]]) -> tuple[UnitRecord, ...]:
    if not rows or tuple(rows[0][1]) != COLUMNS:
        columns = ",".join(COLUMNS)
        raise ManifestError(
            f"{path}:1",
            f"一行目は {columns} でなければなりません。",
            f"the first line must be {columns}",
        )
    known: dict[str, UnitRecord] = {}
    named: dict[tuple[str, str], UnitRecord] = {}
    for line, cells in rows[1:]:
        place = f"{path}:{line}"
        record = _record(place, cells)
        _check_slugs(place, record, known)
        _check_depth(place, record, known)
        _check_days(place, record)
        _check_name(place, record, named.get((record.parent, record.label)))
        known[record.slug] = named[record.parent, record.label] = record
    return tuple(known.values())


def _record(place: str, cells: list[str]) -> UnitRecord:
    if len(cells) != len(COLUMNS):
        raise ManifestError(
            place, f"{len(COLUMNS)} 列でなければなりません。", f"must have {len(COLUMNS)} cells"
        )
    record = UnitRecord(*(cell.strip() for cell in cells))
    if not record.label or not record.level:
        raise ManifestError(place, "label と level は必須です。", "label and level are mandatory")
    if _CONTROL.search(record.label + record.level):
        raise ManifestError(
            place, "制御文字か改行があります。", "holds a control character or a line break"
        )
    return record


def _check_slugs(place: str, record: UnitRecord, known: dict[str, UnitRecord]) -> None:
    if not _SLUG.fullmatch(record.slug) or record.slug in known:
        raise ManifestError(
            f"{place}: slug",
            f"「{record.slug}」は使えないか、二度目です (小文字の英数字とハイフン、u- で始めない)。",
            f"{record.slug!r} is no slug or stands there twice (lower-case letters, digits, hyphens; not u-…)",
        )
    if record.parent and record.parent not in known:
        raise ManifestError(
            f"{place}: parent",
            f"「{record.parent}」がこの行より上にありません。",
            f"{record.parent!r} does not stand above this line",
        )


def _check_depth(place: str, record: UnitRecord, known: dict[str, UnitRecord]) -> None:
    depth = 1
    while record.parent:
        record, depth = known[record.parent], depth + 1
    if depth > _MAX_DEPTH:
        raise ManifestError(
            f"{place}: parent",
            f"階層が深すぎます (上限 {_MAX_DEPTH})。",
            f"stands too deep; at most {_MAX_DEPTH} levels",
        )


def _check_days(place: str, record: UnitRecord) -> None:
    for day in filter(None, (record.valid_from, record.valid_to)):
        if not _is_day(day):
            raise ManifestError(
                place,
                f"「{day}」は日付ではありません (例: 2018-04-01)。",
                f"{day!r} is no date, such as 2018-04-01",
            )
    if record.valid_to and record.valid_to < record.valid_from:
        raise ManifestError(
            f"{place}: valid_to", "valid_from より前の日付です。", "is before valid_from"
        )


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return bool(_DAY.fullmatch(text))  # fromisoformat also reads 20180401 and 2018-W14


def _check_name(place: str, record: UnitRecord, before: UnitRecord | None) -> None:
    ended = before is None or bool(before.valid_to and before.valid_to < record.valid_from)
    if not ended:
        raise ManifestError(
            f"{place}: label",
            f"「{record.label}」は同じ parent の下にすでにあります (前の行に valid_to がありません)。",
            f"{record.label!r} stands under that parent already (a line without an earlier valid_to)",
        )
