"""What a variable of a query may stand for, as far as its triple patterns and the data tell."""

from collections.abc import Iterator, Mapping

from kyodo_lod.check.fast.tokens import Tokens
from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.terms import NamedNode


def is_made(tokens: Tokens, variable: str) -> bool:
    """Tell whether a variable stands for what an expression gives, other than a number."""
    return any(
        tokens[max(at - 4, 0)][1].upper() not in ("MAX", "MIN", "COUNT", "SUM")
        for at in _made(tokens, variable)
    )


def is_found(tokens: Tokens, variable: str) -> bool:
    """Tell whether a variable stands for nothing but terms of the data."""
    return not any(_made(tokens, variable))


def _made(tokens: Tokens, variable: str) -> Iterator[int]:
    """Give the places of the AS that give a value to a variable."""
    for at, (kind, word) in enumerate(tokens):
        is_as = kind == "word" and word.upper() == "AS"
        if is_as and tokens[at + 1][1][1:] == variable[1:]:
            yield at


def values(
    tokens: Tokens, variable: str, prefixes: Mapping[str, str], data: Graph
) -> list[Node] | None:
    """Give all that a variable may stand for; None where its patterns do not tell."""
    if is_made(tokens, variable):
        return None
    predicates: set[str] = set()
    for at in _patterned(tokens, variable):
        sign, verb = tokens[at - 2][1], tokens[at - 1]
        if verb[0] not in ("name", "iri") or sign in _IN_PATHS:
            return None
        predicates.add(verb[1])
    found = [v for each in sorted(predicates) for v in _objects(data, expanded(each, prefixes))]
    return found if predicates else None


_IN_PATHS = frozenset("^/|!(")


def has_variable_verb(tokens: Tokens) -> bool:
    """Tell whether some variable stands for a property: ?s ?p ?o."""
    return any(
        tokens[at - 1][1] == ";" or {tokens[at - 1][0], tokens[at + 1][0]} <= _TERMS
        for at in _in_patterns(tokens)
    )


_TERMS = frozenset({"variable", "name", "iri", "string", "number"})


def occurrences(tokens: Tokens, variable: str) -> int:
    """Give how often a variable stands in triple patterns."""
    return sum(1 for _ in _patterned(tokens, variable))


def _patterned(tokens: Tokens, variable: str) -> Iterator[int]:
    """Give the places of a variable in triple patterns."""
    return (at for at in _in_patterns(tokens) if tokens[at][1][1:] == variable[1:])


def _in_patterns(tokens: Tokens) -> Iterator[int]:
    """Give the places of variables in triple patterns: in braces, and no columns and no operands."""
    is_column, depth = [True], 0
    for at, (kind, text) in enumerate(tokens):
        if kind == "word" and text.upper() == "SELECT":
            is_column[-1] = True
        elif text == "{":
            is_column.append(False)
        elif text == "}":
            is_column.pop()
        depth += (text == "(") - (text == ")")
        if kind == "variable" and not (depth or is_column[-1]):
            yield at


def expanded(name: str, prefixes: Mapping[str, str]) -> NamedNode:
    """Give the IRI that a name in a query stands for."""
    if name.startswith("<"):
        return NamedNode(name[1:-1])
    prefix, _, local = name.partition(":")
    return NamedNode(prefixes.get(prefix, "urn:x:") + local)


def _objects(data: Graph, predicate: NamedNode) -> Iterator[Node]:
    return (each for holder in data.holders(predicate) for each in data.objects(holder, predicate))
