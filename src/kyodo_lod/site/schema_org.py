"""schema.org inside the pages of things: modest types, and nothing that the data do not say.

A planned project is a CreativeWork, for it is what a plan states (design §4): schema:Project is an
Organization, and an Action would claim that somebody acts. A basic policy is a DefinedTerm, as it
is a skos:Concept. A fiscal year is a plain Thing: schema.org has no class of periods.
"""

import json
from collections.abc import Iterator

from markupsafe import Markup

from kyodo_lod.bilingual import Language
from kyodo_lod.publish.pages.page import LANGUAGES, Page, localized
from kyodo_lod.publish.pages.render import json_for_script
from kyodo_lod.rdf.terms import Literal, NamedNode
from kyodo_lod.rdf.vocabulary import dct, foaf, kyo, org, prov, rdf, schema, skos
from kyodo_lod.site.published import Published
from kyodo_lod.site.things import Things

Node = dict[str, object]
#: what consumers know; it is never fetched by us
_CONTEXT = "https://schema.org/"
_WORK = (
    ("description", dct.description),
    ("identifier", dct.identifier),
    ("position", kyo.listOrder),
    ("creator", dct.creator),
    ("isPartOf", dct.isPartOf),
    ("isBasedOn", prov.wasDerivedFrom),
)
#: class of ours, class of schema.org, and which of its properties says what
_TYPES = (
    (kyo.PlannedProject, "CreativeWork", _WORK),
    (kyo.ImplementationPlan, "CreativeWork", _WORK),
    (kyo.Plan, "CreativeWork", _WORK),
    (
        kyo.BasicPolicy,
        "DefinedTerm",
        (("termCode", skos.notation), ("inDefinedTermSet", skos.inScheme)),
    ),
    (
        kyo.SourceDocument,
        "DigitalDocument",
        (("creator", dct.creator), ("copyrightHolder", dct.rightsHolder), ("license", dct.license)),
    ),
    (
        org.FormalOrganization,
        "GovernmentOrganization",
        (("identifier", skos.notation), ("url", foaf.homepage), ("sameAs", schema.sameAs)),
    ),
    (
        org.OrganizationalUnit,
        "Organization",
        (("identifier", dct.identifier), ("parentOrganization", org.subOrganizationOf)),
    ),
    (kyo.FiscalYear, "Thing", ()),
)
_WORKS = frozenset({"CreativeWork", "DigitalDocument"})


def describe(thing: NamedNode, trail: list[NamedNode], published: Published, page: Page) -> Markup:
    """Describe a page, the way to it and its thing, as JSON-LD for a script element.

    Args:
        thing: that the page is about.
        trail: what it lies within, the widest first.
        published: what is published.
        page: in one language.
    """
    address = page.address(page.language)
    crumbs = f"{address}#trail"
    web_page: Node = {
        "@type": "WebPage",
        "@id": address,
        "name": _name(thing, published.data, page.language),
        "inLanguage": page.language,
        "breadcrumb": {"@id": crumbs},
        "mainEntity": {"@id": thing.value},
    }
    way: Node = {
        "@type": "BreadcrumbList",
        "@id": crumbs,
        "itemListElement": list(_steps([*trail, thing], published, page)),
    }
    graph = [web_page, way, _entity(thing, published.data, page.language)]
    return json_for_script(json.dumps({"@context": _CONTEXT, "@graph": graph}, ensure_ascii=False))


def _steps(way: list[NamedNode], published: Published, page: Page) -> Iterator[Node]:
    home = {"ja": "はじめに", "en": "Home"}[page.language]
    yield {"@type": "ListItem", "position": 1, "name": home, "item": _first(page)}
    for position, each in enumerate(way, 2):
        place = localized(published.places.page(each), page.language)
        yield {
            "@type": "ListItem",
            "position": position,
            "name": _name(each, published.data, page.language),
            "item": published.home + place,
        }


def _first(page: Page) -> str:
    first = page.language == LANGUAGES[0]
    return page.home if first else page.home + localized("index.html", page.language)


def _entity(thing: NamedNode, data: Things, language: Language) -> Node:
    types = data.all(thing, rdf.type)
    name: Node = {"@id": thing.value, "name": _name(thing, data, language)}
    for class_, type_, properties in _TYPES:
        if class_ in types:
            said = {key: _values(thing, predicate, data) for key, predicate in properties}
            own: Node = {"inLanguage": "ja"} if type_ in _WORKS else {}
            return {"@type": type_, **name, **own, **{k: v for k, v in said.items() if v}}
    return {"@type": "Thing", **name}


def _values(thing: NamedNode, predicate: NamedNode, data: Things) -> object:
    found = [
        value.value if isinstance(value, Literal) else {"@id": value.value}
        for value in data.graph.objects(thing, predicate)
        if isinstance(value, Literal | NamedNode)
    ]
    return found[0] if len(found) == 1 else found


def _name(thing: NamedNode, data: Things, language: Language) -> str:
    label = data.label(thing)
    return label.text(language) or label.ja or label.en
