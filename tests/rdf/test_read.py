"""Reading RDF: what is in it, and where it is wrong."""

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from rdf.triples import some_triples
from rdf.writing import written

from kyodo_lod.errors import GraphError, KyodoError
from kyodo_lod.rdf.formats import FORMATS, N_TRIPLES, TURTLE, Format
from kyodo_lod.rdf.read import parse
from kyodo_lod.rdf.terms import BlankNode, Literal, NamedNode, Quad, Triple
from kyodo_lod.rdf.vocabulary import dct, xsd

ALL = pytest.mark.parametrize("fmt", FORMATS.values(), ids=FORMATS)
S = NamedNode("https://example.org/s")
XML = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    'xmlns:dct="http://purl.org/dc/terms/">\n{}</rdf:RDF>'
)


def error_of(data: str | bytes, fmt: str) -> str:
    """Give the line of the error that reading gives."""
    with pytest.raises(GraphError) as caught:
        list(parse(data.encode() if isinstance(data, str) else data, FORMATS[fmt], "x.ttl"))
    assert caught.value.line("ja").startswith("x.ttl")
    return caught.value.line("en")


@ALL
def test_what_is_written_is_read(fmt: Format) -> None:
    triple = Triple(S, dct.title, Literal("計画", language="ja"))
    assert list(parse(written([triple], fmt), fmt, "x")) == [Quad(S, dct.title, triple.object)]


@given(some_triples)
def test_nothing_is_changed_in_reading(given_triples: list[Triple]) -> None:
    read = [quad.triple for quad in parse(written(given_triples, N_TRIPLES), N_TRIPLES, "x")]
    assert read == given_triples
    in_turtle = {quad.triple for quad in parse(written(given_triples, TURTLE), TURTLE, "x")}
    assert in_turtle == set(given_triples)


def test_ill_typed_literals_stay_as_they_are() -> None:
    text = '<a:a> <a:b> 007 , "abc"^^<http://www.w3.org/2001/XMLSchema#integer> .'
    values = [quad.object for quad in parse(text.encode(), TURTLE, "x")]
    assert values == [Literal(v, datatype=xsd.integer) for v in ("007", "abc")]


def test_our_own_files_are_read() -> None:
    for path in ROOT.glob("ontology/**/*.ttl"):
        assert list(parse(path.read_bytes(), TURTLE, path.name))


@pytest.mark.parametrize("fmt", [TURTLE, N_TRIPLES, FORMATS["json-ld"]], ids=lambda fmt: fmt.name)
def test_blank_nodes_of_two_files_are_two_where_files_are_put_together(fmt: Format) -> None:
    data = written([Triple(BlankNode("b"), dct.isPartOf, BlankNode("b"))], fmt)
    kept = {quad.subject for _ in "ab" for quad in parse(data, fmt, "x")}
    assert kept == {BlankNode("b")}
    files = [list(parse(data, fmt, "x", rename=True)) for _ in "ab"]
    assert len({quad.subject for quads in files for quad in quads}) == 2
    assert all(quad.subject == quad.object for quads in files for quad in quads)


@ALL
def test_a_byte_order_mark_is_skipped(fmt: Format) -> None:
    data = written([Triple(S, dct.title, S)], fmt)
    assert len(list(parse(b"\xef\xbb\xbf" + data, fmt, "x"))) == 1


@pytest.mark.parametrize(
    ("fmt", "data", "expected"),
    [
        (
            "turtle",
            '<a:a> <a:b> "x" .\n<a:a> b "x" .',
            "x.ttl:2:7: not Turtle: b is not a valid pre",
        ),
        ("turtle", "<a:a> <a:b>", "x.ttl:1:12: not Turtle: Unexpected end"),
        ("turtle", "\n\n計画", "x.ttl:3:1: not Turtle: "),
        ("turtle", b'<a:a> <a:b> "\xff" .', "x.ttl:1:14: not Turtle: Invalid UTF-8"),
        ("turtle", "\0", "x.ttl:1:1: not Turtle: "),
        ("turtle", "<!DOCTYPE html>", "x.ttl:1:"),
        ("n-triples", "<a:a> <a:b> <a:c> .\n<a:a> <b", "x.ttl:2:7: not N-Triples: Unexpected end"),
        ("n-triples", "@prefix a: <a:> .", "x.ttl:1:"),
        ("n-quads", "\n\n <a:a> <b", "x.ttl:3:8: not N-Quads: Unexpected end"),
        ("trig", "<a:g> {\n<a:a> b <a:c> }", "x.ttl:2:7: not TriG: b is not a valid predicate"),
        ("json-ld", '{\n"a:b":\n[1,}', "x.ttl:3:4: not JSON-LD: Unexpected closing curly bracket"),
        ("json-ld", "", "x.ttl:1:1: not JSON-LD: Unexpected end of file"),
        ("json-ld", "<a:a> <a:b> <a:c> .", "x.ttl:1:1: not JSON-LD: "),
        ("json-ld", '{"@id": 5}', "x.ttl: not JSON-LD: @id value must be a string"),
        ("rdf-xml", "<a>\n<b></a>", "x.ttl:2:6: not XML: mismatched tag"),
        ("rdf-xml", "", "x.ttl:1:1: not XML: no element found"),
        ("rdf-xml", "計画", "x.ttl:1:1: not XML: "),
        ("rdf-xml", "<a/>", "x.ttl: not RDF/XML: "),
        ("rdf-xml", XML.format('<dct:title rdf:ID="1"/>'), "x.ttl: not RDF/XML: "),
        ("rdf-xml", XML.format("<x/>"), "x.ttl: not RDF/XML: "),
    ],
)
def test_a_mistake_is_one_line_with_its_place(fmt: str, data: str | bytes, expected: str) -> None:
    line = error_of(data, fmt)
    assert line.startswith(expected)
    assert "\n" not in line
    assert line.isprintable()


@pytest.mark.parametrize(
    ("fmt", "data", "expected"),
    [
        ("turtle", "<a:a> <a:b> <c> .", "x.ttl:1:13: "),
        ("turtle", "<a:a> <a:b>\n<> .", "x.ttl:2:1: "),
        ("n-triples", "<a> <a:b> <a:c> .", "x.ttl:1:1: "),
        ("n-quads", "<a:a> <a:b> <a:c> <g> .", "x.ttl:1:19: "),
        ("trig", "<g> { <a:a> <a:b> <a:c> }", "x.ttl:1:1: "),
        ("rdf-xml", XML.format('<rdf:Description rdf:about="b"/>'), "x.ttl: "),
        ("json-ld", '{"@id": "b/c", "a:b": 1}', "x.ttl: "),
        ("json-ld", '{"@id": "a:a", "a:b": {"@id": "../b"}}', "x.ttl: "),
        ("json-ld", '{"@id": "a:a", "@type": "Plan"}', "x.ttl: "),
        ("json-ld", '{"@id": "", "a:b": 1}', "x.ttl: "),
        ("json-ld", '{"@id": "#b", "a:b": 1}', "x.ttl: "),
        ("json-ld", '{"@id": "g", "@graph": {"a:b": 1}}', "x.ttl: "),
        ("json-ld", '{"@context": {"@base": "d/"}, "@id": "a", "a:b": 1}', "x.ttl: "),
    ],
)
def test_a_relative_iri_is_refused_everywhere(fmt: str, data: str, expected: str) -> None:
    """Oxigraph drops what JSON-LD says of one, without a word."""
    assert error_of(data, fmt).startswith(f"{expected}holds a relative IRI")


@pytest.mark.parametrize(
    ("fmt", "data"),
    [
        ("turtle", "@base <https://example.org/> . <s> <a:b> 1 ."),
        ("trig", "BASE <https://example.org/> <s> <a:b> 1 ."),
        ("json-ld", '{"@context": {"@base": "https://example.org/"}, "@id": "s", "a:b": 1}'),
        ("rdf-xml", XML.format('<rdf:Description xml:base="https://example.org/" rdf:about="s" '
                               'dct:title="x"/>')),
    ],
)  # fmt: skip
def test_a_declared_base_serves(fmt: str, data: str) -> None:
    (quad,) = parse(data.encode(), FORMATS[fmt], "x")
    assert quad.subject == S


@pytest.mark.parametrize(
    ("context", "named"),
    [
        ('"https://schema.org/"', " (https://schema.org/)"),
        ('["https://schema.org/", {"a": "b:c"}]', " (https://schema.org/)"),
        ('[{"a": "b:c"}, "http://127.0.0.1:1/"]', ""),
        ('{"@import": "http://x/"}', " (http://x/)"),
    ],
)
def test_a_remote_context_is_refused_and_what_to_do_is_said(context: str, named: str) -> None:
    line = error_of(f'{{"@context": {context}, "name": "x"}}', "json-ld")
    assert line == (
        f"x.ttl: a remote @context{named} is never fetched; write the @context into the document"
    )


def told(data: bytes, fmt: Format) -> str:
    """Read, and give the line of the error; empty where there is none."""
    try:
        list(parse(data, fmt, "x"))
    except KyodoError as error:
        return error.line("en")
    return ""


@ALL
@given(data=st.binary(max_size=60))
def test_any_bytes_are_rdf_or_one_line(fmt: Format, data: bytes) -> None:
    assert told(data, fmt).isprintable()


@ALL
@given(data=st.data())
def test_a_damaged_file_is_read_or_one_line(fmt: Format, data: st.DataObject) -> None:
    whole = bytearray(written([Triple(S, dct.title, S), Triple(S, xsd.date, Literal("日"))], fmt))
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(whole) - 1))
        whole[place : place + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=3))
    assert told(bytes(whole), fmt).isprintable()


@pytest.mark.parametrize("fmt", [TURTLE, N_TRIPLES])
def test_a_value_of_many_megabytes_is_refused(fmt: Format) -> None:
    data = b'<https://example.org/a> <https://example.org/p> "' + b"x" * 40_000_000 + b'" .'
    with pytest.raises(GraphError, match="holds a value that is too long"):
        list(parse(data, fmt, "x"))


_WHOLE = "<a:s> <a:p> <a:o> .\n"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"{_WHOLE}<a:s> <a:p> <a:o>\n{_WHOLE}", "x.ttl:2:18: "),
        (f'{_WHOLE}<a:s> <a:p> "湖"\r\n\r\n# more\r\n{_WHOLE}', "x.ttl:2:16: "),
        (f"{_WHOLE}{_WHOLE}garbage\n", "x.ttl:3:"),
        (f"{_WHOLE}<a:s> <a:p> <a:o> . # done\n}}{_WHOLE}", "x.ttl:3:"),
        ("}", "x.ttl:1:"),
    ],
)
@pytest.mark.parametrize("fmt", ["n-triples", "n-quads"])
def test_a_full_stop_lacks_in_the_line_of_its_statement(text: str, place: str, fmt: str) -> None:
    assert error_of(text, fmt).startswith(place)


@pytest.mark.parametrize(
    ("data", "fmt"),
    [("a" * 10_000, "turtle"), (f"<x:a> <x:b> <{'a' * 10_000}> .", "turtle"),
     (f'{{"@id": "{"a" * 10_000}", "x:a": 1}}', "json-ld")],
)  # fmt: skip
def test_an_error_does_not_quote_a_whole_file(data: str, fmt: str) -> None:
    assert len(error_of(data, fmt)) < 400
