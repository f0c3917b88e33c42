"""Whether shapes are about anything in the data: where they are not, no finding means nothing."""

from kyodo_lod.check.fast.targets import focus_nodes
from kyodo_lod.check.fast.unsupported import UnsupportedError
from kyodo_lod.check.shapes import Shapes
from kyodo_lod.rdf.graph import Graph


def has_focus(data: Graph, shapes: Shapes) -> bool:
    """Tell whether any target of any shape is in the data (SHACL 1.0, section 2.1.3).

    Args:
        data: the data graph.
        shapes: the shapes.
    """
    nodes = shapes.graph.by_subject
    try:
        return any(focus_nodes(data, shapes.graph, shape) for shape in nodes)
    except UnsupportedError:
        return True  # what only pySHACL knows is not for us to judge
