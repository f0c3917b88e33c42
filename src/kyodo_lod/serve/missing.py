"""What of an address is unknown, and which known ones come near: found in bounded work."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import chain, islice

from kyodo_lod.bilingual import NOTHING, Bilingual, visible

#: an address of ours is shorter; nothing is looked for in a longer one
_LONGEST = 300
_LONGEST_NAME = 100
#: names that are compared with the one that was asked for
_MOST_NAMES = 200
_MOST_NEAR = 5
#: names that are listed as those there are
_MOST_LISTED = 12
_NEAR = 0.6
#: where there are too many to look at: names alike but for the end, then those that begin alike
_ENDING, _ALIKE = 2, 3
_AFTER_SLASH = chr(ord("/") + 1)
_PADDING = re.compile(r"(?<![0-9])0+(?=[0-9])")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an address that names something.

    Args:
        path: of the addresses that end in such a part.
        what: it names.
        before: what stands before the name that people say.
    """

    path: re.Pattern[str]
    what: Bilingual
    before: str = ""


def _part(path: str, ja: str, en: str, before: str = "") -> Part:
    return Part(re.compile(path.replace("*", "[^/]+")), Bilingual(ja, en), before)


_PARTS = (
    _part("id/fy/*", "年度", "fiscal year"),
    _part("id/program/*", "プログラムの版", "version of the program"),
    _part("id/[0-9]{5,6}", "自治体", "municipality"),
    _part("id/*/unit/*", "担当組織", "unit"),
    _part("id/*/source/*", "文書", "document"),
    _part("id/*/plan/*", "計画", "plan"),
    _part("id/*/plan/*/policy/*", "基本施策", "basic policy"),
    _part("id/*/plan/*/fy*", "年度", "fiscal year", "fy"),
    _part("id/*/plan/*/fy*/policy/*", "基本施策", "basic policy"),
    _part("id/*/plan/*/fy*/p/*", "事業", "planned project"),
    _part("id/*/plan/*/fy*/p/*/s/*", "事業の内訳", "sub-item"),
    _part("dataset/*", "データセット", "dataset"),
    _part("dataset/*/[0-9.]+", "版", "version"),
    _part("def/*", "語彙の版", "version of the vocabulary"),
    _part("scheme/*", "コード表", "code list"),
    _part("scheme/*/*", "コード", "code"),
    _part("shapes/*", "規則集", "set of rules"),
)


@dataclass(frozen=True, slots=True)
class Missing:
    """What is unknown of an address.

    Args:
        what: the unknown part names; empty for no kind of thing.
        name: of the unknown part, or the address; cut, and fit to be shown.
        known: names of that kind that are published where this one is looked for, if they are few.
        near: paths of things that may have been meant, the likeliest first.
    """

    what: Bilingual
    name: str
    known: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


def missing(path: str, things: Mapping[str, object]) -> Missing:
    """Find out what of an address is unknown.

    Args:
        path: that was asked for, decoded; whatever a client sends.
        things: what is described, sorted by path.
    """
    path = path.strip("/")
    if not path or len(path) > _LONGEST:
        return Missing(NOTHING, _shown(path))
    unknown, part = _first_unknown(path, things)
    parent, slash, name = unknown.rpartition("/")
    siblings = _siblings(f"{parent}{slash}", name, things, part)
    near = [
        *_instead(f"{parent}{slash}", name, path.removeprefix(unknown), siblings, things),
        *_above(unknown, things),
    ]
    near = list(dict.fromkeys(near))[:_MOST_NEAR]
    if part is None:
        return Missing(NOTHING, _shown(path), near=tuple(near))
    listed = siblings if len(siblings) <= _MOST_LISTED else []
    names = tuple(each.removeprefix(part.before) for each in listed)
    return Missing(part.what, _shown(name.removeprefix(part.before)), names, tuple(near))


def _shown(text: str) -> str:
    return visible(text[:_LONGEST_NAME])


def _first_unknown(path: str, things: Mapping[str, object]) -> tuple[str, Part | None]:
    """Give the address up to the first part that names nothing; all of it where no part names anything."""
    names = path.split("/")
    for end in range(1, len(names) + 1):
        upto = "/".join(names[:end])
        part = next((each for each in _PARTS if each.path.fullmatch(upto)), None)
        if part and upto not in things:
            return upto, part
    return path, None


def _siblings(parent: str, name: str, things: Mapping[str, object], part: Part | None) -> list[str]:
    """Give the names of the same kind beside a name, those that begin alike first if they are many."""
    paths = list(things)
    starts = dict.fromkeys((name[:-_ENDING], name[:_ALIKE], ""))
    walk = chain.from_iterable(_below(parent, start, paths) for start in starts)
    found = sorted(dict.fromkeys(islice(walk, _MOST_NAMES)))
    if part:
        return [each for each in found if part.path.fullmatch(f"{parent}{each}")]
    return found


def _below(parent: str, start: str, paths: Sequence[str]) -> Iterator[str]:
    """Give the names right below a path, leaping over what lies below each."""
    nth = bisect_left(paths, f"{parent}{start}")
    while nth < len(paths) and paths[nth].startswith(f"{parent}{start}"):
        name, deeper, _ = paths[nth].removeprefix(parent).partition("/")
        if deeper:
            nth = bisect_left(paths, f"{parent}{name}{_AFTER_SLASH}", nth)
        else:
            yield name
            nth += 1


def _instead(
    parent: str, name: str, rest: str, siblings: Sequence[str], things: Mapping[str, object]
) -> Iterator[str]:
    """Give the same address with a name that exists, then what has that name."""
    same = [each for each in siblings if _unpadded(each) == _unpadded(name)]
    close = get_close_matches(name[:_LONGEST_NAME], siblings, _MOST_NEAR, _NEAR)
    near = dict.fromkeys((*same, *close))
    for end in dict.fromkeys((rest, "")):
        yield from (f"{parent}{each}{end}" for each in near if f"{parent}{each}{end}" in things)


def _unpadded(name: str) -> str:
    """Give a name with its numbers as documents print them: 4-5 of 4-05."""
    return _PADDING.sub("", name)


def _above(path: str, things: Mapping[str, object]) -> Iterator[str]:
    """Give the nearest thing that the address lies within."""
    while path:
        path = path.rpartition("/")[0]
        if path in things:
            yield path
            return
