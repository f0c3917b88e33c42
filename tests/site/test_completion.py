"""The SPARQL editor completes the vocabulary's terms, and all others in use."""

from types import SimpleNamespace

import pytest

from kyodo_lod.rdf.formats import TURTLE
from kyodo_lod.rdf.read import parse
from kyodo_lod.site.completion import terms
from kyodo_lod.site.published import Published
from kyodo_lod.site.things import Things

PREFIXES = (
    "@prefix kyo: <https://w3id.org/kyodo-lod/def#> . @prefix owl: <http://www.w3.org/2002/07/owl#> . "
    "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix dct: <http://purl.org/dc/terms/> . "
)


def completed(text: str) -> list[tuple[str, str]]:
    """Give names and kinds of what is completed over some Turtle."""
    data = Things(parse((PREFIXES + text).encode(), TURTLE, "x.ttl"))
    return [(each["name"], each["kind"]) for each in terms(SimpleNamespace(data=data))]


def test_terms_of_the_vocabulary_are_completed_with_their_names(published: Published) -> None:
    found = {each["name"]: each for each in terms(published)}
    assert found["kyo:PlannedProject"] == {
        "name": "kyo:PlannedProject",
        "kind": "class",
        "ja": "計画事業",
        "en": "planned project",
    }
    assert found["kyo:responsibleUnit"]["kind"] == "property"
    assert all(found["kyo:responsibleUnit"][language] for language in ("ja", "en"))
    assert {"rdf:type", "dct:title", "org:OrganizationalUnit"} <= set(found)


def test_each_is_completed_once_in_the_order_of_the_iris() -> None:
    text = "<urn:a> a kyo:B , kyo:A ; dct:title 'a' . <urn:b> a kyo:A ; dct:title 'b' ."
    assert completed(text) == [
        ("kyo:A", "class"),
        ("kyo:B", "class"),
        ("dct:title", "property"),
        ("rdf:type", "property"),
    ]


def test_a_property_that_nobody_uses_yet_is_completed() -> None:
    assert ("kyo:later", "property") in completed("kyo:later a owl:DatatypeProperty .")


@pytest.mark.parametrize(
    "term",
    [
        "<http://nobody/knows#it>",
        "<https://w3id.org/kyodo-lod/def#>",
        "<https://w3id.org/kyodo-lod/def#a/b>",
        "<https://w3id.org/kyodo-lod/def#a%20b>",
        "<https://w3id.org/kyodo-lod/def#A'>",
    ],
)
def test_what_cannot_be_written_with_a_prefix_is_left_out(term: str) -> None:
    assert completed(f"<urn:a> a {term} .") == [("rdf:type", "property")]


@pytest.mark.parametrize("name", ["with-hyphen", "with_line", "語"])
def test_what_can_be_written_with_one_is_not(name: str) -> None:
    text = f"<urn:a> a <https://w3id.org/kyodo-lod/def#{name}> ."
    assert (f"kyo:{name}", "class") in completed(text)
