"""The parameters that a query's header names are set by the request, else by the header."""

import pytest

from kyodo_lod.serve.parameters import Values, values
from kyodo_lod.serve.refusals import RefusedError

TEXT = """\
#+ title.en: Two words
#+ param.word.default: a
#+ param.format.en: no default
SELECT ?word ?format { ?s ?word ?format }
"""


@pytest.mark.parametrize(
    ("given", "put_in"),
    [
        ((), (("word", "a"), ("format", ""))),
        ((("word", "防災"),), (("word", "防災"), ("format", ""))),
        ((("param.word", "b"), ("word", "c"), ("_", "1")), (("word", "b"), ("format", ""))),
        ((("param.format", "x"), ("param.word", "")), (("word", ""), ("format", "x"))),
    ],
)
def test_a_value_is_as_given_else_the_default(given: Values, put_in: Values) -> None:
    assert values(TEXT, given) == put_in


def test_a_query_without_a_header_has_none() -> None:
    assert values("SELECT ?word { ?s ?p ?word } # + param.word.default: a", (("word", "b"),)) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (TEXT, "has no parameter wrod (it has: word, format)"),
        ("SELECT ?word { ?s ?p ?word }", "has no parameters; a line “#+ param.wrod.default: …”"),
    ],
)
def test_an_unknown_one_is_told_with_those_there_are(text: str, words: str) -> None:
    with pytest.raises(RefusedError) as caught:
        values(text, (("param.wrod", "b"),))
    assert caught.value.status == 400
    assert words in caught.value.words.en


def test_what_is_told_is_short_and_of_one_line() -> None:
    text = "".join(f"#+ param.p{n}.default:\n" for n in range(1000))
    with pytest.raises(RefusedError) as caught:
        values(text, (("param." + "\n" * 1000, ""),))
    assert caught.value.words.en.startswith("the query has no parameter <U+000A>")
    for said in caught.value.words:
        assert len(said) < 600
        assert "\n" not in said
