"""What of an offer a client takes: Accept, Accept-Language, Accept-Encoding (RFC 9110, 12.5).

The only door to mimeparse, which takes a media range apart; which range counts and what a tie means
is told here.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from operator import attrgetter

import mimeparse

from kyodo_lod.bilingual import Language
from kyodo_lod.rdf.formats import FORMATS, RESULT_FORMATS, Format, ResultFormat

#: no client names more, and nobody is read for longer
_MOST_RANGES = 64
_LONGEST_RANGE = 400
_LONGEST_FIELD = 4 * 1024
#: what stands between commas; a comma within quotes is none
_MEMBER = re.compile(r'(?:[^,"]|"(?:[^"\\]|\\.)*"?)+', re.DOTALL)
_QUALITY = re.compile(r"[01]?(?:\.[0-9]*)?")
_ANY = "*"
#: how exactly a range names a type
_UNFIT, _ALL, _FAMILY, _WITH_MORE, _PLAIN, _TO_THE_PARAMETER = range(6)
_NAMED = _WITH_MORE


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be had.

    Args:
        media_type: in which; with its parameters, if any.
        name: what is had: a format's name, or a path.
        aliases: other names of the media type; what they ask for is answered as `media_type`.
    """

    media_type: str
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Range:
    """A media range of an Accept field, in lower case but for the values of parameters."""

    family: str
    kind: str
    parameters: frozenset[tuple[str, str]]
    quality: float


def offers(formats: Iterable[Format | ResultFormat], first: str = "") -> tuple[Offer, ...]:
    """Give rows of the tables of formats as offers.

    Args:
        formats: rows, in the order in which they are offered.
        first: name of the one that is offered before them all.
    """
    ordered = sorted(formats, key=lambda each: each.name != first)
    return tuple(Offer(each.media_type, each.name, each.aliases) for each in ordered)


#: for the answer of SELECT and ASK; JSON is what the most clients read
RESULTS = offers(RESULT_FORMATS.values(), "json")
#: for the answer of CONSTRUCT and DESCRIBE; formats of triples before those of named graphs
GRAPHS = offers(sorted(FORMATS.values(), key=attrgetter("graphs")))


def choose(accept: str | None, offered: Sequence[Offer]) -> Offer | None:
    """Give the offer that a client likes best; None where it takes none of them.

    RFC 9110, section 12.5.1: of the ranges that fit a type the most exact one counts; quality 0 is a
    refusal. Of offers that are liked alike the first is given. A parameter that the offer lacks does
    not keep a range from fitting, for profiles and levels are wishes. What is no media range is passed
    over.

    Args:
        accept: the field, of any length; None where it was not sent.
        offered: the preferred first.
    """
    ranges = list(_ranges(accept or ""))
    if accept is None or not accept.strip():
        ranges = [_Range(_ANY, _ANY, frozenset(), 1.0)]
    liked = [(_quality(offer, ranges), offer) for offer in offered]
    best, chosen = max(liked, key=lambda each: each[0], default=(0.0, None))
    return chosen if best > 0 else None


def _quality(offer: Offer, ranges: Sequence[_Range]) -> float:
    """Give what a client gives for an offer, by its own type before its other names."""
    exactness, quality = _best(offer.media_type, ranges)
    named = (_best(alias, ranges) for alias in offer.aliases)
    others = [found for found in named if found[0] >= _NAMED]
    if exactness < _NAMED and others:
        return max(quality for _, quality in others)
    return quality


def _best(media_type: str, ranges: Sequence[_Range]) -> tuple[int, float]:
    """Give how exactly the most exact range names a type, and its quality."""
    offered = _offered(media_type)
    found = ((_exactness(each, offered), each.quality) for each in ranges)
    return max((each for each in found if each[0] != _UNFIT), default=(_UNFIT, 0.0))


def _exactness(wanted: _Range, offered: _Range) -> int:
    if (wanted.family, wanted.kind) == (offered.family, offered.kind):
        if not wanted.parameters:
            return _PLAIN
        return _TO_THE_PARAMETER if wanted.parameters <= offered.parameters else _WITH_MORE
    if wanted.kind == _ANY:
        is_family = wanted.family == offered.family
        return _FAMILY if is_family else _ALL if wanted.family == _ANY else _UNFIT
    return _UNFIT


@cache
def _offered(media_type: str) -> _Range:
    """Take the media type of an offer apart, which is of our own making."""
    family, kind, parameters = mimeparse.parse_mime_type(media_type.lower())
    return _Range(family, kind, frozenset(parameters.items()), 1.0)


def _ranges(accept: str) -> Iterator[_Range]:
    for member in _members(accept):
        found = _range(member)
        if found:
            yield found


def _members(field: str) -> Iterator[str]:
    """Give what a field lists, up to what anybody would list."""
    found = (match[0].strip() for match in _MEMBER.finditer(field[:_LONGEST_FIELD]))
    yield from islice((each for each in found if each), _MOST_RANGES)


def _range(member: str) -> _Range | None:
    """Take a media range apart; None for what is none."""
    if len(member) > _LONGEST_RANGE:
        return None
    try:
        family, kind, parameters = mimeparse.parse_mime_type(member.lower())
    except mimeparse.MimeTypeParseException:
        return None
    quality = quality_of(parameters.pop("q", "1"))
    if quality is None or not family or not kind or (family == _ANY and kind != _ANY):
        return None
    return _Range(family, kind, frozenset(parameters.items()), quality)


def quality_of(text: str) -> float | None:
    """Give a quality (RFC 9110, section 12.4.2); None for what is none.

    >>> quality_of("0.75"), quality_of("1.000"), quality_of("2"), quality_of("high")
    (0.75, 1.0, None, None)
    """
    text = text.strip()
    if not _QUALITY.fullmatch(text) or not text.strip("."):
        return None
    quality = float(text)
    return quality if quality <= 1 else None


def language(accept_language: str | None, otherwise: Language = "ja") -> Language:
    """Give the language that a reader likes better (RFC 9110, section 12.5.4).

    Of languages liked alike the one that is named first is given.

    Args:
        accept_language: the field; None where it was not sent.
        otherwise: for who names neither.

    >>> language("en-GB,en;q=0.9"), language("en;q=0.5, ja"), language("de"), language("de", "en")
    ('en', 'ja', 'ja', 'en')
    """
    named = list(_weighted(accept_language or ""))
    any_other = max((quality for tag, quality in named if tag == _ANY), default=0.0)
    liked: dict[Language, tuple[float, int]] = {}
    for tongue in (otherwise, _OTHER[otherwise]):
        own = [
            (quality, -place)
            for place, (tag, quality) in enumerate(named)
            if tag.partition("-")[0] == tongue
        ]
        liked[tongue] = max(own, default=(any_other, -len(named)))
    best = max(liked, key=lambda tongue: liked[tongue])
    return best if liked[best][0] > 0 else otherwise


_OTHER: dict[Language, Language] = {"ja": "en", "en": "ja"}


def takes_gzip(accept_encoding: str | None) -> bool:
    """Tell whether a client takes what is packed (RFC 9110, section 12.5.3).

    >>> takes_gzip("gzip, br"), takes_gzip("gzip;q=0, *"), takes_gzip("*"), takes_gzip(None)
    (True, False, True, False)
    """
    said = dict(_weighted(accept_encoding or ""))
    return said.get("gzip", said.get("x-gzip", said.get(_ANY, 0.0))) > 0


def _weighted(field: str) -> Iterator[tuple[str, float]]:
    """Give names and qualities of a field that is no list of media types."""
    for member in _members(field):
        name, _, rest = member.partition(";")
        key, _, text = rest.partition("=")
        quality = quality_of(text) if key.strip().lower() == "q" else 1.0
        if quality is not None:
            yield name.strip().lower(), quality
