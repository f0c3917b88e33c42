"""The page of codes."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

from kyodo_lod.rdf.vocabulary import HOME, skos
from kyodo_lod.site.codes import codes_values
from kyodo_lod.site.published import Published


def test_each_code_of_ours_stands_at_the_rest_of_its_iri(
    parsed: Callable[[str], Element], published: Published
) -> None:
    ids = {each.get("id") for each in parsed("codes.html").iter() if each.get("id")}
    start = f"{HOME}scheme/"
    ours = [
        each.value.removeprefix(start)
        for each in published.data.instances(skos.Concept, skos.ConceptScheme)
        if each.value.startswith(start)
    ]
    assert len(ours) > 15
    assert set(ours) <= ids


def test_codes_are_counted(years: Published) -> None:
    codes = {
        code.part: (code.projects, code.units)
        for _, _, _, codes in codes_values(years)["schemes"]  # type: ignore[attr-defined]
        for code in codes
    }
    assert codes["account/suido"] == (2, 0)
    assert codes["account/kaigo-hoken"] == (8, 0)
    assert [codes[f"unit-level/{level}"] for level in ("bureau", "office", "section")] == [
        *((0, 13), (0, 1), (0, 30))
    ]
