"""What kind of value stands on either side of an operator in a query (SPARQL 1.1, section 17.3)."""

from typing import Literal, TypeAlias

from kyodo_lod.check.fast.tokens import Tokens

#: "other" is anything that is not surely one of the rest
Kind: TypeAlias = Literal["text", "number", "variable", "iri", "other"]
_TEXTS = frozenset({"STR", "CONCAT", "SUBSTR", "STRAFTER", "STRBEFORE", "LANG"})
_NUMBERS = frozenset({"STRLEN", "COUNT", "SUM", "FLOOR", "MAX", "MIN", "XSD:INTEGER"})
_SIGNS = frozenset("+-*/")
_JOINING = frozenset({"&&", "||", "!"})


def after(tokens: Tokens, at: int) -> Kind:
    """Give the kind of the operand that begins at a token."""
    if tokens[at][1] in ("(", "-", "+"):
        is_group = tokens[at][1] == "("
        return _group(tokens, at, closing(tokens, at)) if is_group else "number"
    end = closing(tokens, at + 1) if tokens[at + 1][1] == "(" else at
    return "number" if tokens[end + 1][1] in _SIGNS else _primary(tokens, at)


def before(tokens: Tokens, at: int) -> Kind:
    """Give the kind of the operand that ends at a token."""
    start = opening(tokens, at) if tokens[at][1] == ")" else at
    if tokens[at][1] == ")" and tokens[start - 1][0] in ("word", "name", "iri"):
        start -= 1
    if tokens[start - 1][1] in _SIGNS:
        return "number"
    return _group(tokens, start, at) if tokens[start][1] == "(" else _primary(tokens, start)


def _group(tokens: Tokens, start: int, end: int) -> Kind:
    inside = tokens[start + 1 : end]
    if any(kind == "operator" or text in _JOINING for kind, text in inside):
        return "other"
    return after(tokens, start + 1)


def _primary(tokens: Tokens, at: int) -> Kind:
    kind, text = tokens[at]
    name = text.upper()
    if tokens[at + 1][1] == "(":
        is_text = name in _TEXTS or (name in ("MAX", "MIN") and tokens[at + 2][1].upper() == "STR")
        return "text" if is_text else "number" if name in _NUMBERS else "other"
    return _PLAIN.get(kind, "other")


_PLAIN: dict[str, Kind] = {
    "string": "text", "number": "number", "variable": "variable", "name": "iri", "iri": "iri",
}  # fmt: skip


def closing(tokens: Tokens, at: int) -> int:
    """Give the place of the parenthesis that closes the one at a place; the end for want of it."""
    return _partner(tokens, range(at, len(tokens)), "(")


def opening(tokens: Tokens, at: int) -> int:
    """Give the place of the parenthesis that opens what the one at a place closes, or 0."""
    return _partner(tokens, range(at, -1, -1), ")")


def _partner(tokens: Tokens, places: range, mark: str) -> int:
    depth = 0
    for each in places:
        text = tokens[each][1]
        depth += (text == mark) - (text in "()" and text not in ("", mark))
        if depth == 0:
            return each
    return places[-1]
