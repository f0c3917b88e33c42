"""`explain`: every rule has a page a clerk can act on, in both languages."""

import re

import pytest
from cli.running import invoke

from kyodo_lod.check import rules
from kyodo_lod.check.rules import explanations
from kyodo_lod.finding import SHAPES, help_uri

RULES = explanations()


@pytest.fixture(autouse=True)
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read the shapes once, not for every page."""
    monkeypatch.setattr(rules, "explanations", lambda: RULES)


def test_the_list_names_every_rule() -> None:
    lines = [line.split("\t") for line in invoke("explain", "--list").out.splitlines()]
    assert [name for name, _ in lines] == list(RULES)
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
    rule = RULES["document#row-cells"]
    assert done.out.startswith("document#row-cells (violation)\n\n")
    assert "the header: …; repair" in done.out
    example = rule.example.en.replace("; right: ", "\n  right: ")
    assert f"\n\nWhy\n  {rule.why.en}\n\nRepair in the document\n  correct the line" in done.out
    assert f"\n\nExample\n  {example}\n" in done.out
    assert done.out.endswith("docs/rules.md#document-row-cells\n")


@pytest.mark.parametrize("name", RULES)
def test_every_page_is_whole_in_both_languages(name: str) -> None:
    for language, heads in (
        ("ja", ("理由", "文書での直し方", "例")),
        ("en", ("Why", "Repair in the document", "Example")),
    ):
        page = invoke("explain", name, "--lang", language).out
        head, message, *rest, address = page.rstrip("\n").split("\n\n")
        assert address == help_uri(SHAPES + name)
        assert head.startswith(f"{name} (")
        assert message
        assert not re.search(r"\{\S*\}", message), "a gap of the template is left"
        assert [part.partition("\n")[0] for part in rest] == list(heads)
        assert all(part.partition("\n")[2].strip() for part in rest)


def test_an_unknown_rule_is_told_its_nearest() -> None:
    done = invoke("explain", "plan#PlannedProject-responsibleUnits")
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert "did you mean plan#PlannedProject-responsibleUnit" in done.err
    assert "explain --list" in done.err


def test_what_is_near_no_rule_is_told_the_list() -> None:
    done = invoke("explain", "xyzzy", "--lang", "ja")
    assert (done.code, done.out) == (2, "")
    assert done.err == "xyzzy: その名前の規則はありません。一覧は explain --list で見られます。\n"
