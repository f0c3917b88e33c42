"""A query taken apart, or refused at what two parsers may read differently."""

import pytest

from kyodo_lod.check.fast.tokens import tokens_of
from kyodo_lod.check.fast.unsupported import UnsupportedError


def test_kinds_of_tokens_between_two_empty_ones() -> None:
    found = tokens_of(
        'SELECT $this { # a comment { \n ?x ex:p-q/<a#b> "}\\"" , \'x\' FILTER (1 <= ?y&&?x!=:z) }'
    )
    assert found[0] == found[-1] == ("end", "")
    assert list(found[1:-1]) == [
        ("word", "SELECT"), ("variable", "$this"), ("sign", "{"), ("variable", "?x"),
        ("name", "ex:p-q"), ("sign", "/"), ("iri", "<a#b>"), ("string", '"}\\""'), ("sign", ","),
        ("string", "'x'"), ("word", "FILTER"), ("sign", "("), ("number", "1"), ("operator", "<="),
        ("variable", "?y"), ("sign", "&&"), ("variable", "?x"), ("operator", "!="), ("name", ":z"),
        ("sign", ")"), ("sign", "}"),
    ]  # fmt: skip


def test_less_than_without_spaces_is_an_iri_as_the_grammar_has_it() -> None:
    assert ("iri", "<?b&&?c>") in tokens_of("FILTER (?a<?b&&?c>?d)")


def test_nothing_is_no_token() -> None:
    assert tokens_of(" # nothing") == (("end", ""), ("end", ""))


@pytest.mark.parametrize(
    "text",
    [
        '"a"@en', "1 . ] [", "ex:p?", '"a', "\\", "?x \\u003D ?y", '"\\u0022"', "# a\r{ }\n", "%",
    ],
)  # fmt: skip
def test_what_is_none_of_these_is_refused(text: str) -> None:
    with pytest.raises(UnsupportedError):
        tokens_of(text)
