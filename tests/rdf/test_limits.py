"""Depth and entities that would crash or stall a parser are refused; what people write is not."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdf.triples import BASE, some_triples
from rdf.writing import written

from kyodo_lod.errors import GraphError
from kyodo_lod.rdf.formats import FORMATS, JSON_LD, RDF_XML, TURTLE
from kyodo_lod.rdf.limits import MAX_DEPTH, MAX_ENTITY, refuse_traps
from kyodo_lod.rdf.read import parse
from kyodo_lod.rdf.terms import Triple

NAMESPACES = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:a="a:"'
#: name → format, what opens, what stands inside, what closes
NESTS = {
    "blank nodes": ("turtle", "<a:a> <a:b> ", "[ <a:b> ", "1", "]", "."),
    "lists": ("turtle", "<a:a> <a:b> ", "( ", "1", ")", "."),
    "triple terms": ("turtle", "<a:a> <a:b> ", "<<( <a:a> <a:b> ", "1", ")>>", "."),
    "reified triples": ("turtle", "<a:a> <a:b> ", "<< <a:a> <a:b> ", "1", ">>", "."),
    "triple terms, lined": ("n-triples", "<a:a> <a:b> ", "<<( <a:a> <a:b> ", "<a:c>", " )>>", " ."),
    "quads": ("n-quads", "<a:a> <a:b> ", "<<( <a:a> <a:b> ", "<a:c>", " )>>", " <a:g> ."),
    "trig": ("trig", "<a:g> { <a:a> <a:b> ", "[ <a:b> ", "1", "]", "}"),
    "objects": ("json-ld", "", '{"a:b":', "1", "}", ""),
    "arrays": ("json-ld", '{"a:b":', "[", "", "]", "}"),
    "list objects": ("json-ld", '{"a:b":', '{"@list":[', "", "]}", "}"),
    "graphs": ("json-ld", "", '{"@graph":', '{"a:b":1}', "}", ""),
    "reversed": ("json-ld", "", '{"@reverse":{"a:b":', '{"@id":"a:c"}', "}}", ""),
    "contexts": ("json-ld", '{"@context":', '{"t":{"@id":"a:a","@context":', "{}", "}}", "}"),
    "json literals": ("json-ld", '{"a:b":{"@type":"@json","@value":', "[", "", "]", "}}"),
    "brackets alone": ("json-ld", "", "[", "", "", ""),
    "elements": (
        "rdf-xml", f"<rdf:RDF {NAMESPACES}>", "<rdf:Description><a:b>", "",
        "</a:b></rdf:Description>", "</rdf:RDF>",
    ),
    "xml literals": (
        "rdf-xml", f'<rdf:RDF {NAMESPACES}><rdf:Description><a:b rdf:parseType="Literal">',
        "<a:x>", "", "</a:x>", "</a:b></rdf:Description></rdf:RDF>",
    ),
}  # fmt: skip
#: reads each nest at a depth, in a process that may crash; says how each ended
CRASH_TEST = """
import sys
sys.path[:0] = {path!r}
from rdf.test_limits import NESTS, nest, outcome
for name in NESTS:
    print(name, outcome(*nest(name, {depth})), sep=": ", flush=True)
"""


def nest(name: str, depth: int) -> tuple[str, bytes]:
    """Give a format and a document of some depth."""
    fmt, head, opening, inside, closing, tail = NESTS[name]
    return fmt, f"{head}{opening * depth}{inside}{closing * depth}{tail}".encode()


def outcome(fmt: str, data: bytes) -> str:
    """Tell how reading ended."""
    try:
        return f"{sum(1 for _ in parse(data, FORMATS[fmt], 'x'))} statements"
    except GraphError as error:
        return error.line("en")


@pytest.mark.parametrize("depth", [3_000, 100_000])
def test_brackets_by_the_thousand_end_no_process(depth: int) -> None:
    """Promise 7; oxigraph alone overflows the stack at some of them, and is quadratic at others."""
    done = subprocess.run(
        [sys.executable, "-c", CRASH_TEST.format(path=sys.path, depth=depth)],
        capture_output=True,
        text=True,
        timeout=60,  # takes two seconds; oxigraph alone would take minutes
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    outcomes = dict(line.split(": ", 1) for line in done.stdout.splitlines())
    assert set(outcomes) == set(NESTS)
    for name, said in outcomes.items():
        if name in ("blank nodes", "lists", "trig"):
            assert said.endswith("statements"), name
        else:
            assert said == f"x:1: nests too deep (limit {MAX_DEPTH})", name


@pytest.mark.parametrize("name", NESTS)
def test_what_is_not_deep_is_read(name: str) -> None:
    fmt, data = nest(name, 50)
    said = outcome(fmt, data)
    assert said.endswith(" statements") or name == "brackets alone"


def test_the_line_of_the_depth_is_told() -> None:
    data = b'{"a:b":\n\n' + b"[\n" * (MAX_DEPTH + 1)
    with pytest.raises(GraphError, match=rf"x:{MAX_DEPTH + 2}: nests too deep"):
        refuse_traps(data, JSON_LD, "x")


@pytest.mark.parametrize(
    "text",
    ["[" * 2 * MAX_DEPTH, '\\"' + "{" * 2 * MAX_DEPTH, "\\\\", "<<(" * 2 * MAX_DEPTH, "]" * 9],
)
def test_brackets_in_a_text_are_text(text: str) -> None:
    json = f'{{"@id": "a:a", "a:b": ["{text}", "{text}"]}}'.encode()
    assert len(list(parse(json, JSON_LD, "x"))) == 2
    for quote in ('"', "'", '"""', "'''"):
        turtle = f"<a:a> <a:b> {quote}{text}{quote} , 1 .".encode()
        assert len(list(parse(turtle, TURTLE, "x"))) == 2, quote


@pytest.mark.parametrize(
    "decoy",
    [
        '# "\n',
        "<a:'x> <a:a> 1 . ",
        '<a:a> <a:a> """a " b """ . ',
        "<a:a> <a:a> '\\'' . ",
        '# """\n',
    ],
)
def test_no_text_hides_a_depth_that_oxigraph_sees(decoy: str) -> None:
    deep = "<<( <a:a> <a:b> " * (MAX_DEPTH + 1) + "1" + ")>>" * (MAX_DEPTH + 1)
    with pytest.raises(GraphError, match="nests too deep"):
        list(parse(f"{decoy}<a:a> <a:b> {deep} . # '\" '''".encode(), TURTLE, "x"))


@given(some_triples)
def test_no_written_file_is_refused(given_triples: list[Triple]) -> None:
    for fmt in FORMATS.values():
        if fmt != RDF_XML:
            refuse_traps(written(given_triples, fmt), fmt, "x")


@given(st.binary(max_size=200))
def test_any_bytes_pass_or_are_refused(data: bytes) -> None:
    for fmt in (TURTLE, JSON_LD):
        refuse_traps(data, fmt, "x")


# XML


def entities(*declarations: str) -> bytes:
    """Give RDF/XML that declares entities and uses one."""
    doctype = "\n".join(declarations)
    return (
        f"<!DOCTYPE rdf:RDF [\n{doctype}]>\n<rdf:RDF {NAMESPACES}>"
        f'<rdf:Description rdf:about="&e;x"/></rdf:RDF>'
    ).encode()


def test_namespaces_as_entities_are_read() -> None:
    assert list(parse(entities(f'<!ENTITY e "{BASE}">'), RDF_XML, "x")) == []
    data = entities(f'<!ENTITY e "{BASE}">').replace(b'x"/>', b'x" a:b="1"/>')
    (quad,) = parse(data, RDF_XML, "x")
    assert str(quad.subject) == f"<{BASE}x>"


@pytest.mark.parametrize(
    "declarations",
    [
        ['<!ENTITY a "aa">', '<!ENTITY e "&a;&a;">'],
        [f'<!ENTITY e "{"a" * (MAX_ENTITY + 1)}">'],
        ['<!ENTITY e SYSTEM "file:///etc/passwd">'],
        ['<!ENTITY e PUBLIC "x" "http://127.0.0.1:1/">'],
        ["<!ENTITY % p '&#37;q;'>", '<!ENTITY e "x">'],
    ],
    ids=["nested", "long", "file", "remote", "parameter"],
)
def test_entities_that_could_explode_or_fetch_are_refused(declarations: list[str]) -> None:
    with pytest.raises(GraphError, match=r"^x:[23]: the entity &\w; is refused"):
        list(parse(entities(*declarations), RDF_XML, "x"))


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE a SYSTEM "http://127.0.0.1:1/a.dtd">',
        '<?xml-stylesheet href="http://127.0.0.1:1/"?>',
    ],
)
def test_nothing_is_fetched_for_xml(head: str) -> None:
    assert list(parse(f"{head}<rdf:RDF {NAMESPACES}/>".encode(), RDF_XML, "x")) == []
