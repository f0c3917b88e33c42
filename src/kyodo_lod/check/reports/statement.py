"""The property and the value that a finding is about, as people read them in Turtle."""

from collections.abc import Mapping

from kyodo_lod.bilingual import Language
from kyodo_lod.check.short_names import short, shown_path
from kyodo_lod.finding import Finding

_XSD = {"xsd": "http://www.w3.org/2001/XMLSchema#"}
#: characters of a value that are shown
_GLANCE = 60


def statement(finding: Finding, language: Language) -> str:
    """Give property and value at fault; empty where there is none, or the message names it.

    Args:
        finding: what was found.
        language: of the message.

    >>> from kyodo_lod.finding import Severity
    >>> from kyodo_lod.bilingual import Bilingual
    >>> words = Bilingual("", "")
    >>> statement(Finding("r", Severity.INFO, words, focus="a", path="e:p", value="no"), "en")
    'e:p "no"'
    """
    if not finding.focus or not finding.path:
        return ""
    names = dict(finding.prefixes)
    path = shown_path(finding.path, names)
    if finding.value:
        return f"{path} {_term(finding.value, finding.kind, names)}"
    return "" if path in finding.message.text(language) else path


def _term(value: str, kind: str, names: Mapping[str, str]) -> str:
    """Give a value with what kind of term it is, since "7" is no number."""
    if kind == "<>":
        name = short(value, names)
        return f"<{value}>" if name == value else name
    if not kind and value.startswith("_:"):
        return value
    shown = value if len(value) <= _GLANCE else f"{value[:_GLANCE]}…"
    datatype = kind.removeprefix("^^")
    return f'"{shown}"{kind if datatype == kind else f"^^{short(datatype, {**_XSD, **names})}"}'
