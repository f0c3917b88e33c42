"""SPARQL text, as far as we must look into it ourselves (SPARQL 1.1, section 19)."""

import re
from collections.abc import Iterator

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.errors import QueryError

#: code point escapes: the standard and rdflib read them before anything else, oxigraph only in
#: strings and IRIs (SPARQL 1.1, section 19.2)
_CODE_POINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_ESCAPE = r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}"
_SHORT = r""""(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*'"""
_LONG = (
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|'
    r"'''(?:[^'\\]|\\.|'(?!''))*'''"
)  # fmt: skip
#: one token; empty at what is none of these, which is stepped over letter by letter
_TOKEN = (
    rf"(?P<long>{_LONG})|(?P<short>{_SHORT})|"
    rf'(?P<iri><(?:[^<>"{{}}|^`\\\x00-\x20]|{_ESCAPE})*>)|'
    r"(?P<comment>#[^\n]*)|[?$]\w+|@[A-Za-z]+(?:-[A-Za-z0-9]+)*|"
    r"(?P<word>[\w.\-]*:?)(?:(?<=:)(?:[\w:]|%[0-9A-Fa-f]{2}|\\.)(?:[\w.\-:]|%[0-9A-Fa-f]{2}|\\.)*)?"
)
_SHORT_TOKEN = re.compile(_SHORT, re.DOTALL)
_PLAIN_ESCAPES = re.compile(r"""(?:[^\\]|\\[tbnrf"'\\])*""")
_ABSOLUTE = re.compile(r"<[A-Za-z][A-Za-z0-9+.\-]*://")
#: brackets within brackets; a thousand overflow oxigraph's stack
_MAX_DEPTH = 200
_BRACKET = re.compile(r"(?P<open>[(\[{])|[)\]}]")
_FORM = re.compile(r"(SELECT|ASK|CONSTRUCT|DESCRIBE)[^:]*\Z", re.IGNORECASE)
#: what begins a declaration, and how many words follow
_DECLARED = {"BASE": 1, "PREFIX": 2}
_UPDATES = (
    "INSERT", "DELETE", "WITH", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY",
)  # fmt: skip


def asks_a_service(query: str) -> bool:
    r"""Tell whether `query` may call SERVICE, which would send data over the network.

    Parsers disagree on where some tokens end, so a call counts if any of them could see one.

    >>> asks_a_service("SELECT * { ?s ex:service 'SERVICE' } # SERVICE")
    False
    >>> asks_a_service("SELECT * { FILTER(1<2)SERVICE#>\n<http://x/> {?s ?p ?o} }")
    True
    """
    plain = _CODE_POINT.sub(lambda match: _character(match[1] or match[2]), query)
    # seldom any: reading a text token by token is slow
    texts = {text for text in (query, plain) if "service" in text.lower()}
    return any("service" in word.lower() for text in texts for word in _words(text))


def is_construct(query: str) -> bool:
    r"""Tell whether `query` gives a graph: a CONSTRUCT or DESCRIBE.

    >>> is_construct("# SELECT\nPREFIX a: <b> CONSTRUCT {} WHERE {}")
    True
    """
    forms = filter(None, map(_FORM.match, _words(query)))
    return next(forms, ["", ""])[1].upper() in ("CONSTRUCT", "DESCRIBE")


def is_update(query: str) -> bool:
    r"""Tell whether `query` begins as an update does (SPARQL 1.1 Update, section 3).

    >>> is_update("# ASK\nPREFIX a: <b> insert{ a:b a:c 1 }"), is_update("PREFIX add: <b> ASK {}")
    (True, False)
    """
    return form(query).upper() in _UPDATES


def form(query: str) -> str:
    r"""Give the word that `query` begins with behind its declarations, as it is written; empty for none.

    >>> form("# ASK\nPREFIX a: <b> select * {}")
    'select'
    """
    words = tokens(query)
    for word in words:
        declared = _DECLARED.get(word.upper(), 0)
        if not declared:
            return word
        for _ in range(declared):
            next(words, "")
    return ""


def tokens(query: str) -> Iterator[str]:
    r"""Give IRIs, keywords, numbers and prefixed names of `query` as they are written, in its likely reading.

    >>> list(tokens("SELECT ?s FROM <urn:a>#b\nFROM NAMED ex:c { ?s ?p 'd' }"))
    ['SELECT', 'FROM', '<urn:a>', 'FROM', 'NAMED', 'ex:c']
    """
    for token in lexed(query):
        if token["iri"] or token["word"]:
            yield token[0]


def lexed(query: str) -> Iterator[re.Match[str]]:
    """Give the tokens of `query` in its likely reading; empty ones at letters that are none."""
    return re.compile(_TOKEN, re.DOTALL).finditer(query)


def _words(text: str) -> Iterator[str]:
    """Give keywords and prefixes (with their colon) of `text`, of each way to read it; the likely one first."""
    token_at = re.compile(_TOKEN, re.DOTALL).match  # seldom needed, so not at every start
    starts, seen = [0], set()
    while starts:
        start = starts.pop()
        while start not in seen and start < len(text) and (token := token_at(text, start)):
            seen.add(start)
            if token["word"]:
                yield token["word"]
            starts += _other_ends(text, token)
            start = max(token.end(), start + 1)


def _other_ends(text: str, token: re.Match[str]) -> Iterator[int]:
    """Give where else `token` may end: the grammar is not read by its longest token everywhere."""
    start = token.start()
    if token["iri"] and not _ABSOLUTE.match(token[0]):
        yield start + 1  # `<` may compare: FILTER(1<2)#>
    if token["comment"] and "\r" in token[0]:
        yield start + token[0].index("\r")
    if token["long"] and not _PLAIN_ESCAPES.fullmatch(token[0]):
        short = _SHORT_TOKEN.match(text, start)  # with a wrong escape inside: '' and what follows
        if short:
            yield short.end()


def _character(hexadecimal: str) -> str:
    code = int(hexadecimal, 16)
    return chr(code) if code <= 0x10FFFF else ""


#: what to do without SERVICE, on the command line
_GIVE_DATA = Bilingual("データを --data で渡してください。", "give the data with --data")


def refuse_service(query: str, place: str, remedy: Bilingual = _GIVE_DATA) -> None:
    """Raise QueryError where `query` calls SERVICE.

    Args:
        query: SPARQL.
        place: how it is called.
        remedy: what to do instead.
    """
    if asks_a_service(query):
        raise QueryError(
            place,
            f"SERVICE は使えません。外部への問い合わせはしません。{remedy.ja}",
            f"SERVICE is refused: nothing is fetched; {remedy.en}",
        )


def refuse_nesting(query: str, place: str) -> None:
    """Raise QueryError where `query` nests so deep that parsing it would end the program."""
    depth = 0
    for bracket in _BRACKET.finditer(query):
        depth += 1 if bracket["open"] else -1
        if depth > _MAX_DEPTH:
            line = 1 + query.count("\n", 0, bracket.start())
            raise QueryError(
                f"{place}:{line}",
                f"括弧の入れ子が深すぎます (上限 {_MAX_DEPTH})。",
                f"nests brackets too deep (limit {_MAX_DEPTH})",
            )
