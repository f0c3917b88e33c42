"""What kyodo-lod raises to its user; nothing else is.

* KyodoError            it cannot be done: one line, exit status 2
  + ManifestError       a .toml or units.csv that does not mean anything
  + DocumentError       a document that cannot be read at all
  + GraphError          RDF that does not parse
  + ShapesError         shapes that cannot be used
  + QueryError          a SPARQL query that cannot be run, or is not known
  + OutputError         a file or folder that cannot be written
  + ServerError         a server elsewhere that refuses, or gives no answer of use
  + InvalidPlanError    it was read and is wrong: exit status 1, with the findings
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kyodo_lod.bilingual import Bilingual, Language, visible

if TYPE_CHECKING:
    from kyodo_lod.finding import Finding


class KyodoError(Exception):
    """Something that cannot be done, with its place and the remedy.

    Args:
        place: where it is: a path, `path:line` or `path: key`.
        ja: what is wrong and what to do, in Japanese, in one line.
        en: the same in English.
    """

    def __init__(self, place: str, ja: str, en: str) -> None:
        super().__init__(f"{place}: {en}")
        self.place = place
        self.message = Bilingual(ja, en)

    def line(self, language: Language) -> str:
        """Give the whole error as one line of text, whatever its parts hold."""
        return visible(" ".join(f"{self.place}: {self.message.text(language)}".split()))


class ManifestError(KyodoError):
    """A manifest (`*.toml`, `units.csv`) or its place in the `data/` layout is wrong."""


class DocumentError(KyodoError):
    """The document is missing, too large, binary, empty or in another encoding than stated."""


class GraphError(KyodoError):
    """RDF that does not parse, or in a format that is not known."""


class ShapesError(KyodoError):
    """Shapes that do not parse or that SHACL does not allow."""


class QueryError(KyodoError):
    """A query that is not known, does not parse, or asks for what is not offered."""


class OutputError(KyodoError):
    """A file or folder that cannot be written; what was there before is untouched."""


class ServerError(KyodoError):
    """A server elsewhere that cannot be reached, refuses, or answers what is no answer."""


class InvalidPlanError(KyodoError):
    """The plan has findings of severity Violation, so nothing was written.

    Args:
        place: the document.
        findings: all its findings, not only the violations.
    """

    def __init__(self, place: str, findings: Sequence["Finding"]) -> None:
        super().__init__(
            place,
            "違反があるため、何も書き出していません。直してからもう一度実行してください。",
            "has violations, so nothing was written; repair them and run again",
        )
        self.findings = tuple(findings)
