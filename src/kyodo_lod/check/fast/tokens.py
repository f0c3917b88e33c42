"""The tokens of a SELECT, as far as the fast engine takes one up (SPARQL 1.1, section 19.8)."""

import re
from typing import TypeAlias

from kyodo_lod.check.fast.unsupported import UnsupportedError

#: its kind and its text
Token: TypeAlias = tuple[str, str]
Tokens: TypeAlias = tuple[Token, ...]
_TOKEN = re.compile(
    r"""(?P<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|(?P<iri><[^<>"{}|^`\\\s]*>)|"""
    r"(?P<space>\#[^\n]*|\s+)|(?P<variable>[?$]\w+)|(?P<number>\d+)|"
    r"(?P<name>[A-Za-z][\w-]*:(?:\w[\w-]*)?|:\w[\w-]*)|"
    r"(?P<word>[A-Za-z_]\w*)|(?P<operator>!=|<=|>=|=|<|>)|(?P<sign>&&|\|\||[{}().;,|/^*+!-])"
)
#: read before all else by rdflib, and in strings by oxigraph
_ESCAPED = re.compile(r"\\[uU]")


def tokens_of(text: str) -> Tokens:
    """Give the tokens of a query between two empty ones, without comments.

    Raises:
        UnsupportedError: at what is none of the tokens known here: language tags, decimals, …
    """
    if _ESCAPED.search(text) or ("#" in text and "\r" in text):
        raise UnsupportedError("a query whose escapes or line ends engines read differently")
    found: list[Token] = []
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None or match.lastgroup is None:
            raise UnsupportedError(f"{text[at : at + 20]!r} in a query")
        if match.lastgroup != "space":
            found.append((match.lastgroup, match[0]))
        at = match.end()
    return ("end", ""), *found, ("end", "")
