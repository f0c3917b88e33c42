"""Who publishes, as the catalogue says; an address that is none of the web is not shown."""

from kyodo_lod.rdf.terms import NamedNode, Triple, string
from kyodo_lod.rdf.vocabulary import foaf
from kyodo_lod.site.publication import publication, web
from kyodo_lod.site.published import Published
from kyodo_lod.site.things import Things


def test_it_is_whom_the_catalogue_names(published: Published) -> None:
    told = publication(published)
    assert told.publisher.name == ("kyodo-lod プロジェクト", "kyodo-lod project")
    assert told.contact.page == "https://github.com/kyodo-lod/kyodo-lod/issues"
    assert (told.contact.email, told.publisher.homepage, told.endpoint) == ("", "", "")


def test_only_web_addresses_become_links() -> None:
    city = NamedNode("https://example.org/id/1")
    for address in (NamedNode("javascript:alert(1)"), string("data:text/html,x")):
        assert web(Things([Triple(city, foaf.homepage, address)]), city, foaf.homepage) == ""
    page = NamedNode("https://example.org/")
    assert web(Things([Triple(city, foaf.homepage, page)]), city, foaf.homepage) == page.value
