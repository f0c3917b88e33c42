"""The triples by which a graph that breaks a shape differs from one that conforms.

An example is a change to base.ttl (tests/shapes/test_examples.py says how it is written). Shown are
the nodes that it changes, with the changed properties and those that the rule is about.
"""

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from excerpts.approved import messages
from excerpts.turtle import turtle
from kyodo_lod.check.shapes import load_shapes
from kyodo_lod.finding import SHAPES
from kyodo_lod.rdf.formats import TRIG, TURTLE
from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.read import parse
from kyodo_lod.rdf.terms import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple
from kyodo_lod.rdf.vocabulary import PUBLICATION_VOCABULARIES, prefixes, rdf, sh

_WITHOUT, _RENAME = NamedNode("urn:without"), NamedNode("urn:rename")
_NAMES = re.compile(r"\b([a-z]+):([A-Za-z]\w*)")
#: what a query compares names with is not what it reads
_LISTED = re.compile(r"NOT IN \([^)]*\)")
_PREFIXES = prefixes(PUBLICATION_VOCABULARIES)
_Pairs = dict[Node, dict[NamedNode, None]]


@dataclass
class Change:
    """An example: what it takes from the base, adds to it and calls otherwise."""

    path: Path
    without: list[Triple] = field(default_factory=list)
    added: list[Triple] = field(default_factory=list)
    names: dict[Node, Node] = field(default_factory=dict)

    def applied(self, base: Graph) -> Graph:
        """Give the graph that the example stands for."""
        left = [t for t in base.triples() if not any(_stands_for(w, t) for w in self.without)]
        return Graph(
            Triple(self.names.get(t.subject, t.subject), t.predicate, self.names.get(t.object, t.object))
            for t in (*left, *self.added)
        )  # fmt: skip

    def touched(self, base: Graph) -> _Pairs:
        """Give what it changes, node by node; nodes that it only adds where it changes no other."""
        pairs: _Pairs = {}
        for triple in (*self.without, *self.added):
            pairs.setdefault(triple.subject, {})[triple.predicate] = None
        for old in self.names:
            pairs.setdefault(old, {})[rdf.type] = None
        known = {node: found for node, found in pairs.items() if node in base.by_subject}
        return known or pairs


def shape_examples(root: Path) -> Iterator[dict[str, str]]:
    """Give an example of each rule of our shapes."""
    home = root / "tests" / "shapes"
    for profile, folder in (("catalog", home / "catalog"), ("plan", home)):
        base = _base(folder / "base.ttl")
        for each in sorted({path.parent for path in folder.glob("*/*.trig")}):
            rule = f"{profile}#{each.name}"
            fails = min(map(_change, _paths(each, "invalid", "warning")), key=_plain)
            yield {
                "rule": rule,
                "kind": "rdf",
                **messages(fails.path.with_name(f"{fails.path.name}.approved.txt"), rule),
                **_sides(root, base, fails, _about(profile, each.name)),
            }


def _sides(root: Path, base: Graph, fails: Change, about: list[NamedNode]) -> dict[str, str]:
    """Give both excerpts; where the base says nothing of what is at fault, another example does."""
    pairs = _with_others(fails.touched(base), fails, base, about)
    passes, right = _repaired(base, fails, about)
    return {
        "fails": fails.path.relative_to(root).as_posix(),
        "failing": turtle(fails.applied(base), _renamed(pairs, fails.names)),
        "passes": passes.path.relative_to(root).as_posix(),
        "passing": turtle(passes.applied(base), _renamed(right, passes.names), lacking=False),
    }


def _repaired(base: Graph, fails: Change, about: list[NamedNode]) -> tuple[Change, _Pairs]:
    """Give what passes: the base, which conforms, or what else may be where it says nothing of it."""
    at_fault = fails.touched(base)
    if _says(base, at_fault):
        return Change(_base_path(fails.path)), _with_others(at_fault, fails, base, about)
    alike = _spelled(base, at_fault) or _alike(base, fails, at_fault)
    if alike:
        return Change(_base_path(fails.path)), alike
    valid = list(map(_change, _paths(fails.path.parent, "valid")))
    faults = {predicate for found in at_fault.values() for predicate in found}
    telling = [c for c in valid if faults & {t.predicate for t in c.added}]
    passes = min(telling or valid, key=_plain)
    return passes, _with_others(passes.touched(base), passes, base, about)


def _alike(base: Graph, fails: Change, at_fault: _Pairs) -> _Pairs:
    """Give a node of the same class that has the property right."""
    faulty = fails.applied(base)
    for node, predicates in at_fault.items():
        kinds = faulty.objects(node, rdf.type)
        for each, has in base.by_subject.items():
            if set(kinds) & set(has.get(rdf.type, ())) and set(predicates) - {rdf.type} <= set(has):
                return {each: predicates}
    return {}


def _spelled(base: Graph, at_fault: _Pairs) -> _Pairs:
    """Give the same node with the property that a misspelled one stands for."""
    for node, predicates in at_fault.items():
        known = {each.value: each for each in base.by_subject.get(node, {})}
        for predicate in predicates:
            near = difflib.get_close_matches(predicate.value, known, 1, 0.95)
            if near:
                return {node: {known[near[0]]: None}}
    return {}


def _says(graph: Graph, pairs: _Pairs) -> bool:
    return any(graph.objects(node, each) for node, found in pairs.items() for each in found)


def _with_others(pairs: _Pairs, change: Change, base: Graph, about: list[NamedNode]) -> _Pairs:
    """Add what the rule is about, of the nodes that are changed and of those they point to."""
    found: _Pairs = {}
    values = [t.object for t in (*change.added, *change.without) if t.predicate != rdf.type]
    pointed = [v for v in values if v in base.by_subject and v not in pairs]
    for old in change.names:
        pairs = {**{s: {p: None} for p in about for s in base.subjects(p, old)[:1]}, **pairs}
    for node in (*pairs, *pointed):
        has = base.by_subject.get(node, {})
        wanted = [p for p in about if p in has and p != rdf.type]
        if node in pairs or wanted:
            found[node] = dict.fromkeys((*pairs.get(node, {}), *wanted))
    return found


def _renamed(pairs: _Pairs, names: dict[Node, Node]) -> _Pairs:
    return {names.get(node, node): predicates for node, predicates in pairs.items()}


def _about(profile: str, name: str) -> list[NamedNode]:
    """Give the properties that a rule speaks of: those of its path, and those its query reads."""
    graph = _shapes(profile)
    rule = NamedNode(f"{SHAPES}{profile}#{name}")
    query = graph.value(rule, sh.select)
    if isinstance(query, Literal):
        named = dict.fromkeys(_NAMES.findall(_LISTED.sub("", query.value)))
        return [NamedNode(_PREFIXES[p] + local) for p, local in named if p in _PREFIXES]
    compared = (sh.equals, sh.lessThan, sh.lessThanOrEquals)
    others = [o for p in compared for o in graph.objects(rule, p) if isinstance(o, NamedNode)]
    return [*_terms(graph, graph.value(rule, sh.path)), *others]


def _terms(shapes: Graph, path: Node | None) -> list[NamedNode]:
    """Give the properties that stand in a path, wherever they stand."""
    if path is None or isinstance(path, NamedNode):
        return [path] if path and path != rdf.nil else []
    parts = shapes.by_subject.get(path, {}).values()
    return [term for found in parts for part in found for term in _terms(shapes, part)]


@cache
def _shapes(profile: str) -> Graph:
    return load_shapes(profile).graph


def _base_path(example: Path) -> Path:
    return example.parents[1] / "base.ttl"


@cache
def _base(path: Path) -> Graph:
    return Graph(list(parse(path.read_bytes(), TURTLE, path.name)))


def _paths(folder: Path, *kinds: str) -> list[Path]:
    return sorted(path for kind in kinds for path in folder.glob(f"{kind}.*.trig"))


def _plain(change: Change) -> tuple[bool, int, str]:
    """Prefer a value that lacks, then the smallest change."""
    size = len(change.without) + len(change.added) + len(change.names)
    return not change.path.name.startswith("invalid.missing"), size, change.path.name


def _change(path: Path) -> Change:
    quads = list(parse(path.read_bytes(), TRIG, path.name))
    renames = _of(quads, _RENAME)
    return Change(
        path, _of(quads, _WITHOUT), _of(quads, DefaultGraph()), {t.subject: t.object for t in renames}
    )  # fmt: skip


def _of(quads: Iterable[Quad], graph: object) -> list[Triple]:
    return [Triple(q.subject, q.predicate, q.object) for q in quads if q.graph_name == graph]


def _stands_for(pattern: Triple, triple: Triple) -> bool:
    same = (pattern.subject, pattern.predicate) == (triple.subject, triple.predicate)
    return same and (isinstance(pattern.object, BlankNode) or pattern.object == triple.object)
