"""Checking RDF against a demand: a file's bytes to a report, or statements that no file holds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kyodo_lod.check.engine import ENGINES
from kyodo_lod.check.graph import Checked, File, check
from kyodo_lod.check.limits import LIMITED, UNLIMITED, Limits
from kyodo_lod.check.report import Report
from kyodo_lod.check.shapes import Shapes
from kyodo_lod.errors import GraphError, KyodoError
from kyodo_lod.files import read_file
from kyodo_lod.rdf.blank import called_in_order
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
        limits: on how much is checked at once.
    """

    shapes: Shapes
    ontology: tuple[Quad, ...] = ()
    inference: str = "none"
    engine: str = "auto"
    limits: Limits = LIMITED

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


def load_ontology(files: Sequence[str], limits: Limits = UNLIMITED) -> tuple[Quad, ...]:
    """Read ontologies; what they import is not fetched.

    Args:
        files: their names.
        limits: on each.

    Raises:
        GraphError: where one cannot be read, is too large, or its name does not tell its format.
    """
    numbered = enumerate(files, 1)  # the data, without a number, is none of them
    return tuple(quad for number, name in numbered for quad in _statements(name, number, limits))


def _statements(name: str, number: int, limits: Limits) -> list[Quad]:
    fmt = format_of(name)
    if fmt is None:
        known = ", ".join(FORMATS)
        raise GraphError(
            name,
            f"ファイル名から RDF の形式が分かりません (使えるもの: {known})。",
            f"its name does not tell its RDF format; known are: {known}",
        )
    quads = parse(read(Path(name), limits), fmt, name, rename=True)
    return limits.held(called_in_order(quads, number), name)


def read(path: Path, limits: Limits) -> bytes:
    """Read an RDF file; raises GraphError where it cannot be read or is too large."""
    data = read_file(path, GraphError, limits.to_read)
    limits.refuse_size(data, str(path))
    return data


def check_file(data: bytes, fmt: Format, place: str, demand: Demand) -> Report:
    """Check RDF.

    Args:
        data: the bytes of the file.
        fmt: its format.
        place: how it is called.
        demand: what is demanded of it.

    Raises:
        GraphError: where it does not parse, with the line, or is too large.
        ShapesError: where SHACL does not allow the shapes.
    """
    demand.limits.refuse_size(data, place)
    statements = demand.limits.held(called_in_order(parse(data, fmt, place)), place)
    checked = check_statements(statements, demand, File(place, data, fmt, statements))
    return Report(
        place,
        checked.findings,
        shapes=demand.shapes.versions,
        engine=checked.engine,
        idle=checked.idle,
        beyond=checked.beyond,
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
        GraphError: beyond a limit.
    """
    graph = Graph([*statements, *demand.ontology])
    if demand.inference == "rdfs":
        place = file.place if file else ""
        demand.limits.refuse_rdflib(len(graph), place, "--inference rdfs ", "--inference rdfs")
        from kyodo_lod.check.inference import with_rdfs  # rdflib takes 0.2 s to import

        graph = with_rdfs(graph)
    return check(graph, demand.shapes, demand.engine, file, demand.limits)
