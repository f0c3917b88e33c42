"""Queries that would take a server down or make it reach out, and what they may get."""

from collections.abc import Iterator
from dataclasses import dataclass

from serve.clients import MARK

#: a limit was met, which is said and no part of an answer given
LIMIT = frozenset({503})
FAULTY = frozenset({400})
#: either is right: it depends on how the query is planned
EITHER = frozenset({200, 400, 503})


@dataclass(frozen=True, slots=True)
class Hostile:
    """A query.

    Args:
        name: for people.
        text: with MARK in it, which the journal must not hold.
        gets: the statuses that are right.
    """

    name: str
    text: str
    gets: frozenset[int]

    @property
    def by_post(self) -> bool:
        """Whether it is too long for an address."""
        return len(self.text) > 4000


def _case(name: str, text: str, gets: frozenset[int]) -> Hostile:
    return Hostile(name, f"{text} #{MARK}", gets)


def _doubled(times: int) -> str:
    steps = " ".join(f"BIND(CONCAT(?s{n}, ?s{n}) AS ?s{n + 1})" for n in range(times))
    return f'SELECT (STRLEN(?s{times}) AS ?n) {{ BIND("{"x" * 1000}" AS ?s0) {steps} }}'


_ANY = "(!<urn:none>|^!<urn:none>)"
_THREE = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i"

HOSTILE = [
    _case("cross join, counted", f"SELECT (COUNT(*) AS ?n) {{ {_THREE} }}", LIMIT),
    _case("cross join, all rows", f"SELECT * {{ {_THREE} }}", LIMIT),
    _case("cross join, sorted", f"SELECT * {{ {_THREE} }} ORDER BY ?i ?c ?f", LIMIT),
    _case("cross join, distinct", f"SELECT DISTINCT ?a ?d ?g {{ {_THREE} }}", LIMIT),
    _case("cross join, grouped", f"SELECT ?a ?d (COUNT(*) AS ?n) {{ {_THREE} }} GROUP BY ?a ?d ?g", LIMIT),
    _case("cross join, as a graph", f"CONSTRUCT {{ ?a ?e ?i }} {{ {_THREE} }}", LIMIT),
    _case("cross join, filtered to nothing", f"SELECT * {{ {_THREE} FILTER(?a = ?c && ?d = ?g && ?i = ?b) }}", EITHER),
    _case("cross join, within EXISTS", f"SELECT * {{ ?x ?y ?z FILTER EXISTS {{ {_THREE} FILTER(?a = ?i && ?c = ?x) }} }}", LIMIT),
    _case("cross join, within MINUS", f"SELECT * {{ ?x ?y ?z MINUS {{ {_THREE} }} }}", LIMIT),
    _case("cross join, OFFSET far out", f"SELECT * {{ {_THREE} }} OFFSET 99999999999", LIMIT),
    _case("cross join of VALUES", "SELECT (COUNT(*) AS ?n) { " + " ".join(f"VALUES ?v{n} {{ {'1 2 3 4 5 6 7 8 9 0 ' * 2} }}" for n in range(12)) + " }", LIMIT),
    _case("path: any, any number of times, twice", f"SELECT (COUNT(*) AS ?n) {{ ?a {_ANY}* ?b . ?c {_ANY}* ?d }}", LIMIT),
    _case("path: stars in stars", f"SELECT (COUNT(*) AS ?n) {{ ?a ((({_ANY}*)+)*/(({_ANY}+)*)+)* ?b . ?b {_ANY}+ ?c }}", LIMIT),
    _case("path: a long way round", f"SELECT (COUNT(*) AS ?n) {{ ?a {'/'.join([_ANY] * 30)} ?b }}", LIMIT),
    _case("braces in braces, 5000", "SELECT * " + "{" * 5000 + "}" * 5000, FAULTY),
    _case("parentheses, 100,000", "SELECT * { FILTER(" + "(" * 100_000 + "1" + ")" * 100_000 + ") }", FAULTY),
    _case("brackets, 50,000", "SELECT * { ?s ?p " + "[ ?p " * 50_000 + "1" + "]" * 50_000 + " }", FAULTY),
    _case("parentheses of a path, 20,000", "SELECT * { ?s " + "(" * 20_000 + "<urn:x>" + ")" * 20_000 + " ?o }", FAULTY),
    _case("lists in lists, 20,000", "SELECT * { ?s ?p " + "(" * 20_000 + ")" * 20_000 + " }", FAULTY),
    _case("OPTIONAL in OPTIONAL, 3000", "SELECT * { " + "OPTIONAL { ?s ?p ?o " * 3000 + "}" * 3001, FAULTY),
    _case("EXISTS in EXISTS, 2000", "SELECT * { " + "FILTER EXISTS { ?s ?p ?o " * 2000 + "}" * 2001, FAULTY),
    _case("SELECT in SELECT, 2000", "SELECT * { " + "{ SELECT * { " * 2000 + "} }" * 2000 + " }", FAULTY),
    _case("not not not, 50,000", "SELECT * { FILTER(" + "!" * 50_000 + "true) }", FAULTY | EITHER),
    _case("minus minus, 50,000", "SELECT * { BIND(" + "- " * 50_000 + "1 AS ?x) }", FAULTY | EITHER),
    _case("a sum of 100,000", "SELECT * { BIND(" + "1+" * 100_000 + "1 AS ?x) }", FAULTY | EITHER),
    _case("a UNION of 30,000", "SELECT * { " + "{} UNION " * 30_000 + "{} }", FAULTY | EITHER),
    _case("OR of 60,000", "SELECT * { FILTER(" + "?x||" * 60_000 + "?x) }", FAULTY | EITHER),
    _case("a path of 60,000 steps", "SELECT * { ?s " + "<urn:x>/" * 60_000 + "<urn:x> ?o }", FAULTY | EITHER),
    _case("60,000 variables", "SELECT * { " + " ".join(f"?v{n} ?w{n} ?x{n} ." for n in range(20_000)) + " }", FAULTY | EITHER),
    _case("50,000 PREFIX lines", "PREFIX a: <urn:a>\n" * 50_000 + "ASK {}", FAULTY | EITHER),
    _case("text doubled 40 times", _doubled(40), LIMIT),
    _case("text doubled by REPLACE", 'SELECT (STRLEN(?z) AS ?n) { BIND("' + "a" * 1000 + '" AS ?s) '
          + 'BIND(REPLACE(?s, "a", ?s) AS ?t) BIND(REPLACE(?t, "a", ?t) AS ?z) }', LIMIT),
    _case("GROUP_CONCAT of a cross join", f'SELECT (STRLEN(GROUP_CONCAT(CONCAT(STR(?a), STR(?d)); separator="{"x" * 500}")) AS ?n) {{ {_THREE} }}', LIMIT),
    _case("REPLACE for every text", 'SELECT (REPLACE(CONCAT(STR(?c), STR(?f)), "", "' + "y" * 3000 + '") AS ?n) { ?a ?b ?c . ?d ?e ?f }', LIMIT),
    _case("regex (a+)+$", f'SELECT * {{ FILTER(REGEX("{"a" * 3000}!", "^(a+)+$")) }}', EITHER),
    _case("regex (a or a)*$", f'SELECT * {{ FILTER(REGEX("{"a" * 3000}!", "^(a|a)*$")) }}', EITHER),
    _case("regex (.*)* for every text", 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER(REGEX(CONCAT(STR(?c), STR(?f)), "^(.*)*(.*)*(.*)*x$")) }', LIMIT),
    _case("regex of a million states", 'SELECT * { ?s ?p ?o FILTER(REGEX(STR(?o), "((a{500}){500}){500}")) }', EITHER),
    _case("regex of classes", 'SELECT * { ?s ?p ?o FILTER(REGEX(STR(?o), "' + r"(\\\\p{L}{1,500}){1,500}" + '", "i")) }', EITHER),
    _case("each subject has a regex", 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER(REGEX(STR(?c), CONCAT("(", REPLACE(STR(?f), "[^a-z]", ""), ")*$"))) }', LIMIT),
    _case("numbers without end", "SELECT (SUM(?x * ?y * 99999999999999999999999999.9) AS ?n) { VALUES ?x { 1e308 -1e308 9999999999999999999999999999999999999999 } VALUES ?y { 1e308 } }", EITHER),
    _case("DESCRIBE everything", "DESCRIBE * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", LIMIT),
    _case("digests of a cross join", f"SELECT (SHA512(CONCAT(STR(?a), STR(?f), STR(?i))) AS ?n) {{ {_THREE} }}", LIMIT),
]  # fmt: skip


def places(port: int) -> list[str]:
    """Give addresses of this machine, in many spellings."""
    hosts = (
        "127.0.0.1", "localhost", "LOCALHOST", "localhost.", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "127.1",  # noqa: S104
        "2130706433", "0x7f000001", "0177.0.0.1", "127.0.0.1.nip.io", "user:pass@127.0.0.1", "%31%32%37.0.0.1",
        "①②⑦.0.0.1",
    )  # fmt: skip
    return [f"http://{host}:{port}/sparql" for host in hosts] + [
        f"https://127.0.0.1:{port}/", f"HTTP://127.0.0.1:{port}/", f"ftp://127.0.0.1:{port}/", f"//127.0.0.1:{port}/",
        "file:///etc/passwd", "file:/etc/passwd", "/etc/passwd", "../../etc/passwd", "data:text/turtle,%3Ca%3E",
        f"gopher://127.0.0.1:{port}/", f"jar:http://127.0.0.1:{port}/!/", "urn:x", "",
    ]  # fmt: skip


def services(port: int) -> Iterator[str]:
    """Give queries that would call another endpoint."""
    for place in places(port):
        yield f"SELECT * {{ SERVICE <{place}> {{ ?s ?p ?o }} }}"
    at = f"http://127.0.0.1:{port}/sparql"
    yield from (
        f"SELECT * {{ SERVICE SILENT <{at}> {{ ?s ?p ?o }} }}",
        f"SELECT * {{ service <{at}> {{ ?s ?p ?o }} }}",
        f"SELECT * {{ SeRvIcE silent<{at}>{{}} }}",
        f"SELECT * {{ SERVICE#\n<{at}> {{ ?s ?p ?o }} }}",
        f"SELECT * {{ SERVICE\t\r\n# SELECT\n SILENT # x\n <{at}> {{ ?s ?p ?o }} }}",
        f"PREFIX l: <{at.removesuffix('sparql')}> SELECT * {{ SERVICE l:sparql {{ ?s ?p ?o }} }}",
        f"PREFIX service: <{at.removesuffix('sparql')}> SELECT * {{ SERVICE service:sparql {{ ?s ?p ?o }} }}",
        f"BASE <{at}> SELECT * {{ SERVICE <> {{ ?s ?p ?o }} }}",
        f"SELECT * {{ VALUES ?e {{ <{at}> }} SERVICE ?e {{ ?s ?p ?o }} }}",
        f'SELECT * {{ BIND(IRI("{at}") AS ?e) SERVICE ?e {{ ?s ?p ?o }} }}',
        f"SELECT * {{ SERVICE $e {{ ?s ?p ?o }} VALUES $e {{ <{at}> }} }}",
        f"SELECT * {{ SERVI\\u0043E <{at}> {{ ?s ?p ?o }} }}",
        f"SELECT * {{ \\u0053\\u0045\\u0052\\u0056\\u0049\\u0043\\u0045 <{at}> {{ ?s ?p ?o }} }}",
        f"SELECT * {{ SERVICE \\u003C{at}\\u003E {{ ?s ?p ?o }} }}",
        f"SELECT * {{ SERVICE <http://\\u0031\\u0032\\u0037.0.0.1:{port}/> {{ ?s ?p ?o }} }}",
        f"SELECT * {{ ?s ?p ?o OPTIONAL {{ SERVICE <{at}> {{ ?s ?p ?o }} }} }}",
        f"SELECT * {{ ?s ?p ?o MINUS {{ SERVICE <{at}> {{ ?s ?p ?o }} }} }}",
        f"SELECT * {{ FILTER EXISTS {{ SERVICE <{at}> {{ ?s ?p ?o }} }} }}",
        f"SELECT * {{ ?s ?p ?o FILTER(NOT EXISTS {{ SERVICE <{at}> {{ ?s ?p ?o }} }}) }}",
        f"SELECT * {{ {{ SELECT * {{ SERVICE <{at}> {{ ?s ?p ?o }} }} }} UNION {{}} }}",
        f"SELECT * {{ GRAPH ?g {{ SERVICE <{at}> {{ ?s ?p ?o }} }} }}",
        f"SELECT (EXISTS {{ SERVICE <{at}> {{}} }} AS ?x) {{}}",
        f"SELECT * {{}} ORDER BY EXISTS {{ SERVICE <{at}> {{}} }}",
        f"SELECT * {{}} GROUP BY ?x HAVING EXISTS {{ SERVICE <{at}> {{}} }}",
        f"ASK {{ SERVICE <{at}> {{ ?s ?p ?o }} }}",
        f"CONSTRUCT {{ ?s ?p ?o }} {{ SERVICE <{at}> {{ ?s ?p ?o }} }}",
        f"DESCRIBE ?s {{ SERVICE <{at}> {{ ?s ?p ?o }} }}",
        f"# '\nSELECT * {{ SERVICE <{at}> {{ ?s ?p ?o }} }} # '",
        f'SELECT ("\\"#" AS ?x) {{ SERVICE <{at}> {{ ?s ?p ?o }} }}',
        f"SELECT ('''a''b#''' AS ?x) {{ SERVICE <{at}> {{ ?s ?p ?o }} }}",
        f"SELECT * {{ ?a <urn:#> ?b . SERVICE <{at}> {{ ?s ?p ?o }} }}",
    )


def updates(port: int) -> Iterator[str]:
    """Give updates; none is known to an endpoint that only answers."""
    for place in places(port)[:4]:
        yield f"LOAD <{place}>"
    at = f"http://127.0.0.1:{port}/x.ttl"
    yield from (
        f"LOAD SILENT <{at}> INTO GRAPH <urn:x>", "INSERT DATA { <urn:a> <urn:b> <urn:c> }", "DELETE WHERE { ?s ?p ?o }",
        f"INSERT {{ ?s ?p ?o }} WHERE {{ SERVICE <{at}> {{ ?s ?p ?o }} }}", "CLEAR ALL", "DROP ALL", "CREATE GRAPH <urn:x>",
        "COPY DEFAULT TO <urn:x>", "ASK {} ; CLEAR ALL", f"PREFIX a: <urn:a> LOAD <{at}>",
    )  # fmt: skip


def datasets(port: int) -> Iterator[tuple[str, dict[str, str]]]:
    """Give queries, and parameters, that name graphs to be fetched."""
    for place in places(port)[:-2]:
        yield f"ASK FROM <{place}> {{ ?s ?p ?o }}", {}
        yield f"ASK FROM NAMED <{place}> {{ GRAPH ?g {{ ?s ?p ?o }} }}", {}
        yield "SELECT * { ?s ?p ?o }", {"default-graph-uri": place}
        yield "SELECT * { GRAPH ?g { ?s ?p ?o } }", {"named-graph-uri": place}
