"""`validate`: documents and RDF, every finding at its place, one status for all."""

from pathlib import Path

import pytest
from cli.running import invoke
from cli.test_read import damage
from conftest import KORIYAMA


def test_the_real_document_conforms() -> None:
    done = invoke("validate", str(KORIYAMA))
    assert (done.code, done.out, done.err) == (
        0,
        f"{KORIYAMA}/plan.txt: read 76 projects under 7 policies, no violations\n",
        "",
    )


def test_an_rdf_file_conforms_and_quiet_says_nothing(plan_nt: Path) -> None:
    assert invoke("validate", str(plan_nt), "--lang", "ja").out == f"{plan_nt}: 違反はありません\n"
    done = invoke("validate", str(plan_nt), "--quiet")
    assert (done.code, done.out, done.err) == (0, "", "")


def test_a_fault_in_rdf_is_found_at_its_line_in_the_document(damaged_nt: Path) -> None:
    done = invoke("validate", str(damaged_nt))
    assert (done.code, done.err) == (1, "")
    first, second, *_, last = done.out.splitlines()
    assert first.startswith(f"{damaged_nt}:701: violation plan#PlannedProject-responsibleUnit: ")
    assert second.startswith("  → plan.txt:69 · ")
    assert last.startswith(f"{damaged_nt}: ")
    quiet = invoke("validate", str(damaged_nt), "--quiet")
    assert (quiet.code, quiet.out) == (1, done.out)


def test_a_changed_document_is_a_violation_here(city: Path) -> None:
    damage(city, 24, "努めます", "つとめます")
    done = invoke("validate", str(city))
    assert done.code == 1
    assert done.out.startswith(f"{city}/plan.txt: violation document#sha256: ")
    assert (
        done.out.splitlines()[-1]
        == f"{city}/plan.txt: read 76 projects under 7 policies, 1 violation, 0 warnings"
    )


def test_warnings_count_when_asked_to(city: Path) -> None:
    damage(city, 24, "総務部人事課", "総務部人事科")
    invoke("init", "--refresh", str(city))
    relaxed = invoke("validate", str(city))
    strict = invoke("validate", str(city), "--warnings-as-errors")
    assert (relaxed.code, strict.code) == (0, 1)
    assert relaxed.out == strict.out
    assert relaxed.out.startswith(
        f"{city}/plan.txt:24: warning plan#PlannedProject-registeredUnit: '総務部人事科'"
    )


def test_own_shapes_may_be_a_file(plan_nt: Path, tmp_path: Path) -> None:
    shapes = tmp_path / "mine.ttl"
    shapes.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix kyo: <https://w3id.org/kyodo-lod/def#> .\n"
        "<http://x/S> a sh:NodeShape ; sh:targetClass kyo:Plan ; sh:property <http://x/P> .\n"
        '<http://x/P> sh:path kyo:budget ; sh:minCount 1 ; sh:message "予算がありません"@ja , "no budget"@en .\n',
        encoding="utf-8",
    )
    done = invoke("validate", str(plan_nt), "--shapes", str(shapes))
    assert done.code == 1
    assert "no budget" in done.out
    assert (
        "予算がありません"
        in invoke("validate", str(plan_nt), "--shapes", str(shapes), "--lang", "ja").out
    )


@pytest.mark.parametrize(
    ("shapes", "word"),
    [
        ("nope", "known by name: catalog, plan"),
        ("nope.ttl", "known by name: catalog, plan"),
        (".", "known by name: catalog, plan"),
    ],
)
def test_shapes_that_are_not_there_are_said_with_those_that_are(shapes: str, word: str) -> None:
    done = invoke("validate", str(KORIYAMA), "--shapes", shapes)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.startswith(f"{shapes}: ")
    assert word in done.err


def test_shapes_that_do_not_parse_are_said_with_line_and_column(tmp_path: Path) -> None:
    shapes = tmp_path / "broken.ttl"
    shapes.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> .\n<http://x/S> a sh:NodeShape ; .\n<",
        encoding="utf-8",
    )
    done = invoke("validate", str(KORIYAMA), "--shapes", str(shapes))
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.startswith(f"{shapes}:3:")


@pytest.mark.parametrize("extension", ["ttl", "nt", "nq", "trig", "jsonld", "rdf"])
def test_an_empty_rdf_file_is_no_plan(extension: str, tmp_path: Path) -> None:
    empty = tmp_path / f"empty.{extension}"
    empty.write_bytes(b"")
    done = invoke("validate", str(empty))
    assert done.code in (1, 2)  # JSON-LD and RDF/XML demand a document, the others do not
    assert (done.out or done.err).startswith(str(empty))
