"""The municipality, its places and its units."""

from dataclasses import replace

from mapping.terse import About, said
from strategies import Policy, Project, Sheet, reading_of

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.mapping.organisation import municipality_triples, unit_triples
from kyodo_lod.model.plan import Plan
from kyodo_lod.source.manifest import Municipality

GEONAMES = "<https://sws.geonames.org/2112139/>"
E_STAT = "<http://data.e-stat.go.jp/lod/sac/C07203>"
NAMES = ['"郡山市"@ja', '"Koriyama City"@en']


def units_of(cell: str) -> dict[str, About]:
    """Give what is said of the units that a 担当課 cell names."""
    plan = reading_of(Sheet((Policy("協働", (Project("事業", unit=cell),)),)).text()).plan
    assert plan
    iris = Iris(plan)
    return said(triple for unit in plan.units() for triple in unit_triples(unit, iris))


def test_municipality(everything: dict[str, About]) -> None:
    assert everything["<id/072036>"] == {
        "a": ["org:FormalOrganization", "cv:PublicOrganisation", "foaf:Agent"],
        "rdfs:label": NAMES,
        "skos:prefLabel": NAMES,
        "foaf:name": NAMES,
        "skos:notation": ['"072036"'],
        "foaf:homepage": ["<https://www.city.koriyama.lg.jp/>"],
        "dct:spatial": [GEONAMES, E_STAT],
        "schema:sameAs": ["<http://www.wikidata.org/entity/Q264206>"],
    }


def test_municipality_of_which_little_is_known(plan: Plan, iris: Iris) -> None:
    manifest = replace(plan.manifest, municipality=Municipality("072036", Bilingual("郡山市", "")))
    names = NAMES[:1]
    assert said(municipality_triples(replace(plan, manifest=manifest), iris)) == {
        "<id/072036>": {
            "a": ["org:FormalOrganization", "cv:PublicOrganisation", "foaf:Agent"],
            "rdfs:label": names,
            "skos:prefLabel": names,
            "foaf:name": names,
            "skos:notation": ['"072036"'],
        }
    }


def test_places_are_named(everything: dict[str, About]) -> None:
    for place in (GEONAMES, E_STAT):
        assert everything[place] == {"a": ["dct:Location"], "rdfs:label": NAMES}


def test_unit_of_three_levels(everything: dict[str, About]) -> None:
    bureau, office = "hoken-fukushi-bu", "hoken-fukushi-bu-hokenjo"
    section = f"{office}-chiiki-hoken-ka"
    assert everything[f"<id/072036/unit/{section}>"] == {
        "a": ["org:OrganizationalUnit"],
        "rdfs:label": ['"保健福祉部保健所地域保健課"@ja'],
        "skos:prefLabel": ['"地域保健課"@ja'],
        "dct:identifier": [f'"{section}"'],
        "org:classification": ["<scheme/unit-level/section>"],
        "org:unitOf": ["<id/072036>"],
        "org:subOrganizationOf": [f"<id/072036/unit/{office}>"],
    }
    assert everything[f"<id/072036/unit/{office}>"] == {
        "a": ["org:OrganizationalUnit"],
        "rdfs:label": ['"保健福祉部保健所"@ja'],
        "skos:prefLabel": ['"保健所"@ja'],
        "dct:identifier": [f'"{office}"'],
        "org:classification": ["<scheme/unit-level/office>"],
        "org:unitOf": ["<id/072036>"],
        "org:subOrganizationOf": [f"<id/072036/unit/{bureau}>"],
    }
    # unitOf leads to the city, never to a unit
    assert everything[f"<id/072036/unit/{bureau}>"] == {
        "a": ["org:OrganizationalUnit"],
        "rdfs:label": ['"保健福祉部"@ja'],
        "skos:prefLabel": ['"保健福祉部"@ja'],
        "dct:identifier": [f'"{bureau}"'],
        "org:classification": ["<scheme/unit-level/bureau>"],
        "org:unitOf": ["<id/072036>"],
    }


def test_parents_that_no_row_names_are_there() -> None:
    assert list(units_of("保健福祉部保健所地域保健課")) == [
        f"<id/072036/unit/{slug}>" for slug in ("hoken-bu", "hokenjo", "chiiki-ka")
    ]


def test_unregistered_unit_below_a_registered_one() -> None:
    bureau, section = units_of("総務部デジタル推進課").items()
    assert bureau[0] == "<id/072036/unit/somu-bu>"
    assert section[0].startswith("<id/072036/unit/u-")
    assert section[1]["rdfs:label"] == ['"総務部デジタル推進課"@ja']
    assert section[1]["skos:prefLabel"] == ['"デジタル推進課"@ja']
    assert section[1]["org:subOrganizationOf"] == [bureau[0]]


def test_level_is_left_out_where_nothing_tells() -> None:
    ((_, about),) = units_of("各団体").items()
    assert about["rdfs:label"] == ['"各団体"@ja']
    assert not {"org:classification", "org:subOrganizationOf"} & set(about)
