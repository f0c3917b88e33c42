"""Property paths among the tokens of a query (SPARQL 1.1, section 9)."""

from collections.abc import Iterator

from kyodo_lod.check.fast.operands import closing, opening
from kyodo_lod.check.fast.tokens import Tokens


def repeats(tokens: Tokens) -> bool:
    """Tell whether a query has a path that repeats: ex:p*, (ex:p/ex:q)+."""
    return any(True for _ in repeated(tokens))


def repeated(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Give where each path that repeats somewhere begins and ends."""
    for at, (_, text) in enumerate(tokens):
        if text in ("*", "+") and is_of_path(tokens, at):
            start = end = at
            while _is_path(tokens, start - 1):
                start -= 1
            while _is_path(tokens, end + 1):
                end += 1
            yield start, end


def is_of_path(tokens: Tokens, at: int) -> bool:
    """Tell whether a sign, such as * or /, belongs to a path and not to a sum or product."""
    return _is_path(tokens, at - 1)


_IN_PATHS = frozenset("/|^*+()a")


def _is_path(tokens: Tokens, at: int) -> bool:
    """Tell whether a token belongs to a path; one in parentheses where all that they hold does."""
    kind, text = tokens[at]
    if text not in ("(", ")"):
        return kind in ("name", "iri") or text in _IN_PATHS
    start, end = (at, closing(tokens, at)) if text == "(" else (opening(tokens, at), at)
    inside = tokens[start + 1 : end]
    names = [k in ("name", "iri") or t == "a" for k, t in inside]
    return any(names) and all(
        is_name or t in _IN_PATHS for is_name, (_, t) in zip(names, inside, strict=True)
    )
