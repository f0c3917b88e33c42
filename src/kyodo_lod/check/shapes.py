"""Shapes graphs, ours by name or anyone's by file, and the texts their shapes carry."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import rdflib
from rdflib import SH

from kyodo_lod.assets import asset, assets
from kyodo_lod.bilingual import Bilingual
from kyodo_lod.check.shacl import lean
from kyodo_lod.errors import ShapesError
from kyodo_lod.files import refusal
from kyodo_lod.rdf.formats import TURTLE, format_of
from kyodo_lod.rdf.interop import to_rdflib
from kyodo_lod.rdf.read import parse
from kyodo_lod.rdf.sparql import asks_a_service

_PLACEHOLDER = re.compile(r"\\?\{[?$](\w+)\\?\}")


@dataclass(frozen=True)
class Shapes:
    """A shapes graph.

    Args:
        place: the file.
        graph: its triples.
    """

    place: str
    graph: rdflib.Graph

    @cached_property
    def lean(self) -> rdflib.Graph:
        """The same demands, without what only slows the validation."""
        return lean(self.graph)

    def texts(self, shape: rdflib.term.Node, predicate: rdflib.URIRef) -> dict[str, str]:
        """Give the texts of `shape` by language; plain ones under an empty language."""
        literals = (
            o for o in self.graph.objects(shape, predicate) if isinstance(o, rdflib.Literal)
        )
        return {(text.language or "").lower(): str(text) for text in sorted(literals)}

    def message(self, shape: rdflib.term.Node, filled: tuple[rdflib.Literal, ...]) -> Bilingual:
        """Give the message of a result in both languages.

        pySHACL drops the language tags of messages it filled, so each is matched to its template.

        Args:
            shape: the source shape or constraint.
            filled: the messages pySHACL gave.
        """
        templates = self.texts(shape, SH.message)
        texts = {language: _match(template, filled) for language, template in templates.items()}
        tagged = {(text.language or ""): str(text) for text in filled}
        texts = {language: text for language, text in texts.items() if text} or tagged
        any_text = next(iter(texts.values()), "")
        return Bilingual(
            texts.get("ja") or texts.get("") or any_text,
            texts.get("en") or texts.get("") or any_text,
        )


def _match(template: str, filled: tuple[rdflib.Literal, ...]) -> str:
    if not _PLACEHOLDER.search(template):
        return template
    pieces = _PLACEHOLDER.split(template)[::2]
    pattern = re.compile("(.*?)".join(map(re.escape, pieces)), re.DOTALL)
    return next((str(text) for text in filled if pattern.fullmatch(str(text))), "")


def shape_names() -> list[str]:
    """Give the names of our own shapes graphs."""
    return [path.stem for path in assets("shapes/*.ttl")]


def load_shapes(name: str) -> Shapes:
    """Read shapes.

    Args:
        name: one of `shape_names`, or a file.

    Raises:
        ShapesError: where there are none, or they would call a service.
        GraphError: where they do not parse.
    """
    path = asset(f"shapes/{name}.ttl") if name in shape_names() else Path(name)
    try:
        data = path.read_bytes()
    except OSError as error:
        known = ", ".join(shape_names())
        why = refusal(error)
        raise ShapesError(
            name,
            f"シェイプのファイルが読めません ({why.ja})。名前なら: {known}",
            f"no such shapes ({why.en}); known by name: {known}",
        ) from error
    graph = to_rdflib(parse(data, format_of(path) or TURTLE, str(path)))
    if not any(str(term).startswith(str(SH)) for triple in graph for term in triple):
        raise ShapesError(
            str(path),
            "SHACL のシェイプが一つもありません。シェイプのファイルを --shapes に指定してください。",
            "holds no SHACL shape, so it would demand nothing; give a shapes file with --shapes",
        )
    for query in (*graph.objects(None, SH.select), *graph.objects(None, SH.ask)):
        if asks_a_service(str(query)):
            raise ShapesError(
                str(path),
                "SERVICE は使えません。外部への問い合わせはしません。",
                "SERVICE is refused in a query: nothing is fetched",
            )
    return Shapes(str(path), graph)
