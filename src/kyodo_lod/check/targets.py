"""Whether shapes are about anything in the data: where they are not, no finding means nothing."""

from kyodo_lod.check.fast.targets import focus_nodes, with_subclasses
from kyodo_lod.check.fast.unsupported import UnsupportedError
from kyodo_lod.check.shapes import Shapes
from kyodo_lod.check.short_names import short
from kyodo_lod.rdf.graph import Graph
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import rdf, sh


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


def absent_classes(data: Graph, shapes: Shapes) -> tuple[str, ...]:
    """Give the classes that shapes are about and that nothing in the data has; short, sorted.

    Args:
        data: the data graph.
        shapes: the shapes.
    """
    stated = (has.get(sh.targetClass, ()) for has in shapes.graph.by_subject.values())
    wanted = {each for classes in stated for each in classes if isinstance(each, NamedNode)}
    return tuple(sorted(short(one.value, shapes.prefixes) for one in wanted if _lacks(data, one)))


def _lacks(data: Graph, wanted: NamedNode) -> bool:
    return not any(data.subjects(rdf.type, each) for each in with_subclasses(data, wanted))
