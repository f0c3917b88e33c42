"""SPARQL 1.1 Protocol, section 2.1: what is sent, what comes, and what is refused."""

import asyncio
import csv
import gzip
import json
from collections.abc import Iterator
from dataclasses import replace
from email.utils import formatdate
from pathlib import Path
from urllib.parse import parse_qsl, quote, unquote, urlencode

import pyoxigraph
import pytest
from serve.endpoint import FORM, MODIFIED, QUERY, UNLIMITED, Endpoint, endpoint, got
from serve.stores import MORE, ONE, TWO, large_store, small_store

from kyodo_lod.rdf.formats import FORMATS
from kyodo_lod.serve.limits import ServeLimits
from kyodo_lod.serve.message import Reply, Request

MIB = 1024 * 1024
SELECT = "SELECT ?o { ?s <https://e.jp/p> ?o } ORDER BY ?o"
ASK = "ASK { ?s <https://e.jp/q> ?o }"
CONSTRUCT = "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }"
DESCRIBE = "DESCRIBE <https://e.jp/b>"
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"
JSON = "application/sparql-results+json"
XML = "application/sparql-results+xml"
CSV = "text/csv; charset=utf-8; header=present"
TSV = "text/tab-separated-values; charset=utf-8"
TURTLE = "text/turtle; charset=utf-8"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Endpoint]:
    with endpoint(small_store(tmp_path_factory.mktemp("small") / "store")) as served:
        yield served


def body(reply: Reply) -> bytes:
    assert isinstance(reply.body, bytes)
    return gzip.decompress(reply.body) if reply.encoding == "gzip" else reply.body


def text(reply: Reply) -> str:
    return body(reply).decode()


def number(reply: Reply) -> int:
    assert reply.status == 200, text(reply)
    return int(json.loads(body(reply))["results"]["bindings"][0]["n"]["value"])


ACCEPTED = {
    # query, Accept → media type
    "none": (SELECT, None, JSON),
    "any": (SELECT, "*/*", JSON),
    "json": (SELECT, JSON, JSON),
    "short-json": (SELECT, "application/json", JSON),
    "xml": (SELECT, XML, XML),
    "short-xml": (SELECT, "application/xml", XML),
    "csv": (SELECT, "text/csv", CSV),
    "tsv": (SELECT, "text/tab-separated-values", TSV),
    "quality": (SELECT, f"{XML};q=0.5, text/csv;q=0.6", CSV),
    "refused": (SELECT, f"{JSON};q=0, */*;q=0.1", "text/csv; charset=utf-8; header=present"),
    "mixed": (SELECT, f"text/turtle, {XML};q=0.1", XML),
    "ask": (ASK, None, JSON),
    "ask-xml": (ASK, XML, XML),
    "ask-csv": (ASK, "text/csv", CSV),
    "graph": (CONSTRUCT, None, TURTLE),
    "graph-any": (CONSTRUCT, "*/*", TURTLE),
    "graph-mixed": (CONSTRUCT, f"{XML}, application/n-triples;q=0.1", "application/n-triples"),
    "describe": (DESCRIBE, "application/rdf+xml", "application/rdf+xml"),
    "json-ld": (CONSTRUCT, "application/ld+json", "application/ld+json"),
    "n-quads": (CONSTRUCT, "application/n-quads", "application/n-quads"),
    "trig": (CONSTRUCT, "application/trig", "application/trig"),
    "rdflib": (SELECT, f"{JSON},{XML}", JSON),
    "jena": (SELECT, f"{JSON},{XML};q=0.9,text/tab-separated-values;q=0.7,*/*;q=0.3", JSON),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_what_is_accepted_comes(small: Endpoint, name: str) -> None:
    query, accept, media_type = ACCEPTED[name]
    reply = small.get(query, accept)
    assert (reply.status, reply.media_type, reply.outcome) == (200, media_type, "ok")
    assert reply.vary == ("Accept", "Accept-Encoding")
    assert body(reply)


def test_tables_hold_the_rows(small: Endpoint) -> None:
    rows = json.loads(body(small.get(SELECT)))["results"]["bindings"]
    assert [row["o"]["value"] for row in rows] == ["1", "2", "3"]
    assert list(csv.reader(text(small.get(SELECT, "text/csv")).split())) == [
        ["o"],
        ["1"],
        ["2"],
        ["3"],
    ]
    assert text(small.get(SELECT, "text/tab-separated-values")) == "?o\n1\n2\n3\n"
    assert text(small.get(SELECT, XML)).count("<result>") == 3
    assert json.loads(body(small.get(ASK)))["boolean"] is True


@pytest.mark.parametrize("fmt", FORMATS.values(), ids=lambda fmt: fmt.name)
def test_a_graph_comes_in_each_format(small: Endpoint, fmt: pyoxigraph.RdfFormat) -> None:
    reply = small.get(CONSTRUCT, fmt.media_type)
    kind = getattr(pyoxigraph.RdfFormat, fmt.oxigraph)
    triples = {quad.triple for quad in pyoxigraph.parse(body(reply), format=kind)}
    assert len(triples) == 4


NOT_ACCEPTABLE = {
    "image": (SELECT, "image/png", JSON),
    "table-as-graph": (SELECT, "text/turtle", JSON),
    "graph-as-table": (CONSTRUCT, JSON, "text/turtle"),
    "graph-as-csv": (DESCRIBE, "text/csv", "text/turtle"),
    "all-refused": (SELECT, "*/*;q=0", JSON),
}


@pytest.mark.parametrize("name", NOT_ACCEPTABLE)
def test_what_cannot_be_had_is_told_with_what_can(small: Endpoint, name: str) -> None:
    query, accept, offered = NOT_ACCEPTABLE[name]
    reply = small.get(query, accept)
    assert (reply.status, reply.media_type) == (406, "text/plain; charset=utf-8")
    assert offered in text(reply)


@pytest.mark.parametrize(
    ("query", "wish", "media_type"),
    [
        (SELECT, "csv", CSV),
        (SELECT, "json", JSON),
        (SELECT, JSON, JSON),
        (SELECT, "CSV", CSV),
        (CONSTRUCT, "turtle", TURTLE),
        (CONSTRUCT, "nt", "application/n-triples"),
        (CONSTRUCT, "application/rdf+xml", "application/rdf+xml"),
    ],
)
def test_format_counts_before_accept(
    small: Endpoint, query: str, wish: str, media_type: str
) -> None:
    for accept in (None, "image/png", BROWSER):
        reply = small.get(query, accept, format=wish)
        assert (reply.status, reply.media_type) == (200, media_type)


SPARQLWRAPPER = {
    # as SPARQLWrapper 2.0.0 asks: query, format, media type that it adds as another one → media type
    "json": (SELECT, "json", "", JSON),
    "xml": (SELECT, "xml", "", XML),
    "csv": (SELECT, "csv", "", CSV),
    "tsv": (SELECT, "tsv", "text/tab-separated-values", TSV),
    "graph-xml": (CONSTRUCT, "xml", "", "application/rdf+xml"),
    "graph-json": (CONSTRUCT, "json", "", "application/ld+json"),
    "turtle": (CONSTRUCT, "turtle", "", TURTLE),
    "n3": (DESCRIBE, "n3", "", TURTLE),
    "rdf": (CONSTRUCT, "rdf", "", "application/rdf+xml"),
    "rdf+xml": (CONSTRUCT, "rdf+xml", "application/rdf+xml", "application/rdf+xml"),
    "json-ld": (CONSTRUCT, "json-ld", "application/ld+json,application/x-json+ld", "application/ld+json"),
}  # fmt: skip


@pytest.mark.parametrize("name", SPARQLWRAPPER)
def test_sparqlwrapper_gets_each_of_its_formats(small: Endpoint, name: str) -> None:
    query, wish, more, media_type = SPARQLWRAPPER[name]
    wishes = [wish, more] if more else [wish]
    reply = small.get(query, "*/*", format=wishes, output=wishes, results=wishes)
    assert (reply.status, reply.media_type) == (200, media_type)


@pytest.mark.parametrize(
    ("query", "wish", "status"),
    [
        (SELECT, "turtle", 406),
        (CONSTRUCT, "csv", 406),
        (SELECT, "pdf", 400),
        (SELECT, ["csv", "tsv"], 400),
    ],
)
def test_a_format_that_does_not_fit_is_told(
    small: Endpoint, query: str, wish: str | list[str], status: int
) -> None:
    assert small.get(query, format=wish).status == status


WORD = "#+ param.word.default: あ\nSELECT ?word { ?s <https://e.jp/q> ?o FILTER (STR(?o) = ?word) }"


@pytest.mark.parametrize(
    ("given", "rows"),
    [
        ({}, 1),
        ({"param.word": "い"}, 0),
        ({"word": "い"}, 0),
        ({"param.word": "あ", "word": "い"}, 1),
    ],
)
def test_parameters_of_a_query_are_put_in(
    small: Endpoint, given: dict[str, str], rows: int
) -> None:
    body_of_a_form = _form(query=WORD, **given)
    replies = [small.get(WORD, **given), small.post(body_of_a_form, FORM)]
    replies.append(small.post(WORD.encode(), QUERY, _form(**given)))
    for reply in replies:
        assert len(json.loads(body(reply))["results"]["bindings"]) == rows


def test_the_value_of_a_parameter_is_part_of_the_etag(small: Endpoint) -> None:
    default, same, other = (
        small.get(WORD, **given).etag for given in ({}, {"word": "あ"}, {"word": "い"})
    )
    assert default == same != other


def test_a_parameter_that_the_query_has_not_is_refused(small: Endpoint) -> None:
    reply = small.get(WORD, **{"param.wort": "い"})
    assert (reply.status, reply.outcome) == (400, "parameter")
    assert "(it has: word)" in text(reply)


WAYS = {
    "get": lambda query: ("GET", urlencode({"query": query}).encode(), None, b""),
    "get-raw-utf-8": lambda query: ("GET", f"query={query.replace('&', '%26')}".encode(), None, b""),
    "head": lambda query: ("HEAD", urlencode({"query": query}).encode(), None, b""),
    "form": lambda query: ("POST", b"", FORM, urlencode({"query": query}).encode()),
    "form-charset": lambda query: ("POST", b"", f"{FORM}; charset=UTF-8", urlencode({"query": query}).encode()),
    "direct": lambda query: ("POST", b"", QUERY, query.encode()),
    "direct-charset": lambda query: ("POST", b"", f'{QUERY};charset="utf-8"', query.encode()),
    "direct-case": lambda query: ("POST", b"", "Application/SPARQL-Query", query.encode()),
    "direct-bom": lambda query: ("POST", b"", QUERY, b"\xef\xbb\xbf" + query.encode()),
}  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_each_way_to_ask_gives_the_same(small: Endpoint, way: str) -> None:
    query = 'SELECT ?s { ?s <https://e.jp/q> ?o FILTER(?o = "あ"@ja) }'
    method, target, media_type, sent = WAYS[way](query)
    headers = {"content-type": media_type} if media_type else {}
    reply = small.send(Request(method, "sparql", target, headers, sent, "test"))
    assert (reply.status, reply.media_type) == (200, JSON), text(reply)
    assert "https://e.jp/a" in text(reply)


DATASETS = {
    "one": ({"default-graph-uri": ONE}, 3),
    "merged": ({"default-graph-uri": [ONE, TWO]}, 4),
    "outside-default": ({"default-graph-uri": MORE}, 3),
    "named-only": ({"named-graph-uri": ONE}, 0),
    "both": ({"default-graph-uri": TWO, "named-graph-uri": [ONE, MORE]}, 2),
}


@pytest.mark.parametrize("name", DATASETS)
@pytest.mark.parametrize("way", ["get", "form", "direct"])
@pytest.mark.parametrize("clause", ["", f"FROM <{MORE}> "])
def test_the_dataset_of_the_request_counts(
    small: Endpoint, name: str, way: str, clause: str
) -> None:
    graphs, count = DATASETS[name]
    query = COUNT.replace("{", f"{clause}{{", 1)
    target = urlencode(graphs, doseq=True)
    whole = f"{target}&{urlencode({'query': query})}".encode()
    replies = {
        "get": lambda: small.send(Request("GET", "sparql", whole, client="test")),
        "form": lambda: small.post(whole, FORM),
        "direct": lambda: small.post(query.encode(), QUERY, target.encode()),
    }
    assert number(replies[way]()) == count


def test_named_graphs_of_the_request_are_those_that_graph_finds(small: Endpoint) -> None:
    query = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    assert number(small.get(query)) == 8
    assert number(small.get(query, named_graph_uri=[ONE, TWO])) == 5
    assert number(small.get(query, default_graph_uri=ONE)) == 0


def test_the_dataset_of_the_query_counts_where_the_request_has_none(small: Endpoint) -> None:
    assert number(small.get(COUNT.replace("{", f"FROM <{ONE}> FROM <{TWO}> {{"))) == 4
    assert number(small.get(COUNT)) == 4


@pytest.mark.parametrize(
    "graph", ["https://e.jp/none", "http://127.0.0.1/", "file:///etc/passwd", "rel", ""]
)
@pytest.mark.parametrize("kind", ["default_graph_uri", "named_graph_uri"])
def test_a_graph_that_is_not_here_is_told_and_not_fetched(
    small: Endpoint, graph: str, kind: str
) -> None:
    reply = small.get(COUNT, **{kind: graph})
    assert (reply.status, reply.outcome) == (400, "refused")
    assert "nothing is fetched" in text(reply)
    assert ONE in text(reply)


def _form(**parameters: str | list[str]) -> bytes:
    return urlencode(parameters, doseq=True).encode()


REFUSED = {
    # method, target, Content-Type, body → status, words
    "no-query": ("GET", _form(query=""), None, b"", 400, "there is no query"),
    "misspelt": ("GET", b"quer=ASK%7B%7D", None, b"", 400, "no parameter is called quer;"),
    "a-parameter-alone": ("GET", b"param.word=x", None, b"", 400, "400: there is no query"),
    "misspelt-beside-a-format": ("GET", b"format=csv&QUERY=ASK%7B%7D", None, b"", 400, "called QUERY;"),
    "no-query-but-a-graph": ("GET", b"default-graph-uri=x", None, b"", 400, "there is no query"),
    "blank": ("GET", _form(query=" \n"), None, b"", 400, "there is no query"),
    "two": ("GET", _form(query=[ASK, ASK]), None, b"", 400, "one query at a time"),
    "syntax": ("GET", _form(query="SELECT * {\n ?s"), None, b"", 400, "query:2:"),
    "two-in-one": ("GET", _form(query="ASK {} ASK {}"), None, b"", 400, "query:1:14: is not SPARQL"),
    "comment": ("GET", _form(query="# ASK {}"), None, b"", 400, "is not SPARQL"),
    "prefix": ("GET", _form(query="ASK { ?s ?p zz:o }"), None, b"", 400, "prefix zz: that is not declared"),
    "relative": ("GET", _form(query="ASK { ?s <p> 1 }"), None, b"", 400, "query:1:"),
    "service": ("GET", _form(query="ASK { SERVICE <http://localhost/> {} }"), None, b"", 400, "SERVICE"),
    "service-escaped": ("GET", _form(query=r"ASK { \u0053ERVICE <http://localhost/> {} }"), None, b"", 400, "SERVICE"),
    "update-parameter": ("GET", _form(update="CLEAR ALL"), None, b"", 400, "read-only"),
    "update-form": ("POST", b"", FORM, _form(update="CLEAR ALL"), 400, "read-only"),
    "update-as-query": ("POST", b"", QUERY, b"CLEAR ALL", 400, "query: is an update; only queries"),
    "update-direct": ("POST", b"", "application/sparql-update", b"CLEAR ALL", 415, "read-only"),
    "latin-1": ("GET", b"query=ASK%7B%7D%23%E9", None, b"", 400, "is not UTF-8"),
    "latin-1-raw": ("GET", b"query=ASK{}#\xe9", None, b"", 400, "is not UTF-8"),
    "latin-1-body": ("POST", b"", QUERY, b"ASK{}#\xe9", 400, "is not UTF-8"),
    "latin-1-form": ("POST", b"", FORM, b"query=ASK%7B%7D%23%E9", 400, "is not UTF-8"),
    "utf-16-body": ("POST", b"", f"{QUERY}; charset=utf-16", ASK.encode("utf-16"), 415, "UTF-8"),
    "no-type": ("POST", b"", None, ASK.encode(), 415, QUERY),
    "text": ("POST", b"", "text/plain", ASK.encode(), 415, QUERY),
    "json": ("POST", b"", "application/json", b"{}", 415, QUERY),
    "multipart": ("POST", b"", "multipart/form-data; boundary=x", b"--x--", 415, FORM),
    "direct-and-in-the-target": ("POST", _form(query=ASK), QUERY, ASK.encode(), 400, "one query"),
    "empty-form": ("POST", b"", FORM, b"", 400, "there is no query"),
    "empty-direct": ("POST", b"", QUERY, b"", 400, "there is no query"),
    "many-parameters": ("POST", b"", FORM, b"a=&" * 2000, 400, "too many parameters"),
    "large": ("POST", b"", QUERY, b"ASK{}" + b" " * MIB, 413, "too long"),
    "deep": ("POST", b"", QUERY, b"ASK{FILTER(" + b"!" * 200_000 + b"true)}", 400, "too deep"),
    "brackets": ("POST", b"", QUERY, b"ASK" + b"{" * 1000 + b"}" * 1000, 400, "too deep"),
    "put": ("PUT", b"", QUERY, ASK.encode(), 405, "GET or POST"),
    "delete": ("DELETE", _form(query=ASK), None, b"", 405, "GET or POST"),
    "patch": ("PATCH", b"", None, b"", 405, "GET or POST"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_answered_is_told_in_a_line(small: Endpoint, name: str) -> None:
    method, target, media_type, sent, status, words = REFUSED[name]
    for language, said in (("en", words), ("ja", "")):
        headers = {"content-type": media_type} if media_type else {}
        headers["accept-language"] = language
        reply = small.send(Request(method, "sparql", target, headers, sent, "test"))
        assert (reply.status, reply.media_type) == (status, "text/plain; charset=utf-8")
        assert said in text(reply)
        assert text(reply).count("\n") == 1
        assert str(Path.cwd()) not in text(reply)
        assert reply.etag == ""
    if status == 405:
        assert reply.headers["Allow"] == "GET, HEAD, POST, OPTIONS"
    if status == 415:
        assert reply.headers["Accept"] == f"{FORM}, {QUERY}"


def test_a_packed_body_is_not_taken(small: Endpoint) -> None:
    headers = {"content-type": QUERY, "content-encoding": "gzip"}
    reply = small.send(Request("POST", "sparql", b"", headers, gzip.compress(b"ASK{}"), "test"))
    assert reply.status == 415


@pytest.mark.parametrize(("language", "page"), [("ja", "sparql.html"), ("en", "sparql.en.html")])
def test_a_reader_is_sent_to_the_page_that_runs_the_query(
    small: Endpoint, language: str, page: str
) -> None:
    query = 'SELECT * { ?s ?p "あ+ &#=%" }\n'
    request = got(query, BROWSER)
    headers = {**request.headers, "accept-language": language}
    reply = small.send(replace(request, headers=headers))
    assert (reply.status, reply.body) == (303, b"")
    place, _, fragment = reply.headers["Location"].partition("#query=")
    assert place == page
    assert unquote(fragment) == query
    assert fragment == quote(query, safe="")
    assert reply.vary == ("Accept", "Accept-Language")


def test_a_reader_takes_the_values_of_parameters_along(small: Endpoint) -> None:
    place = small.get(WORD, BROWSER, word="防 災&+").headers["Location"]
    assert parse_qsl(place.partition("#")[2]) == [("query", WORD), ("param.word", "防 災&+")]
    assert "+" not in place


@pytest.mark.parametrize(
    "query", [COUNT.replace("{", f"FROM <{ONE}> {{"), "SELECT * { GRAPH ?g { ?s ?p ?o } }"]
)
def test_a_reader_is_sent_to_the_page_that_asks_named_graphs_too(
    small: Endpoint, query: str
) -> None:
    reply = small.get(query, BROWSER)
    assert (reply.status, reply.headers["Location"]) == (
        303,
        f"sparql.html#query={quote(query, safe='')}",
    )


def test_a_reader_without_a_query_is_sent_to_the_page(small: Endpoint) -> None:
    reply = small.get(None, BROWSER)
    assert (reply.status, reply.headers["Location"]) == (303, "sparql.html")


NOT_FOR_THE_PAGE = {
    "dataset": (COUNT, {"default_graph_uri": ONE}),
}


@pytest.mark.parametrize("name", NOT_FOR_THE_PAGE)
def test_what_the_page_cannot_ask_is_answered_here(small: Endpoint, name: str) -> None:
    query, sent = NOT_FOR_THE_PAGE[name]
    reply = small.get(query, BROWSER, **sent)
    assert (reply.status, reply.media_type) == (200, XML)
    assert small.get(query, "text/html", **sent).status == 406


def test_an_answer_is_named_and_not_sent_again(small: Endpoint) -> None:
    request = got(SELECT, JSON)
    first = small.send(request)
    assert len(first.etag) == 32
    again = {**request.headers, "if-none-match": f'"x", W/"{first.etag}"'}
    reply = small.send(replace(request, headers=again))
    assert (reply.status, reply.body, reply.etag) == (304, b"", first.etag)
    for date, status in ((MODIFIED, 304), (MODIFIED + 1, 200)):
        since = {**request.headers, "if-modified-since": formatdate(date, usegmt=True)}
        assert small.send(replace(request, headers=since)).status == status
    other = small.send(replace(request, headers={**again, "accept": XML}))
    assert other.status == 200
    assert other.etag != first.etag


def test_an_unchanged_answer_is_no_work(small: Endpoint) -> None:
    query = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f }"
    before = small.pool.counters["answered"]
    etag = small.get(query).etag
    assert small.get(query).status == 200
    request = got(query)
    small.send(replace(request, headers={"if-none-match": f'"{etag}"'}))
    assert small.pool.counters["answered"] == before + 1


def test_who_asks_the_same_at_the_same_time_is_answered_by_one_run(small: Endpoint) -> None:
    query = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    requests = [replace(got(query, XML), client=f"client {n}") for n in range(20)]

    async def together() -> list[Reply]:
        return await asyncio.gather(*map(small.sparql.answer, requests))

    before = small.pool.counters["answered"]
    replies = small.runner.run(together())
    assert len({body(reply) for reply in replies}) == 1
    assert {reply.status for reply in replies} == {200}
    assert small.pool.counters["answered"] == before + 1
    assert small.pool.counters["known"] == 19


def test_another_dataset_is_another_answer(small: Endpoint) -> None:
    etags = {
        small.get(COUNT).etag,
        small.get(COUNT, default_graph_uri=ONE).etag,
        small.get(COUNT, named_graph_uri=ONE).etag,
        small.get(COUNT, default_graph_uri=[ONE, TWO]).etag,
    }
    assert len(etags) == 4


@pytest.mark.parametrize("word", ["RAND()", "now()", "UUID()", "STRUUID()", "BNODE()"])
def test_what_is_another_answer_each_time_is_not_kept(small: Endpoint, word: str) -> None:
    query = f"SELECT ({word} AS ?x) {{}}"
    first, second = small.get(query), small.get(query)
    assert (first.status, first.etag) == (200, "")
    assert first.headers["Cache-Control"] == "no-store"
    assert body(first) != body(second)


def test_the_answer_to_a_post_is_not_named(small: Endpoint) -> None:
    assert small.post(SELECT.encode(), QUERY).etag == ""


def test_a_long_answer_is_packed_for_who_takes_it(small: Endpoint) -> None:
    request = got(f'SELECT ("{"x" * 3000}" AS ?x) {{}}')
    plain = small.send(request)
    packed = small.send(replace(request, headers={"accept-encoding": "gzip"}))
    assert (plain.encoding, packed.encoding) == ("", "gzip")
    assert body(plain) == body(packed)
    assert plain.etag != packed.etag


BEYOND = {
    "time": ("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", "within 1 s", "slow"),
    "size": ("SELECT * { ?a ?b ?c . ?d ?e ?f }", "too large", "large"),
}


@pytest.mark.parametrize("name", BEYOND)
def test_what_goes_beyond_a_limit_is_an_error_that_names_it(tmp_path: Path, name: str) -> None:
    query, words, outcome = BEYOND[name]
    limits = ServeLimits(seconds=1, result=100_000, memory=256 * MIB)
    with endpoint(large_store(tmp_path / "store"), limits) as served:
        reply = served.get(query)
    assert (reply.status, reply.outcome) == (503, outcome)
    assert words in text(reply)
    assert "download the dumps" in text(reply)
    assert "Retry-After" not in reply.headers
    assert reply.work > 0


def test_a_client_over_its_budget_is_told_when_to_come_back(tmp_path: Path) -> None:
    limits = replace(UNLIMITED, errors=6)
    with endpoint(small_store(tmp_path / "store"), limits) as served:
        assert [served.get("ASK").status for _ in range(7)] == [400] * 7
        reply = served.get(ASK)
        other = served.send(replace(got(ASK), client="another"))
        assert served.send(replace(got(ASK))).status == 200, "what is known costs nothing"
    assert (reply.status, reply.outcome) == (429, "overdrawn")
    assert 1 <= int(reply.headers["Retry-After"]) <= 10
    assert other.status == 200


def test_too_many_at_once_are_told_to_come_back(tmp_path: Path) -> None:
    limits = replace(UNLIMITED, seconds=2, patience=1)
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    with endpoint(large_store(tmp_path / "store"), limits) as served:

        async def both() -> tuple[Reply, Reply]:
            runaway = asyncio.create_task(served.sparql.answer(got(endless)))
            await asyncio.sleep(0.1)
            return await served.sparql.answer(got(ASK)), await runaway

        busy, slow = served.runner.run(both())
    assert (busy.status, busy.headers["Retry-After"], busy.outcome) == (503, "1", "busy")
    assert slow.status == 503
