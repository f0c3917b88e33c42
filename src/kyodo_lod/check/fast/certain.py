"""Whether oxigraph must answer a query as rdflib does; where it need not, pySHACL is asked."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from kyodo_lod.check.fast.expressions import EXPRESSIONS
from kyodo_lod.check.fast.facts import Facts, properties_of_falsy
from kyodo_lod.check.fast.grouping import GROUPINGS
from kyodo_lod.check.fast.path_tokens import repeated, repeats
from kyodo_lod.check.fast.scopes import asks_of_its_own
from kyodo_lod.check.fast.tokens import Tokens
from kyodo_lod.check.fast.unsupported import UnsupportedError
from kyodo_lod.check.fast.variables import (
    expanded,
    has_variable_verb,
    is_found,
    occurrences,
    values,
)
from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.terms import Literal
from kyodo_lod.rdf.vocabulary import rdf, xsd

#: keywords and functions that all engines read alike, as far as the rules below hold
_WORDS = frozenset([
    "SELECT", "DISTINCT", "WHERE", "FILTER", "NOT", "EXISTS", "OPTIONAL", "UNION", "BIND", "AS",
    "GROUP", "BY", "HAVING", "IN", "A", "COUNT", "SUM", "SAMPLE", "MAX", "MIN", "STR", "LANG",
    "LANGMATCHES", "BOUND", "IRI", "ISIRI", "ISURI", "ISBLANK", "ISLITERAL", "STRSTARTS",
    "STRENDS", "CONTAINS", "IF", "STRLEN", "SUBSTR", "CONCAT", "STRAFTER", "STRBEFORE", "REGEX",
    "FLOOR",
])  # fmt: skip


def refuse_uncertain(
    tokens: Tokens, prefixes: Mapping[str, str], data: Graph, facts: Facts
) -> None:
    """Raise UnsupportedError where two engines may answer differently.

    Args:
        tokens: a SELECT.
        prefixes: prefix → namespace.
        data: what is asked.
        facts: about the data.
    """
    if facts.is_rewritten:
        raise UnsupportedError("sh:sparql on data that a store would rewrite")
    doubt = _doubt(tokens, facts)
    if doubt:
        raise UnsupportedError(f"a query that engines may read differently ({doubt})")
    if repeats(tokens) and not _ends_are_true(tokens, prefixes, data):
        raise UnsupportedError("a path that repeats, on data with an empty text, 0 or false")
    if not _extremes_are_numbers(tokens, prefixes, data):
        raise UnsupportedError("MAX or MIN of what may not be integers")
    if facts.ends_a_line and not _patterned_are_lines(tokens, prefixes, data):
        raise UnsupportedError("REGEX on a text that ends with a line feed")


@lru_cache(maxsize=256)
def _doubt(tokens: Tokens, facts: Facts) -> str:
    """Name the rule that a query breaks; once for all graphs of which the same is to be heeded."""
    rules = (*_PATTERNS, *EXPRESSIONS, *GROUPINGS)
    return next((_name(rule) for rule in rules if not rule(tokens, facts)), "")


def _name(rule: Callable[[Tokens, Facts], bool]) -> str:
    return rule.__name__.strip("_").replace("_", " ")


def _known_words(tokens: Tokens, _facts: Facts) -> bool:
    return _WORDS.issuperset(word.upper() for kind, word in tokens if kind == "word")


def _no_negated_properties(tokens: Tokens, _facts: Facts) -> bool:
    """!ex:p, !(ex:p|^ex:q), which rdflib reads in part only."""
    for at, (_, text) in enumerate(tokens):
        if text == "!":
            kind, first = tokens[at + 2 if tokens[at + 1][1] == "(" else at + 1]
            if kind in ("name", "iri") or first in ("^", "a"):
                return False
    return True


def _existence_in_filters(tokens: Tokens, _facts: Facts) -> bool:
    """EXISTS as a condition of FILTER, and none in another."""
    asked, around = "", [""]
    for kind, text in tokens:
        word = text.upper() if kind == "word" else ""
        if word in ("FILTER", "BIND", "HAVING", "SELECT", "IF"):
            asked = word
        elif word == "EXISTS":
            if asked != "FILTER" or "EXISTS" in around:
                return False
            asked = word
        elif text == "{":
            around.append(asked)
            asked = ""
        elif text == "}":
            asked = "FILTER" if around.pop() == "EXISTS" else ""
    return True


def _paths_between_variables(tokens: Tokens, _facts: Facts) -> bool:
    """?x ex:p* ?y, where both stand for terms of the data: a path of no steps leads anywhere."""
    return all(
        kind == "variable" and is_found(tokens, text)
        for start, end in repeated(tokens)
        for kind, text in (tokens[start - 1], tokens[end + 1])
    )


def _expressions_of_their_groups(tokens: Tokens, _facts: Facts) -> bool:
    """FILTER and BIND of the variables of their own group: rdflib lets in those around it."""
    return asks_of_its_own(tokens)


_PATTERNS: tuple[Callable[[Tokens, Facts], bool], ...] = (
    _known_words,
    _no_negated_properties,
    _existence_in_filters,
    _paths_between_variables,
    _expressions_of_their_groups,
)


def _ends_are_true(tokens: Tokens, prefixes: Mapping[str, str], data: Graph) -> bool:
    """Tell whether no variable can stand for what Python holds to be false, as far as one can see."""
    false = properties_of_falsy(data)
    names = [text for kind, text in tokens if kind in ("name", "iri")]
    named = {rdf.type, *(expanded(name, prefixes) for name in names)}
    if not false:
        return True
    ends = ((tokens[start - 1][1], tokens[end + 1][1]) for start, end in repeated(tokens))
    are_bound = all(any(_is_bound(tokens, each, pair) for each in pair) for pair in ends)
    return false.isdisjoint(named) and not has_variable_verb(tokens) and are_bound


def _is_bound(tokens: Tokens, end: str, ends: tuple[str, str]) -> bool:
    """Tell whether an end of a path stands elsewhere as well, or is $this."""
    here = [each[1:] for each in ends].count(end[1:])
    return end[1:] == "this" or occurrences(tokens, end) > here


def _extremes_are_numbers(tokens: Tokens, prefixes: Mapping[str, str], data: Graph) -> bool:
    """MAX(?x) and MIN(?x), where ?x is the value of properties that have but integers."""
    for at, (kind, word) in enumerate(tokens):
        if kind == "word" and word.upper() in ("MAX", "MIN") and tokens[at + 2][1].upper() != "STR":
            found = values(tokens, tokens[at + 2][1], prefixes, data)  # of texts there is one order
            if found is None or not all(map(_is_integer, found)):
                return False
    return True


def _is_integer(node: Node) -> bool:
    return isinstance(node, Literal) and node.datatype == xsd.integer


def _patterned_are_lines(tokens: Tokens, prefixes: Mapping[str, str], data: Graph) -> bool:
    """REGEX(STR(?x), …), where no value ends with a line feed, before which `$` may match or not."""
    for at, (_, word) in enumerate(tokens):
        if word.upper() == "REGEX":
            found = values(tokens, tokens[at + 4][1], prefixes, data)
            if found is None or any(isinstance(v, Literal) and v.value[-1:] == "\n" for v in found):
                return False
    return True
