"""The lines of an RDF file at which its triples stand.

Exact for N-Triples and N-Quads, which have a triple a line; the line of the subject for Turtle and
TriG; the other formats have no lines worth telling.
"""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from kyodo_lod.rdf.formats import N_QUADS, N_TRIPLES, TRIG, TURTLE, Format
from kyodo_lod.rdf.graph import Node
from kyodo_lod.rdf.terms import BlankNode, NamedNode, Quad

_LINE_END = re.compile(r"\r\n|\n|\r")
_STRING_OR_IRI = (
    r'"""(?:[^"\\]++|\\.|"(?!""))*+"""|'
    r"'''(?:[^'\\]++|\\.|'(?!''))*+'''|"
    r'"(?:[^"\\\n\r]++|\\.)*+"|'
    r"'(?:[^'\\\n\r]++|\\.)*+'|"
    r"<[^<>\x00-\x20]*>|#[^\n\r]*"
)
_WORD = r"@?(?:[^\s<>\"'\[\](){};,#.\\]++|\\.|\.+(?=[^\s<>\"'\[\](){};,#.]))++"
_TOKEN = re.compile(rf"{_STRING_OR_IRI}|(?P<sign>[.;,\[\](){{}}])|{_WORD}", re.DOTALL)
_MORE = re.compile(rf"(?:[\s;,]++|{_STRING_OR_IRI}|{_WORD})*+", re.DOTALL)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_CODE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


class Lines:
    """Where the triples of a file stand.

    Args:
        text: of the file.
    """

    def __init__(self, text: str) -> None:
        self._lines = _LINE_END.split(text)
        self._places: dict[object, int] = {}

    def line(
        self, subject: Node, predicate: NamedNode | None = None, value: Node | None = None
    ) -> int:
        """Give the line of a triple, counted from 1; else that of its subject, 0 if unknown."""
        exact = self._places.get((subject, predicate, value))
        return exact or self._places.get(subject, 0)

    def text(self, line: int) -> str:
        """Give the text of a line."""
        return self._lines[line - 1] if 0 < line <= len(self._lines) else ""

    def put(self, place: object, line: int) -> None:
        """Remember the first line of a subject or a triple."""
        self._places.setdefault(place, line)


def lines_of(data: bytes, fmt: Format, statements: list[Quad]) -> Lines | None:
    """Find the lines of a file's triples.

    Args:
        data: the bytes of the file.
        fmt: its format.
        statements: what the file was read as, in its order.

    Returns:
        The lines; None for a format that has none worth telling.
    """
    if fmt not in (N_TRIPLES, N_QUADS, TURTLE, TRIG):
        return None
    text = data.decode("utf-8-sig", "replace")
    lines = Lines(text)
    if fmt in (N_TRIPLES, N_QUADS):
        _put_triples(lines, text, statements)
    else:
        _put_subjects(lines, text)
    return lines


def _put_triples(lines: Lines, text: str, statements: list[Quad]) -> None:
    """Match statements and lines, of which each holds one."""
    filled = (
        number
        for number, line in enumerate(_LINE_END.split(text), 1)
        if line.strip(" \t") and not line.lstrip(" \t").startswith("#")
    )
    for number, quad in zip(filled, statements, strict=False):
        lines.put((quad.subject, quad.predicate, quad.object), number)
        lines.put(quad.subject, number)


def _put_subjects(lines: Lines, text: str) -> None:
    line, counted = 1, 0
    for start, subject in _subjects(text):
        line += len(_LINE_END.findall(text, counted, start))
        counted = start
        lines.put(subject, line)


def _subjects(text: str) -> Iterator[tuple[int, Node]]:
    """Give each subject that is written out, with the place of its first character."""
    names = _Names()
    statement: list[str] = []
    first, depth, at = 0, 0, 0
    while token := _TOKEN.search(text, at):
        word, at = token[0], token.end()
        if word.startswith("#"):
            continue
        if token["sign"] and not (statement and depth):
            ends = word in ".{}" or names.declares(statement)
            if ends:
                subject = None if word == "{" else names.subject(statement)
                if subject is not None:
                    yield first, subject
                statement = []
                continue
        depth += (word in "[(") - (word in "])") if token["sign"] else 0
        if not statement:
            first = token.start()
        if len(statement) < _ENOUGH:
            statement.append(word)
        if names.declares(statement) and not statement[0].startswith("@"):
            statement = []  # PREFIX and BASE need no full stop
        elif len(statement) == _ENOUGH:
            at = _behind(text, at)


#: tokens of a statement that need to be seen
_ENOUGH = 3


def _behind(text: str, at: int) -> int:
    """Give the place behind all that neither ends a statement nor opens or closes anything in it."""
    more = _MORE.match(text, at)
    return more.end() if more else at


class _Names:
    """The prefixes and the base that hold."""

    def __init__(self) -> None:
        self._prefixes: dict[str, str] = {}
        self._base = ""

    def declares(self, statement: list[str]) -> bool:
        """Take in a whole declaration; tell whether it is one."""
        keyword = statement[0].removeprefix("@").lower() if statement else ""
        if keyword == "base" and len(statement) == 2:
            self._base = self._iri(statement[1])
            return True
        if keyword == "prefix" and len(statement) == 3:
            self._prefixes[statement[1]] = self._iri(statement[2])
            return True
        return False

    def subject(self, statement: list[str]) -> Node | None:
        """Give the subject of a statement, where it is an IRI or a blank node with a name."""
        word = statement[0] if statement else ""
        try:
            if word.startswith("<"):
                return NamedNode(self._iri(word))
            if word.startswith("_:"):
                return BlankNode(word[2:])
            prefix, colon, local = word.partition(":")
            if colon and prefix + colon in self._prefixes:
                return NamedNode(self._prefixes[prefix + colon] + _ESCAPE.sub(r"\1", local))
        except ValueError:
            return None
        return None

    def _iri(self, word: str) -> str:
        iri = _CODE.sub(lambda code: chr(int(code[1] or code[2], 16)), word[1:-1])
        return urljoin(self._base, iri) if self._base else iri
