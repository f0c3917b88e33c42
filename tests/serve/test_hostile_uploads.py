"""Uploads to /check that are small and grow, or never end: each is told or refused, and neighbours go on."""

import gzip
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from serve import clients, servers
from serve.clients import MARK, ask, neighbour, silent
from serve.servers import Server

_MIB = 1024 * 1024
_TURTLE = {"Content-Type": "text/turtle"}
LIMITS = (
    "--seconds",
    "3",
    "--max-upload",
    "2",
    "--errors",
    "0",
    "--busy",
    "0",
    "--max-memory",
    "300",
)


@pytest.fixture(scope="module")
def running(new_state: Callable[[], Path]) -> Iterator[Server]:
    with servers.started(servers.DIST, new_state(), *LIMITS) as server:
        yield server
        assert server.process.poll() is None
        # checks go on behind the last of them; behind each other one, the next is told or refused
        assert ask(server, "check", _TURTLE, "POST", b"<urn:a> <urn:b> <urn:c> .").status == 200
        clients.journal_is_silent(server)
        # nothing of an upload stays: the state folder holds releases and the lock
        assert {each.name for each in server.state.iterdir() if len(each.name) < 60} <= {"lock"}


@pytest.fixture
def server(running: Server) -> Iterator[Server]:
    yield running
    running.wait_until_well()


def _zip_bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * (300 * _MIB))
    return packed.getvalue()


def _gzip_in_gzip() -> bytes:
    return gzip.compress(gzip.compress(b"# " * (150 * _MIB), 9), 9)


_ENTITIES = (
    "<!DOCTYPE x [<!ENTITY a0 'aaaaaaaaaa'>"
    + "".join(f"<!ENTITY a{n + 1} '{f'&a{n};' * 10}'>" for n in range(12))
    + "]>"
)
_RDF = "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:e='urn:e#'>"

#: name → headers, body
UPLOADS: dict[str, Callable[[], tuple[dict[str, str], bytes]]] = {
    "gzip of 300 MiB": lambda: (_TURTLE, gzip.compress(b"# " * (150 * _MIB), 1)),
    "gzip as coding": lambda: (_TURTLE | {"Content-Encoding": "gzip"}, gzip.compress(b"#" * (300 * _MIB), 1)),
    "gzip in gzip": lambda: (_TURTLE, _gzip_in_gzip()),
    "deflate": lambda: (_TURTLE | {"Content-Encoding": "deflate"}, zlib.compress(b"#" * (50 * _MIB))),
    "an unknown coding": lambda: (_TURTLE | {"Content-Encoding": "br, gzip, gzip"}, b"x"),
    "zip of 300 MiB": lambda: ({"Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}, _zip_bomb()),
    "entities of XML": lambda: ({"Content-Type": "application/rdf+xml"}, f"{_ENTITIES}{_RDF}<e:x>&a12;</e:x></rdf:RDF>".encode()),
    "an outside entity": lambda: ({"Content-Type": "application/rdf+xml"},
                                  f"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>{_RDF}<rdf:Description rdf:about='urn:a'><e:x>&e;</e:x></rdf:Description></rdf:RDF>".encode()),
    "XML in XML": lambda: ({"Content-Type": "application/rdf+xml"}, (_RDF + "<e:x>" * 100_000).encode()),
    "brackets": lambda: (_TURTLE, b"<urn:a> <urn:b> " + b"[ <urn:b> " * 150_000 + b"1" + b"]" * 150_000 + b"."),
    "lists": lambda: (_TURTLE, b"<urn:a> <urn:b> " + b"(" * 900_000 + b")" * 900_000 + b"."),
    "a long literal": lambda: (_TURTLE, b'<urn:a> <urn:b> "' + b"a" * 1_900_000 + b'" .'),
    "100,000 statements": lambda: ({"Content-Type": "application/n-triples"}, b"".join(b"<urn:%d> <u:b> <u:c> .\n" % n for n in range(80_000))),
    "JSON in JSON": lambda: ({"Content-Type": "application/ld+json"}, b"[" * 900_000 + b"]" * 900_000),
    "a context elsewhere": lambda: ({"Content-Type": "application/ld+json"}, b'{"@context": "http://127.0.0.1:1/context", "@id": "urn:a", "p": 1}'),
    "a plan of one line": lambda: ({"Content-Type": "text/tab-separated-values"}, "事業名\t".encode() * 90_000),
    "a plan of 500,000 lines": lambda: ({"Content-Type": "text/tab-separated-values"}, b"\t\t\n" * 500_000),
    "no encoding": lambda: ({"Content-Type": "text/plain; charset=none"}, bytes(range(256)) * 4000),
    "nothing": lambda: (_TURTLE, b""),
    "20,000 parts": lambda: ({"Content-Type": "multipart/form-data; boundary=b"},
                             b"".join(b'--b\r\nContent-Disposition: form-data; name="x%d"\r\n\r\n1\r\n' % n for n in range(20_000)) + b"--b--\r\n"),
    "a part without an end": lambda: ({"Content-Type": "multipart/form-data; boundary=b"},
                                      b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.ttl"\r\n\r\n<urn:a>'),
    "a head of a part of a megabyte": lambda: ({"Content-Type": "multipart/form-data; boundary=b"},
                                               b"--b\r\nX: " + b"a" * 1_000_000 + b"\r\n\r\n1\r\n--b--\r\n"),
    "a name that leads out": lambda: ({"Content-Type": "multipart/form-data; boundary=b"},
                                      (b'--b\r\nContent-Disposition: form-data; name="file"; filename="../../../etc/passwd.ttl"\r\n'
                                      b"Content-Type: text/turtle\r\n\r\n<urn:a> <urn:b> <urn:c> .\r\n--b--\r\n")),
    "a name of many signs": lambda: ({"Content-Type": "multipart/form-data; boundary=b"},
                                     f'--b\r\nContent-Disposition: form-data; name="file"; filename="{MARK}\x1b[31m<script>alert(1)</script>\u202e.ttl"\r\n\r\n'
                                     "<urn:a> <urn:b> .\r\n--b--\r\n".encode()),
    "shapes of one's own": lambda: (_TURTLE, (b"@prefix sh: <http://www.w3.org/ns/shacl#> . <urn:s> sh:targetNode <urn:a> ; "
                                             b'sh:sparql [ sh:select "SELECT $this { SERVICE <http://127.0.0.1:1/> { ?a ?b ?c } }" ] .')),
    "imports": lambda: (_TURTLE, b"<urn:o> a <http://www.w3.org/2002/07/owl#Ontology> ; <http://www.w3.org/2002/07/owl#imports> <http://127.0.0.1:1/x> ."),
    "too large": lambda: (_TURTLE, b"#" * (3 * _MIB)),
}  # fmt: skip


@pytest.mark.parametrize("name", UPLOADS)
def test_a_hostile_upload_is_told_or_refused(name: str, server: Server) -> None:
    headers, body = UPLOADS[name]()
    with neighbour(server):
        answer = ask(server, "check", headers | {"Accept": "application/json"}, "POST", body)
    silent(answer)
    assert answer.status in {200, 400, 413, 415, 422, 503}, answer.body[:300]
    assert b"root:x" not in answer.body
    assert len(answer.body) < 4 * _MIB


@pytest.mark.parametrize("name", ["a name that leads out", "a name of many signs"])
def test_a_name_is_shown_harmlessly_on_the_page(name: str, server: Server) -> None:
    headers, body = UPLOADS[name]()
    answer = ask(server, "check", headers | {"Accept": "text/html"}, "POST", body)
    silent(answer)
    assert b"<script>alert" not in answer.body
    assert b"\x1b" not in answer.body
