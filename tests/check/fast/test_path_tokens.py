"""Paths found among the tokens of a query."""

import pytest

from kyodo_lod.check.fast.path_tokens import is_of_path, repeated, repeats
from kyodo_lod.check.fast.tokens import tokens_of


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("?x ex:p* ?y .", ["ex:p *"]),
        ("?x ex:p/(^ex:q|a)+/ex:r ?y .", ["ex:p / ( ^ ex:q | a ) + / ex:r"]),
        ("?x a/<urn:sub>* ?y ; ex:p+ ?z", ["a / <urn:sub> *", "ex:p +"]),
        ("?x ex:p/ex:q ?y .", []),
        ("COUNT(*) FILTER (?x * ?y + 2 * STRLEN(?x) + (1 + ?n) * 3 = 1)", []),
    ],
)
def test_paths_that_repeat(text: str, paths: list[str]) -> None:
    tokens = tokens_of(text)
    found = [" ".join(t for _, t in tokens[start : end + 1]) for start, end in repeated(tokens)]
    assert found == paths
    assert repeats(tokens) == bool(paths)


@pytest.mark.parametrize(
    ("text", "sign", "belongs"),
    [
        ("?x ex:p/ex:q ?y", "/", True),
        ("?x (ex:p)/ex:q ?y", "/", True),
        ("FLOOR(?x / 2)", "/", False),
        ("STRLEN(?x) * 2", "*", False),
        ("COUNT(*)", "*", False),
    ],
)
def test_signs_of_paths_and_of_numbers(text: str, sign: str, belongs: bool) -> None:
    tokens = tokens_of(text)
    assert is_of_path(tokens, tokens.index(("sign", sign))) == belongs
