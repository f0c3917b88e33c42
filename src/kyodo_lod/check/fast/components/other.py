"""Closed shapes and given values (SHACL 1.0, section 4.8)."""

from collections.abc import Collection

from kyodo_lod.check.fast.components.value_type import together
from kyodo_lod.check.fast.parameters import truth
from kyodo_lod.check.fast.source import Check, Source, component
from kyodo_lod.check.result import Result
from kyodo_lod.check.short_names import short
from kyodo_lod.rdf.graph import Node
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import rdf, rdfs, sh

_CLOSED, _HAS, _IN = component("Closed"), component("HasValue"), component("In")
_RESOURCE = NamedNode(f"{rdfs.iri}Resource")


def _closed(source: Source) -> Check | None:
    if not truth(source.one(sh.closed)):
        return None
    paths = [_path(source, part) for part in source.objects(sh.property_)]
    ignored = [each for members in source.members(sh.ignoredProperties) for each in members]
    allowed = {*paths, *ignored}
    subjects = source.data.by_subject

    def check(focus: Node, values: Collection[Node]) -> list[Result]:
        return [
            source.result(_CLOSED, focus, found)._replace(path=short(predicate.value))
            for value in values
            for predicate, objects in subjects.get(value, {}).items()
            if predicate not in allowed
            for found in objects
            if predicate != rdf.type or found != _RESOURCE
        ]

    return check


def _path(source: Source, part: Node) -> Node:
    paths = source.shapes.objects(part, sh.path)
    if len(paths) != 1:
        raise source.refused(sh.property_)
    return paths[0]


def _has_values(source: Source) -> Check:
    return together([_has_value(source, wanted) for wanted in source.objects(sh.hasValue)])


def _has_value(source: Source, wanted: Node) -> Check:
    def check(focus: Node, values: Collection[Node]) -> tuple[Result, ...]:
        return () if wanted in values else (source.result(_HAS, focus),)

    return check


def _in(source: Source) -> Check:
    listed = source.members(sh.in_)
    if len(listed) != 1:
        raise source.refused(sh.in_)
    return source.each(_IN, set(listed[0]).__contains__)


#: parameter → what compiles it
TABLE = {sh.closed: _closed, sh.hasValue: _has_values, sh.in_: _in}
