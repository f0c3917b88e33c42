"""What `explain --shapes` says of other people's rules: their own texts, and what their parameters ask."""

from collections.abc import Iterator, Sequence
from textwrap import dedent

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.check.components import COMPONENTS
from kyodo_lod.check.limits import LIMITED
from kyodo_lod.check.messages import described, term_text
from kyodo_lod.check.paths import path_text
from kyodo_lod.check.rule_pages import Page, Section
from kyodo_lod.check.rules import severity_of, unfilled
from kyodo_lod.check.shapes import Shapes, bilingual, load_shapes
from kyodo_lod.finding import SHAPES, short_rule
from kyodo_lod.rdf.graph import Node
from kyodo_lod.rdf.terms import Literal, NamedNode
from kyodo_lod.rdf.vocabulary import rdf, sh

_WHY = Bilingual("理由", "Why")
_QUERY = Bilingual("SPARQL", "SPARQL query")
_REPAIR = Bilingual("{0}直すには: {1}", "{0}. To repair: {1}")
_UNTOLD = Bilingual("シェイプに説明の文がありません。", "the shape has no text of its own")
_SHAPES = (sh.NodeShape, sh.PropertyShape)


def foreign_pages(names: Sequence[str]) -> dict[str, Page]:
    """Give the pages of the rules with a name in shapes, by name, in the order of the files.

    Args:
        names: of shapes files.

    Raises:
        ShapesError: where there are none.
        GraphError: where they do not parse.
    """
    shapes = load_shapes(*names, limits=LIMITED)
    found = [_page(shapes, rule) for rule in shapes.graph.by_subject if _is_rule(shapes, rule)]
    return {page.name: page for page in found if not page.iri.startswith(SHAPES)}


def _is_rule(shapes: Shapes, node: Node) -> bool:
    """Tell whether a node with an IRI is a shape or a constraint (SHACL 1.0, section 2)."""
    has = shapes.graph.by_subject[node]
    is_typed = any(kind in has.get(rdf.type, ()) for kind in _SHAPES)
    says = any(predicate.value.startswith(sh.iri) for predicate in has)
    is_declaration = sh.declare in has or sh.ConstraintComponent in has.get(rdf.type, ())
    return isinstance(node, NamedNode) and (is_typed or says) and not is_declaration


def _page(shapes: Shapes, rule: Node) -> Page:
    iri = rule.value if isinstance(rule, NamedNode) else ""
    texts = shapes.texts(rule, sh.message)
    said = unfilled(bilingual(texts)) if texts else described(rule, shapes)
    severity = severity_of(shapes, rule)
    sections = tuple(_sections(shapes, rule, iri))
    return Page(short_rule(iri), iri, severity, said if said.en else _UNTOLD, sections)


def _sections(shapes: Shapes, rule: Node, iri: str) -> Iterator[Section]:
    why = bilingual(shapes.texts(rule, sh.description))
    if why.en:
        yield Section(_WHY, why)
    for part in shapes.graph.by_subject:
        if part == rule or (not isinstance(part, NamedNode) and shapes.named(part) == iri):
            yield from _constraints(shapes, part)


def _constraints(shapes: Shapes, part: Node) -> Iterator[Section]:
    """Give a section of each parameter of a shape, and of each query."""
    path = path_text(shapes.graph, shapes.graph.value(part, sh.path))
    for predicate, values in shapes.graph.by_subject[part].items():
        for value in values:
            if predicate in (sh.select, sh.ask) and isinstance(value, Literal):
                query = dedent(value.value).strip()
                yield Section(_QUERY, code=Bilingual(query, query), kind="sparql")
            yield from _constraint(predicate, term_text(shapes.graph, value), path)


def _constraint(predicate: NamedNode, value: str, path: str) -> Iterator[Section]:
    local = predicate.value.removeprefix(sh.iri)
    component = COMPONENTS.get("SPARQL" if local == "sparql" else local[:1].upper() + local[1:])
    if component is None or not predicate.value.startswith(sh.iri) or local == "property":
        return
    head = f"{path}: sh:{local} {value}" if path else f"sh:{local} {value}"
    ja, en = zip(component.demand, component.repair, strict=True)
    yield Section(Bilingual(head, head), Bilingual(_REPAIR.ja.format(*ja), _REPAIR.en.format(*en)))
