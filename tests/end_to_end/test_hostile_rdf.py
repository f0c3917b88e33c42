"""Hostile RDF and shapes: each ends within half a minute and one GiB, in one line (design, promise 7)."""

import os
import resource
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from end_to_end.process import Done, refused, run

PREFIXES = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix x: <http://x/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
"""
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
TYPE = f"<{RDF}type>"
#: on which `^(a+)+$` would try for longer than anyone lives
TEXT = "a" * 40 + "!"
DATA = f'{PREFIXES}x:a a x:A ; x:p "{TEXT}" .\n'
#: demands of every x:A that it has one x:p and one x:q
DEMAND = "x:S sh:targetClass x:A ; sh:property x:P , x:Q . x:P sh:path x:p ; sh:minCount 1 . x:Q sh:path x:q ; sh:minCount 1 ."
MANY, DEEP = 1_000_000, 10_000
SECONDS, GIB = 30, 1024**3


def bounded() -> None:
    """Let the kernel end a process that breaks the promise."""
    resource.setrlimit(resource.RLIMIT_DATA, (GIB, GIB))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def validate(*arguments: str, cwd: Path, **more: object) -> Done:
    """Run `validate` within the promise."""
    done = run("validate", *arguments, cwd=cwd, preexec_fn=bounded, **more)
    assert done.code in (0, 1, 2), done.err[-500:]
    assert "Traceback" not in done.err, done.err[-500:]
    return done


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """Give a folder with small data and harmless shapes."""
    (tmp_path / "data.ttl").write_text(DATA, encoding="utf-8")
    (tmp_path / "own.ttl").write_text(PREFIXES + DEMAND, encoding="utf-8")
    return tmp_path


@pytest.fixture
def wire() -> Iterator[socket.socket]:
    """Give a socket that listens here; nobody may call it."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server
        with pytest.raises(BlockingIOError):
            server.accept()


def address(wire: socket.socket) -> str:
    """Give the address at which a socket listens."""
    return f"http://127.0.0.1:{wire.getsockname()[1]}/x.ttl"


# size


@pytest.mark.parametrize(
    ("name", "head", "tail", "word"),
    [
        ("long.nt", '<http://x/a> <http://x/p> "', '" .\n', "limit 64 MiB"),
        ("long.jsonld", '{"@id": "http://x/a", "http://x/p": "', '"}', "limit 64 MiB"),
    ],
)
def test_a_literal_of_100_mb(name: str, head: str, tail: str, word: str, room: Path) -> None:
    with (room / name).open("w", encoding="utf-8") as file:
        file.writelines((head, "a" * 100_000_000, tail))
    line = refused(validate(name, "--shapes", "own.ttl", cwd=room), f"{name}: ")
    assert word in line
    assert "--no-limits" in line


def test_a_literal_within_the_size_is_read_or_refused(room: Path) -> None:
    text = "a" * 20_000_000
    (room / "long.ttl").write_text(f'{PREFIXES}x:a x:p "{text}" .', encoding="utf-8")
    done = validate("long.ttl", "--shapes", "own.ttl", cwd=room)
    assert refused(done, "long.ttl: ").endswith("too long (limit 16 MiB)")
    (room / "long.ttl").write_text(f'{PREFIXES}x:a a x:A ; x:p "{text[:15_000_000]}" .', "utf-8")
    assert validate("long.ttl", "--shapes", "own.ttl", cwd=room).code == 1


def test_a_file_without_end(room: Path) -> None:
    done = validate("/dev/zero", "--from", "turtle", cwd=room)
    assert "is too large" in refused(done, "/dev/zero: ")


def test_a_million_blank_nodes(room: Path) -> None:
    with (room / "many.nt").open("w", encoding="utf-8") as file:
        file.writelines(f'_:b{number} <http://x/z> "1" .\n' for number in range(MANY))
    line = refused(validate("many.nt", "--shapes", "own.ttl", cwd=room), "many.nt: ")
    assert "holds 1,000,000 triples (limit 400,000); split it" in line


def test_a_million_blank_nodes_with_faults(room: Path) -> None:
    with (room / "many.nt").open("w", encoding="utf-8") as file:
        file.writelines(f"_:b{number} {TYPE} <http://x/A> .\n" for number in range(MANY))
    line = refused(validate("many.nt", "--shapes", "own.ttl", cwd=room), "many.nt: ")
    assert "is too large (limit 64 MiB, of gzip also unpacked); split it" in line


def nodes_at_fault(count: int) -> str:
    """Give as many blank nodes, each with two faults."""
    return "".join(f"_:b{number} {TYPE} <http://x/A> .\n" for number in range(count))


def test_faults_beyond_those_held_are_counted(room: Path) -> None:
    (room / "wrong.nt").write_text(nodes_at_fault(26_000), encoding="utf-8")
    done = validate("wrong.nt", "--shapes", "own.ttl", cwd=room)
    assert (done.code, done.err) == (1, "")
    assert done.out.endswith("wrong.nt: 52000 violations, 0 warnings (2000 not shown)\n")


def test_pyshacl_is_given_less(room: Path) -> None:
    (room / "many.nt").write_text(nodes_at_fault(30_001), encoding="utf-8")
    done = validate("many.nt", "--shapes", "own.ttl", "--engine", "pyshacl", cwd=room)
    assert "holds 30,001 triples, and pySHACL is given 30,000" in refused(done, "many.nt: ")
    done = validate("many.nt", "--shapes", "own.ttl", "--inference", "rdfs", cwd=room)
    assert "--inference rdfs is given 30,000" in refused(done, "many.nt: ")


def test_a_hundred_thousand_property_shapes(room: Path) -> None:
    names = range(100_000)
    held = " , ".join(f"x:P{name}" for name in names)
    parts = "".join(f"x:P{name} sh:path x:p{name} ; sh:minCount 1 .\n" for name in names)
    (room / "huge.ttl").write_text(
        f"{PREFIXES}x:S sh:targetClass x:A ; sh:property {held} .\n{parts}", encoding="utf-8"
    )
    line = refused(validate("data.ttl", "--shapes", "huge.ttl", cwd=room), "huge.ttl: ")
    assert "holds 300,001 triples (limit 100,000)" in line


# the network


@pytest.mark.parametrize("engine", ["fast", "pyshacl"])
def test_nothing_imported_is_fetched(engine: str, room: Path, wire: socket.socket) -> None:
    imports = f"<http://x/o> a owl:Ontology ; owl:imports <{address(wire)}> ."
    (room / "data.ttl").write_text(DATA + imports, encoding="utf-8")
    (room / "own.ttl").write_text(PREFIXES + DEMAND + imports, encoding="utf-8")
    (room / "more.ttl").write_text(PREFIXES + imports, encoding="utf-8")
    shapes = ("--shapes", "own.ttl", "--ontology", "more.ttl", "--engine", engine)
    done = validate("data.ttl", *shapes, cwd=room)
    assert (done.code, done.err) == (1, "")
    assert done.out.endswith("data.ttl: 1 violation, 0 warnings\n")


def test_a_remote_context_is_refused_by_name(room: Path, wire: socket.socket) -> None:
    (room / "far.jsonld").write_text(f'{{"@context": "{address(wire)}", "a": "b"}}', "utf-8")
    line = refused(validate("far.jsonld", "--shapes", "own.ttl", cwd=room), "far.jsonld: ")
    assert f"a remote @context ({address(wire)}) is never fetched" in line


SERVICE = "SERVICE <{}> {{ $this ?p ?o }}"
ASKING = {
    "select": 'x:S sh:targetClass x:A ; sh:sparql [ sh:select "SELECT $this {{ %s }}" ] .',
    "escaped": 'x:S sh:targetClass x:A ; sh:sparql [ sh:select "SELECT $this {{ \\\\u0053%s }}" ] .',
    "ask": """x:C a sh:ConstraintComponent ; sh:parameter [ sh:path x:need ] ;
        sh:validator [ a sh:SPARQLAskValidator ; sh:ask "ASK {{ %s }}" ] .
        x:S a sh:NodeShape ; sh:targetClass x:A ; x:need 1 .""",
    "target": """x:S a sh:NodeShape ; sh:nodeKind sh:IRI ;
        sh:target [ a sh:SPARQLTarget ; sh:select "SELECT ?this {{ %s }}" ] .""",
}


@pytest.mark.parametrize("how", ASKING)
def test_a_service_is_not_called(how: str, room: Path, wire: socket.socket) -> None:
    asked = SERVICE[1:] if how == "escaped" else SERVICE
    (room / "own.ttl").write_text(PREFIXES + (ASKING[how] % asked).format(address(wire)), "utf-8")
    line = refused(validate("data.ttl", "--shapes", "own.ttl", cwd=room), "own.ttl: ")
    assert "SERVICE is refused" in line


# what has no end


def nested(opening: str, inside: str) -> str:
    """Give shapes in shapes."""
    return f"x:S sh:targetClass x:A ; {opening * DEEP}{inside}{' ]' * DEEP} ."


def on_property(demand: str) -> str:
    """Give shapes that demand something of the values of x:p."""
    return f"x:S sh:targetClass x:A ; sh:property [ sh:path x:p ; {demand} ] ."


def in_query(query: str) -> str:
    """Give shapes with a query."""
    return f'x:S sh:targetClass x:A ; sh:sparql [ sh:select """{query}""" ] .'


CYCLE = "_:l rdf:first x:p ; rdf:rest _:m . _:m rdf:first x:q ; rdf:rest _:l ."
FOREVER, BAD_LIST, TOO_DEEP = "may take forever", "recursive rdf:rest", "too deep|too much"
#: shapes, and what is said of them; nothing where they are taken as pySHACL takes them
ENDLESS = {
    "itself": (on_property("sh:node x:S"), "refer to themselves: http://x/S"),
    "pattern": (on_property('sh:pattern "^(a+)+$"'), FOREVER),
    "regex": (in_query('SELECT $this { $this <http://x/p> ?v FILTER(REGEX(?v, "^(a|a?)+$")) }'), FOREVER),
    "replace": (in_query("SELECT $this { $this <http://x/p> ?v FILTER(REPLACE(?v, '^(a+)+$', 'b') = 'b') }"), FOREVER),
    "cyclic in": (on_property("sh:in _:l") + CYCLE, BAD_LIST),
    "open in": (on_property("sh:in _:l") + "_:l rdf:first 1 ; rdf:rest _:m . _:m rdf:first 2 .", ""),
    "two rests": (on_property("sh:in _:l") + "_:l rdf:first 1 ; rdf:rest _:m , rdf:nil . _:m rdf:first 2 ; rdf:rest rdf:nil .", ""),
    "cyclic or": ("x:S sh:targetClass x:A ; sh:or _:l ." + CYCLE, BAD_LIST),
    "cyclic path": ("x:S sh:targetClass x:A ; sh:property [ sh:path _:l ; sh:minCount 1 ] ." + CYCLE, BAD_LIST),
    "cyclic alternatives": ("x:S sh:targetClass x:A ; sh:property [ sh:path [ sh:alternativePath _:l ] ; sh:minCount 1 ] ." + CYCLE, BAD_LIST),
    "inverse of itself": ("x:S sh:targetClass x:A ; sh:property [ sh:path _:l ; sh:minCount 1 ] . _:l sh:inversePath _:l .", TOO_DEEP),
    "deep path": ("x:S sh:targetClass x:A ; sh:property [ sh:minCount 1 ; sh:path " + "[ sh:inversePath " * DEEP + "x:p" + " ]" * DEEP + " ] .", TOO_DEEP),
    "deep not": (nested("sh:not [ ", "sh:class x:B"), TOO_DEEP),
    "deep node": (nested("sh:node [ ", "sh:class x:B"), TOO_DEEP),
}  # fmt: skip


@pytest.mark.parametrize("engine", ["fast", "pyshacl"])
@pytest.mark.parametrize("what", ENDLESS)
def test_shapes_without_end(what: str, engine: str, room: Path) -> None:
    shapes, word = ENDLESS[what]
    (room / "own.ttl").write_text(f"{PREFIXES}{shapes}\n", encoding="utf-8")
    done = validate("data.ttl", "--shapes", "own.ttl", "--engine", engine, cwd=room)
    if engine == "fast" and "the fast engine does not know this" in done.err:
        refused(done, "own.ttl: ")
    elif word:
        line = refused(done, "own.ttl: ")
        assert any(each in line for each in word.split("|")), line
    else:
        assert (done.code, done.err) == (1, "")


# what is no RDF, or no file


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("odd.ttl", "<http://x/a b> a <http://x/A> ."),
        ("odd.ttl", "<http://x/%zz> a <http://x/A> ."),
        ("odd.ttl", "<http://x/\\u0020> a <http://x/A> ."),
        ("odd.nt", "<http://x/{}> <http://x/p> <http://[::1> ."),
        ("odd.rdf", f"<r:RDF xmlns:r='{RDF}'><r:Description r:about='http://x/a b' r:value='1'/></r:RDF>"),
        ("odd.ttl", "\0"),
    ],
)  # fmt: skip
def test_malformed_iris_and_a_nul_byte(name: str, text: str, room: Path) -> None:
    (room / name).write_text(text, encoding="utf-8")
    refused(validate(name, "--shapes", name, cwd=room), name)
    refused(validate(name, "--shapes", "own.ttl", cwd=room), name)


def test_a_file_of_nothing(room: Path) -> None:
    (room / "empty.ttl").touch()
    done = validate("empty.ttl", "--shapes", "own.ttl", cwd=room)
    assert (done.code, done.err.count("\n")) == (0, 1)
    refused(validate("data.ttl", "--shapes", "empty.ttl", cwd=room), "empty.ttl: holds no SHACL")


def test_links_that_run_in_a_circle(room: Path) -> None:
    (room / "loop" / "in").mkdir(parents=True)
    (room / "loop" / "in" / "back").symlink_to("..")
    (room / "loop" / "self.ttl").symlink_to("self.ttl")
    (room / "loop" / "data.ttl").write_text(DATA, encoding="utf-8")
    done = validate("loop", "--shapes", "own.ttl", cwd=room)
    assert done.out.endswith("loop/data.ttl: 1 violation, 0 warnings\n")
    line = refused(validate("loop/self.ttl", "--shapes", "own.ttl", cwd=room), "loop/self.ttl: ")
    assert "symbolic links" in line


def test_a_named_pipe(room: Path) -> None:
    os.mkfifo(room / "pipe.ttl")
    done = validate("pipe.ttl", "--shapes", "own.ttl", cwd=room)
    assert "nobody writes into this pipe" in refused(done, "pipe.ttl: ")
    if os.fork() == 0:  # who opens a pipe to write waits until somebody reads
        (room / "pipe.ttl").write_text(DATA, encoding="utf-8")
        os._exit(0)
    assert validate("pipe.ttl", "--shapes", "own.ttl", cwd=room).code == 1
