"""A focus node put into a query in place of $this (SHACL 1.0, sections 5.3.1 and appendix A).

By hand, since in oxigraph a substituted variable stays unbound in a group whose patterns do not
have it; SHACL wants it bound everywhere, and rdflib does so.
"""

from dataclasses import dataclass
from functools import lru_cache

from kyodo_lod.check.fast.tokens import Tokens


@dataclass(slots=True)
class _Group:
    """What stands between two braces.

    Args:
        is_where: whether it is the body of a SELECT.
        is_clause: whether the last that came was a SELECT, so that variables are columns.
        awaits_where: whether the body of that SELECT is still to come.
    """

    is_where: bool = False
    is_clause: bool = False
    awaits_where: bool = False


def prebound(tokens: Tokens, term: str) -> str:
    """Put a term in place of $this; only columns and groupings keep the variable.

    Args:
        tokens: a SELECT.
        term: the term as SPARQL writes it.
    """
    written: list[str] = []
    groups = [_Group()]
    for at, (kind, text) in enumerate(tokens):
        if kind == "word" and text.upper() == "SELECT":
            groups[-1] = _Group(groups[-1].is_where, is_clause=True, awaits_where=True)
        elif text == "{":
            groups.append(_Group(is_where=groups[-1].awaits_where))
            groups[-2].awaits_where = False
        elif text == "}" and len(groups) > 1 and groups.pop().is_where:
            written.append(f"VALUES ?this {{ {term} }}")
        is_this = kind == "variable" and text[1:] == "this" and not groups[-1].is_clause
        if _asks_if_bound(tokens, at):
            continue  # BOUND takes but variables: (true) is what it says
        is_asked = kind == "variable" and _asks_if_bound(tokens, at - 2)
        written.append("true" if is_asked else term if is_this else text)
    return " ".join(written).replace(" (", "(")  # oxigraph wants CONCAT(, not CONCAT (


def _asks_if_bound(tokens: Tokens, at: int) -> bool:
    return tokens[at][1].upper() == "BOUND" and tokens[at + 2][1][1:] == "this"


@lru_cache(maxsize=256)
def uses_this(tokens: Tokens) -> bool:
    """Tell whether the answers hang on $this other than by holding it as it is."""
    mark = "\0"
    text = prebound(tokens, mark)
    is_put_in = text.count(mark) > text.count(f"VALUES ?this {{ {mark} }}")
    return is_put_in or _is_operand(tokens)


def _is_operand(tokens: Tokens) -> bool:
    """Tell whether $this stands in parentheses, as in (STR($this) AS ?value)."""
    depth = 0
    for kind, text in tokens:
        depth += (text == "(") - (text == ")")
        if depth and kind == "variable" and text[1:] == "this":
            return True
    return False
