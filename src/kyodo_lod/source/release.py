"""Reading [release] of a source.toml: this release, those before it, and whether their days agree."""

import re
from collections.abc import Iterator

from kyodo_lod.errors import ManifestError
from kyodo_lod.source.manifest import DocumentEntry, EarlierRelease, Release
from kyodo_lod.source.toml import Table

_KEY = re.compile(r"[0-9]+-[0-9]{2,}")
_NUMBER = r"(?:0|[1-9][0-9]{0,8})"
#: a version: three numbers
VERSION = re.compile(rf"{_NUMBER}\.{_NUMBER}\.{_NUMBER}")


def version_key(version: str) -> tuple[int, ...]:
    """Give what versions are ordered by: their numbers.

    >>> version_key("1.10.0") > version_key("1.9.0")
    True
    """
    return tuple(int(number) for number in version.split("."))


def read_release(table: Table) -> Release:
    """Read [release].

    Raises:
        ManifestError: naming file and key.
    """
    version, issued, modified = _version(table), table.day("issued"), table.day("modified")
    if modified < issued:
        raise table.error("modified", "issued より前の日付です。", "is before issued")
    release = Release(
        version=version,
        issued=issued,
        modified=modified,
        notes=table.bilingual("notes"),
        keys=table.mapping("keys"),
        renamed=table.texts("renamed"),
        earlier=tuple(_earlier(table, EarlierRelease(version, modified), issued)),
    )
    _check_keys(table, release)
    table.finish(("version", "issued", "modified", "notes", "keys", "renamed", "earlier"))
    return release


def _version(table: Table) -> str:
    version = table.text("version")
    if not VERSION.fullmatch(version):
        raise table.error("version", "例: 1.0.0", "must be like 1.0.0")
    return version


def _check_keys(table: Table, release: Release) -> None:
    for key in (*release.keys.values(), *release.renamed):
        if not _KEY.fullmatch(key):
            raise table.error(
                "keys", f"「{key}」は 4-15 の形ではありません。", f"{key!r} is not like 4-15"
            )


def _earlier(table: Table, later: EarlierRelease, issued: str) -> Iterator[EarlierRelease]:
    """Give [[release.earlier]], newest first; each is lower than the one before, and no later."""
    known = {later.version}
    for one in table.tables("earlier"):
        release = EarlierRelease(_version(one), one.day("modified"), one.bilingual("notes"))
        one.finish(("version", "modified", "notes"))
        for error in _disorder(one, release, later, known, issued):
            raise error
        known.add(release.version)
        later = release
        yield release


def _disorder(
    table: Table, release: EarlierRelease, later: EarlierRelease, known: set[str], issued: str
) -> Iterator[ManifestError]:
    """Give what is wrong with an earlier release that follows `later` in the list."""
    version = release.version
    if version in known:
        yield table.error(
            "version",
            f"{version} が二度あります。一つ消してください。",
            f"{version} is listed twice; remove one",
        )
    if version_key(version) > version_key(later.version):
        yield table.error(
            "version",
            f"{version} は {later.version} より大きい版です。新しい版から順に並べてください。",
            f"{version} is higher than {later.version}; list the newest first",
        )
    if release.modified > later.modified:
        yield table.error(
            "modified",
            f"{later.version} の日 ({later.modified}) より後です。",
            f"is after {later.modified}, the day of {later.version}",
        )
    if release.modified < issued:
        yield table.error(
            "modified", f"issued ({issued}) より前の日付です。", f"is before issued ({issued})"
        )


def check_days(document: DocumentEntry, release: Release, place: str) -> None:
    """Hold the days of a document and its release against each other and the fiscal year.

    Args:
        document: with the day it was retrieved.
        release: with its days.
        place: the source.toml.

    Raises:
        ManifestError: where it was retrieved after the release, or a day is in a wrong year.
    """
    retrieved, modified = document.retrieved, release.modified
    if retrieved and modified and retrieved > modified:
        raise ManifestError(
            f"{place}: [document]: retrieved",
            f"[release] modified ({modified}) より後です。入手し直した文書なら version と modified も上げてください。",
            f"is after [release] modified ({modified}); for a newer document raise version and modified too",
        )
    days = {"[document]: retrieved": retrieved, "[release]: issued": release.issued}
    for key, day in days.items():
        _check_year(f"{place}: {key}", day, document.fiscal_year)


def _check_year(place: str, day: str | None, year: int) -> None:
    """Refuse a day more than a year before the fiscal year begins: no plan of it was there yet."""
    earliest = f"{year - 1}-04-01"
    if day and day < earliest:
        raise ManifestError(
            place,
            f"{day} は、{year} 年度が始まる一年以上前です。日付か [document] fiscal_year を直してください。",
            f"{day} is more than a year before FY{year} begins; correct it or [document] fiscal_year",
        )
