"""An input that could not be read, as the reports tell of it."""

import re
from pathlib import PurePath
from typing import NamedTuple

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.errors import KyodoError
from kyodo_lod.origin import Origin

#: what the place of an error says behind the file: line, column, key (see `KyodoError`)
_WITHIN = re.compile(r"(?::(\d{1,9}))?(?::(\d{1,9}))?(?:: .*)?", re.DOTALL)
_PLACE = re.compile(r"(.+?)((?::\d{1,9}){0,2}(?:: .*)?)", re.DOTALL)


class Unreadable(NamedTuple):
    """Why an input could not be checked.

    Args:
        place: as people are told it: `plan.nt:3:8`, `source.toml: title`.
        origin: the file, with line and column where they are known.
        message: what is wrong and what to do.
    """

    place: str
    origin: Origin
    message: Bilingual


def unreadable(error: KyodoError, path: str) -> Unreadable:
    """Give what an error says of an input.

    Args:
        error: why it could not be read.
        path: of the input; a file that the error calls by its name alone stands beside it.
    """
    return Unreadable(error.place, _origin(error.place, path), error.message)


def _origin(place: str, path: str) -> Origin:
    file, within = _split(place, path)
    found = _WITHIN.fullmatch(within)
    line, column = (int(number or 0) for number in found.groups()) if found else (0, 0)
    return Origin(file, line, column=column)


def _split(place: str, path: str) -> tuple[str, str]:
    if place.startswith(path):  # a file may be called `a: b:3.nt`
        return path, place.removeprefix(path)
    found = _PLACE.fullmatch(place)
    file, within = found.groups() if found else (place, "")
    is_bare = PurePath(file).name == file
    return str(PurePath(path).with_name(file)) if is_bare and PurePath(path).name else file, within
