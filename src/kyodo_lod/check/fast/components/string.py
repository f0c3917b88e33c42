"""The text of values and its language (SHACL 1.0, section 4.4)."""

from collections import Counter
from collections.abc import Callable, Collection

from kyodo_lod.check.conformance import is_true
from kyodo_lod.check.fast.backtracking import SHORT, EndlessError, may_backtrack
from kyodo_lod.check.fast.components.value_type import together
from kyodo_lod.check.fast.parameters import count, truth
from kyodo_lod.check.fast.pattern import compiled as compiled_pattern
from kyodo_lod.check.fast.source import Check, Source, component
from kyodo_lod.check.result import Result
from kyodo_lod.rdf.graph import Node
from kyodo_lod.rdf.terms import Literal, NamedNode
from kyodo_lod.rdf.vocabulary import rdf, sh, xsd

_MIN, _MAX, _PATTERN = component("MinLength"), component("MaxLength"), component("Pattern")
_LANGUAGE, _UNIQUE = component("LanguageIn"), component("UniqueLang")


def _text(value: Node) -> str | None:
    """Give the IRI or lexical form of a value; a blank node has no text."""
    return value.value if isinstance(value, NamedNode | Literal) else None


_Matches = Callable[[str], bool]


def _at_least(source: Source) -> Check:
    least = count(source.one(sh.minLength))

    def test(value: Node) -> bool:
        text = _text(value)
        return least == 0 or (text is not None and len(text) >= least)

    return source.each(_MIN, test)


def _at_most(source: Source) -> Check:
    most = count(source.one(sh.maxLength))

    def test(value: Node) -> bool:
        text = _text(value)
        return text is not None and len(text) <= most

    return source.each(_MAX, test)


def _patterns(source: Source) -> Check:
    flags = source.objects(sh.flags)
    if len(flags) > 1:
        raise source.refused(sh.flags)
    letters = _plain(source, flags[0], sh.flags) if flags else ""
    texts = [_plain(source, each, sh.pattern) for each in source.objects(sh.pattern)]
    return together([_pattern(source, text, letters) for text in texts])


def _plain(source: Source, node: Node, parameter: NamedNode) -> str:
    if isinstance(node, Literal) and node.datatype in (xsd.string, rdf.langString):
        return node.value
    raise source.refused(parameter)


def _pattern(source: Source, pattern: str, flags: str) -> Check:
    matches = compiled_pattern(pattern, flags)
    if may_backtrack(pattern):
        matches = _bounded(matches, pattern)

    def test(value: Node) -> bool:
        text = _text(value)
        return text is not None and matches(text)

    return source.each(_PATTERN, test)


def _bounded(matches: _Matches, pattern: str) -> _Matches:
    """Refuse to try a pattern on a text that may take it for ever."""

    def bounded(text: str) -> bool:
        if len(text) > SHORT:
            raise EndlessError(pattern)
        return matches(text)

    return bounded


def _language_in(source: Source) -> Check:
    listed = source.members(sh.languageIn)
    if len(listed) != 1:
        raise source.refused(sh.languageIn)
    known = {_plain(source, each, sh.languageIn).lower() for each in listed[0]}
    return source.each(_LANGUAGE, _in_languages(known))


def _in_languages(known: set[str]) -> Callable[[Node], bool]:
    """Compare as pySHACL does: the whole tag, or its first part."""

    def test(value: Node) -> bool:
        tag = value.language if isinstance(value, Literal) else None
        if not tag:
            return False
        lower = tag.lower()
        return "*" in known or lower in known or lower.split("-")[0] in known

    return test


def _unique_language(source: Source) -> Check:
    stated = source.one(sh.uniqueLang)
    wanted = truth(stated) and is_true(stated)
    if source.path is None:
        raise source.refused(sh.uniqueLang)

    def check(focus: Node, values: Collection[Node]) -> list[Result]:
        if not wanted or len(values) < 2:
            return []
        tags = (value.language for value in values if isinstance(value, Literal))
        counts = Counter(tag.lower() for tag in tags if tag)
        return [source.result(_UNIQUE, focus) for times in counts.values() if times > 1]

    return check


#: parameter → what compiles it
TABLE = {
    sh.minLength: _at_least,
    sh.maxLength: _at_most,
    sh.pattern: _patterns,
    sh.languageIn: _language_in,
    sh.uniqueLang: _unique_language,
}
