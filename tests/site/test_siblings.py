"""The data beside a page: all that the page shows, nothing that the dumps do not say, twice the same."""

from pathlib import Path

import pyoxigraph
import pytest
from site_cities import BASE

from kyodo_lod.rdf.formats import JSON_LD, TURTLE, Format
from kyodo_lod.rdf.read import parse
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import kyo, prov
from kyodo_lod.site.places import PAGED
from kyodo_lod.site.published import Published

Triple = tuple[object, object, object]
CITY = f"{BASE}id/072036"


def _triples(path: Path, fmt: Format) -> set[Triple]:
    quads = parse(path.read_bytes(), fmt, str(path))
    return {(quad.subject, quad.predicate, quad.object) for quad in quads}


def _in_files(dist: Path) -> set[Triple]:
    """Give the triples of the dumps, and of the provenance beside them."""
    found: set[Triple] = set()
    for path in sorted(dist.glob("dataset/*/*")):
        if path.suffix in (".nt", ".ttl"):
            quads = pyoxigraph.parse(path=path)
            found |= {(quad.subject, quad.predicate, quad.object) for quad in quads}
    for path in sorted((dist / "scheme").glob("*.ttl")):
        found |= _triples(path, TURTLE)
    return found


def test_each_page_has_both_files_of_the_same_triples_and_all_are_published(
    years_site: Path, two_years: Path, years: Published
) -> None:
    dump = _in_files(two_years)
    things = list(years.data.instances(*PAGED))
    assert len(things) > 150
    for thing in things:
        page = years_site / years.places.page(thing)
        turtle = _triples(page.with_suffix(".ttl"), TURTLE)
        assert turtle == _triples(page.with_suffix(".jsonld"), JSON_LD), page
        assert turtle <= dump, page


def test_the_files_of_a_page_say_all_that_is_said_of_its_thing(
    years_site: Path, two_years: Path, years: Published
) -> None:
    dump = _in_files(two_years)
    for thing in years.data.instances(*PAGED):
        said = {triple for triple in dump if triple[0] == thing} if _is_sample(thing) else set()
        page = years_site / years.places.page(thing)
        assert said <= _triples(page.with_suffix(".ttl"), TURTLE), page


def _is_sample(thing: NamedNode) -> bool:
    return thing.value.endswith(("/3-06", "/kyodo-2", "/policy/3", "fy2018", "somu-bu", "072036"))


def _objects(triples: set[Triple], iri: str) -> set[Triple]:
    return {triple for triple in triples if triple[0] == NamedNode(iri)}


def test_a_project_brings_its_items_its_lines_and_the_way_to_its_unit(years_site: Path) -> None:
    project = f"{CITY}/plan/kyodo-2/fy2018/p/3-06"
    said = _triples(years_site / "id/072036/plan/kyodo-2/fy2018/p/3-06.ttl", TURTLE)
    for number in (1, 2):
        assert (NamedNode(project), kyo.subItem, NamedNode(f"{project}/s/{number}")) in said
        assert len(_objects(said, f"{project}/s/{number}")) == 5
    line = f"{CITY}/source/9991fa2157f53a25#line=46,47"
    assert any(
        p == prov.value and "こおりやまインフォメーション" in o.value
        for _, p, o in _objects(said, line)
    )  # type: ignore[attr-defined]
    assert _objects(said, f"{CITY}/unit/seisaku-kaihatsu-bu")


@pytest.mark.parametrize("name", ["3-06", "4-15"])
def test_a_project_names_its_like_of_the_other_year(name: str, years_site: Path) -> None:
    said = _triples(years_site / f"id/072036/plan/kyodo-2/fy2018/p/{name}.ttl", TURTLE)
    assert _objects(said, f"{CITY}/plan/kyodo-2/fy2019/p/{name}")


def test_a_document_brings_every_line_with_what_was_read_from_it(
    years_site: Path, years: Published
) -> None:
    said = _triples(years_site / "id/072036/source/9991fa2157f53a25.ttl", TURTLE)
    document = NamedNode(f"{CITY}/source/9991fa2157f53a25")
    lines = [
        t for t in years.data.instances(kyo.SourcePassage) if t.value.startswith(document.value)
    ]
    assert len(lines) == 91
    for line in lines:
        for fact in years.data.holders(prov.wasDerivedFrom, line):
            assert (fact, prov.wasDerivedFrom, line) in said
