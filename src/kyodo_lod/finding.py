"""What is wrong with a plan and where; reading a document and SHACL both give these."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from kyodo_lod.bilingual import NOTHING, Bilingual, visible
from kyodo_lod.origin import Origin

SHAPES = "https://w3id.org/kyodo-lod/shapes/"
_SHACL = "http://www.w3.org/ns/shacl#"
_RULES = "https://github.com/kyodo-lod/kyodo-lod/blob/main/docs/rules.md"
_COMPONENT = "ConstraintComponent"

#: characters of a value that a message shows
_GLANCE = 60
_GAP = re.compile(r"(?:\{\w+(?:!r)?\})+")
_NO_ANCHOR = re.compile(r"[^a-z0-9]+")


class Severity(Enum):
    """How much a finding matters (SHACL 1.0, section 2.1.4); the value is its local name."""

    VIOLATION = "Violation"
    WARNING = "Warning"
    INFO = "Info"

    @property
    def label(self) -> Bilingual:
        """The word for people."""
        return _LABELS[self]


_LABELS = {
    Severity.VIOLATION: Bilingual("違反", "violation"),
    Severity.WARNING: Bilingual("警告", "warning"),
    Severity.INFO: Bilingual("情報", "info"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault, with its place and how to repair it.

    Args:
        rule: the rule's IRI where it has one, else the name SHACL gives its component.
        severity: how much it matters.
        message: what is wrong and what to do.
        origin: the place in the document, where there is one.
        related: further places that belong to it (the row of a count table, the first twin).
        focus: IRI of the node in the graph; empty for what reading found.
        path: the property, as a prefixed name or SPARQL path; empty where there is none.
        value: the value at fault; empty where it is missing.
        kind: what kind of RDF term the value is: `<>` an IRI, `@ja` a text in Japanese, `^^` and the
            IRI of a datatype; empty for a plain string.
        component: IRI of the SHACL constraint component. No part of what makes two findings one.
        label: name of the node at fault; empty where it has none; likewise.
        graph_origin: the place in the RDF file that was validated, where its format tells; likewise.
        inner: which demands within the rule the value fails, or meets and must not, for sh:or, sh:not
            and the like; likewise.
        excerpt: the text of the line at fault; likewise.
        stated_severity: IRI of a severity that is none of SHACL's own three; likewise.
        name: the rule with the prefixes of the shapes' file; empty where the rule tells; likewise.
        prefixes: those prefixes, each with its namespace, for its IRIs; likewise.
        shape: the source shape, as in N-Triples; empty where there is none; likewise.
        said: a shape's own messages by language, empty for none; likewise.
    """

    rule: str
    severity: Severity
    message: Bilingual
    origin: Origin | None = None
    related: tuple[Origin, ...] = ()
    focus: str = ""
    path: str = ""
    value: str = ""
    kind: str = ""
    component: str = field(default="", compare=False)
    label: Bilingual = field(default=NOTHING, compare=False)
    graph_origin: Origin | None = field(default=None, compare=False)
    inner: "tuple[Inner, ...]" = field(default=(), compare=False)
    excerpt: str = field(default="", compare=False)
    stated_severity: str = field(default="", compare=False)
    name: str = field(default="", compare=False)
    prefixes: tuple[tuple[str, str], ...] = field(default=(), compare=False)
    shape: str = field(default="", compare=False)
    said: tuple[tuple[str, str], ...] = field(default=(), compare=False)

    @property
    def short_rule(self) -> str:
        """The rule as people write it: `plan#PlannedProject-account`, `sh:minCount` without a name."""
        return self.name or short_rule(self.rule)

    @property
    def is_violation(self) -> bool:
        """Whether it makes the data wrong."""
        return self.severity is Severity.VIOLATION


class Inner(NamedTuple):
    """A demand within a rule that a value fails or must not meet, or such a value.

    Args:
        rule: as `Finding.rule`; empty for a value.
        message: what it demands or what is wrong; the name of the value.
        inner: the demands within this one.
        name: as `Finding.name`.
    """

    rule: str
    message: Bilingual
    inner: "tuple[Inner, ...]" = ()
    name: str = ""

    @property
    def short_rule(self) -> str:
        """As `Finding.short_rule`."""
        return self.name or short_rule(self.rule)


class Rule(NamedTuple):
    """A demand on the document, its texts, and the findings it gives.

    Args:
        name: `document#…` for a rule about reading; `plan#…` where a shape demands the same.
        severity: of its findings.
        message: template of a finding's message: what is wrong and how to repair it.
        why: what the demand is for.
        example: a piece of document that breaks it, and the same repaired.
    """

    name: str
    severity: Severity
    message: Bilingual
    why: Bilingual
    example: Bilingual

    @property
    def iri(self) -> str:
        """The rule's IRI."""
        return SHAPES + self.name

    @property
    def demand(self) -> Bilingual:
        """The message of no row in particular: its gaps are shown as …."""
        return Bilingual(_GAP.sub("…", self.message.ja), _GAP.sub("…", self.message.en))

    def at(self, origin: Origin, *related: Origin, value: str = "", **words: object) -> Finding:
        """Give the finding of this rule at `origin`.

        Args:
            origin: where it is.
            related: other places that it speaks of.
            value: what is at fault.
            words: what else fills the message; long ones are cut, but for those in both languages.
        """
        value = _shown(value)
        shown = {
            name: _shown(word) if isinstance(word, str) else word for name, word in words.items()
        }
        ja, en = ({name: _in(word, at) for name, word in shown.items()} for at in (0, 1))
        message = Bilingual(
            self.message.ja.format(value=value, **ja), self.message.en.format(value=value, **en)
        )
        return Finding(self.iri, self.severity, message, origin, related, value=value)


def short_rule(rule: str) -> str:
    """Give a rule's IRI as people write it.

    >>> short_rule("http://www.w3.org/ns/shacl#MinCountConstraintComponent")
    'sh:minCount'
    """
    if rule.startswith(_SHACL) and rule.endswith(_COMPONENT):
        local = rule.removeprefix(_SHACL).removesuffix(_COMPONENT)
        return f"sh:{local.lower() if local.isupper() else local[:1].lower() + local[1:]}"
    return rule.removeprefix(SHAPES)


def anchor(rule: str) -> str:
    """Give the name under which docs/rules.md explains a rule.

    >>> anchor(SHAPES + "plan#PlannedProject-label")
    'plan-plannedproject-label'
    """
    return _NO_ANCHOR.sub("-", short_rule(rule).lower())


def help_uri(rule: str) -> str:
    """Give the address where a rule of ours or a component of SHACL is explained; else nothing."""
    is_known = rule.startswith(SHAPES) or (rule.startswith(_SHACL) and rule.endswith(_COMPONENT))
    return f"{_RULES}#{anchor(rule)}" if is_known else ""


def _in(word: object, language: int) -> object:
    return word[language] if isinstance(word, Bilingual) else word


def _shown(text: str) -> str:
    return visible(text if len(text) <= _GLANCE else text[: _GLANCE - 1] + "…")


def has_violation(findings: Iterable[Finding]) -> bool:
    """Tell whether any finding makes the data wrong."""
    return any(finding.is_violation for finding in findings)
