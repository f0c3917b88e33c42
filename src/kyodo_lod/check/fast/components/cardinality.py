"""How many values there are (SHACL 1.0, section 4.2)."""

from collections.abc import Collection

from kyodo_lod.check.fast.parameters import count
from kyodo_lod.check.fast.source import Check, Source, component
from kyodo_lod.check.result import Result
from kyodo_lod.rdf.graph import Node
from kyodo_lod.rdf.vocabulary import sh

_MIN, _MAX = component("MinCount"), component("MaxCount")


def _at_least(source: Source) -> Check:
    least = count(source.one(sh.minCount))
    if source.path is None:
        raise source.refused(sh.minCount)

    def check(focus: Node, values: Collection[Node]) -> tuple[Result, ...]:
        return () if len(values) >= least else (source.result(_MIN, focus),)

    return check


def _at_most(source: Source) -> Check:
    most = count(source.one(sh.maxCount))
    if source.path is None:
        raise source.refused(sh.maxCount)

    def check(focus: Node, values: Collection[Node]) -> tuple[Result, ...]:
        return () if len(values) <= most else (source.result(_MAX, focus),)

    return check


#: parameter → what compiles it
TABLE = {sh.minCount: _at_least, sh.maxCount: _at_most}
