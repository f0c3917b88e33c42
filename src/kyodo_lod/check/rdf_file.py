"""Checking RDF against a demand: a file's bytes to a report, or statements that no file holds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kyodo_lod.check.engine import ENGINES
from kyodo_lod.check.graph import Checked, File, check
from kyodo_lod.check.report import Report
from kyodo_lod.check.shapes import Shapes
from kyodo_lod.errors import GraphError, KyodoError
from kyodo_lod.files import read_file
from kyodo_lod.rdf.formats import FORMATS, Format, format_of
from kyodo_lod.rdf.graph import Graph
from kyodo_lod.rdf.read import parse
from kyodo_lod.rdf.terms import Quad, Statement

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

    def __post_init__(self) -> None:
        """Raise KyodoError for a name that is none."""
        for name, known in ((self.inference, INFERENCES), (self.engine, ENGINES)):
            if name not in known:
                listed = ", ".join(known)
                raise KyodoError(
                    name,
                    f"その名前はありません (使えるもの: {listed})。",
                    f"must be one of {listed}",
                )


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
    checked = check_statements(statements, demand, File(place, data, fmt, statements))
    return Report(
        place,
        checked.findings,
        shapes=demand.shapes.versions,
        engine=checked.engine,
        idle=checked.idle,
    )


def check_statements(
    statements: Iterable[Statement], demand: Demand, file: File | None = None
) -> Checked:
    """Check statements together with the ontology and, where demanded, with what follows from both.

    Args:
        statements: the data.
        demand: what is demanded of them.
        file: the file that they were read from, for the places in it.

    Raises:
        ShapesError: where SHACL does not allow the shapes.
    """
    graph = Graph([*statements, *demand.ontology])
    if demand.inference == "rdfs":
        from kyodo_lod.check.inference import with_rdfs  # rdflib takes 0.2 s to import

        graph = with_rdfs(graph)
    return check(graph, demand.shapes, demand.engine, file)
