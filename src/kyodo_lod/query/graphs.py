"""The named graphs of a published folder: which file is which graph, here and in any store."""

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kyodo_lod.assets import assets
from kyodo_lod.errors import GraphError
from kyodo_lod.files import read_file, require_folder
from kyodo_lod.query.run import dist_files, own_quads
from kyodo_lod.rdf.formats import N_TRIPLES
from kyodo_lod.rdf.read import parse
from kyodo_lod.rdf.terms import NamedNode, Quad
from kyodo_lod.rdf.vocabulary import HOME, dcat, rdf
from kyodo_lod.source.release import VERSION, version_key

_CATALOG = "catalog.ttl"
_PACKED = ".gz"


@dataclass(frozen=True, slots=True)
class NamedGraph:
    """A graph with its name.

    Args:
        name: its IRI.
        path: the file that holds it.
        asked: whether it belongs to the default graph, the union of what is current.
    """

    name: str
    path: Path
    asked: bool

    def quads(self) -> Iterator[Quad]:
        """Give its statements, in its own name; blank nodes are no other graph's.

        Raises:
            GraphError: where the file cannot be read or does not parse.
        """
        name = NamedNode(self.name)
        for quad in self._statements():
            yield Quad(quad.subject, quad.predicate, quad.object, name)

    def _statements(self) -> Iterator[Quad]:
        if self.path.suffix != _PACKED:
            return own_quads(self.path)
        try:
            data = gzip.decompress(read_file(self.path, GraphError))
        except (OSError, EOFError, zlib.error) as error:
            raise GraphError(
                str(self.path), f"gzip として読めません: {error}", f"is not gzip: {error}"
            ) from error
        return parse(data, N_TRIPLES, str(self.path), rename=True)


def named_graphs(dist: Path) -> Iterator[NamedGraph]:
    """Give all graphs of a published folder.

    A dump is the graph of its dataset's version (design §4); what is said about a dataset, the
    ontology and each list of codes is the graph of its own document. Earlier versions and the
    catalogue have names too, and stand outside the default graph.

    Args:
        dist: as `build` left it.

    Raises:
        GraphError: where it has no catalogue, or that does not parse.
    """
    home = home_of(dist)
    for path in dist_files(dist):
        slug = path.parent.name
        if path.stem != slug:
            yield NamedGraph(f"{home}dataset/{slug}/{path.name}", path, asked=True)
            continue
        current, *earlier = versions(dist, slug)
        yield NamedGraph(f"{home}dataset/{slug}/{current}", path, asked=True)
        for version in earlier:
            packed = path.parent / version / f"{slug}.{N_TRIPLES.extension}{_PACKED}"
            yield NamedGraph(f"{home}dataset/{slug}/{version}", packed, asked=False)
    for path in assets("ontology/*.ttl"):
        yield NamedGraph(f"{HOME}def", path, asked=True)
    for path in assets("ontology/codes/*.ttl"):
        yield NamedGraph(f"{HOME}scheme/{path.stem}", path, asked=True)
    yield NamedGraph(f"{home}catalog", dist / _CATALOG, asked=False)


def versions(dist: Path, slug: str) -> list[str]:
    """Give the versions of a dataset that `dist` keeps, newest first.

    Raises:
        GraphError: where there is none.
    """
    packed = dist.glob(f"dataset/{slug}/*/{slug}.{N_TRIPLES.extension}{_PACKED}")
    found = filter(VERSION.fullmatch, (path.parent.name for path in packed))
    if several := sorted(found, key=version_key, reverse=True):
        return several
    raise GraphError(
        f"{dist}/dataset/{slug}",
        "公開済みの版がありません。kyodo-lod build で作り直してください。",
        "keeps no release; run kyodo-lod build again",
    )


def home_of(dist: Path) -> str:
    """Give the IRI that a folder is published under, as its catalogue says.

    Raises:
        GraphError: where it is not there or has no catalogue.
    """
    require_folder(dist, GraphError)
    quads = own_quads(dist / _CATALOG)
    catalogs = (q.subject for q in quads if q.predicate == rdf.type and q.object == dcat.Catalog)
    catalog = next((each for each in catalogs if isinstance(each, NamedNode)), None)
    if catalog is None:
        raise GraphError(str(dist / _CATALOG), "カタログがありません。", "describes no catalogue")
    return catalog.value.removesuffix("catalog")
