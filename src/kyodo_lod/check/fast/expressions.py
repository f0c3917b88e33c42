"""Expressions that oxigraph and rdflib value alike, whatever their variables stand for."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from math import prod

from kyodo_lod.check.fast.facts import Facts
from kyodo_lod.check.fast.operands import Kind, after, before, closing
from kyodo_lod.check.fast.path_tokens import is_of_path
from kyodo_lod.check.fast.tokens import Token, Tokens
from kyodo_lod.check.fast.variables import is_made

_Rule = Callable[[Tokens, Facts], bool]


def _words(tokens: Tokens) -> list[str]:
    return [word.upper() for kind, word in tokens if kind == "word"]


def _texts_of_blank_nodes(tokens: Tokens, facts: Facts) -> bool:
    """STR, which gives a blank node a text in rdflib and is an error in the standard."""
    return not (facts.has_blank and "STR" in _words(tokens))


def _known_functions(tokens: Tokens, facts: Facts) -> bool:
    """Of functions that have an IRI, only the cast to an integer; Python's takes odd digits as well."""
    called = {
        name
        for (kind, name), following in pairwise(tokens)
        if kind in ("name", "iri") and following[1] == "("
    }
    return called <= {"xsd:integer"} and not (called and facts.has_odd_number)


_MOST = 2**53


def _safe_arithmetic(tokens: Tokens, facts: Facts) -> bool:
    """Sums, and products with small numbers; a quotient only where FLOOR makes it whole."""
    factors = [10**9]
    for at in _arithmetic(tokens):
        numbers = [int(text) for kind, text in (tokens[at - 1], tokens[at + 1]) if kind == "number"]
        sign = tokens[at][1]
        if facts.has_odd_number or (sign == "*" and not numbers):
            return False
        if sign == "/" and not _is_floored(tokens, at):
            return False
        factors += numbers[:1] if sign == "*" else []
    return prod(factors) < _MOST and all(
        len(text) < 10 for kind, text in tokens if kind == "number"
    )


def _arithmetic(tokens: Tokens) -> Iterator[int]:
    """Give the places of the signs that are none of a path and not that of COUNT(*)."""
    for at, (kind, text) in enumerate(tokens):
        is_counted = (text, tokens[at - 1][1]) == ("*", "(")
        if kind == "sign" and text in "+-*/" and not (is_counted or is_of_path(tokens, at)):
            yield at


def _is_floored(tokens: Tokens, at: int) -> bool:
    """FLOOR(?x / 7)."""
    kinds = [kind for kind, _ in tokens[at - 3 : at + 2]]
    texts = [text.upper() for _, text in tokens[at - 3 : at + 3]]
    return (
        kinds == ["word", "sign", "variable", "sign", "number"]
        and (texts[0], texts[1], texts[5]) == ("FLOOR", "(", ")")
        and int(texts[4]) > 0
    )


def _comparisons(tokens: Tokens, facts: Facts) -> bool:
    """Of texts, and of numbers; of others only whether they are the same, of well-known kinds."""
    return all(
        _is_alike(before(tokens, at - 1), text, after(tokens, at + 1), facts)
        for at, (kind, text) in enumerate(tokens)
        if kind == "operator"
    )


def _is_alike(left: Kind, operator: str, right: Kind, facts: Facts) -> bool:
    if left == right and left in ("text", "number"):
        return True
    if operator not in ("=", "!=") or "other" in (left, right):
        return False
    return "iri" in (left, right) or ("variable" in (left, right) and facts.is_compared)


def _lists_of_names(tokens: Tokens, _facts: Facts) -> bool:
    """IN, with nothing but IRIs."""
    for at, (kind, word) in enumerate(tokens):
        if kind == "word" and word.upper() == "IN":
            end = next((i for i in range(at, len(tokens)) if tokens[i][1] == ")"), at)
            if any(k not in ("name", "iri") and t not in "(,)" for k, t in tokens[at + 1 : end]):
                return False
    return True


_PATTERN = re.compile(
    r"\^?(?:(?:[A-Za-z0-9 _/:-]|\[(?:0-9|A-Z|a-z|A-F|a-f|[A-Za-z0-9_])+\])(?:[+*?]|\{\d{1,2},?\})?)*\$?"
)


def _plain_patterns(tokens: Tokens, _facts: Facts) -> bool:
    """REGEX(STR(?x), "…"), with a pattern that every dialect reads alike, and no flags."""
    places = [at for at, token in enumerate(tokens) if token[1].upper() == "REGEX"]
    return all(_is_plain(tokens, at) for at in places)


_REGEX_CALL = ("REGEX", "(", "STR", "(", None, ")", ",", None, ")")


def _is_plain(tokens: Tokens, at: int) -> bool:
    texts = [text for _, text in tokens[at : at + len(_REGEX_CALL)]]
    if len(texts) < len(_REGEX_CALL) or any(
        wanted not in (None, text.upper()) for wanted, text in zip(_REGEX_CALL, texts, strict=True)
    ):
        return False
    return bool(_PATTERN.fullmatch(texts[7][1:-1])) and not is_made(tokens, texts[4])


def _no_bare_truths(tokens: Tokens, _facts: Facts) -> bool:
    """FILTER(?x), !?x: what is true of a term is a matter of its kind."""
    groups = zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False)
    return not any(
        first[1].upper() in ("FILTER", "HAVING", "!", "&&", "||")
        and _is_alone(second, third, fourth)
        for first, second, third, fourth in groups
    )


def _is_alone(first: Token, second: Token, third: Token) -> bool:
    variable, following = (second, third) if first[1] == "(" else (first, second)
    return variable[0] == "variable" and following[0] not in ("operator", "word")


_LANGUAGE = re.compile(r"""["'](?:[A-Za-z]+(?:-[A-Za-z0-9]+)*|\*)["']""")


def _languages_named(tokens: Tokens, _facts: Facts) -> bool:
    """LANGMATCHES(LANG(?x), "ja"), with a language or "*"."""
    texts = [text for _, text in tokens]
    places = [at for at, text in enumerate(texts) if text.upper() == "LANGMATCHES"]
    return all(
        texts[at + 2].upper() == "LANG" and bool(_LANGUAGE.fullmatch(texts[at + 7]))
        for at in places
        if len(texts) > at + 7
    )


def _parts_from_one(tokens: Tokens, _facts: Facts) -> bool:
    """SUBSTR(…, 1), SUBSTR(…, 2, 3): rdflib counts from the end what begins before the first character."""
    for at, (_, text) in enumerate(tokens):
        if text.upper() == "SUBSTR":
            end = closing(tokens, at + 1)
            given = " ".join(word for _, word in tokens[end - 4 : end])
            if not re.search(r"(?<!\d) , 0*[1-9]\d*(?: , \d+)?$", f" {given}"):
                return False
    return True


#: each tells whether all is well
EXPRESSIONS: tuple[_Rule, ...] = (
    _texts_of_blank_nodes,
    _known_functions,
    _safe_arithmetic,
    _comparisons,
    _lists_of_names,
    _plain_patterns,
    _no_bare_truths,
    _languages_named,
    _parts_from_one,
)
