"""Constraints in SPARQL (SHACL 1.0, section 5), asked of a store for one focus node after the other."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from kyodo_lod.check.fast.certain import refuse_uncertain
from kyodo_lod.check.fast.declarations import prefixes_of
from kyodo_lod.check.fast.facts import Facts, facts_of
from kyodo_lod.check.fast.messages import filled
from kyodo_lod.check.fast.path_tokens import repeats
from kyodo_lod.check.fast.prebinding import prebound, uses_this
from kyodo_lod.check.fast.query_paths import with_path
from kyodo_lod.check.fast.source import Check, Source, component
from kyodo_lod.check.fast.structure import is_deactivated
from kyodo_lod.check.fast.tokens import Tokens, tokens_of
from kyodo_lod.check.fast.unsupported import UnsupportedError
from kyodo_lod.check.result import Result
from kyodo_lod.check.short_names import short
from kyodo_lod.errors import QueryError
from kyodo_lod.rdf.graph import Graph, Node
from kyodo_lod.rdf.select import SelectStore
from kyodo_lod.rdf.sparql import refuse_nesting
from kyodo_lod.rdf.terms import BlankNode, Literal, NamedNode
from kyodo_lod.rdf.vocabulary import rdf, sh, xsd

_SPARQL = component("SPARQL")
_KNOWN = {
    sh.select, sh.message, sh.prefixes, sh.deactivated, sh.severity, sh.name, sh.description,
    sh.order,
}  # fmt: skip
_SAFE = (xsd.string, rdf.langString, xsd.integer, xsd.boolean)
#: as pySHACL finds them, and what it refuses
_THIS = re.compile(r"[\s{}()][$?]this")
_NESTED = re.compile(r"\{[^}]*SELECT\s+((?:(?:[?$]\w+\s+)|(?:\*\s+))+)", re.IGNORECASE)
_RENAMED = re.compile(r"\W+AS\s+[$?](this|shapesGraph|currentShape)\b", re.IGNORECASE)
_FORBIDDEN = re.compile(r"inus[\s{]|\bvalues\b|ervice[\s<]", re.IGNORECASE)
_SAMPLE = re.compile(r"\bSAMPLE\b", re.IGNORECASE)


class Question(NamedTuple):
    """A constraint in SPARQL, ready to be asked.

    Args:
        node: the constraint.
        tokens: its SELECT, with the path put in.
        prefixes: prefix → namespace.
        has_sample: whether it may give any of several values.
    """

    node: Node
    tokens: Tokens
    prefixes: Mapping[str, str]
    has_sample: bool


def compiled_constraints(source: Source, store: Callable[[], SelectStore]) -> Iterator[Check]:
    """Compile the SPARQL constraints of a shape.

    Args:
        source: the shape.
        store: the data, in a store that is made when first asked for.

    Raises:
        UnsupportedError: where an engine may give another answer than pySHACL's, or none.
    """
    for node in source.objects(sh.sparql):
        if not is_deactivated(source.shapes, node):
            yield _check(source, _question(source, node), store)


def _question(source: Source, node: Node) -> Question:
    graph = source.shapes
    stated = graph.by_subject.get(node, {})
    unknown = [p for p in stated if p.value.startswith(sh.iri) and p not in _KNOWN]
    texts = stated.get(sh.select, [])
    if unknown or len(texts) != 1 or not _is_text(texts[0]):
        raise UnsupportedError(f"{node} is a constraint that is not as it should be")
    if not all(_is_text(message) for message in stated.get(sh.message, [])):
        raise UnsupportedError(f"a message of {node} is no text")
    prefixes = prefixes_of(graph, node)
    text = with_path(source, texts[0].value if isinstance(texts[0], Literal) else "", prefixes)
    return Question(node, _tokens(text), prefixes, bool(_SAMPLE.search(text)))


@lru_cache(maxsize=256)
def _tokens(text: str) -> Tokens:
    """Read a query, once for all graphs that it is asked of."""
    _refuse_forbidden(text)
    refuse_nesting(text, "sh:select")
    return tokens_of(text)


def _is_text(node: Node) -> bool:
    return isinstance(node, Literal) and node.datatype in (xsd.string, rdf.langString)


def _refuse_forbidden(text: str) -> None:
    nested = _NESTED.search(text)
    if nested and "this" not in [name.lstrip("$?") for name in nested[1].split()]:
        raise UnsupportedError("a nested SELECT without $this")
    if _RENAMED.search(text) or re.search(r"shapesGraph|currentShape|[$?]failure\b", text):
        raise UnsupportedError("a query with another pre-bound variable than $this")
    if _FORBIDDEN.search(text):
        raise UnsupportedError("a query in which pySHACL may see MINUS, VALUES or SERVICE")
    if re.search(r"[$?]this\b", text) and not _THIS.search(text):
        raise UnsupportedError("$this where pySHACL does not look for it")


@lru_cache(maxsize=1)
def _facts(data: Graph) -> Facts:
    return facts_of(data)


def _check(source: Source, question: Question, store: Callable[[], SelectStore]) -> Check:
    refuse_uncertain(question.tokens, question.prefixes, source.data, _facts(source.data))

    answer, is_walked = _answers(question, store), repeats(question.tokens)

    def check(focus: Node, _values: Collection[Node]) -> Iterator[Result]:
        if (is_walked or isinstance(focus, Literal)) and not source.data.holds(focus):
            raise UnsupportedError(
                "sh:sparql about a literal, or along a path, from out of the data"
            )
        rows = answer(focus)
        if rows and question.has_sample:
            raise UnsupportedError("SAMPLE, which may give any value")
        return (_result(source, question.node, focus, row) for row in rows)

    return check


_Rows = list[dict[str, Node]]


def _answers(question: Question, store: Callable[[], SelectStore]) -> Callable[[Node], _Rows]:
    """Give the function that asks; what does not hang on the focus node is asked once for all."""
    if uses_this(question.tokens):
        return lambda focus: _answer(question, focus, store())
    same: list[_Rows] = []

    def answer(focus: Node) -> _Rows:
        if not same:
            same.append(_answer(question, focus, store()))
        return [{**row, "this": focus} if "this" in row else row for row in same[0]]

    return answer


def _answer(question: Question, focus: Node, store: SelectStore) -> _Rows:
    if isinstance(focus, BlankNode):
        raise UnsupportedError("sh:sparql about a blank node")
    try:
        rows = list(store.select(prebound(question.tokens, str(focus)), question.prefixes))
    except QueryError as error:
        raise UnsupportedError(str(error)) from error
    told = [row for row in rows if row.keys() & {"this", "path", "value"}]
    return list({frozenset(row.items()): row for row in told}.values())


def _result(source: Source, constraint: Node, focus: Node, row: dict[str, Node]) -> Result:
    for term in row.values():
        is_new = isinstance(term, Literal) and term.datatype not in _SAFE
        if is_new and term not in source.data.by_object:
            raise UnsupportedError(f"a query that makes {term}")
    path = row.get("path")
    if path is not None and not isinstance(path, NamedNode):
        raise UnsupportedError("a query whose ?path is no IRI")
    value = row.get("value", focus if source.path is None else None)
    values = {**row, **({} if value is None else {"value": value})}
    base = source.result(_SPARQL, row.get("this", focus), value)
    return base._replace(
        path=base.path if path is None else short(path.value),
        constraint=constraint,
        messages=filled(source.shapes, constraint, source.node, values),
    )
