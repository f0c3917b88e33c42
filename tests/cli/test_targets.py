"""Which reports are written, and where each goes."""

import pytest

from kyodo_lod.cli.targets import Target, targets
from kyodo_lod.cli.usage import Usage

GITHUB = {"GITHUB_ACTIONS": "true"}


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


def test_an_output_may_name_its_report() -> None:
    files = ["junit=b.xml", "sarif=a=b.sarif"]
    named = [Target("junit", "b.xml"), Target("sarif", "a=b.sarif")]
    assert targets([], files, {}) == [*named, Target("text", "-")]
    assert targets([], files, GITHUB) == [*named, Target("github", "-")]
    assert targets(["sarif", "junit"], files, {}) == named
    assert targets(["sarif", "json"], files, {}) == [*named, Target("json", "-")]
    assert targets([], ["json=-"], GITHUB) == [Target("json", "-")]
    assert targets(["json", "text"], ["junit=b.xml", "x.json"], {}) == [
        Target("junit", "b.xml"), Target("json", "x.json"), Target("text", "-"),
    ]  # fmt: skip


def test_what_names_no_report_is_a_file() -> None:
    for file in ("pdf=x", "./junit=b.xml", "junit=", "=x"):
        assert targets(["json"], [file], {}) == [Target("json", file)]


def test_a_file_that_is_plainly_for_another_report_is_refused_with_what_was_meant() -> None:
    with pytest.raises(Usage, match=r"--output junit=b\.xml --report sarif"):
        targets(["sarif", "junit"], ["b.xml"], {})
    with pytest.raises(Usage, match=r"--output junit=b\.XML --output sarif=a"):
        targets(["sarif", "junit"], ["b.XML", "a"], {})
    with pytest.raises(Usage, match="would hold json, for the first"):
        targets(["json", "sarif"], ["b.sarif"], {})
    with pytest.raises(Usage, match=r"--output json=x\.json"):
        targets(["text", "json"], ["x.json"], {})


@pytest.mark.parametrize(
    ("reports", "outputs"),
    [
        (["sarif"], ["b.xml"]),
        (["sarif", "json"], ["a.json", "b.json"]),
        (["gitlab", "json"], ["a.json", "b.out.json"]),
        (["sarif", "junit"], ["a", "b"]),
        (["junit", "text"], ["b.xml"]),
    ],
)
def test_other_names_of_files_are_taken_as_they_are(reports: list[str], outputs: list[str]) -> None:
    assert [target.reporter for target in targets(reports, outputs, {})] == reports
