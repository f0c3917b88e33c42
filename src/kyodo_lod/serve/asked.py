"""What a request to the endpoint asks (SPARQL 1.1 Protocol, section 2.1)."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from kyodo_lod.bilingual import NOTHING, Bilingual, visible
from kyodo_lod.rdf.dataset import Dataset
from kyodo_lod.serve.limits import ServeLimits
from kyodo_lod.serve.message import Request
from kyodo_lod.serve.refusals import RefusedError

#: what a POST may be
FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
_METHODS = "GET, HEAD, POST, OPTIONS"
_DATASET = ("default-graph-uri", "named-graph-uri")
#: what names a format; the second where the first does not (as at Fuseki and Virtuoso)
_FORMAT = ("format", "output")
#: before the name of a parameter of a query; needed where the name means something to the protocol
PREFIX = "param."
_KNOWN = ("query", "update", *_DATASET, *_FORMAT)
#: letters of an unknown parameter that are shown
_SHOWN = 40
#: parameters of a request; nobody names more graphs
_MOST = 1000
#: letters that are decoded at once; other threads wait as long
_PIECE = 16 * 1024
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as a client sent it.

    Args:
        text: SPARQL, not yet read.
        dataset: what the request names; None for what the query itself names.
        wishes: what `format` names.
        others: names and values of parameters that mean nothing to the protocol.
    """

    text: str
    dataset: Dataset | None
    wishes: tuple[str, ...] = ()
    others: tuple[tuple[str, str], ...] = ()


def asked(request: Request, limits: ServeLimits) -> Asked | None:
    """Read a request; None for one that asks for nothing but the endpoint itself.

    Args:
        request: of any method.
        limits: of a query's text.

    Raises:
        RefusedError: for what is no such request (400, 405, 413, 415).
    """
    if request.method not in ("GET", "HEAD", "POST"):
        raise RefusedError(
            405,
            Bilingual("問い合わせは GET か POST で送ってください。", "send a query by GET or POST"),
            "method",
            {"Allow": _METHODS},
        )
    given = _parameters(_decoded(request.query))
    if request.method == "POST":
        given += _posted(request)
    elif all(name in _FORMAT for name, _ in given):
        return None
    return _one(given, limits)


def _posted(request: Request) -> list[tuple[str, str]]:
    """Give the parameters in a body, which may itself be the query."""
    media_type, _, rest = (request.header("content-type") or "").partition(";")
    kind = media_type.strip().lower()
    if kind == UPDATE:
        raise RefusedError(415, _READ_ONLY, "update", _accepted())
    charset = rest.lower().replace('"', "").replace(" ", "").partition("charset=")[2]
    packed = (request.header("content-encoding") or "identity").strip().lower() != "identity"
    if kind not in (FORM, QUERY) or charset not in ("", "utf-8", "utf8") or packed:
        raise RefusedError(415, _WRONG_TYPE, "type", _accepted())
    text = _decoded(request.body)
    return _parameters(text) if kind == FORM else [("query", text)]


def _accepted() -> dict[str, str]:
    # RFC 9110, section 15.5.16: what would have been taken
    return {"Accept": f"{FORM}, {QUERY}", "Accept-Encoding": "identity"}


def _one(given: list[tuple[str, str]], limits: ServeLimits) -> Asked:
    """Give the one query of some parameters."""
    texts = [value for name, value in given if name == "query"]
    if any(name == "update" for name, _ in given):
        raise RefusedError(400, _READ_ONLY, "update")
    if len(texts) > 1:
        raise RefusedError(400, _TWO)
    if not "".join(texts).strip():
        raise RefusedError(400, _none(given))
    text = texts[0].removeprefix(_BOM)
    if len(text.encode()) > limits.query:
        raise RefusedError(413, _LARGE.fill(limit=f"{limits.query:,}"), "large-query")
    default, named = (
        tuple(dict.fromkeys(value for name, value in given if name == graph)) for graph in _DATASET
    )
    others = tuple((name, value) for name, value in given if name not in _KNOWN)
    dataset = Dataset(default, named) if default or named else None
    return Asked(text, dataset, _wishes(given), others)


def _none(given: list[tuple[str, str]]) -> Bilingual:
    """Say that there is no query, and which parameter may have been meant for it."""
    unknown_names = (
        name for name, _ in given if name not in _KNOWN and not name.startswith(PREFIX)
    )
    name = visible(next(unknown_names, "")[:_SHOWN])
    unknown = _UNKNOWN.fill(name=name) if name else NOTHING
    return Bilingual(unknown.ja + _NONE.ja, unknown.en + _NONE.en)


def wishes_of(request: Request) -> tuple[str, ...]:
    """Give what `format` names in the target of a request."""
    return _wishes(_parameters(_decoded(request.query)))


def _wishes(given: list[tuple[str, str]]) -> tuple[str, ...]:
    for wanted in _FORMAT:
        found = dict.fromkeys(value for name, value in given if name == wanted and value)
        if found:
            return tuple(found)
    return ()


def _decoded(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise RefusedError(400, _NOT_UTF_8) from error


def _parameters(text: str) -> list[tuple[str, str]]:
    """Take a form apart (WHATWG URL, section 5.1); urllib would do it in one piece."""
    if text.count("&") >= _MOST:
        raise RefusedError(400, _MANY)
    pairs = (part.partition("=") for part in text.split("&") if part)
    try:
        return [(_unquoted(name), _unquoted(value)) for name, _, value in pairs]
    except UnicodeDecodeError as error:
        raise RefusedError(400, _NOT_UTF_8) from error


def _unquoted(text: str) -> str:
    return b"".join(map(unquote_to_bytes, _pieces(text.replace("+", " ")))).decode()


def _pieces(text: str) -> Iterator[str]:
    """Cut a text, but never within a `%41`."""
    start = 0
    while start < len(text):
        end = start + _PIECE
        mark = text.rfind("%", end - 2, end)
        end = end if mark < 0 else mark
        yield text[start:end]
        start = end


_READ_ONLY = Bilingual(
    "ここでは読むだけで、更新はできません。SPARQL 1.1 Query を送ってください。",
    "this endpoint is read-only; send a SPARQL 1.1 query, no update",
)
_WRONG_TYPE = Bilingual(
    f"POST の本文は {FORM} か {QUERY} で、UTF-8 のまま (圧縮せずに) 送ってください。",
    f"a POST is taken as {FORM} or {QUERY}, in UTF-8 and not packed",
)
_NONE = Bilingual(
    "問い合わせがありません。query=… に SPARQL を書いてください。",
    "there is no query; give SPARQL as query=…",
)
_UNKNOWN = Bilingual("{name} というパラメータはありません。", "no parameter is called {name}; ")
_TWO = Bilingual("問い合わせは一度に一つだけ送ってください。", "send one query at a time")
_LARGE = Bilingual(
    "問い合わせの文が長すぎます (上限 {limit} バイト)。",
    "the text of the query is too long (limit {limit} bytes)",
)
_NOT_UTF_8 = Bilingual("UTF-8 ではありません。", "is not UTF-8")
_MANY = Bilingual(
    f"パラメータが多すぎます (上限 {_MOST})。", f"there are too many parameters (limit {_MOST})"
)
