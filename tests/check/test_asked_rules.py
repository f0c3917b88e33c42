"""A rule is found by any of its names; several, or none, are told as such."""

import pytest

from kyodo_lod.check.asked_rules import asked_for
from kyodo_lod.check.rule_pages import pages
from kyodo_lod.errors import ShapesError
from kyodo_lod.finding import SHAPES
from kyodo_lod.rdf.vocabulary import sh

PAGES = pages()


def names(asked: str) -> list[str]:
    """Give the names of the rules that are meant."""
    return [page.name for page in asked_for(asked, PAGES)]


@pytest.mark.parametrize("name", ["document#row-cells", "plan#PlannedProject-responsibleUnit"])
def test_a_rule_is_found_by_iri_name_or_end(name: str) -> None:
    for asked in (SHAPES + name, name, name.partition("#")[2]):
        assert names(asked) == [name]


@pytest.mark.parametrize(
    ("local", "name"),
    [
        ("MinCount", "sh:minCount"),
        ("SPARQL", "sh:sparql"),
        ("QualifiedMaxCount", "sh:qualifiedMaxCount"),
    ],
)
def test_a_component_is_found_by_any_of_its_names(local: str, name: str) -> None:
    component = f"{local}ConstraintComponent"
    for asked in (sh.iri + component, f"sh:{component}", component, name, name[3:]):
        assert names(asked) == [name]


def test_a_pattern_names_what_select_would() -> None:
    found = names("PlannedProject-*")
    assert "plan#PlannedProject-account" in found
    assert {name.partition("-")[0] for name in found} == {"plan#PlannedProject"}
    assert names("plan#PlannedProject-*") == found == names("plan#PlannedProject")


def test_an_end_names_every_rule_that_has_it() -> None:
    assert names("listOrder") == [
        "plan#BasicPolicy-listOrder", "plan#PlannedProject-listOrder",
        "plan#PolicySection-listOrder", "plan#SubItem-listOrder",
    ]  # fmt: skip


def test_a_condition_of_two_profiles_is_asked_for_by_its_end() -> None:
    assert names("Japanese") == ["plan#Japanese", "catalog#Japanese"]
    assert names("plan#Japanese") == ["plan#Japanese"]


@pytest.mark.parametrize(
    ("asked", "nearest"),
    [
        ("row-cell", "document#row-cells"),
        ("document#rowcells", "document#row-cells"),
        ("PlannedProject-responsibleUni", "plan#PlannedProject-responsibleUnit"),
        ("plan#PlannedProject-acount", "plan#PlannedProject-account"),
        ("sh:minnCount", "sh:minCount"),
        ("MinCountsConstraintComponent", "sh:minCount"),
        ("http://www.w3.org/ns/shacl#DatatypesConstraintComponent", "sh:datatype"),
        (f"{SHAPES}plan#PlannedProject-acount", "plan#PlannedProject-account"),
    ],
)
def test_an_unknown_rule_is_told_its_nearest(asked: str, nearest: str) -> None:
    with pytest.raises(ShapesError) as raised:
        asked_for(asked, PAGES)
    assert raised.value.place == asked
    for language in ("ja", "en"):
        assert nearest in raised.value.line(language)
        assert "explain --list" in raised.value.line(language)


@pytest.mark.parametrize("asked", ["http://example.org/LoanShape", "urn:x:y", "ex:Shapes#one"])
def test_a_rule_of_others_is_told_where_its_text_stands(asked: str) -> None:
    with pytest.raises(ShapesError) as raised:
        asked_for(asked, PAGES)
    said = raised.value.line("en")
    assert said.startswith(f"{asked}: is a rule of shapes of your own")
    assert "explain --shapes FILE RULE" in said
    assert "sh:closed" in said
    assert "ご自分のシェイプ" in raised.value.line("ja")


@pytest.mark.parametrize("asked", ["", "#", "xyzzy", "x" * 10_000, "\x1b[31m", "日本語", "xyz-*"])
def test_what_is_near_nothing_is_told_the_list(asked: str) -> None:
    with pytest.raises(ShapesError) as raised:
        asked_for(asked, PAGES)
    assert raised.value.line("en").endswith(": no such rule (explain --list names them all)")
