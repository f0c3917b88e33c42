"""Which of its places a finding is reported at, and how tools that open files find it there."""

import os
from collections.abc import Sequence
from pathlib import Path, PurePath

from kyodo_lod.check.report import Report
from kyodo_lod.finding import Finding
from kyodo_lod.origin import Origin

#: what stands for stdin where a path is expected
STDIN = "stdin"


def primary(finding: Finding, place: str) -> Origin:
    """Give the place that a person is told first.

    Args:
        finding: what was found.
        place: the input's name, which stands in where nothing else is known.

    Returns:
        The line of the RDF file that was validated where it is known, else the document's place.
    """
    in_graph = finding.graph_origin
    if in_graph and in_graph.line:
        return in_graph
    return finding.origin or in_graph or Origin(place)


def other(finding: Finding, first: Origin) -> Origin | None:
    """Give the place that `first` is not, the document's or the RDF file's, where there is one."""
    both = (finding.graph_origin, finding.origin)
    return next((origin for origin in both if origin and origin != first), None)


def in_input(finding: Finding, place: str) -> Origin:
    """Give the place in the file that was named, for tools that open it.

    The document that an RDF file was derived from is not where such a tool would look for it, so
    that a finding without a line in the RDF file is one of the file as a whole.
    """
    if finding.graph_origin:
        return finding.graph_origin
    at = finding.origin
    return at if at and PurePath(at.document).is_relative_to(place) else Origin(place)


def further(finding: Finding, place: str) -> list[Origin]:
    """Give all places of a finding but `in_input`, each once."""
    every = (finding.origin, *finding.related)
    shown = in_input(finding, place)
    return list(dict.fromkeys(origin for origin in every if origin and origin != shown))


def by_path(reports: Sequence[Report]) -> list[Report]:
    """Give the reports with their documents named by path, as programs need them."""
    return [report.with_path for report in reports]


def in_repository(place: str, root: str) -> str:
    """Give a path as the pages of a repository name it.

    Args:
        place: as the user named it; `-` is stdin.
        root: the environment variable in which a CI says where the repository was checked out;
            the current folder stands in.

    Returns:
        A relative path with `/`; an absolute one where it lies outside.
    """
    if place == "-":
        return STDIN
    folder = os.path.normpath(os.environ.get(root) or Path.cwd())
    path = PurePath(os.path.normpath(Path.cwd() / place))
    return (path.relative_to(folder) if path.is_relative_to(folder) else path).as_posix()


def octets(name: str) -> bytes:
    """Give the bytes of a file name, also where they are no text (PEP 383)."""
    try:
        return name.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return name.encode("utf-8", "surrogatepass")


def encodable(text: str) -> str:
    """Give a text that UTF-8 can hold, whatever a file name was made of."""
    return text.encode("utf-8", "replace").decode("utf-8")
