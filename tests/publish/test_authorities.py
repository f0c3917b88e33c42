"""Other people's codes: the IRIs are those of the lists, and what is named is described once."""

import pytest
import rdflib
from publish.test_dcat_ap import DCAT_AP
from rdflib import SKOS

from kyodo_lod.model.plan import Plan
from kyodo_lod.publish import authorities
from kyodo_lod.publish.authorities import AUTHORITIES, media_type, theme, with_authorities
from kyodo_lod.publish.distributions import distributions
from kyodo_lod.rdf.terms import NamedNode, Triple
from kyodo_lod.rdf.vocabulary import dcat, dct, rdf, rdfs, skos
from kyodo_lod.source import publication

S = NamedNode("https://example.org/s")


@pytest.mark.skipif(not DCAT_AP.is_dir(), reason=f"the official lists are not at {DCAT_AP}")
def test_every_code_is_in_the_official_list() -> None:
    lists = rdflib.Graph().parse(DCAT_AP / "nal.ttl")
    official = {str(concept) for concept in lists.subjects(SKOS.inScheme)}
    ours = {iri for iri, authority in AUTHORITIES.items() if authority.schemes}
    assert len(ours) > 30
    assert ours - official == set()


def test_what_manifests_may_say_is_known() -> None:
    for code in publication.THEMES:
        assert theme(code).value in AUTHORITIES
    for code in publication.PUBLISHER_TYPES:
        assert authorities.publisher_type(code).value in AUTHORITIES


def test_every_format_of_the_table_is_known(plan: Plan) -> None:
    for one in distributions(plan.manifest):
        assert authorities.file_type(one.file_type).value in AUTHORITIES


def test_a_code_is_described_behind_what_names_it_and_its_list_behind_it() -> None:
    given = [Triple(S, dcat.theme, theme("GOVE")), Triple(S, dcat.theme, theme("SOCI"))]
    found = list(with_authorities(given))
    assert found[:2] == given
    subjects = list(dict.fromkeys(triple.subject for triple in found))
    assert subjects == [S, theme("GOVE"), theme("SOCI"), authorities.THEMES]
    assert len(found) == len(set(found))


def test_a_media_type_is_called_by_its_name() -> None:
    csv = media_type("text/csv")
    found = list(with_authorities([Triple(S, dcat.mediaType, csv)]))
    assert Triple(csv, rdf.type, dct.MediaType) in found
    assert [str(t.object) for t in found if t.predicate == rdfs.label] == ['"text/csv"']


def test_a_code_that_portals_store_by_iri_has_no_label() -> None:
    found = list(with_authorities([Triple(S, dct.accrualPeriodicity, authorities.NEVER)]))
    assert not [t for t in found if t.predicate == rdfs.label]
    assert len([t for t in found if t.predicate == skos.prefLabel]) == 4


def test_what_nobody_names_is_not_described() -> None:
    assert list(with_authorities([Triple(S, rdf.type, dcat.Dataset)])) == [
        Triple(S, rdf.type, dcat.Dataset)
    ]
