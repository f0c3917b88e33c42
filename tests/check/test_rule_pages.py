"""The page of each rule is whole in both languages, and found by any name of the rule."""

import pytest

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.check import rule_pages
from kyodo_lod.check.components import COMPONENTS
from kyodo_lod.check.rule_pages import Page, page, pages
from kyodo_lod.check.rules import explanations
from kyodo_lod.errors import ShapesError
from kyodo_lod.finding import SHAPES, help_uri, short_rule
from kyodo_lod.rdf.vocabulary import sh

PAGES = pages()


@pytest.fixture(autouse=True)
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read the shapes once, not for every page."""
    monkeypatch.setattr(rule_pages, "pages", lambda: PAGES)


def heads(found: Page) -> list[str]:
    """Give the English heads of a page."""
    return [section.head.en for section in found.sections]


def test_there_is_a_page_for_each_rule_and_each_component() -> None:
    components = [short_rule(one.iri) for one in COMPONENTS.values()]
    assert list(PAGES) == [*explanations(), *components]
    assert "sh:minCount" in components


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_whole_in_both_languages(name: str) -> None:
    found = PAGES[name]
    assert found.name == name == short_rule(found.iri)
    assert help_uri(found.iri)
    assert found.demand.ja != found.demand.en
    assert heads(found)[0] == "Why"
    for section in found.sections:
        assert bool(section.text.en) == bool(section.text.ja)
        assert bool(section.code.en) == bool(section.code.ja)
        assert section.text.en or section.code.en
        assert section.kind in (("document", "rdf") if section.code.en else ("",))


@pytest.mark.parametrize("name", PAGES)
def test_what_fails_stands_before_what_passes(name: str) -> None:
    told = [head.partition(" ")[0] for head in heads(PAGES[name])]
    tried = [each for each in told if each in ("Fails", "Passes")]
    assert tried == ["Fails", "Passes"] * (len(tried) // 2)


def test_a_rule_that_reader_and_shape_share_is_shown_both_ways() -> None:
    assert heads(page("PlannedProject-responsibleUnit")) == [
        "Why", "Repair in the document", "Repair in the RDF", "Example",
        "Fails (document)", "Passes (document)", "Fails (RDF)", "Passes (RDF)",
    ]  # fmt: skip


def test_what_lacks_is_said_in_words() -> None:
    found = page("PlannedProject-responsibleUnit")
    fails = next(section for section in found.sections if section.head.en == "Fails (RDF)")
    assert "\n# no kyo:responsibleUnit" in fails.code.en
    assert "\n# kyo:responsibleUnit がない" in fails.code.ja


def test_gaps_of_a_message_are_not_shown() -> None:
    assert "{" not in page("row-cells").demand.en
    assert page("row-cells").demand.en.startswith("cells in this row: …")


def test_a_component_has_its_section_of_the_specification() -> None:
    last = page("sh:or").sections[-1]
    address = "https://www.w3.org/TR/shacl/#OrConstraintComponent"
    assert last.text == Bilingual(address, address)


@pytest.mark.parametrize("name", ["document#row-cells", "plan#PlannedProject-responsibleUnit"])
def test_a_rule_is_found_by_iri_name_or_end(name: str) -> None:
    for asked in (SHAPES + name, name, name.partition("#")[2]):
        assert page(asked).name == name


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
        assert page(asked).name == name


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
    ],
)
def test_an_unknown_rule_is_told_its_nearest(asked: str, nearest: str) -> None:
    with pytest.raises(ShapesError) as raised:
        page(asked)
    assert raised.value.place == asked
    for language in ("ja", "en"):
        assert nearest in raised.value.line(language)
        assert "explain --list" in raised.value.line(language)


@pytest.mark.parametrize("asked", ["", "#", "xyzzy", "x" * 10_000, "\x1b[31m", "日本語"])
def test_what_is_near_nothing_is_told_the_list(asked: str) -> None:
    with pytest.raises(ShapesError) as raised:
        page(asked)
    assert raised.value.line("en").endswith(": no such rule (explain --list names them all)")
