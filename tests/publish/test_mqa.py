"""The points that data.europa.eu's Metadata Quality Assessment would give, reckoned by ourselves.

Methodology: https://data.europa.eu/mqa/methodology (23 indicators, 405 points). An indicator of
distributions counts here by the share of files that meet it, which is stricter than the portal, for
which one file is enough. Whether a URL answers is judged by the folder that is published.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pytest
import rdflib
from publish.conftest import BASE
from publish.test_dcat_ap import DCAT_AP, FILES, found
from rdflib import DCAT, DCTERMS, RDF, SKOS
from rdflib.term import Node

_EU = "http://publications.europa.eu/resource/authority/"
_IANA = "http://www.iana.org/assignments/media-types/"
#: edp-non-proprietary-format.rdf and edp-machine-readable-format.rdf of the portal, as far as we use them
_OPEN = {"CSV", "JSON_LD", "RDF_N_TRIPLES", "RDF_TRIG", "RDF_TURTLE", "RDF_XML"}
_MACHINE_READABLE = {*_OPEN, "XLSX"}


@dataclass(frozen=True)
class Site:
    """The catalogue and the folder it is published with."""

    graph: rdflib.Graph
    folder: Path

    def answers(self, url: Node) -> bool:
        """Tell whether a web server would give 200."""
        path = self.folder / str(url).removeprefix(BASE)
        return (path / "index.html").is_file() if path.is_dir() else path.is_file()


Check = Callable[[Site, Node], bool]


class Indicator(NamedTuple):
    """One of the 23: its points, what it is about, and when it is met."""

    name: str
    points: int
    about: Node
    met: Check


def has(term: rdflib.URIRef) -> Check:
    return lambda site, node: site.graph.value(node, term) is not None


def listed(term: rdflib.URIRef, *lists: str) -> Check:
    return lambda site, node: any(str(v).startswith(lists) for v in site.graph.objects(node, term))


def answering(term: rdflib.URIRef) -> Check:
    return lambda site, node: any(site.answers(url) for url in site.graph.objects(node, term))


def one_of(codes: set[str]) -> Check:
    return lambda site, node: (
        str(site.graph.value(node, DCTERMS["format"])).rpartition("/")[2] in codes
    )


def by_known_licence(site: Site, node: Node) -> bool:
    """Tell whether the licence is in the EU list, by its own IRI or as an exact match."""
    licence = site.graph.value(node, DCTERMS.license)
    names = [licence, *site.graph.objects(licence, SKOS.exactMatch)] if licence else []
    return any(str(name).startswith(f"{_EU}licence/") for name in names)


def both(first: Check, second: Check) -> Check:
    return lambda site, node: first(site, node) and second(site, node)


def conforms(site: Site, _: Node) -> bool:
    return not any(found(site.graph, name) for name in FILES[:2])


INDICATORS = (
    Indicator("keyword", 30, DCAT.Dataset, has(DCAT.keyword)),
    Indicator("category", 30, DCAT.Dataset, has(DCAT.theme)),
    Indicator("spatial", 20, DCAT.Dataset, has(DCTERMS.spatial)),
    Indicator("temporal", 20, DCAT.Dataset, has(DCTERMS.temporal)),
    Indicator("access URL answers", 50, DCAT.Distribution, answering(DCAT.accessURL)),
    Indicator("download URL", 20, DCAT.Distribution, has(DCAT.downloadURL)),
    Indicator("download URL answers", 30, DCAT.Distribution, answering(DCAT.downloadURL)),
    Indicator("format", 20, DCAT.Distribution, has(DCTERMS["format"])),
    Indicator("media type", 10, DCAT.Distribution, has(DCAT.mediaType)),
    Indicator(
        "format and media type from vocabulary", 10, DCAT.Distribution,
        both(listed(DCTERMS["format"], f"{_EU}file-type/"), listed(DCAT.mediaType, _IANA)),
    ),
    Indicator("non-proprietary", 20, DCAT.Distribution, one_of(_OPEN)),
    Indicator("machine-readable", 20, DCAT.Distribution, one_of(_MACHINE_READABLE)),
    Indicator("DCAT-AP compliance", 30, DCAT.Catalog, conforms),
    Indicator("licence", 20, DCAT.Distribution, has(DCTERMS.license)),
    Indicator("licence from vocabulary", 10, DCAT.Distribution, by_known_licence),
    Indicator("access rights", 10, DCAT.Dataset, has(DCTERMS.accessRights)),
    Indicator(
        "access rights from vocabulary", 5, DCAT.Dataset,
        listed(DCTERMS.accessRights, f"{_EU}access-right/"),
    ),
    Indicator("contact point", 20, DCAT.Dataset, has(DCAT.contactPoint)),
    Indicator("publisher", 10, DCAT.Dataset, has(DCTERMS.publisher)),
    Indicator("rights", 5, DCAT.Distribution, has(DCTERMS.rights)),
    Indicator("file size", 5, DCAT.Distribution, has(DCAT.byteSize)),
    Indicator("date of issue", 5, DCAT.Dataset, has(DCTERMS.issued)),
    Indicator("modification date", 5, DCAT.Dataset, has(DCTERMS.modified)),
)  # fmt: skip


def share(indicator: Indicator, site: Site) -> tuple[int, int]:
    """Give how many things meet an indicator, and of how many."""
    nodes = list(site.graph.subjects(RDF.type, indicator.about))
    return sum(indicator.met(site, node) for node in nodes), len(nodes)


def missing(site: Site, indicators: Iterable[Indicator]) -> dict[str, str]:
    """Give the indicators that not everything meets, with their shares."""
    shares = {indicator.name: share(indicator, site) for indicator in indicators}
    return {name: f"{met} of {of}" for name, (met, of) in shares.items() if met != of}


@pytest.fixture(scope="module")
def site(complete: Path) -> Site:
    return Site(rdflib.Graph().parse(complete / "catalog.ttl"), complete)


def test_the_indicators_are_those_of_the_methodology() -> None:
    assert len(INDICATORS) == 23
    assert sum(indicator.points for indicator in INDICATORS) == 405


@pytest.mark.skipif(not DCAT_AP.is_dir(), reason=f"the official shapes are not at {DCAT_AP}")
def test_all_points_but_those_of_the_workbook(site: Site) -> None:
    """An .xlsx is proprietary to the portal; it stays, because clerks open it by a double-click."""
    assert missing(site, INDICATORS) == {"non-proprietary": "11 of 12"}
    shares = {indicator: share(indicator, site) for indicator in INDICATORS}
    strict = sum(one.points * met / of for one, (met, of) in shares.items())
    best_file = sum(one.points for one, (met, _) in shares.items() if met)
    assert (round(strict, 1), best_file) == (403.3, 405)


@pytest.mark.parametrize(
    ("term", "lost"),
    [
        (DCAT.keyword, {"keyword"}),
        (DCTERMS.license, {"licence", "licence from vocabulary"}),
        (DCAT.accessURL, {"access URL answers"}),
        (DCTERMS.accessRights, {"access rights", "access rights from vocabulary"}),
        (DCAT.mediaType, {"media type", "format and media type from vocabulary"}),
    ],
)
def test_what_is_not_said_loses_its_points(term: rdflib.URIRef, lost: set[str], site: Site) -> None:
    graph = site.graph + rdflib.Graph()
    graph.remove((None, term, None))
    others = [indicator for indicator in INDICATORS if indicator.met is not conforms]
    assert set(missing(Site(graph, site.folder), others)) == lost | {"non-proprietary"}


def test_a_page_that_is_not_there_loses_points(site: Site, tmp_path: Path) -> None:
    others = [indicator for indicator in INDICATORS if indicator.met is not conforms]
    lost = missing(Site(site.graph, tmp_path), others)
    assert {"access URL answers", "download URL answers"} <= set(lost)
