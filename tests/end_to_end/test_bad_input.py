"""Bad input: one clear line, the right exit status, nothing written (issue 3, 'Bad input')."""

import json
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import KORIYAMA, ROOT
from end_to_end.process import Done, inside, refused, run

VERBS = ("read", "validate", "convert", "build")


def files_below(folder: Path) -> dict[str, bytes]:
    """Give every file with what it holds, and every folder and link."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        if path.is_file() and not path.is_symlink()
        else os.fsencode(path.readlink() if path.is_symlink() else "folder")
        for path in folder.rglob("*")
    }


def each_verb(desk: Path, path: str, place: str, word: str) -> None:
    """Hold every verb that reads documents to one line about `place`, and to write nothing."""
    before = files_below(desk)
    for verb in VERBS:
        more = ("-o", "plan.ttl") if verb == "convert" else ()
        line = refused(inside(verb, path, *more, cwd=desk), place)
        assert word in line, line
        japanese = refused(inside(verb, path, *more, "--lang", "ja", cwd=desk), place)
        assert re.search("[ぁ-ん一-龥]", japanese), japanese
    assert files_below(desk) == before


def edit(path: Path, old: str, new: str) -> None:
    """Replace text in a manifest, once."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_missing_file(desk: Path) -> None:
    each_verb(desk, "data/nope.txt", "data/nope.txt: ", "no such file")


def test_folder_without_manifest(desk: Path) -> None:
    (desk / "data" / "empty").mkdir()
    each_verb(desk, "data/empty", "data/empty: ", "kyodo-lod init writes")


def test_missing_document(city: Path, desk: Path) -> None:
    (city / "plan.txt").unlink()
    each_verb(desk, "data", "", "plan.txt: cannot be read (No such file or directory)")


def test_document_that_is_a_folder(city: Path, desk: Path) -> None:
    (city / "plan.txt").unlink()
    (city / "plan.txt").mkdir()
    each_verb(desk, "data", "", "plan.txt: cannot be read (Is a directory)")


#: file, old text, new text, what the line names, what it says
MANIFESTS = [
    ("source.toml", "[release]", "licence = 1\n[release]", "source.toml: [document]: licence: ", "unknown key; known are: file, sha256"),
    ("source.toml", "[rights]", "[rihgts]", "source.toml: rights: ", "missing"),
    ("source.toml", 'version = "1.0.0"', 'version = "1.0"', "source.toml: [release]: version: ", "must be like 1.0.0"),
    ("source.toml", "issued = 2026-11-23", 'issued = "2026-11-23"', "source.toml: [release]: issued: ", "must be a date"),
    ("source.toml", "modified = 2026-11-23", "modified = 2025-01-01", "source.toml: [release]: modified: ", "is before issued"),
    ("source.toml", "fiscal_year = 2018", "fiscal_year = 30", "source.toml: [document]: fiscal_year: ", "Western year"),
    ("source.toml", '"plan.txt"', '"../../plan.toml"', "source.toml: [document]: file: ", "plain name of a file beside source.toml"),
    ("source.toml", '"plan.txt"', '"/etc/passwd"', "source.toml: [document]: file: ", "plain name of a file beside source.toml"),
    ("source.toml", '"plan.txt"', '".."', "source.toml: [document]: file: ", "plain name of a file beside source.toml"),
    ("source.toml", 'file = "plan.txt"', 'file = "plan.pdf"', "plan.pdf: ", "cannot be read"),
    ("source.toml", "9991fa21", "9991fa2", "source.toml: [document]: sha256: ", "64 hexadecimal digits"),
    ("source.toml", "https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0", "source.toml: [rights]: licence: ", "no absolute http(s) IRI"),
    ("source.toml", "https://creativecommons.org", "javascript:alert(1)//", "source.toml: [rights]: licence: ", "no absolute http(s) IRI"),
    ("source.toml", "[document]", "[document", "source.toml: ", "is not TOML"),
    ("../plan.toml", '"kyodo-2"', '"Kyodo 2"', "plan.toml: slug: ", "'Kyodo 2' is no slug"),
    ("../plan.toml", '"kyodo-2"', '"../evil"', "plan.toml: slug: ", "no slug"),
    ("../plan.toml", "ordinal = 2", 'ordinal = "2"', "plan.toml: ordinal: ", "must be an integer"),
    ("../../municipality.toml", '"072036"', '"072037"', "municipality.toml: code: ", "'072037' is no local government code"),
    ("../../municipality.toml", '"072036"', "72036", "municipality.toml: code: ", "must be a string"),
    ("../../municipality.toml", "https://sws.geonames.org/2112139/", "geonames 2112139", "municipality.toml: spatial: ", "no absolute http(s) IRI"),
    ("../../municipality.toml", "https://www.city.koriyama.lg.jp/", "https://a b/", "municipality.toml: homepage: ", "no absolute http(s) IRI"),
    ("../../units.csv", "slug,label", "slag,label", "units.csv:1: ", "the first line must be"),
    ("../../units.csv", "somu-bu-jinji-ka,人事課,somu-bu", "somu-bu-jinji-ka,人事課,nope", "units.csv:3: ", "'nope'"),
    ("../../units.csv", "somu-bu-jinji-ka", "Somu", "units.csv:3: ", "'Somu' is no slug"),
]  # fmt: skip


MANIFESTS += [
    ("source.toml", "fiscal_year = 2018", "fiscal_year = 2018\nretrieved = 2026-11-24", "source.toml: [document]: retrieved: ", "is after [release] modified"),
    ("source.toml", "issued = 2026-11-23", "issued = 2016-11-23", "source.toml: [release]: issued: ", "more than a year before FY2018"),
    ("source.toml", "[rights]", '[[release.earlier]]\nversion = "1.0.0"\nmodified = 2026-11-23\n[rights]', "source.toml: [release]: [[earlier]] 1: version: ", "1.0.0 is listed twice"),
    ("source.toml", "licence =", "license =", "source.toml: [rights]: licence: ", "this key is missing; it is mandatory"),
    ("../../../publisher.toml", "[publisher]", 'base = "https://example.org"\n[publisher]', "publisher.toml: base: ", "ends in /"),
    ("../../../publisher.toml", "[publisher]", 'base = "https://example.org/?a/"\n[publisher]', "publisher.toml: base: ", "without ? or #"),
    ("../../../publisher.toml", "[catalog]", '[catalog]\nkeywords = { ja = ["協働,市民"], en = ["open data"] }', "publisher.toml: [catalog]: [keywords]: ja: ", "holds a comma"),
    ("../../../publisher.toml", "[catalog]", '[catalog]\ntitle.ja = "目録"', "publisher.toml: [catalog]: title.en: ", "is missing"),
    ("../../../publisher.toml", '"SOCI"', '"SOCY"', "publisher.toml: [catalog]: themes: ", "did you mean SOCI"),
    ("../../../publisher.toml", "NonProfitOrganisation", "NonprofitOrganization", "publisher.toml: [publisher]: type: ", "did you mean NonProfitOrganisation"),
    ("../../../publisher.toml", "[contact]", "[contacts]", "publisher.toml: contacts: ", "unknown key"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "place", "word"), MANIFESTS)
def test_a_manifest_that_means_nothing(
    name: str, old: str, new: str, place: str, word: str, city: Path, desk: Path
) -> None:
    edit((city / name).resolve(), old, new)
    before = files_below(desk)
    for verb in VERBS:
        line = refused(inside(verb, "data", cwd=desk))
        assert place in line
        assert word in line.partition(place)[2]
    assert files_below(desk) == before


#: file, old text, new text, what the line names: refused by build, which publishes, and by no other verb
UNPUBLISHABLE = [
    ("../../../publisher.toml", "page =", "# page =", "publisher.toml: [contact]: email: is missing; build needs it"),
    ("../../../publisher.toml", "name.en =", "# name.en =", "publisher.toml: [publisher]: name.en: is missing; build needs it"),
    ("../../municipality.toml", "en =", "# en =", "municipality.toml: [name]: en: is missing; build needs it"),
    ("../plan.toml", "en =", "# en =", "plan.toml: [title]: en: is missing; build needs it"),
    ("source.toml", "statement.en =", "# statement.en =", "source.toml: [rights]: statement.en: is missing; build needs it"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "place"), UNPUBLISHABLE)
def test_what_only_a_catalogue_needs(
    name: str, old: str, new: str, place: str, city: Path, desk: Path
) -> None:
    edit((city / name).resolve(), old, new)
    before = files_below(desk)
    for verb in ("read", "convert"):
        assert inside(verb, "data", cwd=desk).code == 0
    for language in ("en", "ja"):
        line = refused(inside("build", "--lang", language, cwd=desk))
        assert place.partition(" is missing")[0] in line
        assert (place in line) is (language == "en")
    assert files_below(desk) == before


def test_no_publisher_at_all(desk: Path) -> None:
    (desk / "data" / "publisher.toml").unlink()
    before = files_below(desk)
    line = refused(inside("build", cwd=desk), f"{desk}/data/publisher.toml: no such file; ")
    assert '[publisher] name.ja = "郡山市" name.en = "Koriyama City" [contact] email = ' in line
    for verb in ("read", "validate", "convert"):
        assert inside(verb, "data", cwd=desk).code == 0
    assert files_below(desk) == before


def test_two_publishers_in_one_build(city: Path, desk: Path) -> None:
    other = shutil.copytree(city.parents[1], desk / "data" / "261009")
    edit(other / "municipality.toml", '"072036"', '"261009"')
    text = (desk / "data" / "publisher.toml").read_text(encoding="utf-8")
    (other / "publisher.toml").write_text(text.replace('"SOCI"', '"TECH"'), encoding="utf-8")
    before = files_below(desk)
    for verb in ("convert", "build"):
        line = refused(inside(verb, "data", cwd=desk), "data/261009/kyodo-2/fy2018/source.toml: ")
        assert "261009/publisher.toml, but " in line
        assert "keep one, in a folder above both" in line
    assert files_below(desk) == before


def test_a_release_that_was_forgotten(published: Path) -> None:
    source = published / KORIYAMA.relative_to(ROOT) / "source.toml"
    edit(source, 'version = "1.0.0"', 'version = "1.1.0"')
    before = files_below(published)
    line = refused(inside("build", cwd=published))
    assert "source.toml: [release] earlier: lacks 1.0.0, which is published" in line
    assert '[[release.earlier]] version = "1.0.0" modified = 2026-11-23' in line
    edit(source, 'version = "1.1.0"', 'version = "0.9.0"')
    assert "source.toml: [release]: version: 1.0.0 is published" in refused(
        inside("build", cwd=published)
    )
    edit(source, 'version = "0.9.0"', 'version = "1.0.0"')
    assert files_below(published).keys() == before.keys()
    assert {k: v for k, v in files_below(published).items() if k.startswith("dist")} == {
        k: v for k, v in before.items() if k.startswith("dist")
    }


def test_a_wrong_sha256(city: Path, desk: Path) -> None:
    edit(city / "source.toml", "9991fa21", "00000000")
    before = files_below(desk)
    finding = "plan.txt: {} document#sha256: is not the document that source.toml records"
    read = run("read", "data", cwd=desk)
    assert (read.code, read.err.count("\n")) == (0, 1)
    assert read.err.startswith(finding.format("warning"))
    validated = run("validate", "data", cwd=desk)
    assert (validated.code, validated.err) == (1, "")
    folder = city.relative_to(desk)
    assert validated.out.startswith(f"{folder}/{finding.format('violation')}")
    for verb in ("convert", "build"):
        done = run(verb, "data", cwd=desk)
        assert (done.code, done.data) == (1, b"")
        assert done.err.startswith(finding.format("violation"))
        assert "kyodo-lod init --refresh" in done.err
    assert files_below(desk) == before


@pytest.mark.parametrize("target", ["/etc/hostname", "../../municipality.toml"])
def test_a_link_out_of_the_folder(target: str, city: Path, desk: Path) -> None:
    (city / "plan.txt").unlink()
    (city / "plan.txt").symlink_to(target)
    each_verb(desk, "data", "", "source.toml: [document]: file: is a link out of the folder")


def test_an_output_folder_with_a_file_in_its_way(desk: Path) -> None:
    (desk / "dist").write_text("mine", encoding="utf-8")
    refused(inside("build", cwd=desk), "dist: is not a folder")
    refused(inside("build", "--out", "dist/below", cwd=desk), "dist/below: cannot be written")
    refused(
        inside("convert", "data", "-o", "dist/plan.ttl", cwd=desk),
        "dist/plan.ttl: cannot be written",
    )
    assert (desk / "dist").read_text(encoding="utf-8") == "mine"
    assert sorted(path.name for path in desk.iterdir()) == ["data", "dist"]


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="this system has no /proc")
def test_an_output_folder_where_nobody_may_write(desk: Path) -> None:
    refused(run("build", "--out", "/proc/dist", cwd=desk), "/proc/dist: cannot be written")
    refused(run("convert", "data", "-o", "/proc/plan.ttl", cwd=desk), "/proc/plan.ttl: cannot be")


@pytest.mark.skipif(os.geteuid() == 0, reason="permissions do not hold for root; /proc stands in")
def test_an_output_folder_without_permission(desk: Path) -> None:
    (desk / "closed").mkdir(mode=0o500)
    refused(run("build", "--out", "closed/dist", cwd=desk), "closed/dist: cannot be written")


def test_unknown_formats_questions_and_rules(built: Path) -> None:
    assert "'turtle', 'json-ld'" in refused(
        inside("convert", "data", "--to", "n3", cwd=built), "kyodo-lod convert: "
    )
    assert "'text', 'json'" in refused(
        inside("validate", "data", "--report", "pdf", cwd=built), "kyodo-lod validate: "
    )
    assert "'csv'" in refused(
        inside("query", "projects", "--format", "xlsx", cwd=built), "kyodo-lod query: "
    )
    line = refused(inside("query", "bureau-policy-matrx", cwd=built), "bureau-policy-matrx: ")
    assert "did you mean bureau-policy-matrix" in line
    assert "document#row-cells" in refused(inside("explain", "row-cell", cwd=built), "row-cell: ")


QUERY_MISTAKES = [
    ("SELECT * {\n  ?s ?p\n}", "3"),
    ("SELECT *\nWHERE {\n ?s a ?b\n ?c ?d ?e }\n\nORDER BY ?b\n", "4"),
    ("SELEC * { ?s ?p ?o }", "1"),
    ("", "1"),
    ("SELECT ?x {}\n# 日本語のコメント\nORDER", "3"),
]


@pytest.mark.parametrize(("query", "line"), QUERY_MISTAKES)
def test_a_query_with_a_mistake(query: str, line: str, built: Path, tmp_path: Path) -> None:
    (tmp_path / "q.rq").write_text(query, encoding="utf-8")
    said = refused(inside("query", str(tmp_path / "q.rq"), cwd=built))
    assert re.match(rf"{tmp_path}/q\.rq:{line}:\d+: is not SPARQL: \S", said), said
    assert refused(inside("query", "-", cwd=built, stdin=query.encode())).startswith(f"-:{line}:")


def test_shapes_that_do_not_parse(built: Path, tmp_path: Path) -> None:
    shapes = tmp_path / "shapes.ttl"
    shapes.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> .\n<http://x/S> sh:path ( .\n", encoding="utf-8"
    )
    line = refused(inside("validate", "data", "--shapes", str(shapes), cwd=built), f"{shapes}:2:")
    assert "not Turtle" in line


SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix k: <https://w3id.org/kyodo-lod/def#> .
<http://x/S> a sh:NodeShape ; sh:targetClass k:Plan ; {} .
"""


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ("sh:property [ sh:minCount 1 ]", "cannot be used as shapes"),
        ('sh:property [ sh:path k:ordinal ; sh:minCount "many" ]', "cannot be used as shapes"),
        ('sh:sparql [ sh:select "SELECT $this WHERE { $this " ]', "cannot be used as shapes"),
        (
            'sh:sparql [ sh:select "SELECT $this { SERVICE <http://x/> { $this ?p ?o } }" ]',
            "SERVICE",
        ),
        ('sh:property [ sh:path k:ordinal ; sh:pattern "(" ]', "cannot be used as shapes"),
    ],
)
def test_shapes_that_shacl_does_not_allow(
    body: str, word: str, built: Path, tmp_path: Path
) -> None:
    shapes = tmp_path / "shapes.ttl"
    shapes.write_text(SHAPES.format(body), encoding="utf-8")
    done = inside("validate", "data", "--shapes", str(shapes), cwd=built)
    assert word in refused(done, str(shapes))


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { # }\n service SILENT <http://127.0.0.1:9/>{ ?s ?p ?o } }",
    ],
)
def test_a_service_is_refused(query: str, built: Path) -> None:
    assert "SERVICE is refused" in refused(
        inside("query", "-", cwd=built, stdin=query.encode()), "-: "
    )


def test_a_remote_context_is_refused(built: Path, tmp_path: Path) -> None:
    for context in (
        '"http://127.0.0.1:9/c.jsonld"',
        '["http://127.0.0.1:9/c.jsonld"]',
        '{"@import": "http://127.0.0.1:9/c"}',
    ):
        page = tmp_path / "page.jsonld"
        page.write_text(
            f'{{"@context": {context}, "@id": "http://x/", "a": "b"}}', encoding="utf-8"
        )
        for arguments in (["validate", str(page)], ["query", "projects", "--data", str(page)]):
            refused(inside(*arguments, cwd=built), str(page))


GARBAGE = {
    "nothing": b"",
    "zeros": b"\0" * 100,
    "high bytes": bytes(range(128, 256)),
    "a PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "a zip": b"PK\x03\x04\x14\0\x06\0",
    "HTML": b"<!DOCTYPE html><html><body><table><tr><td>1</td></tr></table>",
    "half a character": "事業".encode()[:-1],
    "UTF-16 cut": "事業".encode("utf-16")[:-1],
    "a shell script": b"#!/bin/sh\nrm -rf /\n",
}


@pytest.mark.parametrize("kind", GARBAGE)
def test_garbage_as_a_document(kind: str, city: Path, desk: Path) -> None:
    (city / "plan.txt").write_bytes(GARBAGE[kind])
    before = files_below(desk)
    done = inside("build", cwd=desk)
    if done.code == 1:  # it is text, but no plan
        assert "violation document#no-projects" in done.err
        assert kind == "a shell script"
    else:
        refused(done, "data/072036-koriyama/kyodo-2/fy2018/plan.txt")
    assert files_below(desk) == before


@pytest.mark.parametrize("kind", [kind for kind in GARBAGE if kind != "nothing"])
def test_garbage_as_anything_else(kind: str, built: Path, tmp_path: Path) -> None:
    for name, arguments in (
        ("g.ttl", ["validate"]),
        ("g.jsonld", ["validate"]),
        ("g.rdf", ["validate"]),
        ("g.ttl", ["validate", "data", "--shapes"]),
        ("g.rq", ["query"]),
        ("g.nt", ["query", "projects", "--data"]),
    ):
        (path := tmp_path / name).write_bytes(GARBAGE[kind])
        refused(inside(*arguments, str(path), cwd=built), str(path))


BRACKETS = 100_000


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("deep.ttl", "<http://x/> <http://y/> " + "[ <http://y/> " * BRACKETS),
        ("deep.ttl", "<http://x/> <http://y/> " + "( " * BRACKETS + ") " * BRACKETS + "."),
        ("deep.jsonld", "[" * BRACKETS),
        ("deep.jsonld", '{"http://y/":' * BRACKETS + "1" + "}" * BRACKETS),
        (
            "deep.rdf",
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://x/">'
            + "<a>" * BRACKETS,
        ),
        ("deep.nt", "<<( " * BRACKETS),
        ("deep.trig", "{ " * BRACKETS),
        ("deep.rq", "SELECT * " + "{ " * BRACKETS + "} " * BRACKETS),
        ("deep.rq", "SELECT (" + "(" * BRACKETS + "1" + ")" * BRACKETS + " AS ?x) {}"),
        ("deep.txt", "（【「" * BRACKETS),
    ],
)
def test_a_hundred_thousand_brackets(name: str, text: str, built: Path, tmp_path: Path) -> None:
    (path := tmp_path / name).write_text(text, encoding="utf-8")
    arguments = {
        ".rq": ["query", str(path)],
        ".txt": ["read", str(path), "--municipality", "072036", "--plan", "p", "--year", "2018"],
    }.get(path.suffix, ["validate", str(path), "--quiet"])
    done = run(*arguments, cwd=built)
    assert done.code in (0, 1, 2), done.err[-500:]
    assert "Traceback" not in done.err
    if done.code == 2:
        refused(done)


@pytest.mark.parametrize(
    ("name", "text", "word"),
    [
        ("source.toml", "a = " + "[" * BRACKETS, "is not TOML"),
        ("source.toml", "a." * BRACKETS + "b = 1", "too large"),
        ("source.toml", "x" * 300_000, "too large"),
        ("plan.toml", "a = " + "{b=" * (BRACKETS // 2), "is not TOML"),
    ],
)
def test_a_bomb_as_a_manifest(name: str, text: str, word: str, city: Path, desk: Path) -> None:
    (city / name if name == "source.toml" else city.parent / name).write_text(
        text, encoding="utf-8"
    )
    line = refused(run("build", cwd=desk))
    assert name in line
    assert word in line


def folder_instead(path: Path) -> None:
    """Put a folder where a file is expected."""
    path.mkdir()


def nothing_in_it(path: Path) -> None:
    """Put an empty file."""
    path.write_bytes(b"")


@pytest.mark.parametrize("make", [folder_instead, nothing_in_it])
@pytest.mark.parametrize("name", ["source.toml", "../plan.toml", "../../municipality.toml"])
def test_folders_and_empty_files_as_manifests(
    make: Callable[[Path], None], name: str, city: Path, desk: Path
) -> None:
    path = (city / name).resolve()
    path.unlink()
    make(path)
    refused(inside("validate", "data", cwd=desk))


@pytest.mark.parametrize(
    "arguments",
    [
        ["query"],
        ["query", "projects", "--from", "turtle", "--data"],
        ["validate", "data", "--shapes"],
        ["validate", "--from", "turtle"],
    ],
)
def test_folders_as_files(arguments: list[str], built: Path, tmp_path: Path) -> None:
    (folder := tmp_path / "folder.rq").mkdir()
    refused(inside(*arguments, str(folder), cwd=built), str(folder))


def test_an_empty_query_file_and_empty_rdf(built: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.rq").write_bytes(b"")
    refused(inside("query", str(tmp_path / "empty.rq"), cwd=built), f"{tmp_path}/empty.rq:1:")
    (tmp_path / "empty.nt").write_bytes(b"")
    done = inside("query", "projects", "--data", str(tmp_path / "empty.nt"), cwd=built)
    assert (done.code, done.out.count("\n")) == (0, 1)
    validated = inside("validate", str(tmp_path / "empty.nt"), cwd=built)
    assert validated.code == 1
    assert "holds no kyo:ImplementationPlan" in validated.out


def test_a_path_named_twice_is_checked_twice(built: Path) -> None:
    dump = "dist/dataset/072036-kyodo-2-fy2018/072036-kyodo-2-fy2018.nt"
    done = inside("validate", dump, dump, "--report", "json", cwd=built)
    assert (done.code, len(json.loads(done.out)["reports"])) == (0, 2)


def test_a_dist_that_is_not_ours_is_left_alone(desk: Path, built: Path) -> None:
    shutil.copytree(built / "dist", desk / "dist")
    (desk / "dist" / "queries" / "私の.rq").write_text("SELECT", encoding="utf-8")
    before = files_below(desk)
    refused(inside("build", cwd=desk), "dist/queries/私の.rq: was not made by build")
    assert files_below(desk) == before


@pytest.mark.parametrize(
    "name", ["\n", " ", "計画 2018", "a\nb\x1b[31m", "-", "--", "'", "%s{}", "x" * 300]
)
def test_a_name_that_is_odd_and_not_there(name: str, desk: Path) -> None:
    done: Done = inside("read", "--", name, cwd=desk)
    line = refused(done)
    assert "\x1b" not in line
