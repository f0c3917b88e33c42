"""How long a text a regular expression can safely be tried on: Python's `re` tries every way.

`(a+)+b` splits thirty characters in 2³⁰ ways. A repetition is unambiguous if what follows it cannot
be more of the same: in `([a-z]+-)+` a hyphen ends each turn, so that there is one way only.
"""

import re
import warnings
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import Any, NamedTuple, TypeAlias

from kyodo_lod.errors import ShapesError

# a node of Python's parse tree: name and argument
_Item: TypeAlias = tuple[Any, Any]

#: the longest text for a pattern that may take exponential time
SHORT = 20
#: the shortest text held to be long, whatever the pattern: ways are counted too high
LONG = 1000
_STEPS = 2e9  # about half a minute


class EndlessError(Exception):
    """A text on which a pattern may take exponential time.

    Args:
        pattern: the pattern.
    """

    def __init__(self, pattern: str) -> None:
        super().__init__(pattern)
        self.pattern = pattern


def endless(place: str, pattern: str) -> ShapesError:
    """Give the error for a pattern that may take exponential time on the text at hand."""
    shown = pattern[:60]
    return ShapesError(
        place,
        f"パターン {shown!r} は終わらないことがあります。繰り返しの中の繰り返しを区切りで分けてください。",
        f"the pattern {shown!r} may take forever: it repeats what repeats; set a separator between",
    )


@lru_cache(maxsize=256)
def longest(pattern: str) -> int | None:
    """Give how many characters a text may have for `pattern`; None is any number.

    It errs on the side of caution: with three repetitions whose ends are not told by what follows,
    a text of n characters is taken to have n³ ways.
    """
    if may_backtrack(pattern):
        return SHORT
    degree = sum(_is_open(part, after) for part, after in _followed(_parts(_tree(pattern)), None))
    return max(LONG, int(_STEPS ** (1 / (degree + 1)))) if degree else None


@lru_cache(maxsize=256)
def may_backtrack(pattern: str) -> bool:
    """Tell whether `pattern` may take exponential time: a repetition ambiguous within another."""
    return any(map(_is_exponential, _loops(_tree(pattern))))


def _tree(pattern: str) -> list[_Item]:
    # Python's own reader of patterns is private, but any other would read some differently
    from re import _parser  # type: ignore[attr-defined]

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what a later Python may read differently
            return list(_parser.parse(pattern))
    except (re.error, OverflowError, RecursionError, ValueError):
        return []  # it is refused elsewhere, and never run


class _Part(NamedTuple):
    """Characters that a pattern takes one after another; `item` None is what we cannot tell."""

    item: _Item | None
    least: int
    most: int


def _is_exponential(body: list[_Item]) -> bool:
    parts = list(_parts(body))
    return any(_is_open(part, after) for part, after in _followed(parts, parts[0]))


def _is_open(part: _Part, after: _Part | None) -> bool:
    """Tell whether `part` may end at several places, as far as `after` does not tell its end."""
    if part.item is None:
        return True
    if part.least == part.most or after is None:
        return False
    return after.least == 0 or _overlap(part.item, after.item)


def _followed(parts: Sequence[_Part] | Iterator[_Part], last: _Part | None) -> Iterator[Any]:
    each = list(parts)
    return zip(each, [*each[1:], last], strict=True)


_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_CHARACTERS = ("LITERAL", "NOT_LITERAL", "ANY", "IN")


def _parts(items: list[_Item]) -> Sequence[_Part]:
    return [part for item in items for part in _part(item)] or [_Part(None, 0, 0)]


def _part(item: _Item) -> Iterator[_Part]:
    name, argument = str(item[0]), item[1]
    if name in _CHARACTERS:
        yield _Part(item, 1, 1)
    elif name == "SUBPATTERN":
        yield from _parts(list(argument[3]))
    elif name in _REPEATS:
        least, most, inner = argument
        only = list(inner)
        is_simple = len(only) == 1 and str(only[0][0]) in _CHARACTERS
        yield _Part(only[0] if is_simple else None, least, most)
    elif name == "BRANCH":
        yield _choice([_parts(list(each)) for each in argument[1]])
    elif name != "AT":
        yield _Part(None, 0, 1)  # references, assertions


def _choice(alternatives: list[Sequence[_Part]]) -> _Part:
    """Give alternatives as one part if their first characters tell them apart."""
    firsts = [parts[0].item for parts in alternatives if parts[0].item]
    are_fixed = all(part.item and part.least == part.most for a in alternatives for part in a)
    pairs = combinations(firsts, 2)
    if not are_fixed or any(_overlap(one, other) for one, other in pairs):
        return _Part(None, 0, 1)
    return _Part(("IN", firsts), 1, 1)


def _loops(items: list[_Item]) -> Iterator[list[_Item]]:
    """Give what is repeated, at any depth, but for single characters."""
    for item in items:
        name, argument = str(item[0]), item[1]
        inner = [list(each) for each in _inner(argument)]
        if name in _REPEATS and argument[1] > 1 and str(inner[0][0][0]) not in _CHARACTERS:
            yield inner[0]
        for each in inner:
            yield from _loops(each)


def _inner(argument: Any) -> Iterator[Any]:  # noqa: ANN401 - what Python's parser gives is untyped
    if hasattr(argument, "data"):
        yield argument
    elif isinstance(argument, list | tuple):
        for each in argument:
            yield from _inner(each)


# characters to try two sets on, beside those that they name
_SAMPLES = "".join(map(chr, range(256))) + "\u3000\u2028０あ漢ｱア"


def _overlap(one: _Item, other: _Item | None) -> bool:
    """Tell whether a character may be in both sets; upper and lower case are taken for the same."""
    if other is None:
        return True
    for item, against in ((one, other), (other, one)):
        if str(item[0]) == "LITERAL":
            return _has(against, chr(item[1]))
    tried = {*_SAMPLES, *_named(one), *_named(other)}
    return any(_has(one, c) and _has(other, c) for c in tried)


def _named(item: _Item) -> Iterator[str]:
    for name, argument in item[1] if str(item[0]) == "IN" else [item]:
        if str(name) == "RANGE":
            yield from map(chr, argument)
        elif isinstance(argument, int) and "LITERAL" in str(name):
            yield chr(argument)


def _has(item: _Item, character: str) -> bool:
    return any(_has_exactly(item, c) for c in (character, character.swapcase()))


def _has_exactly(item: _Item, character: str) -> bool:
    name, argument = str(item[0]), item[1]
    if name == "IN":
        negated = str(argument[0][0]) == "NEGATE"
        return negated != any(_has_exactly(i, character) for i in argument[negated:])
    if name == "RANGE":
        return len(character) == 1 and argument[0] <= ord(character) <= argument[1]
    if name == "CATEGORY":
        return bool(re.fullmatch(_CATEGORIES[str(argument)], character))
    return name == "ANY" or (name == "LITERAL") == (chr(argument) == character)


_CATEGORIES = {
    f"CATEGORY_{name}": letter
    for name, letter in {
        "DIGIT": r"\d", "NOT_DIGIT": r"\D", "SPACE": r"\s", "NOT_SPACE": r"\S",
        "WORD": r"\w", "NOT_WORD": r"\W",
    }.items()
}  # fmt: skip
