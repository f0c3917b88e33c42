"""Shapes graphs, ours by name or anyone's by file, and the texts their shapes carry."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from kyodo_lod.assets import asset, assets
from kyodo_lod.bilingual import Bilingual
from kyodo_lod.check.limits import UNLIMITED, Limits
from kyodo_lod.check.report import ShapesVersion
from kyodo_lod.errors import ShapesError
from kyodo_lod.files import read_bytes, refusal
from kyodo_lod.rdf.blank import called_in_order
from kyodo_lod.rdf.formats import TURTLE, format_of
from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.read import parse, prefixes_of
from kyodo_lod.rdf.sparql import asks_a_service
from kyodo_lod.rdf.terms import Literal, NamedNode, Quad
from kyodo_lod.rdf.vocabulary import owl, sh


@dataclass(frozen=True)
class Shapes:
    """A shapes graph.

    Args:
        place: the files.
        graph: its triples.
        versions: of each file.
        prefixes: prefix → namespace, as the files declare them; for people alone.
    """

    place: str
    graph: Graph
    versions: tuple[ShapesVersion, ...] = ()
    prefixes: Mapping[str, str] = field(default_factory=dict, compare=False)

    @cached_property
    def holders(self) -> dict[Node, Node]:
        """Each shape that another one holds, with that other."""
        return _holders(self.graph)

    def texts(self, shape: Node, predicate: NamedNode) -> dict[str, str]:
        """Give the texts of `shape` by language; plain ones under an empty language."""
        found = self.graph.objects(shape, predicate)
        literals = sorted((o for o in found if isinstance(o, Literal)), key=str)
        return {(text.language or "").lower(): text.value for text in literals}

    def named(self, shape: Node) -> str:
        """Give the IRI of `shape`, or of the nearest named shape that holds it; empty if none does."""
        seen: set[Node] = set()
        while not isinstance(shape, NamedNode):
            if shape in seen or shape not in self.holders:
                return ""
            seen.add(shape)
            shape = self.holders[shape]
        return shape.value


def bilingual(texts: dict[str, str]) -> Bilingual:
    """Give texts by language in ours: each as it is tagged, else the plain one, else any."""
    any_text = next(iter(texts.values()), "")
    plain = texts.get("", "")
    en = texts.get("en") or plain or next((t for tag, t in texts.items() if tag[:3] == "en-"), "")
    return Bilingual(texts.get("ja") or plain or en or any_text, en or any_text)


_PREFIX = NamedNode(f"{sh.iri}prefix")  # not `sh.prefix`, which is the vocabulary's own
_HOLDING = (sh.property_, sh.node, sh.not_, sh.qualifiedValueShape, sh.sparql)
_LISTING = (sh.and_, sh.or_, sh.xone)


def _holders(graph: Graph) -> dict[Node, Node]:
    holders: dict[Node, Node] = {}
    for shape, properties in graph.by_subject.items():
        held = [part for predicate in _HOLDING for part in properties.get(predicate, ())]
        heads = [head for predicate in _LISTING for head in properties.get(predicate, ())]
        for part in (*held, *(member for head in heads for member in graph.items(head))):
            holders.setdefault(part, shape)
    return holders


def shape_names() -> list[str]:
    """Give the names of our own shapes graphs."""
    return [path.stem for path in assets("shapes/*.ttl")]


def load_shapes(*names: str, limits: Limits = UNLIMITED) -> Shapes:
    """Read shapes, several files as one graph.

    Args:
        names: each one of `shape_names`, or a file.
        limits: on each file.

    Raises:
        ShapesError: where there are none, or they would call a service.
        GraphError: where they do not parse, or there are too many.
    """
    numbers = range(1, len(names) + 1) if len(names) > 1 else (0,)
    files = [_file(name, limits, number) for name, number in zip(names, numbers, strict=True)]
    graph = Graph(quad for file in files for quad in file.statements)
    versions = tuple(
        ShapesVersion(name, _version(file.statements))
        for name, file in zip(names, files, strict=True)
    )
    place = ", ".join(str(file.path) for file in files)
    return Shapes(place, graph, versions, _prefixes(graph, files))


class _File(NamedTuple):
    """A shapes file as it was read."""

    path: Path
    statements: list[Quad]
    prefixes: dict[str, str]


def _prefixes(graph: Graph, files: Iterable[_File]) -> dict[str, str]:
    """Give the prefixes of the files, then those of sh:declare (SHACL 1.0, section 5.2.1)."""
    found: dict[str, str] = {}
    for file in files:
        found = file.prefixes | found
    for node in graph.holders(_PREFIX):
        prefix, namespace = graph.value(node, _PREFIX), graph.value(node, sh.namespace)
        if isinstance(prefix, Literal) and isinstance(namespace, Literal):
            found.setdefault(prefix.value, namespace.value)
    return found


def _path(name: str) -> Path:
    return asset(f"shapes/{name}.ttl") if name in shape_names() else Path(name)


def _file(name: str, limits: Limits, number: int) -> _File:
    path = _path(name)
    try:
        data = read_bytes(path, limits.to_read)
    except (OSError, ValueError) as error:
        known = ", ".join(shape_names())
        why = refusal(error)
        raise ShapesError(
            name,
            f"シェイプのファイルが読めません ({why.ja})。名前なら: {known}",
            f"no such shapes ({why.en}); known by name: {known}",
        ) from error
    content, fmt = limits.unpacked(data, str(path)), format_of(path) or TURTLE
    quads = parse(content, fmt, str(path), rename=bool(number))
    statements = limits.held(called_in_order(quads, number), str(path), limits.shapes)
    _refuse_no_shape(statements, path)
    _refuse_services(statements, path)
    return _File(path, statements, prefixes_of(content, fmt))


def _refuse_no_shape(statements: Sequence[Quad], path: Path) -> None:
    terms = (term for quad in statements for term in (quad.subject, quad.predicate, quad.object))
    if not any(isinstance(term, NamedNode) and term.value.startswith(sh.iri) for term in terms):
        raise ShapesError(
            str(path),
            "SHACL のシェイプが一つもありません。シェイプのファイルを --shapes に指定してください。",
            "holds no SHACL shape, so it would demand nothing; give a shapes file with --shapes",
        )


def _refuse_services(statements: Sequence[Quad], path: Path) -> None:
    for quad in statements:
        text = quad.object.value if isinstance(quad.object, Literal) else ""
        if quad.predicate in (sh.select, sh.ask) and asks_a_service(text):
            raise ShapesError(
                str(path),
                "SERVICE は使えません。外部への問い合わせはしません。",
                "SERVICE is refused in a query: nothing is fetched",
            )


def _version(statements: Sequence[Quad]) -> str:
    stated = (q.object for q in statements if q.predicate == owl.versionInfo)
    return next((o.value for o in stated if isinstance(o, Literal)), "")
