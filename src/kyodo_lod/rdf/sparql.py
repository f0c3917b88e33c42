"""SPARQL text, as far as we must look into it ourselves (SPARQL 1.1, section 19)."""

import re

from kyodo_lod.errors import QueryError

#: code point escapes are read before anything else (SPARQL 1.1, section 19.2)
_CODE_POINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
#: what may hold the word without calling it: strings, IRIs, comments, variables, prefixed names.
#: A prefix that holds `service` itself stays in: oxigraph's parser takes `SERVICE:x` for a call.
_NOT_KEYWORDS = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|'
    r"'''(?:[^'\\]|\\.|'(?!''))*'''|"
    r'"(?:[^"\\\n\r]|\\.)*"|'
    r"'(?:[^'\\\n\r]|\\.)*'|"
    r'<[^<>"{}|^`\\\x00-\x20]*>|'
    r"#[^\n\r]*|"
    r"[?$]\w+|@[A-Za-z][A-Za-z0-9-]*|"
    r"(?:(?!\w*service)[^\W\d][\w\-]*(?:\.[\w\-]+)*)?:(?:[\w.\-:]|%[0-9A-Fa-f]{2}|\\.)*",
    re.DOTALL | re.IGNORECASE,
)
_FORM = re.compile(r"SELECT|ASK|CONSTRUCT|DESCRIBE", re.IGNORECASE)


def asks_a_service(query: str) -> bool:
    r"""Tell whether `query` calls SERVICE, which would send data over the network.

    >>> asks_a_service("SELECT * { ?s ex:service 'SERVICE' } # SERVICE")
    False
    >>> asks_a_service("SELECT * { SERVICE<http://x/> {?s ?p ?o} }")
    True
    """
    plain = _CODE_POINT.sub(lambda match: _character(match[1] or match[2]), query)
    return "service" in _NOT_KEYWORDS.sub(" ", plain).lower()


def is_construct(query: str) -> bool:
    r"""Tell whether `query` gives a graph: a CONSTRUCT or DESCRIBE.

    >>> is_construct("# SELECT\nPREFIX a: <b> CONSTRUCT {} WHERE {}")
    True
    """
    form = _FORM.search(_NOT_KEYWORDS.sub(" ", query))
    return form is not None and form[0].upper() in ("CONSTRUCT", "DESCRIBE")


def _character(hexadecimal: str) -> str:
    code = int(hexadecimal, 16)
    return chr(code) if code <= 0x10FFFF else ""


def refuse_service(query: str, place: str) -> None:
    """Raise QueryError where `query` calls SERVICE."""
    if asks_a_service(query):
        raise QueryError(
            place,
            "SERVICE は使えません。外部への問い合わせはしません。データを --data で渡してください。",
            "SERVICE is refused: nothing is fetched; give the data with --data",
        )
