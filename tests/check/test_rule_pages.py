"""The page of each rule is whole in both languages, and found by any name of the rule."""

import pytest

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.check.components import COMPONENTS
from kyodo_lod.check.rule_pages import Page, pages
from kyodo_lod.check.rules import explanations, parts
from kyodo_lod.finding import help_uri, short_rule

PAGES = pages()


def heads(found: Page) -> list[str]:
    """Give the English heads of a page."""
    return [section.head.en for section in found.sections]


def test_there_is_a_page_for_each_rule_and_each_component() -> None:
    components = [short_rule(one.iri) for one in COMPONENTS.values()]
    shared = [part.name for part in parts()]
    assert list(PAGES) == [*explanations(), *shared, *components]
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
        assert section.kind in (("document", "rdf", "sparql") if section.code.en else ("",))


@pytest.mark.parametrize("name", PAGES)
def test_what_fails_stands_before_what_passes(name: str) -> None:
    told = [head.partition(" ")[0] for head in heads(PAGES[name])]
    tried = [each for each in told if each in ("Fails", "Passes")]
    assert tried == ["Fails", "Passes"] * (len(tried) // 2)


def test_a_rule_that_reader_and_shape_share_is_shown_both_ways() -> None:
    assert heads(PAGES["plan#PlannedProject-responsibleUnit"]) == [
        "Why", "Repair in the document", "Repair in the RDF", "Example",
        "Fails (document)", "Passes (document)", "Fails (RDF)", "Passes (RDF)",
    ]  # fmt: skip


def test_what_lacks_is_said_in_words() -> None:
    found = PAGES["plan#PlannedProject-responsibleUnit"]
    fails = next(section for section in found.sections if section.head.en == "Fails (RDF)")
    assert "\n# no kyo:responsibleUnit" in fails.code.en
    assert "\n# kyo:responsibleUnit がない" in fails.code.ja


def test_gaps_of_a_message_are_not_shown() -> None:
    assert "{" not in PAGES["document#row-cells"].demand.en
    assert PAGES["document#row-cells"].demand.en.startswith("cells in this row: …")


def test_a_component_has_its_section_of_the_specification() -> None:
    last = PAGES["sh:or"].sections[-1]
    address = "https://www.w3.org/TR/shacl/#OrConstraintComponent"
    assert last.text == Bilingual(address, address)


def test_a_condition_that_rules_share_is_explained() -> None:
    found = PAGES["plan#Japanese"]
    assert found.demand == Bilingual("日本語の文字列", "text in Japanese")
    assert heads(found) == ["Why", "Condition", "Used by"]
    assert found.sections[1].text.en == "with the language tag ja"
    assert "plan#Dataset-label" in found.sections[2].text.en
    assert {"plan#Untidy", "plan#UnregisteredUnit", "catalog#English"} <= set(PAGES)
    assert "plan#PlannedProject" not in PAGES  # it holds rules, and is no condition of one


def test_a_rule_in_sparql_says_how_to_repair_and_shows_its_query() -> None:
    found = PAGES["plan#ImplementationPlan-sectionCounts"]
    repair, query = found.sections[2:4]
    assert repair.text.en.startswith("add the project that lacks, delete the one too many")
    assert query.code.en.startswith("SELECT $this (?section AS ?value)")
    assert "\nWHERE {\n    ?section dct:isPartOf $this ;\n" in query.code.en


def test_a_misspelled_property_passes_when_spelled_right() -> None:
    passes = PAGES["plan#Graph-knownTerms"].sections[-1]
    assert passes.code.en.endswith("kyo:responsibleUnit <id/999997/unit/somu-bu-jinji-ka> .")
