"""What is described in a published folder, and where: the page and the files that each IRI leads to."""

from collections.abc import Iterator
from functools import cached_property
from itertools import chain
from pathlib import Path
from urllib.parse import unquote

from kyodo_lod.publish import checksums
from kyodo_lod.query.graphs import versions
from kyodo_lod.query.run import own_quads
from kyodo_lod.rdf.formats import N_TRIPLES, TURTLE
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import HOME, dct
from kyodo_lod.serve.described import Described
from kyodo_lod.site.places import PAGED
from kyodo_lod.site.published import Published
from kyodo_lod.site.scope import scope

_CATALOG = "catalog"
_CONTEXT = "context.jsonld"
_HOME_PAGE = "index.html"
#: what the catalogue describes and a page of the site is about
_OWN_PAGES = {"id/sparql": "sparql.html"}
#: folders whose Turtle is of one dataset, of a question, or of one page
_NOT_DOCUMENTS = ("dataset/", "queries/", "id/")
_PROVENANCE = ("-provenance", "-quality")


def things(published: Published) -> dict[str, Described]:
    """Give where each thing is described, by the path of its IRI, sorted.

    The path is decoded, without the home and without a fragment, which no server gets to see. What is
    a file or a folder itself is no thing here.

    Args:
        published: what is published.

    Raises:
        GraphError: where a file does not parse.
    """
    found: dict[str, Described] = {}
    for path, described in _Index(published).all():
        found.setdefault(path, described)
    return dict(sorted(found.items()))


class _Index:
    """The ways to a thing, the best first."""

    def __init__(self, published: Published) -> None:
        self._published = published
        self._folder = published.folder
        self._told: dict[str, frozenset[NamedNode]] = {}

    def all(self) -> Iterator[tuple[str, Described]]:
        """Give path and place of every thing; the first place of a path counts."""
        found = chain(
            self._datasets(), self._documents(), self._in_documents(), self._in_dumps(),
            self._in_catalogue(), self._in_provenance(),
        )  # fmt: skip
        for path, described in found:
            if path and not path.endswith("/") and path not in self._files:
                yield path, described

    def _datasets(self) -> Iterator[tuple[str, Described]]:
        """Give the datasets and their versions."""
        for slug in self._slugs:
            folder = f"dataset/{slug}"
            page, table = f"{folder}/{_HOME_PAGE}", f"{folder}/{slug}-projects.csv"
            yield folder, Described(page, (f"{folder}/{slug}",), table)
            for version in versions(self._folder, slug):
                yield (
                    f"{folder}/{version}",
                    Described(page, (f"{folder}/{version}/{slug}", _CATALOG)),
                )

    def _in_dumps(self) -> Iterator[tuple[str, Described]]:
        """Give what the dumps describe, each where the newest that does is.

        What has no place in the site and is the same in all of them is the catalogue's: the publisher.
        """
        for slug in self._slugs:
            dump = f"dataset/{slug}/{slug}"
            for iri in self._subjects(self._folder / f"{dump}.{N_TRIPLES.extension}"):
                page = self._published.places.place(NamedNode(iri))
                if page or iri not in self._catalogued:
                    yield self._path(iri), self._in_dump(NamedNode(iri), page, slug)

    def _in_dump(self, thing: NamedNode, page: str, slug: str) -> Described:
        stem = page.partition("#")[0].removesuffix(".html")
        beside = (stem,) if thing in self._told_beside(page) else ()
        return Described(
            page or f"dataset/{slug}/{_HOME_PAGE}", (*beside, f"dataset/{slug}/{slug}")
        )

    def _told_beside(self, place: str) -> frozenset[NamedNode]:
        """Give what the data beside the page of a place tell everything of."""
        page = place.partition("#")[0]
        if page not in self._told:
            owner = self._owners.get(page)
            whole = scope(owner, self._published).whole if owner else ()
            self._told[page] = frozenset((owner, *whole) if owner else ())
        return self._told[page]

    def _in_catalogue(self) -> Iterator[tuple[str, Described]]:
        """Give the catalogue and what only it describes: series, publisher, contact."""
        for iri in self._catalogued:
            path = self._path(iri)
            yield path, Described(_OWN_PAGES.get(path, _HOME_PAGE), (_CATALOG,))

    def _documents(self) -> Iterator[tuple[str, Described]]:
        """Give vocabulary, shapes and lists of codes, each with its versions; the context."""
        for stem in self._document_stems:
            yield stem, Described(self._page_of(f"{HOME}{stem}", stem), (stem,))
        if _CONTEXT in self._files:
            yield _CONTEXT.partition(".")[0], Described("", (_CONTEXT.partition(".")[0],))

    def _in_documents(self) -> Iterator[tuple[str, Described]]:
        """Give what these documents describe: codes and terms."""
        for stem in self._document_stems:
            for iri in self._subjects(self._folder / f"{stem}.{TURTLE.extension}"):
                path = self._path(iri)
                if not path.startswith(_NOT_DOCUMENTS):
                    yield path, Described(self._page_of(iri, stem), (stem,))

    @cached_property
    def _document_stems(self) -> list[str]:
        ending = f".{TURTLE.extension}"
        apart = (*_NOT_DOCUMENTS, _CATALOG)
        names = [name for name in self._files if not name.startswith(apart)]
        return [name.removesuffix(ending) for name in names if name.endswith(ending)]

    def _page_of(self, iri: str, stem: str) -> str:
        own = f"{stem}.html"
        return self._published.places.place(NamedNode(iri)) or (own if own in self._files else "")

    def _in_provenance(self) -> Iterator[tuple[str, Described]]:
        """Give what is only said of how data came about: the program."""
        for slug in self._slugs:
            for about in _PROVENANCE:
                stem = f"dataset/{slug}/{slug}{about}"
                if f"{stem}.{TURTLE.extension}" in self._files:
                    for iri in self._subjects(self._folder / f"{stem}.{TURTLE.extension}"):
                        yield self._path(iri), Described("", (stem,))

    def _subjects(self, path: Path) -> dict[str, None]:
        """Give the IRIs of ours that a file says something of, up to their fragments, each once."""
        named = (quad.subject for quad in own_quads(path))
        iris = (each.value.partition("#")[0] for each in named if isinstance(each, NamedNode))
        return dict.fromkeys(iri for iri in iris if iri.startswith(self._ours))

    def _path(self, iri: str) -> str:
        start = self._published.home if iri.startswith(self._published.home) else HOME
        return unquote(iri.removeprefix(start))

    @cached_property
    def _catalogued(self) -> dict[str, None]:
        return self._subjects(self._folder / f"{_CATALOG}.{TURTLE.extension}")

    @cached_property
    def _ours(self) -> tuple[str, str]:
        return self._published.home, HOME

    @cached_property
    def _files(self) -> dict[str, None]:
        return dict.fromkeys(checksums.file_names(self._folder))

    @cached_property
    def _slugs(self) -> list[str]:
        """The datasets, that of the newest year first."""
        data, plans = self._published.data, self._published.plans
        years = {data.plain(plan, dct.identifier): self._published.year_of(plan) for plan in plans}
        dumps = self._folder.glob(f"dataset/*/*.{N_TRIPLES.extension}")
        slugs = sorted(path.stem for path in dumps if path.stem == path.parent.name)
        return sorted(slugs, key=lambda slug: years.get(slug, (0, slug)), reverse=True)

    @cached_property
    def _owners(self) -> dict[str, NamedNode]:
        """The things with a page of their own, by its path."""
        places = self._published.places
        paged = self._published.data.instances(*PAGED)
        return {places.page(thing): thing for thing in paged if places.has_page(thing)}
