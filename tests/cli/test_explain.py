"""`explain`: every rule has a page a clerk can act on, in both languages."""

import re
import sys
from pathlib import Path

import pytest
from cli.running import invoke

from kyodo_lod.check import rule_pages
from kyodo_lod.check.rule_pages import pages
from kyodo_lod.cli import terminal
from kyodo_lod.finding import help_uri

PAGES = pages()


@pytest.fixture(autouse=True)
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read the shapes once, not for every page."""
    monkeypatch.setattr(rule_pages, "pages", lambda: PAGES)


def test_the_list_names_every_rule_and_component() -> None:
    lines = [line.split("\t") for line in invoke("explain", "--list").out.splitlines()]
    assert [name for name, _ in lines] == list(PAGES)
    assert "sh:minCount" in PAGES
    assert all(demand.strip() for _, demand in lines)
    assert "事業名が空です" in invoke("explain", "--list", "--lang", "ja").out


def test_wrong_and_right_stand_below_each_other() -> None:
    page = invoke("explain", "new-mark", "--lang", "ja").out
    assert "\n\n例\n  誤: 継続\n  正: (空欄)\n\n" in page
    page = invoke("explain", "new-mark", "--lang", "en").out
    assert "\n\nExample\n  wrong: 継続\n  right: an empty cell\n\n" in page


@pytest.mark.parametrize(
    "asked",
    ["document#row-cells", "row-cells", "https://w3id.org/kyodo-lod/shapes/document#row-cells"],
)
def test_a_rule_is_asked_for_by_any_of_its_names(asked: str) -> None:
    done = invoke("explain", asked)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("document#row-cells (violation)\n\ncells in this row: …, in the")
    assert "\n\nWhy\n  One cell more or less" in done.out
    assert "\n\nRepair in the document\n  correct the line" in done.out
    assert done.out.endswith("docs/rules.md#document-row-cells\n")


def test_what_fails_is_shown_with_what_validate_says_and_what_passes() -> None:
    assert (
        "\n\nFails (document)\n"
        "    ⇥人材育成推進事業⇥市民と進めます。⇥総務部\n"
        "    人事課\n"
        "  validate says: cells in this row: 1, in the header: 4;"
    ) in invoke("explain", "row-cells").out
    assert (
        "\n\nPasses (document)\n    ⇥人材育成推進事業⇥市民と進めます。⇥総務部人事課\n\n"
    ) in invoke("explain", "row-cells").out


def test_a_component_is_explained_without_a_severity() -> None:
    for asked in ("sh:minCount", "MinCountConstraintComponent"):
        page = invoke("explain", asked).out
        assert page.startswith("sh:minCount\n\nthere are at least so many values\n\n")
        assert "\n\nA shape\n    [] sh:path ex:p ;\n        sh:minCount 1 .\n\n" in page
        assert page.endswith("docs/rules.md#sh-mincount\n")


@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_whole_in_both_languages(name: str) -> None:
    for language in ("ja", "en"):
        page = invoke("explain", name, "--lang", language).out
        assert page.startswith(name)
        assert page.endswith(f"\n\n{help_uri(PAGES[name].iri)}\n")
        message = page.split("\n\n")[1]
        assert not re.search(r"\{\S*\}", message), "a gap of the template is left"
        for section in PAGES[name].sections:
            assert f"\n\n{section.head.text(language)}\n  " in page
        assert "\x1b" not in page
        assert all(line == line.rstrip() for line in page.split("\n"))


def test_on_a_screen_lines_end_where_the_screen_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    from rich.cells import cell_len

    monkeypatch.setattr(terminal, "is_terminal", lambda stream: stream is sys.stdout)
    for name in ("plan#PlannedProject-responsibleUnit", "document#new-mark", "sh:xone"):
        for language in ("ja", "en"):
            done = invoke("explain", name, "--lang", language, environment={"COLUMNS": "60"})
            body, _, _ = done.out.rstrip("\n").rpartition("\n")
            assert max(map(cell_len, body.split("\n"))) <= 60
            assert "\x1b[1m" in done.out  # headings are heavy


def test_an_unknown_rule_is_told_its_nearest() -> None:
    done = invoke("explain", "plan#PlannedProject-responsibleUnits")
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert "did you mean plan#PlannedProject-responsibleUnit" in done.err
    assert "explain --list" in done.err


def test_what_is_near_no_rule_is_told_the_list() -> None:
    done = invoke("explain", "xyzzy", "--lang", "ja")
    assert (done.code, done.out) == (2, "")
    assert done.err == "xyzzy: その名前の規則はありません。一覧は explain --list で見られます。\n"


def test_a_name_of_several_rules_lists_them() -> None:
    done = invoke("explain", "listOrder")
    names = [line.split("\t")[0] for line in done.out.splitlines()]
    assert (done.code, names[0], len(names)) == (0, "plan#BasicPolicy-listOrder", 4)
    many = invoke("explain", "PlannedProject-*").out.splitlines()
    assert all(line.startswith("plan#PlannedProject-") for line in many)


def test_a_rule_of_others_is_explained_with_their_shapes(tmp_path: Path) -> None:
    shapes = tmp_path / "own.ttl"
    shapes.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <http://example.org/> ."
        'ex:Loan a sh:NodeShape ; sh:targetClass ex:L ; sh:closed true ; sh:message "no more" .'
    )
    iri = "http://example.org/Loan"
    without = invoke("explain", iri)
    assert (without.code, without.err.count("\n")) == (2, 1)
    assert "shapes of your own" in without.err
    done = invoke("explain", "--shapes", str(shapes), iri)
    assert done.code == 0
    assert done.out.startswith(f"{iri} (violation)\n\nno more\n\nsh:closed")
    assert done.out.endswith("delete it\n")


@pytest.mark.parametrize("name", ["ex:S/ex:p-minCount", "ex:S", "S", "http://example.org/S"])
def test_what_validate_prints_of_other_shapes_is_explained(tmp_path: Path, name: str) -> None:
    own = tmp_path / "own.ttl"
    own.write_text(
        "@prefix ex: <http://example.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> ."
        " ex:S sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:minCount 1 ] ."
    )
    done = invoke("explain", "--shapes", str(own), name)
    assert (done.code, done.out.split()[0]) == (0, "http://example.org/S")
