"""Where a thing is shown in the site: a page of its own, a part of another's page, or a published page."""

from markupsafe import Markup, escape

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.publish.pages.page import Page
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import HOME, dcat, kyo, org, rdf, skos
from kyodo_lod.site.paths import safe_path
from kyodo_lod.site.things import Things

#: classes whose things have a page each
PAGED = (
    kyo.PlannedProject,
    kyo.BasicPolicy,
    kyo.ImplementationPlan,
    kyo.Plan,
    kyo.SourceDocument,
    kyo.FiscalYear,
    org.FormalOrganization,
    org.OrganizationalUnit,
)
#: classes whose things are a part of the page of what they belong to
INSIDE = frozenset((kyo.SubItem, kyo.PolicySection, kyo.SourcePassage, skos.ConceptScheme))
#: of the page of a dataset
_DATASET_PARTS = {"#rights": "#rights"}
_VERSIONS = "#versions"


class Places:
    """The places of all things in the site.

    Args:
        home: IRI that the site is published under.
        data: what is published.
    """

    def __init__(self, home: str, data: Things) -> None:
        self.home = home
        self._data = data
        things = (thing.value for thing in data.instances(*PAGED))
        self._pages = {
            iri: f"{safe_path(iri.removeprefix(home))}.html"
            for iri in things
            if iri.startswith(f"{home}id/")
        }
        self._known: dict[str, str] = {}

    def has_page(self, thing: NamedNode) -> bool:
        """Tell whether a thing has a page of its own; only what is ours has one."""
        return thing.value in self._pages

    def page(self, thing: NamedNode) -> str:
        """Give the path of a thing's own page: `id/072036/plan/kyodo-2/fy2018/p/3-06.html`."""
        return self._pages[thing.value]

    def place(self, thing: NamedNode) -> str:
        """Give where a thing is shown, as a path in the site; empty for what has no place.

        A sub-item stands in its project's page, a policy's section in its year's plan, a passage in its
        document; the fragment is the rest of the IRI, so that an IRI's own fragment leads there.
        """
        iri = thing.value
        if iri not in self._known:
            self._known[iri] = self._pages.get(iri) or self._inside(thing) or self._published(thing)
        return self._known[iri]

    def part(self, thing: NamedNode) -> str:
        """Give the HTML id of a thing that stands in another's page: the rest of its IRI."""
        return self.place(thing).partition("#")[2]

    def anchor(self, thing: NamedNode, name: Bilingual, page: Page) -> Markup:
        """Give a link to where a thing is shown, or its name alone where it is shown nowhere.

        In Python and no macro of a template, for a page has dozens and a site a million.

        Args:
            thing: its IRI.
            name: the words that are shown.
            page: on which the link stands.
        """
        place, words = self.place(thing), page.words(name)
        if not place:
            return Markup(f"<span>{words}</span>")  # noqa: S704 (the words are escaped)
        return Markup(f'<a href="{escape(page.link(place))}">{words}</a>')  # noqa: S704

    def _inside(self, thing: NamedNode) -> str:
        """Give the place within the nearest page whose IRI the thing's begins with."""
        if not INSIDE.intersection(self._data.all(thing, rdf.type)):
            return ""
        iri = thing.value
        for end in range(len(iri) - 1, len(self.home), -1):
            if iri[end] in "/#" and iri[:end] in self._pages:
                return f"{self._pages[iri[:end]]}#{iri[end + 1 :]}"
        return ""

    def _published(self, thing: NamedNode) -> str:
        """Give the place of what pages of `dist/` or the page of codes show."""
        iri = thing.value
        if iri.startswith(f"{self.home}dataset/"):
            return self._of_dataset(iri)
        if not iri.startswith(HOME) or thing not in self._data:
            return ""
        path, hash_sign, fragment = iri.removeprefix(HOME).partition("#")
        if path.startswith("scheme/"):
            return f"codes.html#{path.removeprefix('scheme/')}"
        return f"def.html{hash_sign}{fragment}" if path == "def" else ""

    def _of_dataset(self, iri: str) -> str:
        path = iri.removeprefix(f"{self.home}dataset/")
        slug = path.split("/")[0].split("#")[0]
        dataset = NamedNode(f"{self.home}dataset/{slug}")
        if dcat.Dataset not in self._data.all(dataset, rdf.type):
            return ""
        rest = path.removeprefix(slug)
        part = _VERSIONS if rest.startswith("/") else _DATASET_PARTS.get(rest, "")
        return f"dataset/{slug}/index.html{part}"
