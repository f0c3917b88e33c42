"""Literals of every datatype, well and badly written, to compare engines on."""

from kyodo_lod.rdf.terms import Literal, NamedNode
from kyodo_lod.rdf.vocabulary import rdf, rdfs, xsd

INTEGERS = (
    "integer", "long", "int", "short", "byte", "nonNegativeInteger", "positiveInteger",
    "nonPositiveInteger", "negativeInteger", "unsignedLong", "unsignedInt", "unsignedShort",
    "unsignedByte",
)  # fmt: skip
NUMBERS = (*INTEGERS, "decimal", "double", "float")
MOMENTS = ("date", "time", "dateTime", "dateTimeStamp")
DURATIONS = ("duration", "dayTimeDuration", "yearMonthDuration")
TEXTS = (
    "string", "normalizedString", "token", "language", "anyURI", "Name", "NCName", "NMTOKEN",
    "ENTITY", "ID", "IDREF", "QName", "NOTATION",
)  # fmt: skip
GREGORIAN = ("gYear", "gYearMonth", "gMonth", "gMonthDay", "gDay")
BYTES = ("hexBinary", "base64Binary")

_NUMBERS = [
    "0", "1", "-1", "+1", "007", "-0", " 7 ", "7\n", "1_000", "_1", "１", "٣", "1.0", "1.", ".5", "1e5", "1E-2",
    "NaN", "INF", "-INF", "inf", "Infinity", "nan", "sNaN", "127", "128", "-128", "-129", "255", "256", "32767",
    "32768", "65535", "65536", "2147483647", "2147483648", "4294967295", "4294967296", "-2147483649",
    "18446744073709551616", "9" * 30, "0x10", "abc", "", "1 2", "1e400", "0.1", "1e999999999", "9" * 4301,
]  # fmt: skip
_MOMENTS = [
    "2018-04-01", "2018-02-30", "2018-4-1", "20180401", "2018-04-01Z", "2018-04-01+09:00", "2018-04-01-05:00",
    "-2018-04-01", "0000-01-01", "0001-01-01", "12018-04-01", "2018-W14-7", "2018-04-01T00:00:00", "2018-04",
    "2018-04-01T24:00:00", "2018-04-01T23:59:60", "2018-04-01T12:00:00Z", "2018-04-01T12:00:00+09:00",
    "2018-04-01T12:00:00.123456789", "2018-04-01 12:00:00", "2018-04-01T12", "2018-04-01T12:00:00+14:01",
    "12:00:00", "12:00:00Z", "12:00:00+09:00", "24:00:00", "23:59:60", "12:00", "12", "T12:00:00", "12:00:00.5",
    "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "２０１８-04-01", " 2018-04-01", "", "abc", "2018",
    "18", "--04", "---01", "--04-01", "2018-04-01z", "-", "--", "+", "Z", "2018-04-01+", "1:2-3:4", "a-:",
]  # fmt: skip
_DURATIONS = [
    "P1Y", "P1Y2M", "-P1Y", "P0Y", "P0Y0M", "P1D", "-P1D", "+P1D", "PT1S", "PT0.5S", "PT1,5S", "P1W", "P", "PT",
    "P1DT", "P1Y1D", "P-1Y", "P1.5Y", "P12M", "-P12M", "P365D", "PT86400S", "PT24H", "P1H", "P1M", "PT1M", "",
    "abc", "P2018-04-01T12:00:00", "P2018-04-01", "-P2018-04-01", "P1Y ", "P１Y", "P1Y\n", "P" + "9" * 20 + "D",
    "P0001-01-01", "P0.5M", "-P1Y1DT1H", "P13M",
]  # fmt: skip
_TEXTS = [
    "", "a", "b", "A", " a", "a ", "a  b", "a\tb", "a\nb", "a\u3000b", "\u3000a", "計画", "神", "神", "en", "ja-JP", "1",
    "x y", "<b>", "a\u0000".replace("\u0000", ""), "true", "http://example.org/",
]  # fmt: skip
_BYTES = [
    "",
    "0",
    "00",
    "ff",
    "FF",
    "fg",
    "0 0",
    "AA==",
    "AA",
    "A",
    "A===",
    "あ",
    "ﬀ",
    "////",
    "____",
    " AA== ",
]
_BOOLEANS = ["true", "false", "1", "0", "TRUE", "True", "yes", "", " true", "2", "falsE"]
_YEARS = ["18", "2018", "2018Z", "-2018", "abc", "2018-04", "--04", "---01", ""]

_BY_DATATYPE = [
    (NUMBERS, _NUMBERS),
    (MOMENTS, _MOMENTS),
    (DURATIONS, _DURATIONS),
    (TEXTS, _TEXTS),
    (BYTES, _BYTES),
    (("boolean",), _BOOLEANS),
    (GREGORIAN, _YEARS),
]
_MARKUP = ["<b>x</b>", "<b>", "a & b", "", "plain", '<b id="x">x</b>', "<p>", "<b>x</i>", "x>"]
_PLAIN = ["", "plain", "日本語 a.", "<b>x</b>", "<div>HTML</div>", "a <i>b</i> <em></em>c"]

#: markup, which the fast engine leaves to pySHACL
MARKUP = [
    Literal(text, datatype=NamedNode(rdf.iri + name))
    for name in ("XMLLiteral", "HTML")
    for text in _MARKUP
    if name == "XMLLiteral" or text not in _PLAIN
]
#: HTML so plain that no parser of it is needed
PLAIN_HTML = [Literal(text, datatype=NamedNode(f"{rdf.iri}HTML")) for text in _PLAIN]
ODD = [
    *(
        Literal(text, datatype=NamedNode(xsd.iri + name))
        for names, texts in _BY_DATATYPE
        for name in names
        for text in texts
    ),
    *(Literal(text, language=tag) for text in ("", "a", "b", "1") for tag in ("ja", "en", "en-GB")),
    *(Literal(text, datatype=NamedNode("https://example.org/d")) for text in ("", "a", "b")),
    Literal("a", datatype=NamedNode(rdfs.iri + "Literal")),
]
