"""Places as SARIF 2.1.0 writes them: files, lines, cells, nodes (sections 3.4, 3.28 to 3.33)."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from kyodo_lod.bilingual import Language
from kyodo_lod.check.reports.places import in_input, in_repository, octets
from kyodo_lod.check.reports.text import at_fault, one_line
from kyodo_lod.finding import Finding
from kyodo_lod.origin import Origin

_ROOT = "SRCROOT"
#: an absolute address is left to whoever reads the report: no machine's folders stand in it
BASES = {_ROOT: {"description": {"text": "the repository, or the folder where kyodo-lod ran"}}}


def message(text: str) -> dict[str, str]:
    """Give a text as a message: braces and links would mean something (sections 3.11.5, 3.11.6)."""
    plain = text.replace("{", "{{").replace("}", "}}")
    return {"text": plain.replace("](", "\\](")}


def artifact(path: str) -> dict[str, Any]:
    """Give a file: relative to the repository where it is in there, else by its whole address."""
    if path == "-":
        return {"uri": "stdin", "description": {"text": "standard input"}}
    name = in_repository(path, "GITHUB_WORKSPACE")
    uri = quote(octets(name), safe="/")
    if name.startswith("/"):
        return {"uri": f"file://{uri}"}
    return {"uri": uri, "uriBaseId": _ROOT}


def location(finding: Finding, place: str, language: Language) -> dict[str, Any]:
    """Give where a finding stands: its line in the file that was named, its node in the graph.

    Args:
        finding: what was found.
        place: the input's path.
        language: of the node's name.
    """
    at = in_input(finding, place)
    physical: dict[str, Any] = {"artifactLocation": artifact(at.document)}
    if at.line:
        physical |= _lines(at, finding.excerpt)
    found: dict[str, Any] = {"physicalLocation": physical}
    if within := at.within.text(language):
        found["message"] = message(one_line(within))
    if finding.focus:
        found["logicalLocations"] = [_node(finding, language)]
    return found


def file_location(at: Origin) -> dict[str, Any]:
    """Give a place in a file: the line and the character, where they are known."""
    region = {"startLine": at.line, "startColumn": at.column}
    known = {name: number for name, number in region.items() if number}
    physical = {"artifactLocation": artifact(at.document), **({"region": known} if known else {})}
    return {"physicalLocation": physical}


def _lines(at: Origin, excerpt: str) -> dict[str, Any]:
    """Give the region, and the line around it where it is only a part of one."""
    if at.last > at.line:
        return {"region": {"startLine": at.line, "endLine": at.last}}
    snippet = {"snippet": {"text": excerpt}} if excerpt else {}
    if not at.column:
        return {"region": {"startLine": at.line, **snippet}}
    end = max(at.end, at.column)
    region: dict[str, Any] = {"startLine": at.line, "startColumn": at.column, "endColumn": end}
    if not excerpt:
        return {"region": region}
    region["snippet"] = {"text": excerpt[at.column - 1 : end - 1]}
    return {"region": region, "contextRegion": {"startLine": at.line, **snippet}}


def _node(finding: Finding, language: Language) -> dict[str, str]:
    name = finding.label.text(language)
    shown = {"name": one_line(name)} if name else {}
    return {**shown, "fullyQualifiedName": at_fault(finding), "kind": "resource"}


def related_locations(
    origins: Iterable[Origin], place: str, language: Language
) -> list[dict[str, Any]]:
    """Give further places, numbered: lines of the input, or of the document that it tells of.

    SARIF has no page, sheet or row: the message says them.
    """
    return [_related(number, origin, place, language) for number, origin in enumerate(origins, 1)]


def _related(number: int, origin: Origin, place: str, language: Language) -> dict[str, Any]:
    # the document of an RDF file lies who knows where: its bare name is all that is said
    bare = {"uri": quote(octets(origin.document), safe="/")}
    file = artifact(place) if origin.document == place else bare
    region = {"region": {"startLine": origin.line}} if origin.line else {}
    return {
        "id": number,
        "physicalLocation": {"artifactLocation": file, **region},
        "message": message(one_line(origin.words.text(language))),
    }
