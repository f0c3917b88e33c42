"""SHACL results to findings, each at its places: in the city's document and in the RDF file."""

from collections import Counter
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from kyodo_lod.check.derivation import labels_of, origins, passage_text
from kyodo_lod.check.engine import run
from kyodo_lod.check.inner import inner_demands, message_of, rule_of, stated_messages
from kyodo_lod.check.limits import UNLIMITED, Limits
from kyodo_lod.check.naming import name_of
from kyodo_lod.check.report import Beyond, added
from kyodo_lod.check.result import Result
from kyodo_lod.check.shapes import Shapes
from kyodo_lod.check.spelling import with_nearest
from kyodo_lod.check.targets import absent_classes, has_focus
from kyodo_lod.finding import Finding, Severity
from kyodo_lod.origin import Origin
from kyodo_lod.rdf.formats import Format
from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.terms import BlankNode, Literal, NamedNode, Quad, Statement
from kyodo_lod.rdf.vocabulary import prefixes, sh

if TYPE_CHECKING:
    from kyodo_lod.rdf.lines import Lines

_SEVERITIES = {f"{sh.iri}{severity.value}": severity for severity in Severity}


class Checked(NamedTuple):
    """What checking a graph gave.

    Args:
        findings: in the order of their places.
        engine: which engine ran, and why not the fast one.
        idle: whether no shape is about anything in the graph.
        beyond: findings that are counted and not held.
        absent: classes that shapes are about and that nothing in the graph has.
        stopped: whether the engine stopped at a limit, so that there are more, of any rule.
    """

    findings: tuple[Finding, ...]
    engine: str
    idle: bool = False
    beyond: tuple[Beyond, ...] = ()
    absent: tuple[str, ...] = ()
    stopped: bool = False


class File(NamedTuple):
    """The RDF file that a graph was read from.

    Args:
        place: how it is called.
        data: its bytes.
        fmt: its format.
        statements: what it was read as.
    """

    place: str
    data: bytes
    fmt: Format
    statements: Sequence[Quad]


def check_graph(
    statements: Iterable[Statement], shapes: Shapes, engine: str = "auto"
) -> list[Finding]:
    """Validate a graph that no file holds; as `check`."""
    return list(check(Graph(statements), shapes, engine).findings)


def check(
    data: Graph,
    shapes: Shapes,
    engine: str = "auto",
    file: File | None = None,
    limits: Limits = UNLIMITED,
) -> Checked:
    """Validate a graph.

    Args:
        data: the graph.
        shapes: what is demanded of it.
        engine: one of ENGINES.
        file: the file that it was read from, for the places in it.
        limits: on what an engine is given and what is held of its results.

    Returns:
        A finding for each top-level result, in the order of their places; what several constraints
        of one named shape say of one value in the same words is one finding. Where not all are held,
        those are, of each rule, the first.

    Raises:
        ShapesError: where SHACL does not allow the shapes.
        GraphError: beyond a limit.
    """
    ran = run(data, shapes, engine, limits, file.place if file else "")
    place = _places(file) if file and ran.results else None
    held, rest = _shared_out(_told_apart(ran.results, shapes), limits.findings)
    found = dict.fromkeys(_finding(result, data, shapes, place) for result in held)
    idle = not ran.results and not has_focus(data, shapes)
    in_order, absent = tuple(sorted(found, key=_order)), absent_classes(data, shapes)
    return Checked(in_order, ran.engine, idle, _counted(rest, shapes), absent, ran.stopped)


def _told_apart(results: Sequence[Result], shapes: Shapes) -> list[Result]:
    """Give the first result of each finding: constraints of one shape may say the same of one value."""
    first: dict[tuple[object, ...], Result] = {}
    for result in results:
        first.setdefault(_what(result, shapes), result)
    return list(first.values())


def _what(result: Result, shapes: Shapes) -> tuple[object, ...]:
    """Give what makes a result another finding; its words, unless they are of its component."""
    said = result.messages or bool(shapes.graph.objects(result.shape, sh.message))
    source = result.constraint if isinstance(result.constraint, NamedNode) else result.shape
    is_named = said and isinstance(source, NamedNode)
    whose = (source,) if is_named else (result.shape, result.constraint, result.component)
    return (*whose, result.focus, result.path, result.value, result.severity, said)


def _shared_out(results: Sequence[Result], most: int) -> tuple[list[Result], list[Result]]:
    """Give the results that are held and the others: of each rule as many, as far as it has them."""
    seen: Counter[tuple[object, ...]] = Counter()
    ranked: list[tuple[int, Result]] = []
    for result in results:
        rule = (result.shape, result.constraint)
        ranked.append((seen[rule], result))
        seen[rule] += 1
    ranked.sort(key=itemgetter(0))
    in_turn = [result for _, result in ranked]
    return in_turn[:most], in_turn[most:]


def _counted(results: Sequence[Result], shapes: Shapes) -> tuple[Beyond, ...]:
    """Count results by rule."""
    counts = Counter((r.shape, r.component, r.constraint, r.severity) for r in results)
    found = []
    for (shape, component, constraint, severity), count in counts.items():
        name = name_of(shapes, shape, component, constraint)
        stated = _SEVERITIES.get(severity, Severity.VIOLATION)
        found.append(Beyond(name.rule, stated, count, name.short))
    return added(found)


def _order(finding: Finding) -> tuple[Origin | str, ...]:
    """Order by what a finding says: its places, then its node, then what is told of it.

    At one place a property's own fault stands before what a query finds, which often follows from it.
    """
    is_query = finding.component == f"{sh.iri}SPARQLConstraintComponent"
    return (
        finding.origin or Origin(""), finding.graph_origin or Origin(""), "12"[is_query],
        f"<{finding.focus}>",  # what belongs to a thing before the thing
        finding.rule, finding.path, finding.component, finding.value, finding.kind,
        finding.stated_severity, *finding.message,
    )  # fmt: skip


class _Places(NamedTuple):
    """The places in an RDF file."""

    file: str
    lines: "Lines"

    def of(self, result: Result, node: Node) -> Origin | None:
        """Give the place of the triple at fault; else that of its subject."""
        path = _property(result.path) if node == result.focus else None
        line = self.lines.line(node, path, result.value) or self.lines.line(result.focus)
        return Origin(self.file, line) if line else None


def _places(file: File) -> _Places | None:
    from kyodo_lod.rdf.lines import lines_of  # only where there is something to find

    lines = lines_of(file.data, file.fmt, list(file.statements))
    return _Places(file.place, lines) if lines else None


def _property(path: str) -> NamedNode | None:
    """Give the property that a path is; None for a longer one."""
    prefix, colon, local = path.partition(":")
    if colon and local.isalnum() and prefix in prefixes():
        return NamedNode(prefixes()[prefix] + local)
    try:
        return NamedNode(path) if path else None
    except ValueError:
        return None


def _finding(result: Result, data: Graph, shapes: Shapes, place: _Places | None) -> Finding:
    node = _at_fault(result)
    derived = sorted(origins(data, node))
    in_file = place.of(result, node) if place else None
    name = rule_of(result, shapes)
    return Finding(
        rule=name.rule,
        severity=_SEVERITIES.get(result.severity, Severity.VIOLATION),
        message=with_nearest(name.rule, message_of(result, shapes, data)),
        origin=derived[0] if derived else None,
        related=tuple(derived[1:]),
        focus=text_of(result.focus),
        path=result.path,
        value="" if result.value is None else text_of(result.value),
        kind=_kind(result.value),
        component=result.component,
        label=labels_of(data, node),
        graph_origin=in_file,
        inner=inner_demands(result, data, shapes),
        excerpt=place.lines.text(in_file.line) if place and in_file else passage_text(data, node),
        stated_severity="" if result.severity in _SEVERITIES else result.severity,
        name=name.short,
        prefixes=tuple(shapes.prefixes.items()),
        shape=str(result.shape) if isinstance(result.shape, NamedNode | BlankNode) else "",
        said=tuple(stated_messages(result, shapes)),
    )


def text_of(node: Node) -> str:
    """Give a term as a finding holds it: an IRI or a text bare, anything else as in N-Triples."""
    return node.value if isinstance(node, NamedNode | Literal) else str(node)


def _kind(value: Node | None) -> str:
    """Say what kind of term a value is, as `Finding.kind` is read."""
    if isinstance(value, NamedNode):
        return "<>"
    if not isinstance(value, Literal):
        return ""
    if value.language:
        return f"@{value.language}"
    return "" if value.datatype.value.endswith("#string") else f"^^{value.datatype.value}"


def _at_fault(result: Result) -> Node:
    """Give the node whose statements are wrong: the focus, or another that a rule on it names."""
    is_other = not result.path and isinstance(result.value, NamedNode)
    return result.value if is_other and result.value else result.focus
