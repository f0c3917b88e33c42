"""serve/verdict.py: what an upload gets, in every format."""

import gzip
import io
import json
import zipfile
from pathlib import Path

import jsonschema
import pytest
from conftest import KORIYAMA, ROOT

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.check.report import REPORTERS
from kyodo_lod.check.shapes import shape_names
from kyodo_lod.serve.checking import MOST
from kyodo_lod.serve.refusals import RefusedError
from kyodo_lod.serve.verdict import HTML, Answer, Task, media_type, refused, verdict

DIST = ROOT / "dist"
PLAN = (KORIYAMA / "plan.txt").read_bytes()
GRAPH = (DIST / "dataset/072036-kyodo-2-fy2018/072036-kyodo-2-fy2018.ttl").read_bytes()
OF_KORIYAMA = "municipality=072036&plan=kyodo-2&year=2018"
LIMIT = 1024 * 1024


def given(
    body: bytes, kind: str = "text/plain", query: str = OF_KORIYAMA, named: str = "text"
) -> Answer:
    return verdict(Task(kind, query, named, "en", str(DIST), "https://example.org/", LIMIT), body)


def text(body: bytes, kind: str = "text/plain", query: str = OF_KORIYAMA) -> str:
    return given(body, kind, query).body.decode()


def test_a_document_that_is_all_right() -> None:
    answer = given(PLAN)
    assert answer[:4] == (200, "text/plain; charset=utf-8", "ok", True)
    assert answer.body.decode() == (
        "upload.txt: read 76 projects under 7 policies, no violations\n"
    )


def test_a_fault_is_told_with_its_line_and_cell() -> None:
    broken = PLAN.replace("総務部人事課".encode(), b"", 1)
    answer = given(broken, query=f"{OF_KORIYAMA}&name=plan.txt")
    assert (answer.status, answer.conforms) == (200, False)
    assert "plan.txt:24: violation plan#PlannedProject-responsibleUnit" in answer.body.decode()


def test_the_units_of_a_published_municipality_are_known() -> None:
    told = text(PLAN.replace("総務部人事課".encode(), "総務部人事科".encode()))
    assert "plan#PlannedProject-registeredUnit" in told
    assert "did you mean 総務部人事課?" in told
    assert "1 warning" in told


def test_of_another_municipality_nothing_is_said_of_units() -> None:
    query = "municipality=011002&plan=kyodo-2&year=2018"
    assert text(PLAN, query=query).endswith("no violations\n")
    rules = json.loads(given(PLAN, query=query, named="json").body)["reports"][0]["rules"]
    assert not any("registeredUnit" in rule for rule in rules)


def test_a_document_in_another_encoding_is_read() -> None:
    for encoding in ("cp932", "utf-16", "euc_jp"):
        assert text(PLAN.decode().encode(encoding)).endswith("no violations\n")


def test_rdf_that_is_all_right() -> None:
    assert text(GRAPH, "text/turtle", "") == "upload.ttl: no violations\n"
    assert text(gzip.compress(GRAPH), "text/turtle", "") == "upload.ttl: no violations\n"


def test_a_fault_in_rdf_is_told_with_its_line() -> None:
    told = text(GRAPH.replace(b"rdfs:label", b"rdfs:labell"), "text/turtle", "name=a.ttl")
    assert "a.ttl:" in told
    assert "violation plan#PlannedProject-label" in told


def test_the_shapes_of_the_catalogue_by_name() -> None:
    catalog = (DIST / "catalog.ttl").read_bytes()
    assert text(catalog, "text/turtle", "shapes=catalog") == "upload.ttl: no violations\n"
    assert "violation" in text(catalog, "text/turtle", "shapes=plan")


@pytest.mark.parametrize("shapes", shape_names())
def test_an_empty_graph_does_not_pass(shapes: str) -> None:
    answer = given(b"# nothing", "text/turtle", f"shapes={shapes}", HTML)
    assert (answer.status, answer.conforms) == (200, False)
    assert "There is something to repair" in answer.body.decode()


@pytest.mark.parametrize("name", [HTML, *REPORTERS])
def test_every_reporter_of_the_table_answers_and_none_tells_of_this_machine(name: str) -> None:
    for body, status in ((PLAN.replace(b"\t\xe7\xb7\x8f", b"", 1), 200), (b"\xff\xfe\x00", 422)):
        answer = given(body, named=name)
        assert (answer.status, answer.media_type) == (status, media_type(name))
        assert answer.body
        for place in (str(Path.cwd()), str(ROOT), str(Path.home()), "Traceback"):
            assert place not in answer.body.decode()


def test_the_format_may_be_asked_for_by_name() -> None:
    answer = given(PLAN, query=f"{OF_KORIYAMA}&format=sarif", named=HTML)
    assert answer.media_type == "application/sarif+json"
    assert json.loads(answer.body)["version"] == "2.1.0"


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    answer = given(PLAN, query=f"{OF_KORIYAMA}&format=xml")
    assert answer.status == 400
    assert "html, text, json" in answer.body.decode()


def test_json_is_as_its_schema_says() -> None:
    schema = json.loads((ROOT / "docs/report.schema.json").read_bytes())
    for body in (PLAN, PLAN.replace(b"\t\xe7", b"\xe7", 3), b"\xff\xfe\x00"):
        jsonschema.validate(json.loads(given(body, named="json").body), schema)


@pytest.mark.parametrize(
    ("body", "kind", "said"),
    [
        (b"<x:a> <x:b> ", "text/turtle", "upload.ttl:1:13: not Turtle"),
        (b"\xff\xfe" + b"a\0" * 9, "text/turtle", "not Turtle"),
        (b"\0" * 1000, "text/turtle", "not Turtle"),
        (b"\0" * 1000, "text/plain", "NUL"),
        (b"%PDF-1.7", "text/plain", "really PDF"),
        (gzip.compress(PLAN), "text/plain", "really gzip"),
        (gzip.compress(GRAPH)[:500], "text/turtle", "cannot be unpacked"),
        (b" \n", "text/plain", "empty"),
        (b'{"@context": "http://127.0.0.1:9/"}', "application/ld+json", "never fetched"),
        (b"[" * 100_000, "application/ld+json", "nests too deep"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_report(body: bytes, kind: str, said: str) -> None:
    answer = given(body, kind)
    assert (answer.status, answer.outcome, answer.conforms) == (422, "unreadable", None)
    assert said in answer.body.decode()
    report = json.loads(given(body, kind, named="json").body)
    assert said.partition(": ")[2] in report["reports"][0]["unreadable"]["message"]["en"]


def test_a_zip_that_calls_itself_turtle_is_told() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("plan.ttl", GRAPH)
    assert given(packed.getvalue(), "text/turtle").status == 422


def test_entities_within_entities_are_refused() -> None:
    lol = '<!ENTITY a0 "lol">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)
    )
    body = f'<?xml version="1.0"?><!DOCTYPE r [{lol}]><r>&a11;</r>'.encode()
    assert "is refused" in text(body, "application/rdf+xml", "")


def test_a_bomb_in_gzip_is_unpacked_no_further_than_the_limit() -> None:
    bomb = gzip.compress(bytes(300 * 1024 * 1024), 9)
    assert len(bomb) < LIMIT
    assert "is too large (limit 64 MiB" in text(bomb, "text/turtle", "")


def test_nobody_is_told_of_an_option_that_is_not_there() -> None:
    triples = b"".join(b"<x:s> <x:p> <x:%d> .\n" % number for number in range(400_001))
    told = text(gzip.compress(triples), "application/n-triples", "")
    assert "holds 400,001 triples (limit 400,000); split it\n" in told


def test_a_long_line_is_not_told_once_for_each_of_its_faults() -> None:
    project = "<https://example.org/{}> a <https://w3id.org/kyodo-lod/def#PlannedProject> . "
    line = "".join(project.format(number) for number in range(3_000)).encode()
    answer = given(line, "text/turtle", "", "json")
    report = json.loads(answer.body)["reports"][0]
    assert report["cut"] > 0
    assert len(report["findings"]) == MOST
    assert len(answer.body) < 32 * 1024 * 1024


def test_too_large_a_file_is_refused() -> None:
    answer = given(b"a" * (LIMIT + 1))
    assert (answer.status, answer.outcome) == (413, "too-large")
    line = answer.body.decode()
    assert line.startswith(
        "413: the file is too large (1 MB at most); a year's plan is far smaller"
    )


def test_too_large_a_file_leaves_the_fields_as_they_were() -> None:
    page = given(b"a" * (LIMIT + 1), named=HTML)
    assert page.status == 413
    assert 'value="kyodo-2"' in page.body.decode()


def test_a_hostile_name_is_told_as_a_name() -> None:
    name = "..%2F..%2Fetc%2F%3Cscript%3Ealert(1)%3C%2Fscript%3E%E2%80%AE%0A.txt"
    page = given(PLAN, query=f"{OF_KORIYAMA}&name={name}", named=HTML).body.decode()
    assert "&lt;U+202E&gt;" in page
    assert "<script" not in page
    assert "\u202e" not in page
    assert "etc/" not in page


def test_a_document_is_no_markup_either() -> None:
    broken = PLAN.replace("総務部人事課".encode(), b"<b onclick=alert(1)>x</b>", 1)
    page = given(broken, named=HTML).body.decode()
    assert "&lt;b onclick=alert(1)&gt;" in page
    assert "<b " not in page


def test_a_refusal_keeps_what_was_typed() -> None:
    page = given(PLAN, query="municipality=072036&plan=kyodo-2&year=%22%3E", named=HTML)
    assert page.status == 400
    assert 'role="alert"' in page.body.decode()
    assert 'value="&#34;&gt;"' in page.body.decode()


def test_without_an_upload_the_form_is_empty() -> None:
    task = Task("", "", HTML, "ja", str(DIST), "https://example.org/", LIMIT)
    page = refused(task, RefusedError(413, Bilingual("上限 1 MiB", "limit 1 MiB"))).body.decode()
    assert "上限 1 MiB" in page
    assert ' value=""' not in page.partition("<option")[0]


def test_the_page_names_the_code_of_the_municipality_that_was_typed() -> None:
    page = given(PLAN, query="municipality=07203&plan=kyodo-2&year=2018", named=HTML)
    assert "did you mean 072036 (郡山市)?" in page.body.decode()
