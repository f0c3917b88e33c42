"""JSON-LD written through an inline context of ours: one node per subject, streaming (JSON-LD 1.1).

Every value that does not fit its term's definition is written in expanded form under the full IRI,
so that any reader expands the file to exactly the triples that came in.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import IO, Any, NamedTuple, TypeAlias

from kyodo_lod.assets import asset
from kyodo_lod.errors import OutputError
from kyodo_lod.rdf.formats import Format
from kyodo_lod.rdf.terms import BlankNode, Literal, NamedNode, Statement, Triple
from kyodo_lod.rdf.vocabulary import kyo, rdf, xsd

Node: TypeAlias = dict[str, Any]
Term: TypeAlias = NamedNode | BlankNode | Literal | Triple

#: the context of data dumps
DATA = "ontology/context.jsonld"
#: whose objects are written inside their subject when they follow it
NESTED = kyo.subItem
#: integers beyond this lose digits in JSON readers (RFC 8259, section 6)
_SAFE = 2**53


class Definition(NamedTuple):
    """A term of the context: its key in JSON, and how its values are coerced."""

    key: str
    type: str
    by_language: bool


@dataclass(frozen=True, slots=True, eq=False)  # there is one of each, so it is its own key
class Context:
    """A context, turned round for writing."""

    document: dict[str, Any]
    properties: dict[str, Definition]
    classes: dict[str, str]


@cache
def context(name: str = DATA) -> Context:
    """Read a context, one of our assets."""
    document = json.loads(asset(name).read_bytes())["@context"]
    definitions = {k: v if isinstance(v, dict) else {"@id": v} for k, v in document.items()}
    properties, classes = {}, {}
    for key, definition in definitions.items():
        iri = _expand(definition["@id"], document)
        if key[0].isupper():
            classes[iri] = key
        else:
            coercion = _expand(definition.get("@type", ""), document)
            properties[iri] = Definition(key, coercion, definition.get("@container") == "@language")
    return Context(document, properties, classes)


def _expand(name: str, document: dict[str, Any]) -> str:
    prefix, colon, local = name.partition(":")
    namespace = document.get(prefix) if colon and not local.startswith("//") else None
    return f"{namespace}{local}" if isinstance(namespace, str) else name


def write(
    statements: Iterable[Statement],
    fmt: Format,  # noqa: ARG001 - the signature that all writers share
    output: IO[bytes],
    base: str,  # noqa: ARG001 - IRIs stay whole: a developer copies them
    by: str = DATA,
) -> None:
    """Write `statements` as one JSON-LD document to `output`; arguments as `serialize.write`.

    Args:
        statements: read once.
        fmt: not looked at.
        output: a binary stream.
        base: not looked at.
        by: the context, one of our assets.

    Raises:
        OutputError: for what JSON-LD, or our context, cannot hold.
    """
    output.write(_head(by))
    output.write(b',\n  "@graph": [')
    separator = "\n"
    for node in nodes(statements, context(by)):
        output.write((separator + _page(node)).encode())
        separator = ",\n"
    output.write(b"\n  ]\n}\n")


@cache
def _head(by: str) -> bytes:
    head = {"@context": context(by).document}
    return json.dumps(head, ensure_ascii=False, indent=2).removesuffix("\n}").encode()


def nodes(statements: Iterable[Statement], by: Context | None = None) -> Iterator[Node]:
    """Give one node object per run of statements about a subject, its sub-items inside it.

    Args:
        statements: read once.
        by: the context; that of data dumps unless told.
    """
    by = by or context()
    nested = NESTED if NESTED.value in by.properties else None
    held: Node | None = None
    waiting: list[str] = []
    for subject, group in groupby(statements, key=lambda statement: statement.subject):
        triples = list(group)
        node = _node(subject, triples, by)
        if held is not None and waiting and waiting[0] == node["id"]:
            waiting.pop(0)
            _nest(held, node, by)
            continue
        if held is not None:
            yield held
        held = node
        waiting = [
            _identifier(t.object, by)
            for t in triples
            if t.predicate == nested and not isinstance(t.object, Literal)
        ]
    if held is not None:
        yield held


def _nest(node: Node, child: Node, by: Context) -> None:
    key = by.properties[NESTED.value].key
    values = node[key] if isinstance(node[key], list) else [node[key]]
    values = [child if value == child["id"] else value for value in values]
    node[key] = values[0] if len(values) == 1 else values


def _node(subject: Term, triples: list[Statement], by: Context) -> Node:
    node: Node = {"id": _identifier(subject, by)}
    for statement in triples:
        key, language, value = _entry(statement.predicate, statement.object, by)
        if language:
            _add(node.setdefault(key, {}), language, value)
        else:
            _add(node, key, value)
    return node


@cache
def _compact(iri: str, by: Context) -> str:
    """Shorten the IRI of a class by a prefix of the context, where what remains is a plain name."""
    for prefix, namespace in by.document.items():
        is_namespace = isinstance(namespace, str) and namespace.endswith(("#", "/"))
        local = iri.removeprefix(namespace) if is_namespace else iri
        if local != iri and local.isalnum() and local.isascii():
            return f"{prefix}:{local}"
    return iri


def _add(values: dict[str, Any], key: str, value: object) -> None:
    if key not in values:
        values[key] = value
    elif isinstance(values[key], list):
        values[key].append(value)
    else:
        values[key] = [values[key], value]


def _entry(predicate: NamedNode, value: Term, by: Context) -> tuple[str, str, Any]:
    """Give key, language (in a language map) and JSON value of one statement."""
    if predicate == rdf.type and not isinstance(value, Literal):
        name = _identifier(value, by)
        return "type", "", by.classes.get(name) or _compact(name, by)
    term = by.properties.get(predicate.value)
    if isinstance(value, Literal) and term:
        return _literal_entry(term, predicate, value, by)
    if term is None or term.by_language:
        return _identifier(predicate, by), "", _expanded(value, by)
    return term.key, "", _identifier(value, by) if term.type == "@id" else _expanded(value, by)


def _literal_entry(
    term: Definition, predicate: NamedNode, value: Literal, by: Context
) -> tuple[str, str, Any]:
    if term.by_language:
        if value.language and value.direction is None:
            return term.key, value.language, value.value
        return predicate.value, "", _expanded(value, by)
    if term.type:
        fits = value.datatype.value == term.type and not value.language
        return term.key, "", value.value if fits else _expanded(value, by)
    return term.key, "", _native(value, by)


def _native(value: Literal, by: Context) -> str | int | bool | Node:
    if value.datatype == xsd.string:
        return value.value
    if value.datatype == xsd.boolean and value.value in ("true", "false"):
        return value.value == "true"
    if value.datatype == xsd.integer and _is_safe_integer(value.value):
        return int(value.value)
    return _expanded(value, by)


def _is_safe_integer(lexical: str) -> bool:
    digits = lexical.removeprefix("-")
    canonical = digits.isascii() and digits.isdigit() and len(digits) < 17
    return canonical and str(int(lexical)) == lexical and abs(int(lexical)) < _SAFE


def _expanded(value: Term, by: Context) -> Node:
    if not isinstance(value, Literal):
        return {"@id": _identifier(value, by)}
    if value.language:
        direction = {"@direction": str(value.direction)} if value.direction else {}
        return {"@value": value.value, "@language": value.language, **direction}
    if value.datatype == xsd.string:
        return {"@value": value.value}
    return {"@value": value.value, "@type": _identifier(value.datatype, by)}


def _identifier(term: Term, by: Context) -> str:
    if isinstance(term, BlankNode):
        return str(term)
    if isinstance(term, NamedNode) and not _is_shortened(term.value, by):
        return term.value
    raise OutputError(
        "JSON-LD",
        f"{term} は、ここの @context では書けません。別の形式を選んでください。",
        f"cannot hold {term} under our @context; choose another format",
    )


def _is_shortened(iri: str, by: Context) -> bool:
    """Tell whether a reader would take `iri` for a name of the context, as <schema:name>."""
    prefix, _, local = iri.partition(":")
    return prefix in by.document and not local.startswith("//")


def _page(node: Node) -> str:
    """Lay out a node with one property a line, so that a person can read it."""
    lines = [f"      {_json(key)}: {_json(value)}" for key, value in node.items()]
    return "    {\n" + ",\n".join(lines) + "\n    }"


#: made once: json.dumps makes an encoder for each value
_json = json.JSONEncoder(ensure_ascii=False).encode
