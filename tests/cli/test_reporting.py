"""Where reports go."""

import json
from pathlib import Path

import pytest
from cli.running import invoke
from conftest import KORIYAMA

from kyodo_lod.cli.reporting import Target, targets
from kyodo_lod.cli.usage import Usage

SHAPES = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix e: <https://example.org/> .
e:S sh:targetClass e:T ; sh:property [ sh:path e:p ; sh:minCount 1 ] ."""
DATA = "<https://example.org/a> a <https://example.org/T> ."


@pytest.fixture
def arguments(tmp_path: Path) -> list[str]:
    """Give the arguments of a run that finds one fault."""
    (tmp_path / "own.ttl").write_text(SHAPES, encoding="utf-8")
    (tmp_path / "data.ttl").write_text(DATA, encoding="utf-8")
    return ["validate", str(tmp_path / "data.ttl"), "--shapes", str(tmp_path / "own.ttl")]


def test_text_is_the_default_and_github_under_its_actions() -> None:
    assert targets([], [], {}) == [Target("text", "-")]
    assert targets([], [], {"GITHUB_ACTIONS": "true"}) == [Target("github", "-")]
    assert targets(["json"], [], {"GITHUB_ACTIONS": "true"}) == [Target("json", "-")]


def test_outputs_belong_to_reports_in_their_order() -> None:
    expected = [Target("sarif", "x"), Target("junit", "y"), Target("text", "-")]
    assert targets(["sarif", "junit", "text"], ["x", "y"], {}) == expected


@pytest.mark.parametrize(
    ("reports", "outputs"),
    [(["json", "text"], []), (["json"], ["a", "b"]), (["json", "text"], ["a", "a"])],
)
def test_two_reports_cannot_go_to_one_place(reports: list[str], outputs: list[str]) -> None:
    with pytest.raises(Usage):
        targets(reports, outputs, {})


def test_several_reports_of_one_run(arguments: list[str], tmp_path: Path) -> None:
    sarif, junit = tmp_path / "out.sarif", tmp_path / "out.xml"
    chosen = [
        "--report",
        "sarif",
        "--output",
        str(sarif),
        "--report",
        "junit",
        "--output",
        str(junit),
    ]
    done = invoke(*arguments, *chosen, "--report", "text")
    assert (done.code, done.err) == (1, "")
    assert done.out.startswith(
        f"{arguments[1]}:1: violation https://example.org/S: has too few values"
    )
    assert len(json.loads(sarif.read_text("utf-8"))["runs"][0]["results"]) == 1
    assert "<failure" in junit.read_text("utf-8")


def test_the_summary_is_added_to_the_page_of_a_github_run(
    arguments: list[str], tmp_path: Path
) -> None:
    page = tmp_path / "summary.md"
    page.write_text("before\n", encoding="utf-8")
    environment = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(page)}
    done = invoke(*arguments, environment=environment)
    assert done.out.startswith("::error file=")
    assert page.read_text("utf-8").startswith("before\n")
    assert "https://example.org/S" in page.read_text("utf-8")


def test_a_report_that_cannot_be_written_is_one_line(arguments: list[str], tmp_path: Path) -> None:
    done = invoke(*arguments, "--report", "json", "--output", str(tmp_path / "no" / "x.json"))
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)


def test_statistics_count_by_rule(arguments: list[str]) -> None:
    done = invoke(*arguments, "--statistics")
    assert done.out.splitlines()[0] == "1  violation  https://example.org/S"
    assert invoke(*arguments, "--statistics", "--report", "json").code == 2
    under_github = invoke(*arguments, "--statistics", environment={"GITHUB_ACTIONS": "true"})
    assert under_github.out == done.out


def test_reports_in_files_are_written_beside_statistics(
    arguments: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "out.json"
    done = invoke(*arguments, "--statistics", "--report", "json", "--output", str(file))
    assert done.out.startswith("1  violation  ")
    assert json.loads(file.read_text("utf-8"))["conforms"] is False


def test_quiet_spares_people_and_not_machines(arguments: list[str]) -> None:
    fine = [
        "validate",
        arguments[1],
        "--quiet",
        "--ignore",
        "https://example.org/S",
        *arguments[2:],
    ]
    assert invoke(*fine).out == ""
    assert json.loads(invoke(*fine, "--report", "json").out)["conforms"] is True


def test_quiet_tells_findings_that_do_not_fail(arguments: list[str]) -> None:
    done = invoke(*arguments, "--quiet", "--exit-zero")
    assert (done.code, done.out) == (0, invoke(*arguments).out)


def test_findings_may_be_told_without_failing(arguments: list[str]) -> None:
    done = invoke(*arguments, "--exit-zero")
    assert done.code == 0
    assert "violation" in done.out


def test_a_baseline_is_adopted_and_told_of_when_it_is_old(
    arguments: list[str], tmp_path: Path
) -> None:
    known = str(tmp_path / "known.json")
    assert invoke(*arguments, "--write-baseline").code == 2
    assert invoke(*arguments, "--baseline", known, "--write-baseline").code == 0
    done = invoke(*arguments, "--baseline", known)
    assert (done.code, done.out) == (0, f"{arguments[1]}: no violations (1 known)\n")
    Path(arguments[1]).write_text(
        DATA.replace(" .", " ; <https://example.org/p> 1 ."), encoding="utf-8"
    )
    done = invoke(*arguments, "--baseline", known)
    assert (done.code, done.err.count("\n")) == (0, 1)
    assert "1 known finding is gone" in done.err


def test_a_baseline_is_not_written_without_what_cannot_be_read(
    arguments: list[str], tmp_path: Path
) -> None:
    known = tmp_path / "known.json"
    done = invoke(
        *arguments, str(tmp_path / "no.ttl"), "--baseline", str(known), "--write-baseline"
    )
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 2)
    assert not known.exists()


def test_a_baseline_of_more_says_nothing_of_what_is_not_checked(
    arguments: list[str], tmp_path: Path
) -> None:
    known, more = str(tmp_path / "known.json"), str(tmp_path / "more.ttl")
    Path(more).write_text(DATA, encoding="utf-8")
    assert invoke(*arguments, more, "--baseline", known, "--write-baseline").code == 0
    for only in ([], ["--ignore", "https://example.org/S"]):
        done = invoke(*arguments, "--baseline", known, *only)
        assert (done.code, done.err) == (0, "")


@pytest.mark.parametrize("language", ["en", "ja"])
def test_shapes_that_are_about_nothing_in_the_data_are_told(
    arguments: list[str], language: str
) -> None:
    Path(arguments[1]).write_text("<http://x/a> <http://x/p> 1 .", encoding="utf-8")
    done = invoke(*arguments, "--lang", language)
    assert (done.code, done.err.count("\n")) == (0, 1)
    assert ("nothing was checked" in done.err) == (language == "en")


def test_rules_are_selected_and_ignored(arguments: list[str]) -> None:
    assert invoke(*arguments, "--select", "https://example.org/S").code == 1
    assert invoke(*arguments, "--ignore", "https://example.org/*").code == 0
    done = invoke(*arguments, "--select", "https://example.org/R")
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)


def test_cut_findings_still_count(arguments: list[str]) -> None:
    done = invoke(*arguments, "--max-findings", "0")
    assert done.code == 1
    assert "1 not shown" in done.out


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
