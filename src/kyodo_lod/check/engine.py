"""The SHACL engines, and which one runs."""

from typing import NamedTuple

from kyodo_lod.check.endless import refuse_endless
from kyodo_lod.check.fast.backtracking import EndlessError, endless
from kyodo_lod.check.fast.unsupported import UnsupportedError
from kyodo_lod.check.limits import UNLIMITED, Limits
from kyodo_lod.check.recursion import refuse_recursion
from kyodo_lod.check.result import Result
from kyodo_lod.check.shapes import Shapes
from kyodo_lod.rdf.graph import Graph

#: names for --engine; `auto` is the fast one wherever it knows every construct of the shapes
ENGINES = ("auto", "fast", "pyshacl")


class Run(NamedTuple):
    """What an engine gave.

    Args:
        results: the top-level results, sorted by their content.
        engine: which engine it was, and why not the fast one.
        stopped: whether it stopped at a limit, before all was found.
    """

    results: tuple[Result, ...]
    engine: str
    stopped: bool = False


def run(
    data: Graph,
    shapes: Shapes,
    engine: str = "auto",
    limits: Limits = UNLIMITED,
    place: str = "",
) -> Run:
    """Validate `data` against `shapes` with the engine of that name.

    Args:
        data: the data graph.
        shapes: what is demanded of it.
        engine: one of ENGINES.
        limits: on what pySHACL is given, and on the results of the fast one.
        place: what the data were read from.

    Raises:
        ShapesError: where SHACL does not allow the shapes, or `fast` does not know a construct.
        GraphError: beyond a limit.
    """
    from kyodo_lod.check.fast.engine import some_results

    refuse_recursion(shapes)
    reason = ""
    if engine != "pyshacl":
        try:
            found, stopped = some_results(data, shapes, limits.results)
            return Run(tuple(found), "fast", stopped)
        except UnsupportedError as error:
            if engine == "fast":
                raise error.refused(shapes.place) from error
            reason = f" ({error})"
        except EndlessError as error:
            raise endless(shapes.place, error.pattern) from error
    limits.refuse_rdflib(len(data), place, f"pySHACL{reason} ", f"pySHACL{reason}")
    refuse_endless(data, shapes)
    from kyodo_lod.check.shacl import results  # takes a quarter of a second to import

    return Run(tuple(results(data, shapes)), f"pyshacl{reason}")
