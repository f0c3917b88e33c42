"""Checking an RDF file: its bytes to a report."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kyodo_lod.check.graph import File, check
from kyodo_lod.check.report import Report
from kyodo_lod.check.shapes import Shapes
from kyodo_lod.errors import GraphError
from kyodo_lod.files import read_file
from kyodo_lod.rdf.formats import FORMATS, Format, format_of
from kyodo_lod.rdf.graph import Graph
from kyodo_lod.rdf.read import parse
from kyodo_lod.rdf.terms import Quad

#: names for --inference
INFERENCES = ("none", "rdfs")


@dataclass(frozen=True)
class Demand:
    """What is demanded of a graph, and how it is checked.

    Args:
        shapes: the shapes.
        ontology: statements that every graph is checked together with, such as a class hierarchy.
        inference: one of INFERENCES: what is inferred before the check.
        engine: one of ENGINES.
    """

    shapes: Shapes
    ontology: tuple[Quad, ...] = ()
    inference: str = "none"
    engine: str = "auto"


def load_ontology(files: Sequence[str]) -> tuple[Quad, ...]:
    """Read ontologies; what they import is not fetched.

    Raises:
        GraphError: where one cannot be read, or its name does not tell its format.
    """
    return tuple(quad for name in files for quad in _statements(name))


def _statements(name: str) -> list[Quad]:
    fmt = format_of(name)
    if fmt is None:
        known = ", ".join(FORMATS)
        raise GraphError(
            name,
            f"ファイル名から RDF の形式が分かりません (使えるもの: {known})。",
            f"its name does not tell its RDF format; known are: {known}",
        )
    return list(parse(read_file(Path(name), GraphError), fmt, name, rename=True))


def check_file(data: bytes, fmt: Format, place: str, demand: Demand) -> Report:
    """Check RDF.

    Args:
        data: the bytes of the file.
        fmt: its format.
        place: how it is called.
        demand: what is demanded of it.

    Raises:
        GraphError: where it does not parse, with the line.
        ShapesError: where SHACL does not allow the shapes.
    """
    statements = list(parse(data, fmt, place))
    file = File(place, data, fmt, statements)
    graph = Graph([*statements, *demand.ontology])
    if demand.inference == "rdfs":
        from kyodo_lod.check.inference import with_rdfs  # rdflib takes 0.2 s to import

        graph = with_rdfs(graph)
    checked = check(graph, demand.shapes, demand.engine, file)
    return Report(place, checked.findings, shapes=demand.shapes.versions, engine=checked.engine)
