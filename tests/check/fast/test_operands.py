"""The kinds of what stands beside an operator."""

import pytest

from kyodo_lod.check.fast.operands import after, before, closing, opening
from kyodo_lod.check.fast.tokens import tokens_of


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("?x = ?y", ("variable", "variable")),
        ("STR(?x) < STR(?y)", ("text", "text")),
        ("LANG(?x) = 'ja'", ("text", "text")),
        ('CONCAT(STR(?x), "a") != SUBSTR(STR(?y), 1)', ("text", "text")),
        ("MAX(STR(?x)) > 1", ("text", "number")),
        ("MAX(?x) != COUNT(DISTINCT ?x)", ("number", "number")),
        ("xsd:integer(STR(?x)) = ?n - 10 * FLOOR(?n / 10)", ("number", "number")),
        ("(?x + 1) < (?y)", ("number", "variable")),
        ("((STRLEN(STR(?x)))) = -?y", ("number", "number")),
        ("?x = ex:a", ("variable", "iri")),
        ("<urn:a> = ?x", ("iri", "variable")),
        ("BOUND(?x) = (?x = ?y)", ("other", "other")),
        ("(?x && ?y) = IF(?x, 1, 2)", ("other", "other")),
    ],
)
def test_kinds(text: str, kinds: tuple[str, str]) -> None:
    tokens = tokens_of(f"FILTER ({text})")
    level = [sum((t == "(") - (t == ")") for _, t in tokens[:at]) for at in range(len(tokens))]
    at = next(i for i, (kind, _) in enumerate(tokens) if kind == "operator" and level[i] == 1)
    assert (before(tokens, at - 1), after(tokens, at + 1)) == kinds


def test_partners_of_parentheses() -> None:
    tokens = tokens_of("( a ( ) ( ) )")
    assert (closing(tokens, 1), opening(tokens, 7)) == (7, 1)
    assert (closing(tokens, 3), opening(tokens, 4)) == (4, 3)


def test_what_is_never_closed_ends_with_the_query() -> None:
    tokens = tokens_of("( ( )")
    assert closing(tokens, 1) == len(tokens) - 1
    assert opening(tokens_of(") )"), 2) == 0
