"""Who publishes the data and whom to ask, as the catalogue says."""

from dataclasses import dataclass

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import dcat, dct, foaf, vcard
from kyodo_lod.site.published import Published
from kyodo_lod.site.things import Things

_WEB = ("https://", "http://")
_MAIL = "mailto:"


@dataclass(frozen=True, slots=True)
class Agent:
    """Somebody with a name and a page."""

    name: Bilingual
    homepage: str


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask."""

    name: Bilingual
    email: str
    page: str


@dataclass(frozen=True, slots=True)
class Publication:
    """The catalogue's own words on its publisher.

    Args:
        publisher: of the data.
        contact: whom to ask.
        endpoint: where SPARQL is answered; empty where nowhere.
    """

    publisher: Agent
    contact: Contact
    endpoint: str


def publication(published: Published) -> Publication:
    """Give who publishes, whom to ask and where SPARQL is answered."""
    told, catalog = published.catalogue, published.catalog
    return Publication(
        _agent(told, told.one(catalog, dct.publisher) or catalog),
        _contact(told, told.one(catalog, dcat.contactPoint) or catalog),
        web(told, told.one(catalog, dcat.service) or catalog, dcat.endpointURL),
    )


def web(told: Things, thing: NamedNode, predicate: NamedNode) -> str:
    """Give a web address that a property holds; empty where it holds none, or something else."""
    address = told.plain(thing, predicate)
    return address if address.startswith(_WEB) else ""


def _agent(told: Things, agent: NamedNode) -> Agent:
    return Agent(told.text(agent, foaf.name), web(told, agent, foaf.homepage))


def _contact(told: Things, contact: NamedNode) -> Contact:
    email = told.plain(contact, vcard.hasEmail).removeprefix(_MAIL)
    return Contact(told.text(contact, vcard.fn), email, web(told, contact, vcard.hasURL))
