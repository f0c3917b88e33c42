"""Which place of a finding is shown, and how a CI finds the file."""

from dataclasses import replace
from pathlib import Path

import pytest
from check.reports.findings import BROKEN_NAME, FOREIGN, IN_GRAPH, NOWHERE, PLAIN

from kyodo_lod.check.reports.places import (
    encodable,
    further,
    in_input,
    in_repository,
    octets,
    other,
    primary,
)
from kyodo_lod.finding import Finding
from kyodo_lod.origin import Origin

ROOT = "SOME_CI_ROOT"
DOCUMENT = "data/plan.txt"
AT = replace(PLAIN, origin=Origin(DOCUMENT, 69))


def beside(finding: Finding, place: str) -> Origin | None:
    """Give the place that a person is told second."""
    return other(finding, primary(finding, place))


def test_the_line_of_the_rdf_file_comes_first_then_the_documents() -> None:
    assert primary(IN_GRAPH, "x") == Origin("dist/plan.nt", 412)
    assert beside(IN_GRAPH, "dist/plan.nt") == Origin("plan.txt", 69)
    assert in_input(IN_GRAPH, "dist/plan.nt") == Origin("dist/plan.nt", 412)
    assert further(IN_GRAPH, "dist/plan.nt") == [Origin("plan.txt", 69), Origin("plan.txt", 14)]


def test_an_rdf_file_without_lines_gives_way_to_the_document_but_for_programs() -> None:
    finding = replace(IN_GRAPH, graph_origin=Origin("x.jsonld"))
    assert primary(finding, "x.jsonld") == Origin("plan.txt", 69)
    assert beside(finding, "x.jsonld") == Origin("x.jsonld")
    assert in_input(finding, "x.jsonld") == Origin("x.jsonld")
    nowhere = replace(finding, graph_origin=None)
    assert beside(nowhere, "x.jsonld") is None, "the only input is named by its sum"
    assert in_input(nowhere, "x.jsonld") == Origin("x.jsonld")


def test_a_document_has_one_place() -> None:
    assert primary(AT, DOCUMENT) == in_input(AT, DOCUMENT) == Origin(DOCUMENT, 69)
    assert beside(AT, DOCUMENT) is None
    assert in_input(AT, "data") == Origin(DOCUMENT, 69), "a folder was named"
    assert further(AT, DOCUMENT) == []
    assert beside(PLAIN, DOCUMENT) is None, "by its bare name"


def test_without_any_place_the_input_stands_in() -> None:
    assert primary(NOWHERE, "x") == in_input(NOWHERE, "x") == Origin("x")
    assert beside(NOWHERE, "x") is None
    assert beside(FOREIGN[0], FOREIGN[0].graph_origin.document) is None  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("place", "path"),
    [
        ("a/b.ttl", "a/b.ttl"),
        ("./a/../b.ttl", "b.ttl"),
        ("-", "stdin"),
        ("/outside/b.ttl", "/outside/b.ttl"),
        ("計画 %.ttl", "計画 %.ttl"),
    ],
)
def test_a_path_is_relative_to_where_the_program_runs(
    place: str, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(ROOT, raising=False)
    assert in_repository(place, ROOT) == path


def test_a_path_is_relative_to_the_repository_where_the_ci_says_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "sub")
    monkeypatch.setenv(ROOT, str(tmp_path))
    assert in_repository("a.ttl", ROOT) == "sub/a.ttl"
    assert in_repository("../a.ttl", ROOT) == "a.ttl"
    assert in_repository(str(tmp_path / "sub" / "a.ttl"), ROOT) == "sub/a.ttl"
    assert in_repository("../../a.ttl", ROOT) == (tmp_path.parent / "a.ttl").as_posix()


def test_a_name_that_is_no_text_keeps_its_bytes() -> None:
    assert octets(BROKEN_NAME) == b"dist/\xff.ttl"
    assert octets("\ud800計") == b"\xed\xa0\x80" + "計".encode()
    assert encodable(BROKEN_NAME) == "dist/?.ttl"
