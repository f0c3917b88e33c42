"""What is refused before a parser sees it: depths and entities that overflow its stack or memory."""

import re
from xml.parsers import expat

from kyodo_lod.errors import GraphError
from kyodo_lod.rdf.formats import JSON_LD, RDF_XML, Format

#: brackets within brackets; some thousands crash pyoxigraph, and no data has as many
MAX_DEPTH = 500
#: letters that an XML entity may stand for; OWL editors declare namespaces so
MAX_ENTITY = 200
_JSON = re.compile(rb'"(?:[^"\\]++|\\.)*+"|(?P<open>[\[{])|(?P<close>[\]}])', re.DOTALL)
_TURTLE = re.compile(
    rb'"""(?:[^"\\]++|\\.|"(?!""))*+"""|'
    rb"'''(?:[^'\\]++|\\.|'(?!''))*+'''|"
    rb'"(?:[^"\\\n]++|\\.)*+"|'
    rb"'(?:[^'\\\n]++|\\.)*+'|"
    rb'<[^<>"{}|^`\\\x00-\x20]*>|#[^\n]*|(?P<open><<)|(?P<close>>>)',
    re.DOTALL,
)


def refuse_traps(data: bytes, fmt: Format, place: str) -> None:
    """Raise GraphError where parsing `data` would crash or never end, or where XML is not well-formed."""
    if fmt == RDF_XML:
        _Xml(place).check(data)
    elif fmt == JSON_LD:
        _refuse_depth(data, _JSON, place)
    elif data.count(b"<<") > MAX_DEPTH:  # of all brackets in Turtle, only triple terms recurse
        _refuse_depth(data, _TURTLE, place)


def _refuse_depth(data: bytes, token: re.Pattern[bytes], place: str) -> None:
    depth = 0
    for match in token.finditer(data):
        if match.lastgroup == "open":
            depth += 1
        elif match.lastgroup == "close":
            depth -= 1
        if depth > MAX_DEPTH:
            line = 1 + data.count(b"\n", 0, match.start())
            raise _too_deep(f"{place}:{line}")


def _too_deep(place: str) -> GraphError:
    return GraphError(
        place, f"入れ子が深すぎます (上限 {MAX_DEPTH})。", f"nests too deep (limit {MAX_DEPTH})"
    )


class _Xml:
    """A look at an XML document by expat, which knows the line of a mistake."""

    def __init__(self, place: str) -> None:
        self._place = place
        self._depth = 0
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._open
        self._parser.EndElementHandler = self._close
        self._parser.EntityDeclHandler = self._declare

    def check(self, data: bytes) -> None:
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError as error:
            reason = expat.ErrorString(error.code)
            raise GraphError(
                f"{self._place}:{error.lineno}:{error.offset + 1}",
                f"XML として読めません: {reason}",
                f"not XML: {reason}",
            ) from error

    def _here(self) -> str:
        return f"{self._place}:{self._parser.CurrentLineNumber}"

    def _open(self, *_: object) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise _too_deep(self._here())

    def _close(self, _: str) -> None:
        self._depth -= 1

    def _declare(self, name: str, _: bool, value: str | None, *__: object) -> None:
        if value is None or len(value) > MAX_ENTITY or "&" in value or "%" in value:
            raise GraphError(
                self._here(),
                f"実体 &{name}; は使えません (外部のもの、長いもの、ほかの実体を含むもの)。",
                f"the entity &{name}; is refused: it is external, long, or holds another one",
            )
