"""What a literal's text stands for, by the reading of rdflib 7.6, which pySHACL judges by.

The reading is Python's own and wider than XML Schema's: `int` takes " 7 " and "１", `Decimal` takes
"1e5". Datatypes that rdflib has no reading for (xsd:gYear) have no value, and are never ill-typed.
"""

import re
from binascii import unhexlify
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeAlias

from kyodo_lod.check.fast.unsupported import UnsupportedError
from kyodo_lod.rdf.terms import Literal
from kyodo_lod.rdf.vocabulary import rdf, xsd

#: of many Python types, so that only Python's own comparison tells which may be compared
Value: TypeAlias = Any
STRING = xsd.iri + "string"
_LANGUAGE_STRING = rdf.iri + "langString"
# read with a parser of HTML that is not ours to import, and an XML that compares by structure
_HTML = rdf.iri + "HTML"
#: what every parser of HTML takes: text, and elements without attributes side by side
_PLAIN_HTML = r"(?:[\w .,:;/()=-]|<(div|span|b|i|em)>[\w .,:;/()=-]*</\1>)*"
_MARKUP = frozenset({rdf.iri + "XMLLiteral", _HTML})


@dataclass(frozen=True, slots=True)
class Period:
    """A duration with years or months, which has no order (XML Schema 1.1 part 2, section 3.3.6)."""

    months: Decimal
    rest: timedelta


@lru_cache(maxsize=4096)
def value(literal: Literal) -> Value:
    """Give the value of `literal`, or None where rdflib has none.

    Raises:
        UnsupportedError: for XML and HTML.
    """
    datatype = literal.datatype.value
    if datatype in _MARKUP:
        raise UnsupportedError(f"<{datatype}>")
    reader = _READERS.get(datatype)
    if reader is None:
        return None
    try:
        return reader(literal.value)
    except (ArithmeticError, ValueError):
        return None


def is_known(literal: Literal) -> bool:
    """Tell whether rdflib has a reading for the datatype, so that the literal may be ill-typed."""
    datatype = literal.datatype.value
    return datatype != _LANGUAGE_STRING and datatype in _READERS


@lru_cache(maxsize=4096)
def is_ill_typed(literal: Literal) -> bool:
    """Tell whether the text is none of its datatype's (RDF 1.1 Concepts, section 3.3)."""
    if literal.datatype.value == _HTML and re.fullmatch(_PLAIN_HTML, literal.value):
        return False
    if not is_known(literal):
        return literal.datatype.value in _MARKUP and value(literal) is None
    found, datatype = value(literal), literal.datatype.value
    if datatype == _BOOLEAN:
        return literal.value not in _TRUTHS
    least, most = _BOUNDS.get(datatype, (None, None))
    if found is None:
        return True
    return (least is not None and found < least) or (most is not None and found > most)


_BOOLEAN = xsd.iri + "boolean"
_TRUTHS = frozenset({"true", "false", "1", "0"})


def _truth(text: str) -> bool:
    return text.lower() in ("1", "true")  # anything else is false, and ill-typed


def _bytes(text: str) -> bytes:
    from base64 import b64decode

    return b64decode(text)


def _date(text: str) -> date:
    """Read xsd:date; its time zone is dropped, and a time if there is one."""
    text = text[:-1] if text.endswith(("Z", "z")) else text
    sign, text = ("-", text[1:]) if text.startswith("-") else ("", text)
    if "-" not in (day := _without_zone(text)):
        raise ValueError(text)
    return date.fromisoformat(sign + day)


def _without_zone(text: str) -> str:
    if "T" in text:
        return text.split("T")[0]
    if text.rfind("+") > 0:
        return text[: text.rfind("+")]
    day, _, zone = text.rpartition("-")
    return day if ":" in zone and day + zone != text else text


_DURATION = (
    r"^(?P<sign>[+-])?P(?!\b)"
    + "".join(
        rf"(?P<{n}>[0-9]+(?:[,.][0-9]+)?{n[0].upper()})?" for n in ("years", "months", "weeks")
    )
    + r"(?P<days>[0-9]+(?:[,.][0-9]+)?D)?"
    + r"(?:T(?P<hours>[0-9]+(?:[,.][0-9]+)?H)?(?P<minutes>[0-9]+(?:[,.][0-9]+)?M)?"
    + r"(?P<seconds>[0-9]+(?:[,.][0-9]+)?S)?)?$"
)
_LONGEST = 25  # characters; beyond it rdflib rounds to 28 digits on its way


def _duration(text: str) -> timedelta | Period:
    if len(text) > _LONGEST and re.match(_DURATION, text):
        raise UnsupportedError("a duration of more than 25 characters")
    found = re.match(_DURATION, text)
    if not found:
        return _moment_as_period(text)
    texts = {n: (t or "0_")[:-1].replace(",", ".") for n, t in found.groupdict().items()}
    negative = found["sign"] == "-"
    rest = timedelta(**{n: float(texts[n]) for n in _TIMES})
    months = Decimal(texts["years"]) * 12 + Decimal(texts["months"])
    rest = timedelta(0) - rest if negative else rest
    return Period(-months if negative else months, rest) if months else rest


_TIMES = ("weeks", "days", "hours", "minutes", "seconds")


def _moment_as_period(text: str) -> Period:
    """Read the alternative format, "P2018-04-01T12:00:00" (ISO 8601, section 5.5.2.4)."""
    if not text.startswith("P"):
        raise ValueError(text)
    at = datetime.fromisoformat(text[1:])
    rest = timedelta(
        days=at.day, hours=at.hour, minutes=at.minute, seconds=at.second,
        microseconds=at.microsecond,
    )  # fmt: skip
    return Period(Decimal(at.year * 12 + at.month), rest)


_Bound: TypeAlias = int | None
_BOUNDS: dict[str, tuple[_Bound, _Bound]] = {
    xsd.iri + name: bounds
    for name, bounds in {
        "nonNegativeInteger": (0, None),
        "positiveInteger": (1, None),
        "nonPositiveInteger": (None, 0),
        "negativeInteger": (None, -1),
        "int": (-(2**31), 2**31 - 1),
        "short": (-(2**15), 2**15 - 1),
        "byte": (-(2**7), 2**7 - 1),
        "unsignedLong": (0, None),  # rdflib sets no upper bound here, and none for xsd:long
        "unsignedInt": (0, 2**32 - 1),
        "unsignedShort": (0, 2**16 - 1),
        "unsignedByte": (0, 2**8 - 1),
    }.items()
}
_INTEGERS = frozenset({xsd.iri + "integer", xsd.iri + "long", *_BOUNDS})
NUMBERS = _INTEGERS | {xsd.iri + name for name in ("decimal", "double", "float")}

_READERS: dict[str, Callable[[str], Value]] = {
    **dict.fromkeys(_INTEGERS, int),
    **{xsd.iri + n: str for n in ("string", "normalizedString", "token", "language", "anyURI")},
    **{xsd.iri + n: _duration for n in ("duration", "dayTimeDuration", "yearMonthDuration")},
    _LANGUAGE_STRING: str,
    _BOOLEAN: _truth,
    xsd.iri + "decimal": Decimal,
    xsd.iri + "double": float,
    xsd.iri + "float": float,
    xsd.iri + "date": _date,
    xsd.iri + "time": time.fromisoformat,
    xsd.iri + "dateTime": datetime.fromisoformat,
    xsd.iri + "hexBinary": lambda text: unhexlify(text.encode()),
    xsd.iri + "base64Binary": _bytes,
}
