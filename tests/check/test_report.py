"""A report of one input, and the table of reporters."""

import os
import subprocess
import sys
from dataclasses import replace

import pytest
from check.reports.findings import ALIKE, CELL, COUNT, IN_GRAPH, NOWHERE, PLAIN, REPORTS
from conftest import ROOT

from kyodo_lod.check.report import REPORTERS, Report, all_findings, findable
from kyodo_lod.finding import Severity
from kyodo_lod.origin import Origin


@pytest.mark.parametrize(
    ("report", "conforms"),
    [
        (Report("x", ()), True),
        (Report("x", (NOWHERE, *ALIKE)), True),
        (Report("x", (*ALIKE, PLAIN)), False),
    ],
)
def test_only_a_violation_makes_the_data_wrong(report: Report, conforms: bool) -> None:
    assert report.conforms == conforms


def test_findings_are_counted_by_severity() -> None:
    report = Report("x", (PLAIN, COUNT, NOWHERE, *ALIKE))
    assert [report.count(severity) for severity in Severity] == [2, len(ALIKE), 1]
    assert [Report("x", ()).count(severity) for severity in Severity] == [0, 0, 0]


def test_of_several_inputs_each_finding_tells_which_it_is_about() -> None:
    one, two = (Report(f"data/{city}/plan.txt", (PLAIN, NOWHERE)) for city in ("a", "b"))
    assert all_findings([one]) == [PLAIN, NOWHERE]
    assert all_findings([one, one]) == [PLAIN, NOWHERE] * 2
    places = [str(finding.origin) for finding in all_findings([one, two])]
    assert places == ["data/a/plan.txt:69", "None", "data/b/plan.txt:69", "None"]
    assert findable([one, two])[0].place == one.place


def test_a_document_of_another_name_keeps_it_beside_the_inputs() -> None:
    report = Report("graph.ttl", (PLAIN, IN_GRAPH))
    plain, in_graph = all_findings([report, Report("other.ttl", ())])
    assert (plain, in_graph) == (PLAIN, IN_GRAPH)
    assert plain.graph_origin == Origin("graph.ttl")
    assert in_graph.graph_origin == IN_GRAPH.graph_origin


def test_further_places_of_the_document_are_named_by_its_path_too() -> None:
    (found,) = Report("data/plan.txt", (COUNT,)).with_path.findings
    assert found.related == (Origin("data/plan.txt", 50),)
    assert (found.origin, found.rule) == (Origin("data/plan.txt", 14), COUNT.rule)


def test_a_path_keeps_the_cell() -> None:
    (found,) = Report("data/plan.txt", (CELL,)).with_path.findings
    assert found.origin is not None
    assert CELL.origin is not None
    assert (found.origin.column, found.origin.end) == (CELL.origin.column, CELL.origin.end)


def test_a_report_is_a_value() -> None:
    assert Report("x", (PLAIN,)) == Report("x", (PLAIN,))
    with pytest.raises(AttributeError):
        Report("x", ()).place = "y"  # type: ignore[misc]


@pytest.mark.parametrize("name", REPORTERS)
def test_every_reporter_reports_in_whole_lines(name: str) -> None:
    reporter = REPORTERS[name]
    assert reporter.name == name
    for language in ("ja", "en"):
        for unfold in (False, True):
            text = reporter.report(REPORTS, language, unfold)
            assert text.endswith("\n")
            assert not text.endswith("\n\n")
            text.encode("utf-8")


@pytest.mark.parametrize("name", REPORTERS)
def test_every_reporter_says_the_same_each_time_whatever_the_machine(name: str) -> None:
    program = (
        "import sys; sys.path.insert(0, 'tests')\n"
        "from check.reports.findings import REPORTS\n"
        "from kyodo_lod.check.report import REPORTERS\n"
        f"text = REPORTERS[{name!r}].report(REPORTS, 'en')\n"
        "sys.stdout.buffer.write(text.encode())"
    )
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
    }
    texts = {
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            check=True,
            cwd=ROOT,
            env={**environment, "PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone},
        ).stdout
        for seed, locale, zone in (("1", "C", "UTC"), ("2", "C.UTF-8", "Asia/Tokyo"))
    }
    assert len(texts) == 1


def test_the_text_report_imports_no_rdf_library() -> None:
    program = (
        "import sys; sys.path.insert(0, 'tests')\n"
        "from check.reports.findings import REPORTS\n"
        "from kyodo_lod.check.report import REPORTERS\n"
        "for name in ('text', 'json', 'github', 'gitlab', 'sarif', 'junit', 'markdown'):\n"
        "    REPORTERS[name].report(REPORTS, 'ja')\n"
        "print(sorted({'pyoxigraph', 'rdflib', 'pyshacl'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout == "[]\n"


def test_the_only_document_is_called_by_its_path_and_the_only_rdf_file_is_not_repeated() -> None:
    at = replace(PLAIN, origin=Origin("plan.txt", 69), related=(Origin("plan.txt", 14),))
    [document] = findable([Report("data/plan.txt", (at,))])
    assert document.findings[0].origin == Origin("data/plan.txt", 69)
    assert document.findings[0].related == (Origin("data/plan.txt", 14),)
    [graph] = findable([Report("x.jsonld", (at,))])
    assert (graph.findings[0].origin, graph.findings[0].graph_origin) == (at.origin, None)


def test_a_media_type_means_the_report_that_people_know_by_it() -> None:
    meant: dict[str, str] = {}
    for name, reporter in REPORTERS.items():
        meant.setdefault(reporter.media_type, name)
    assert meant == {
        "text/plain": "text",
        "application/json": "json",
        "application/sarif+json": "sarif",
        "application/xml": "junit",
        "text/turtle": "turtle",
        "text/markdown": "markdown",
    }
