"""Where a thing's page stands in the site: the path of its IRI, and the part of a page for what has none."""

from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import HOME, kyo, org, rdf, skos
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


class Places:
    """The places of all things in the site.

    Args:
        home: IRI that the site is published under.
        data: what is published.
    """

    def __init__(self, home: str, data: Things) -> None:
        self.home = home
        self._data = data
        self._paged = frozenset(data.instances(*PAGED))

    def has_page(self, thing: NamedNode) -> bool:
        """Tell whether a thing has a page of its own."""
        return thing in self._paged

    def page(self, thing: NamedNode) -> str:
        """Give the path of a thing's own page: `id/072036/plan/kyodo-2/fy2018/p/3-06.html`."""
        return f"{self._path(thing)}.html"

    def place(self, thing: NamedNode) -> str:
        """Give where a thing is shown, as a path in the site; empty for what is not ours.

        A sub-item stands in its project's page, a policy's section in its year's plan, a passage in its
        document; the fragment is the rest of the IRI, so that an IRI's own fragment leads there.
        """
        if thing in self._paged:
            return self.page(thing)
        path, hash_sign, fragment = thing.value.partition("#")
        if hash_sign and NamedNode(path) in self._paged:
            return f"{self.page(NamedNode(path))}#{fragment}"
        if thing.value.startswith(kyo.iri):
            return f"def.html#{fragment}"
        return self._within(thing) or self._published(thing)

    def _within(self, thing: NamedNode) -> str:
        """Give the place within the nearest page whose IRI the thing's begins with."""
        head, slash, _ = thing.value.rpartition("/")
        while slash and len(head) > len(self.home):
            if NamedNode(head) in self._paged:
                return f"{self.page(NamedNode(head))}#{thing.value[len(head) + 1 :]}"
            head, slash, _ = head.rpartition("/")
        return ""

    def _published(self, thing: NamedNode) -> str:
        """Give the place of what is published as files: datasets, codes."""
        path = self._path(thing)
        if path.startswith("dataset/"):
            return f"dataset/{path.split('/')[1]}/index.html"
        if skos.Concept in self._data.all(thing, rdf.type) and path.startswith("scheme/"):
            return f"codes.html#{path.removeprefix('scheme/')}"
        return ""

    def _path(self, thing: NamedNode) -> str:
        for start in (self.home, HOME):
            if thing.value.startswith(start):
                return thing.value.removeprefix(start)
        return ""
