"""Linksets: what our datasets link to in datasets of others, counted by property and dataset."""

from collections import Counter
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import urlsplit

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.publish.census import Census, short_name
from kyodo_lod.rdf.terms import NamedNode, Triple, Triples, integer, labels, string
from kyodo_lod.rdf.vocabulary import dct, foaf, rdf, rdfs, schema, void


@dataclass(frozen=True, slots=True)
class External:
    """A dataset of someone else.

    Args:
        name: its name in our IRIs.
        title: how it calls itself.
        space: what its IRIs begin with.
        homepage: IRI, where known.
    """

    name: str
    title: Bilingual
    space: str
    homepage: str | None = None


#: (property, dataset of someone else) → how many links
Links: TypeAlias = "dict[tuple[NamedNode, External], int]"

#: what these link to is a dataset's, known or not
_LINKS = (dct.spatial, schema.sameAs)

EXTERNALS = (
    External(
        "e-stat",
        Bilingual("統計LOD (e-Stat)", "Statistical LOD of Japan (e-Stat)"),
        "http://data.e-stat.go.jp/lod/",
        "https://data.e-stat.go.jp/lodw/",
    ),
    External(
        "geonames",
        Bilingual("GeoNames", "GeoNames"),
        "https://sws.geonames.org/",
        "https://www.geonames.org/",
    ),
    External(
        "wikidata",
        Bilingual("ウィキデータ", "Wikidata"),
        "http://www.wikidata.org/entity/",
        "https://www.wikidata.org/",
    ),
    External(
        "dbpedia-ja",
        Bilingual("DBpedia Japanese", "DBpedia Japanese"),
        "http://ja.dbpedia.org/resource/",
        "http://ja.dbpedia.org/",
    ),
    External(
        "ndl-authorities",
        Bilingual("国立国会図書館典拠データ (Web NDL Authorities)", "Web NDL Authorities"),
        "http://id.ndl.go.jp/auth/",
        "https://id.ndl.go.jp/auth/ndla/",
    ),
)


def known_external(iri: str) -> External | None:
    """Give the dataset in the table that `iri` belongs to."""
    return next((one for one in EXTERNALS if iri.startswith(one.space)), None)


def external_of(iri: str) -> External:
    """Give the dataset that `iri` belongs to: one of the table, else everything on its host.

    >>> external_of("https://example.com/place/1").space
    'https://example.com/'
    """
    parts = urlsplit(iri)
    host = parts.netloc
    return known_external(iri) or External(host, Bilingual(host, host), f"{parts.scheme}://{host}/")


def links(census: Census, base: str) -> Links:
    """Count the links that a dump holds.

    Args:
        census: of the dump.
        base: what begins with it is ours.
    """
    found: Counter[tuple[NamedNode, External]] = Counter()
    for (predicate, value), times in census.references.items():
        is_ours = value.value.startswith(base)
        if known_external(value.value) or (predicate in _LINKS and not is_ours):
            found[predicate, external_of(value.value)] += times
    return found


def linkset(iris: Iris, predicate: NamedNode, external: External) -> NamedNode:
    """Give the IRI of a linkset."""
    return iris.part(f"links-{external.name}-{short_name(predicate, '-')}")


def linkset_triples(iris: Iris, counted: Links) -> Triples:
    """Describe the linksets of a dataset."""
    for (predicate, external), times in counted.items():
        iri, title = linkset(iris, predicate, external), external.title
        shown = short_name(predicate, ":")
        label = Bilingual(f"{title.ja} へのリンク ({shown})", f"links to {title.en} ({shown})")
        yield Triple(iri, rdf.type, void.Linkset)
        yield from labels(iri, rdfs.label, label)
        yield Triple(iri, void.subjectsTarget, iris.dataset)
        yield Triple(iri, void.objectsTarget, _target(iris, external))
        yield Triple(iri, void.linkPredicate, predicate)
        yield Triple(iri, void.triples, integer(times))


def target_triples(iris: Iris, external: External) -> Triples:
    """Describe a dataset of someone else."""
    target = _target(iris, external)
    yield Triple(target, rdf.type, void.Dataset)
    yield from labels(target, rdfs.label, external.title)
    yield from labels(target, dct.title, external.title)
    yield Triple(target, void.uriSpace, string(external.space))
    if external.homepage:
        yield Triple(target, foaf.homepage, NamedNode(external.homepage))


def _target(iris: Iris, external: External) -> NamedNode:
    return NamedNode(f"{iris.base}void.ttl#{external.name}")
