"""SERVICE is refused however it is written; no harmless use of the word is."""

import random
import string

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib.plugins.sparql.parser import parseQuery

from kyodo_lod.errors import QueryError
from kyodo_lod.rdf.sparql import asks_a_service, is_construct, refuse_nesting, refuse_service

#: an endpoint that oxigraph refuses to call, and says so: the discard port
NOWHERE = "<http://127.0.0.1:9/>"
PREFIXES = "PREFIX ex: <http://e.jp/> PREFIX : <http://127.0.0.1:9/> "

#: calls, as far as any parser of ours is concerned: what stands between the braces of SELECT * {}
CALLS = [
    f"SERVICE {NOWHERE} {{?a ?b ?c}}",
    f"service{NOWHERE}{{}}",
    f"SeRvIcE\n{NOWHERE} {{}}",
    f"SERVICE SILENT {NOWHERE} {{}}",
    f"SERVICESILENT{NOWHERE}{{}}",
    f"SERVICE# a comment\n{NOWHERE} {{}}",
    "SERVICE ?z {}",
    "SERVICE?z{}",
    "SERVICE$z{}",
    "SERVICE :x {}",
    "SERVICE:x{?a ?b ?c}",
    "SERVICE ex:x {}",
    f"OPTIONAL {{ SERVICE {NOWHERE} {{}} }}",
    f"FILTER EXISTS {{ SERVICE {NOWHERE} {{}} }}",
    f"{{ SELECT * {{ SERVICE {NOWHERE} {{}} }} }}",
    f"MINUS{{SERVICE{NOWHERE}{{}}}}",
    # glued to what stands before
    f"?s ?p 1SERVICE{NOWHERE}{{}}",
    f"?s ?p 1.SERVICE{NOWHERE}{{}}",
    f"?s ?p trueSERVICE{NOWHERE}{{}}",
    "?s ?p true.SERVICE:x{?a ?b ?c}",
    "?s ?p 1e0.SERVICE:x{?a ?b ?c}",
    f"?s ?p ex:.SERVICE{NOWHERE}{{}}",
    f"?s ?p 'x'SERVICE{NOWHERE}{{}}",
    f"?s ?p 'x'@en.SERVICE{NOWHERE}{{}}",
    f"VALUES ?y {{}}SERVICE{NOWHERE}{{}}",
    # behind a `<` that compares and looks like the start of an IRI
    f"FILTER(1<2)SERVICE#>\n{NOWHERE}{{}}",
    f"FILTER(1<2)#>'''\nSERVICE {NOWHERE} {{}}\n#'''\n",
    f"FILTER(1<ex:b#>'''\n||1<2) SERVICE {NOWHERE} {{}} #'''\n",
    f"FILTER(1<ex:b#>'''\n) ?s <http://a/p#> ?o. SERVICE {NOWHERE} {{}} #'''\n",
    # behind code points that one parser reads in strings only, another everywhere
    f"BIND('\\u0027' AS ?y) SERVICE {NOWHERE} {{}} BIND(\"'''\" AS ?w)",
    f"BIND('a\\u005C' AS ?y) SERVICE {NOWHERE} {{}} BIND('b' AS ?w)",
    f"\\u0053ERVICE {NOWHERE} {{}}",
    f"S\\U00000045RVICE {NOWHERE} {{}}",
    f"?s <http://x\\u0041'''> ?o. SERVICE {NOWHERE} {{}} #'''\n",
    # behind strings and comments that one parser ends elsewhere
    f"VALUES ?y {{'''a'}} SERVICE {NOWHERE} {{}} #\\q'''\n",
    f"#\r'''\nSERVICE {NOWHERE} {{}} #'''\n",
    f"?s ?p \"it's\" . SERVICE {NOWHERE} {{}} #'",
    f"BIND('\\'' AS ?y) SERVICE {NOWHERE} {{}}",
    f"BIND(\"\"\"\"\\\"\"\"\" AS ?y) SERVICE {NOWHERE} {{}} #\"\"\"",
]  # fmt: skip
HARMLESS = [
    "SELECT * { ?s ?p 'SERVICE' }",
    'SELECT * { ?s ?p "SERVICE <http://x/> {}" }',
    "SELECT * { ?s ?p '''a 'SERVICE' \\' \n b''' }",
    'SELECT * { ?s ?p """a "SERVICE" \\" \n b""" }',
    "SELECT * { ?s ?p ?o } # SERVICE",
    "# SERVICE\nSELECT * {}",
    "SELECT ?service { ?service ?p $SERVICE }",
    "SELECT * { ?s ex:service ex:Service.a-SERVICE }",
    "SELECT * { ?s :service 1 }",
    "SELECT * { ?s <http://service.example/SERVICE> ?o }",
    "SELECT * { ?s <https://example.org/service#SERVICE> ?o } # x\n",
    "SELECT * { ?s ?p 'x'@en-service }",
    "SELECT * { ?s ?p _:service }",
    "SELECT * { FILTER(?a<?b && ?c>?d) }",
    "SELECT * { ?s dct:title ?t FILTER(CONTAINS(?t, 'サービス')) }",
    "BASE <http://service.example/> SELECT * {}",
    "PREFIX ex: <urn:service:> SELECT * {}",
]


def whole(pattern: str) -> str:
    """Give the query that asks for a pattern; ?z is bound to the endpoint."""
    return f"{PREFIXES}SELECT * {{ OPTIONAL {{ BIND({NOWHERE} AS ?z) {pattern} }} }}"


def oxigraph_calls(query: str) -> bool:
    """Tell whether oxigraph parses `query` and would call a service in answering it."""
    store = pyoxigraph.Store()
    store.add(pyoxigraph.Quad(*[pyoxigraph.NamedNode("http://a/p")] * 3))
    try:
        answer = store.query(query)
        assert isinstance(answer, pyoxigraph.QuerySolutions)
        list(answer)
    except (OSError, RuntimeError) as error:
        return "port 9" in str(error) or "service name" in str(error)
    except SyntaxError:
        pass
    return False


def rdflib_calls(query: str) -> bool:
    """Tell whether rdflib, which runs the SPARQL in shapes, parses `query` as one with a call."""
    try:
        return "ServiceGraphPattern" in repr(parseQuery(query))
    except Exception:  # noqa: BLE001 - pyparsing lets all kinds of errors through
        return False


@pytest.mark.parametrize("pattern", CALLS)
def test_every_spelling_of_a_call_is_seen(pattern: str) -> None:
    assert asks_a_service(whole(pattern))
    assert asks_a_service(f"{PREFIXES}ASK {{ {pattern} }}")


def test_the_spellings_are_calls() -> None:
    """Most of them are calls to one of the two parsers; the others only might be."""
    real = [p for p in CALLS if oxigraph_calls(whole(p)) or rdflib_calls(whole(p))]
    assert len(real) >= 0.8 * len(CALLS), set(CALLS) - set(real)


@pytest.mark.parametrize("query", HARMLESS)
def test_harmless_uses_of_the_word_are_allowed(query: str) -> None:
    assert not asks_a_service(query)
    refuse_service(query, "x")


def test_refusal_says_what_to_do() -> None:
    with pytest.raises(QueryError, match=r"x\.rq: SERVICE is refused: .* --data"):
        refuse_service(whole(CALLS[0]), "x.rq")


_GLUE = (
    "SERVICE", "service", "SERVICE:x", "SERVICE?z", f"SERVICE{NOWHERE}", "{?a ?b ?c}", "{}", NOWHERE,
    "'", "'''", '"', '"""', "#", "#>", "<", ">", "\n", "\r", " ", ".", ";", "?s", "?p", "?o", "a", "ex:",
    "ex:a", ":", ":x", "true", "1", "1.", "1e0", "\\u0027", "\\u005C", "\\", "\\q", "(1<2)", "FILTER",
    "FILTER(1<2)", "BIND(", "AS ?y)", "AS ?w)", "'x'", "@en", "@en-1", "--ltr", "^^", "<http://a/p>", "<a>",
    "{", "}", "?s ?p ", "?s<http://a/p>", "VALUES ?y {", "OPTIONAL{", "UNION", "/", "|", "!", "%", "-",
    "$q", "ª", "||", "&&", "<ex:b", "<2", "\\u0053ERVICE", "_:b", "[]", "()",
)  # fmt: skip
_TEMPLATES = (
    f"FILTER(1<2){{}}SERVICE {NOWHERE}{{{{?a ?b ?c}}}}{{}}",
    "?s ?p {}SERVICE:x{{?a ?b ?c}}{}",
    f"VALUES ?y {{{{{{}}}}}} SERVICE {NOWHERE}{{{{?a ?b ?c}}}}{{}}",
    f"BIND({{}} AS ?y)SERVICE {NOWHERE}{{{{?a ?b ?c}}}}BIND({{}} AS ?w)",
    "?s <http://a/p>{}SERVICE?z{{?a ?b ?c}}{}",
    f"{{}} SERVICE{NOWHERE}{{{{}}}} {{}}",
)


def _soup(chance: random.Random, pieces: int) -> str:
    return "".join(chance.choice(_GLUE) for _ in range(chance.randint(0, pieces)))


def test_no_call_slips_through() -> None:
    """Tokens in any order: whatever one of the parsers takes for a call, we refuse."""
    chance = random.Random(20180401)  # noqa: S311 - the same soup each time
    calls = 0
    for number in range(8_000):
        query = whole(chance.choice(_TEMPLATES).format(_soup(chance, 5), _soup(chance, 4)))
        # rdflib's parser takes a hundred times as long
        called = oxigraph_calls(query) or (number % 100 == 0 and rdflib_calls(query))
        calls += called
        assert asks_a_service(query) or not called, query
    assert calls > 100, "the soup is too thin to prove anything"


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_any_text_is_looked_through(text: str) -> None:
    asks_a_service(text)
    is_construct(text)
    assert asks_a_service(f"{text}\nSERVICE") or not text.isalnum()


@pytest.mark.parametrize("text", ["'" * 3, '"', "<a", "#\r", "\\u0027", "(", "a.", ":", "'''\\q"])
def test_long_queries_take_no_time(text: str) -> None:
    """A loop over all ways to read would not end; the bound is that the test does."""
    asks_a_service(text * (20_000 // len(text)))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("CONSTRUCT {} WHERE {}", True),
        ("construct where {}", True),
        ("DESCRIBE <a:b>", True),
        ("CONSTRUCTWHERE{}", True),
        ("# SELECT\nPREFIX a: <b> CONSTRUCT {} WHERE {}", True),
        ("PREFIX select: <b:> CONSTRUCT {} WHERE {}", True),
        ("BASE <http://x/SELECT> PREFIX :<ask:> CONSTRUCT{?s ?p 'SELECT'}WHERE{}", True),
        ("SELECT * { ?s ?p 'CONSTRUCT' }", False),
        ("SELECT*{}", False),
        ("select(1 as ?construct){}", False),
        ("ASK {}", False),
        ("# CONSTRUCT\nSELECT * {}", False),
        ("PREFIX construct: <b:> SELECT * {}", False),
        ("", False),
    ],
)
def test_the_form_of_a_query(query: str, *, expected: bool) -> None:
    assert is_construct(query) == expected


def test_nesting_has_a_limit_that_no_one_meets() -> None:
    refuse_nesting("SELECT * " + "{" * 200 + "}" * 200, "x.rq")
    refuse_nesting("FILTER((1+2)*(3)) " * 1000, "x.rq")
    for bracket in "([{":
        with pytest.raises(QueryError, match=r"x.rq:3: nests brackets too deep"):
            refuse_nesting("SELECT *\n\n" + bracket * 201, "x.rq")


def test_words_of_random_letters_are_no_call() -> None:
    chance = random.Random(1)  # noqa: S311 - not for secrets
    for _ in range(500):
        query = "".join(chance.choices(string.printable, k=60))
        assert not asks_a_service(query) or "service" in query.lower()
