"""Checking RDF against a demand: a file's bytes to a report, or statements that no file holds."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kyodo_lod.check.engine import ENGINES
from kyodo_lod.check.graph import Checked, File, check
from kyodo_lod.check.limits import LIMITED, UNLIMITED, Limits
from kyodo_lod.check.report import Report
from kyodo_lod.check.shapes import Shapes, load_shapes
from kyodo_lod.errors import GraphError, KyodoError, ShapesError
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

    @property
    def shape_names(self) -> tuple[str, ...]:
        """The shapes as the user named them."""
        return tuple(version.place for version in self.shapes.versions)


def demanded(
    shapes: Sequence[str],
    ontology: Sequence[str] = (),
    inference: str = "none",
    engine: str = "auto",
    limits: Limits = LIMITED,
) -> Demand:
    """Read what is demanded.

    Args:
        shapes: names of our shapes, or shapes files.
        ontology: RDF files that every graph is checked together with.
        inference: one of INFERENCES.
        engine: one of ENGINES.
        limits: on each file, also of what will be checked.

    Raises:
        KyodoError: where one of them cannot be used.
    """
    if not shapes:
        raise ShapesError(
            "shapes",
            "シェイプが一つも指定されていません。",
            "no shapes are named, so nothing would be demanded; name some",
        )
    loaded = load_shapes(*shapes, limits=limits)
    return Demand(loaded, load_ontology(ontology, limits), inference, engine, limits)


def load_ontology(files: Sequence[str], limits: Limits = UNLIMITED) -> tuple[Quad, ...]:
    """Read ontologies; what they import is not fetched.

    Args:
        files: their names.
        limits: on each.

    Raises:
        GraphError: where one cannot be read, is too large, or its name does not tell its format.
    """
    numbered = enumerate(files, 1)  # the data, without a number, is none of them
    return tuple(quad for number, name in numbered for quad in file_quads(name, limits, number))


def file_quads(
    name: str,
    limits: Limits,
    number: int,
    fmt: Format | None = None,
    data: bytes | None = None,
) -> Iterator[Quad]:
    """Give the statements of an RDF file; its blank nodes are no other file's.

    Args:
        name: the file.
        limits: on it.
        number: one that no other file has which it is put together with.
        fmt: its format; None means by its name.
        data: its bytes, where they were read already.

    Raises:
        GraphError: where it cannot be read, is too large, or its format is not known.
    """
    known = fmt or format_of(name)
    if known is None:
        formats = ", ".join(FORMATS)
        raise GraphError(
            name,
            f"ファイル名から RDF の形式が分かりません (使えるもの: {formats})。",
            f"its name does not tell its RDF format; known are: {formats}",
        )
    content = limits.unpacked(read(Path(name), limits) if data is None else data, name)
    quads = parse(content, known, name, rename=True)
    return limits.bounded(called_in_order(quads, number), name)


def read(path: Path, limits: Limits) -> bytes:
    """Read an RDF file, no more of it than tells that it is too large; raises GraphError."""
    return read_file(path, GraphError, limits.to_read)


def check_file(data: bytes, fmt: Format, place: str, demand: Demand) -> Report:
    """Check RDF.

    Args:
        data: the bytes of the file, in gzip or not.
        fmt: its format.
        place: how it is called.
        demand: what is demanded of it.

    Raises:
        GraphError: where it does not parse, with the line, or is too large.
        ShapesError: where SHACL does not allow the shapes.
    """
    content = demand.limits.unpacked(data, place)
    statements = demand.limits.held(called_in_order(parse(content, fmt, place)), place)
    checked = check_statements(statements, demand, File(place, content, fmt, statements))
    return Report(
        place,
        checked.findings,
        shapes=demand.shapes.versions,
        engine=checked.engine,
        idle=checked.idle,
        beyond=checked.beyond,
        stopped=checked.stopped,
        absent=checked.absent,
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
