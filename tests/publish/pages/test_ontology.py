"""The page of the vocabulary: every term at its anchor, and a diagram of what the terms say."""

from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph

from kyodo_lod.publish.pages.diagram import diagram
from kyodo_lod.publish.pages.terms import read_ontology, terms

ROOT = Path(__file__).parents[3]
HOME = "https://w3id.org/kyodo-lod/def#"


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph().parse(ROOT / "ontology" / "kyodo.ttl")


@pytest.mark.parametrize(("name", "language"), [("def.html", "ja"), ("def.en.html", "en")])
def test_every_term_stands_at_its_anchor(
    name: str, language: str, pages: dict[str, Element], graph: Graph
) -> None:
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
    own = [t for kind in kinds for t in graph.subjects(RDF.type, kind) if str(t).startswith(HOME)]
    assert len(own) == 34
    for term in own:
        section = pages[name].find(f".//section[@id='{str(term).removeprefix(HOME)}']")
        assert section is not None, term
        text = "".join(section.itertext())
        for predicate in (RDFS.label, RDFS.comment):
            assert all(
                str(o) in text for o in graph.objects(term, predicate) if o.language == language
            )  # type: ignore[attr-defined]
        assert all(str(example) in text for example in graph.objects(term, SKOS.example))


def test_code_lists_are_there(pages: dict[str, Element]) -> None:
    rows = {row.get("id") for row in pages["def.html"].iter("tr")}
    assert {"account-suido", "account-kaigo-hoken"} <= rows


@pytest.mark.parametrize("language", ["ja", "en"])
def test_boxes_of_the_diagram_do_not_overlap(language: str) -> None:
    drawn = diagram(terms(read_ontology()), language)  # type: ignore[arg-type]
    boxes = drawn.boxes
    for at, one in enumerate(boxes):
        assert 0 <= one.x <= one.x + one.width <= drawn.width
        assert 0 <= one.y <= one.y + one.height <= drawn.height
        for other in boxes[at + 1 :]:
            beside = one.x + one.width <= other.x or other.x + other.width <= one.x
            below = one.y + one.height <= other.y or other.y + other.height <= one.y
            assert beside or below, (one.title, other.title)


def test_links_of_the_diagram_are_the_object_properties() -> None:
    known = list(terms(read_ontology()))
    drawn = diagram(known, "en")
    shown = {label for link in drawn.links for label in link.labels}
    assert shown == {term.label.en for term in known if term.is_link and term.domain and term.range}
    boxes = {box.key: box for box in drawn.boxes}
    for link in drawn.links:
        assert boxes[link.source].rank + 1 == boxes[link.target].rank
        assert link.start[0] < link.end[0]


def test_the_diagram_is_the_same_each_time() -> None:
    once, again = (diagram(terms(read_ontology()), "ja") for _ in range(2))
    assert once == again
