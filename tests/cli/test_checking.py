"""What inputs, ontology and engine `validate` checks with."""

import json
from gzip import compress
from pathlib import Path

import pytest
from cli.running import invoke
from cli.test_read import damage
from conftest import KORIYAMA


def test_stdin_is_rdf_in_a_format_that_is_said(damaged_nt: Path) -> None:
    data = damaged_nt.read_bytes()
    done = invoke("validate", "-", "--from", "n-triples", stdin=data)
    assert done.code == 1
    assert done.out.splitlines()[0].startswith("-:701: ")
    assert done.out.splitlines()[-1].startswith("-: 2 violations")


def test_gzip_is_read_wherever_rdf_is(
    plan_nt: Path, damaged_nt: Path, arguments: list[str], tmp_path: Path
) -> None:
    packed, fine, shapes = (tmp_path / name for name in ("z.nt.gz", "plan.nt.gz", "own.ttl.gz"))
    packed.write_bytes(compress(damaged_nt.read_bytes()))
    fine.write_bytes(compress(plan_nt.read_bytes()))
    shapes.write_bytes(compress(Path(arguments[3]).read_bytes()))
    done = invoke("validate", str(packed))
    assert (done.code, done.out.splitlines()[0].startswith(f"{packed}:701: ")) == (1, True)
    assert invoke("validate", str(fine)).code == 0
    assert invoke("validate", "-", "--from", "n-triples", stdin=fine.read_bytes()).code == 0
    assert invoke(*arguments[:3], str(shapes), "--ontology", str(fine)).code == 1


def test_stdin_needs_its_format_but_for_a_document() -> None:
    done = invoke("validate", "-")
    assert (done.code, "needs --from" in done.err) == (2, True)
    described = ("--municipality", "072036", "--plan", "kyodo-2", "--year", "2018")
    text = (KORIYAMA / "plan.txt").read_bytes()
    done = invoke("validate", "-", *described, stdin=text)
    assert done.out.splitlines()[-1].startswith("stdin.txt: read 76 projects under 7 policies")


def test_many_inputs_are_many_reports_in_their_order(
    plan_nt: Path, damaged_nt: Path, city: Path
) -> None:
    damage(city, 24, "総務部人事課", "")
    done = invoke("validate", str(city), str(damaged_nt), str(plan_nt), "--report", "json")
    assert done.code == 1
    document = json.loads(done.out)
    assert document["conforms"] is False
    assert [report["conforms"] for report in document["reports"]] == [False, False, True]
    assert [report["input"] for report in document["reports"]] == [
        f"{city}/plan.txt", str(damaged_nt), str(plan_nt),
    ]  # fmt: skip


def test_where_one_input_cannot_be_read_the_others_are_checked(
    plan_nt: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.ttl"
    broken.write_text("<a> <b> ", encoding="utf-8")
    for paths in ((plan_nt, broken), (broken, plan_nt)):
        done = invoke("validate", *map(str, paths))
        assert (done.code, done.err.count("\n")) == (2, 1)
        assert done.out == f"{plan_nt}: no violations\n"
        assert done.err.startswith(f"{broken}:1:")


def test_an_ontology_and_inference_reach_the_shapes(arguments: list[str], tmp_path: Path) -> None:
    data = tmp_path / "sub.ttl"
    data.write_text("<https://example.org/a> a <https://example.org/U> .", encoding="utf-8")
    ontology = tmp_path / "ontology.ttl"
    ontology.write_text(
        "<https://example.org/U> <http://www.w3.org/2000/01/rdf-schema#subClassOf> <https://example.org/T> .",
        encoding="utf-8",
    )
    run = ["validate", str(data), *arguments[2:]]
    assert invoke(*run).code == 0
    assert invoke(*run, "--ontology", str(ontology)).code == 1
    assert invoke(*run, "--ontology", str(ontology), "--inference", "rdfs").code == 1
    assert invoke(*run, "--ontology", str(tmp_path / "ontology.md")).code == 2


def test_an_ontology_reaches_documents_too(arguments: list[str], tmp_path: Path) -> None:
    ontology = tmp_path / "ontology.ttl"
    ontology.write_text(
        "<https://w3id.org/kyodo-lod/def#PlannedProject> "
        "<http://www.w3.org/2000/01/rdf-schema#subClassOf> <https://example.org/T> .",
        encoding="utf-8",
    )
    run = ["validate", str(KORIYAMA), *arguments[2:], "--ontology", str(ontology)]
    done = invoke(*run)
    assert (done.code, done.out.splitlines()[-1][-27:]) == (1, ", 76 violations, 0 warnings")
    assert "nothing was checked" in invoke(*run[:-2]).err


def test_verbose_names_the_engine_of_documents_too() -> None:
    done = invoke("validate", str(KORIYAMA), "--verbose")
    assert done.err.splitlines()[-1].endswith("plan.txt: fast")


@pytest.mark.parametrize("engine", ["auto", "fast", "pyshacl"])
def test_verbose_names_the_engine(arguments: list[str], engine: str) -> None:
    done = invoke(*arguments, "--engine", engine, "--verbose")
    assert done.err.splitlines()[-1].endswith("pyshacl" if engine == "pyshacl" else "fast")


def test_a_term_that_shacl_does_not_have_is_told(tmp_path: Path) -> None:
    shapes, data = tmp_path / "s.ttl", tmp_path / "d.ttl"
    shapes.write_text(
        "@prefix ex: <http://e/> . @prefix sh: <http://www.w3.org/ns/shacl#> ."
        " ex:S sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:minCont 1 ] ."
    )
    data.write_text("<http://e/a> <http://e/q> 1 .")
    done = invoke("validate", str(data), "--shapes", str(shapes))
    told = f"{shapes}: ex:S: sh:minCont is no term of SHACL, so it demands nothing"
    assert (done.code, done.err) == (0, f"{told}; did you mean sh:minCount?\n")


def test_verbose_names_classes_that_nothing_has(tmp_path: Path) -> None:
    shapes, data = tmp_path / "s.ttl", tmp_path / "d.ttl"
    shapes.write_text(
        "@prefix ex: <http://e/> . @prefix sh: <http://www.w3.org/ns/shacl#> ."
        " ex:S sh:targetClass ex:Laon ; sh:nodeKind sh:IRI ."
    )
    data.write_text("<http://e/a> a <http://e/Loan> .")
    told = "nothing is of sh:targetClass ex:Laon"
    assert told in invoke("validate", str(data), "--shapes", str(shapes), "--verbose").err
    assert told not in invoke("validate", str(data), "--shapes", str(shapes)).err
