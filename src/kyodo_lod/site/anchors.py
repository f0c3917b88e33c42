"""Links to things as templates show them; in Python, for a page has dozens and a site a million."""

from markupsafe import Markup, escape

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.publish.pages.page import Page
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.site.places import Places


def anchor(thing: NamedNode, name: Bilingual, page: Page, places: Places) -> Markup:
    """Give a link to where a thing is shown, or its name alone where it is shown nowhere.

    Args:
        thing: its IRI.
        name: the words that are shown.
        page: on which the link stands.
        places: of all things.
    """
    place, words = places.place(thing), page.words(name)
    if not place:
        return Markup(f"<span>{words}</span>")  # noqa: S704 (the words are escaped)
    return Markup(f'<a href="{escape(page.link(place))}">{words}</a>')  # noqa: S704
