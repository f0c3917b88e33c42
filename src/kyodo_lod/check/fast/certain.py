"""Whether oxigraph must answer a query as rdflib does; where it need not, pySHACL is asked."""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from kyodo_lod.check.fast.facts import Facts
from kyodo_lod.check.fast.tokens import Token
from kyodo_lod.check.fast.unsupported import UnsupportedError
from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.terms import Literal, NamedNode
from kyodo_lod.rdf.vocabulary import xsd

#: keywords and functions that all engines read alike, as far as the rules below hold
_WORDS = frozenset(
    [
        "SELECT",
        "DISTINCT",
        "WHERE",
        "FILTER",
        "NOT",
        "EXISTS",
        "OPTIONAL",
        "UNION",
        "BIND",
        "AS",
        "GROUP",
        "BY",
        "HAVING",
        "IN",
        "A",
        "COUNT",
        "SUM",
        "SAMPLE",
        "MAX",
        "MIN",
        "STR",
        "LANG",
        "LANGMATCHES",
        "BOUND",
        "IRI",
        "ISIRI",
        "ISURI",
        "ISBLANK",
        "ISLITERAL",
        "STRSTARTS",
        "STRENDS",
        "CONTAINS",
        "IF",
        "STRLEN",
        "SUBSTR",
        "CONCAT",
        "STRAFTER",
        "STRBEFORE",
        "REGEX",
        "FLOOR",
    ]
)


def refuse_uncertain(
    tokens: list[Token], prefixes: Mapping[str, str], data: Graph, facts: Facts
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
    for rule in _RULES:
        if not rule(tokens, facts):
            raise UnsupportedError(f"a query that engines may read differently ({_name(rule)})")
    if not _extremes_are_numbers(tokens, prefixes, data):
        raise UnsupportedError("MAX or MIN of what may not be integers")
    if facts.ends_a_line and not _patterned_are_lines(tokens, prefixes, data):
        raise UnsupportedError("REGEX on a text that ends with a line feed")


def _name(rule: Callable[[list[Token], Facts], bool]) -> str:
    return rule.__name__.strip("_").replace("_", " ")


def _words(tokens: list[Token]) -> list[str]:
    return [word.upper() for kind, word in tokens if kind == "word"]


def _known_words(tokens: list[Token], _facts: Facts) -> bool:
    return _WORDS.issuperset(_words(tokens))


def _texts_of_terms(tokens: list[Token], facts: Facts) -> bool:
    """STR, which gives a blank node a text in rdflib and is an error in the standard."""
    return not (facts.has_blank and "STR" in _words(tokens))


def _known_functions(tokens: list[Token], facts: Facts) -> bool:
    """Of functions that have an IRI, only the cast to an integer; Python's takes odd digits as well."""
    called = {
        name
        for (kind, name), after in _pairs(tokens)
        if kind in ("name", "iri") and after[1] == "("
    }
    return called <= {"xsd:integer"} and not (called and facts.has_odd_number)


def _whole_numbers(tokens: list[Token], _facts: Facts) -> bool:
    triples = zip(tokens, tokens[1:], tokens[2:], strict=False)
    return not any((a[0], b[1], c[0]) == ("number", ".", "number") for a, b, c in triples)


def _pairs(tokens: list[Token]) -> list[tuple[Token, Token]]:
    return list(pairwise(tokens))


def _comparisons(tokens: list[Token], facts: Facts) -> bool:
    """Of variables only whether they are the same, and that of literals of well-known kinds."""
    for left, (kind, operator), right in zip(tokens, tokens[1:], tokens[2:], strict=False):
        kinds = {left[0], right[0]}
        if kind != "operator" or "variable" not in kinds:
            continue
        if operator not in ("=", "!=") or not (kinds & {"name", "iri"} or facts.is_compared):
            return False
    return True


def _subjects_again(tokens: list[Token], _facts: Facts) -> bool:
    """IRI(MIN(STR(?x))) of a subject; of other texts, some are no IRIs for one engine only."""
    texts = [text.upper() for _, text in tokens]
    return all(
        texts[at + 1 : at + 6] in (["(", fold, "(", "STR", "("] for fold in ("MIN", "MAX"))
        and _is_subject(tokens, tokens[at + 6][1])
        for at, text in enumerate(texts)
        if text == "IRI"
    )


def _is_subject(tokens: list[Token], variable: str) -> bool:
    return any(
        before[1] in ("{", ".", "}") and each[0] == "variable" and each[1][1:] == variable[1:]
        for before, each in _pairs(tokens)
    )


def _lists_of_names(tokens: list[Token], _facts: Facts) -> bool:
    """IN, with nothing but IRIs."""
    for at, (kind, word) in enumerate(tokens):
        if kind == "word" and word.upper() == "IN":
            end = next((i for i in range(at, len(tokens)) if tokens[i][1] == ")"), at)
            if any(k not in ("name", "iri") and t not in "(,)" for k, t in tokens[at + 1 : end]):
                return False
    return True


_PATTERN = re.compile(
    r"\^?(?:[A-Za-z0-9 _/:-]|\[(?:[A-Za-z0-9]-[A-Za-z0-9]|[A-Za-z0-9_])+\]|[+*?]|\{\d+(?:,\d*)?\})*\$?"
)


def _plain_patterns(tokens: list[Token], _facts: Facts) -> bool:
    """REGEX(STR(?x), "…"), with a pattern that every dialect reads alike, and no flags."""
    places = [at for at, token in enumerate(tokens) if token[1].upper() == "REGEX"]
    return all(_is_plain(tokens, at) for at in places)


_REGEX_CALL = ("REGEX", "(", "STR", "(", None, ")", ",", None, ")")


def _is_plain(tokens: list[Token], at: int) -> bool:
    texts = [text for _, text in tokens[at : at + len(_REGEX_CALL)]]
    if len(texts) < len(_REGEX_CALL) or any(
        wanted not in (None, text.upper()) for wanted, text in zip(_REGEX_CALL, texts, strict=True)
    ):
        return False
    return bool(_PATTERN.fullmatch(texts[7][1:-1])) and not _is_made(tokens, texts[4])


def _is_made(tokens: list[Token], variable: str) -> bool:
    """Tell whether a variable stands for what an expression gives, other than a number."""
    return any(
        kind == "word"
        and word.upper() == "AS"
        and tokens[at + 1][1][1:] == variable[1:]
        and tokens[max(at - 4, 0)][1].upper() not in ("MAX", "MIN", "COUNT", "SUM")
        for at, (kind, word) in enumerate(tokens)
    )


def _guarded_sums(tokens: list[Token], _facts: Facts) -> bool:
    """SUM only beside a REGEX that lets nothing but digits through: an error in it means anything."""
    words = _words(tokens)
    return "SUM" not in words or ("REGEX" in words and '"^[0-9]+$"' in [text for _, text in tokens])


def _no_bare_truths(tokens: list[Token], _facts: Facts) -> bool:
    """FILTER(?x), !?x: what is true of a term is a matter of its kind."""
    groups = zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False)
    return not any(
        first[1].upper() in ("FILTER", "HAVING", "!", "&&", "||")
        and _is_alone(second, third, fourth)
        for first, second, third, fourth in groups
    )


def _is_alone(first: Token, second: Token, third: Token) -> bool:
    variable, after = (second, third) if first[1] == "(" else (first, second)
    return variable[0] == "variable" and after[0] not in ("operator", "word")


_RULES: tuple[Callable[[list[Token], Facts], bool], ...] = (
    _known_words,
    _texts_of_terms,
    _known_functions,
    _whole_numbers,
    _comparisons,
    _subjects_again,
    _lists_of_names,
    _plain_patterns,
    _guarded_sums,
    _no_bare_truths,
)


def _extremes_are_numbers(tokens: list[Token], prefixes: Mapping[str, str], data: Graph) -> bool:
    """MAX(?x) and MIN(?x), where ?x is the value of properties that have but integers."""
    for at, (kind, word) in enumerate(tokens):
        if kind == "word" and word.upper() in ("MAX", "MIN"):
            variable = tokens[at + 2]
            if variable[1].upper() == "STR":  # texts have one order
                continue
            predicates = _predicates_of(tokens, variable[1])
            if variable[0] != "variable" or not predicates:
                return False
            if not all(_has_integers(data, _expanded(each, prefixes)) for each in predicates):
                return False
    return True


def _patterned_are_lines(tokens: list[Token], prefixes: Mapping[str, str], data: Graph) -> bool:
    """REGEX(STR(?x), …), where no value ends with a line feed, before which `$` may match or not."""
    for at, (_, word) in enumerate(tokens):
        if word.upper() == "REGEX":
            predicates = _predicates_of(tokens, tokens[at + 4][1])
            values = (v for each in predicates for v in _values(data, _expanded(each, prefixes)))
            if not predicates or any(
                isinstance(v, Literal) and v.value[-1:] == "\n" for v in values
            ):
                return False
    return True


def _predicates_of(tokens: list[Token], variable: str) -> set[str]:
    """Give what stands before a variable in triple patterns; empty where that is no plain IRI."""
    found: set[str] = set()
    for before, verb, value in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if value[0] == "variable" and value[1][1:] == variable[1:] and verb[0] in ("name", "iri"):
            if before[1] in ("^", "/", "|"):
                return set()
            found.add(verb[1])
    return set() if _is_made(tokens, variable) else found


def _expanded(name: str, prefixes: Mapping[str, str]) -> NamedNode:
    if name.startswith("<"):
        return NamedNode(name[1:-1])
    prefix, _, local = name.partition(":")
    return NamedNode(prefixes.get(prefix, "urn:x:") + local)


def _has_integers(data: Graph, predicate: NamedNode) -> bool:
    values = _values(data, predicate)
    return all(isinstance(each, Literal) and each.datatype == xsd.integer for each in values)


def _values(data: Graph, predicate: NamedNode) -> Iterator[Node]:
    return (each for holder in data.holders(predicate) for each in data.objects(holder, predicate))
