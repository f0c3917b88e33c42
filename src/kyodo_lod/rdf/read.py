"""Reading RDF of any format, with the place of a mistake in it; nothing is ever fetched."""

import re
from collections.abc import Iterator
from contextlib import suppress

import pyoxigraph

from kyodo_lod.errors import GraphError
from kyodo_lod.rdf.formats import JSON_LD, N_QUADS, N_TRIPLES, Format
from kyodo_lod.rdf.limits import refuse_traps
from kyodo_lod.rdf.terms import NamedNode, Quad

#: a context named by its URL, alone or first in a list
_REMOTE = re.compile(rb'"@(?:context|import)"\s*:\s*(?:\[\s*)?"(https?:[^"\s]{1,300})"')
_LINE_END = re.compile(rb"\r\n|\n|\r")
#: a line that is neither blank nor a comment, and one whose statement is whole
_STATEMENT, _ENDED = re.compile(rb"[ \t]*[^ \t#]"), re.compile(rb"\.[ \t]*(?:#.*)?\Z")
_BOM = b"\xef\xbb\xbf"
#: characters of what a parser says, which may quote a whole file; it says what is wrong with it at the end
_LONGEST, _END = 200, 60
#: what relative IRIs in JSON-LD are resolved against, to be found again: the parser drops them silently
_NO_BASE = "relative://kyodo-lod/"


def parse(data: bytes, fmt: Format, place: str, *, rename: bool = False) -> Iterator[Quad]:
    """Read RDF.

    Args:
        data: the bytes of the file.
        fmt: its format.
        place: how the file is called in an error.
        rename: give blank nodes names of their own, so that files put together share none.

    Raises:
        GraphError: where it does not parse; the error names line and column.
    """
    data = data.removeprefix(_BOM)
    refuse_traps(data, fmt, place)
    oxigraph = getattr(pyoxigraph.RdfFormat, fmt.oxigraph)
    try:
        if fmt == JSON_LD:
            for quad in pyoxigraph.parse(
                data, format=oxigraph, base_iri=_NO_BASE, rename_blank_nodes=rename
            ):
                yield _absolute(quad, place)
        else:
            yield from pyoxigraph.parse(data, format=oxigraph, rename_blank_nodes=rename)
    except SyntaxError as error:
        raise _translate(error, fmt, place, data) from error
    except MemoryError as error:  # the parser's own limit, not the machine's
        raise GraphError(
            place,
            "長すぎる値があります (上限 16 MiB)。",
            "holds a value that is too long (limit 16 MiB)",
        ) from error
    except (ValueError, OSError) as error:
        raise _unreadable(fmt, place, str(error)) from error


def prefixes_of(data: bytes, fmt: Format) -> dict[str, str]:
    """Give prefix → namespace, as a file declares them; as far as it parses."""
    parser = pyoxigraph.parse(
        data.removeprefix(_BOM), format=getattr(pyoxigraph.RdfFormat, fmt.oxigraph)
    )
    with suppress(SyntaxError, ValueError, MemoryError):
        for _ in parser:
            pass
    return {prefix: namespace for prefix, namespace in parser.prefixes.items() if prefix}


def _absolute(quad: Quad, place: str) -> Quad:
    for term in (quad.subject, quad.predicate, quad.object, quad.graph_name):
        if isinstance(term, NamedNode) and term.value.startswith(_NO_BASE):
            raise _relative(place, f" {term.value.removeprefix(_NO_BASE)}")
    return quad


def _relative(where: str, iri: str) -> GraphError:
    iri = _glance(iri)
    return GraphError(
        where,
        f"相対 IRI{iri} があります。完全な IRI か、もとになる base を書いてください。",
        f"holds a relative IRI{iri}; write it whole, or declare a base",
    )


def _glance(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return f"{text[: _LONGEST - _END]}…{text[-_END:]}"


def _unreadable(fmt: Format, where: str, reason: str) -> GraphError:
    reason = _glance(reason)
    return GraphError(where, f"{fmt.title}として読めません: {reason}", f"not {fmt.title}: {reason}")


def _statement_at(line: int, column: int, fmt: Format, data: bytes) -> tuple[int, int]:
    """Give where a statement of a line lacks its end, which the parser sees where the next begins."""
    if fmt not in (N_TRIPLES, N_QUADS) or column != 1:
        return line, column
    before = _LINE_END.split(data)[: line - 1]
    number = next((n for n in range(len(before), 0, -1) if _STATEMENT.match(before[n - 1])), 0)
    if not number or _ENDED.search(before[number - 1]):
        return line, column
    return number, len(before[number - 1].decode("utf-8", "replace").rstrip()) + 1


def _translate(error: SyntaxError, fmt: Format, place: str, data: bytes) -> GraphError:
    line, column = _statement_at(error.lineno or 0, error.offset or 0, fmt, data)
    where = f"{place}:{line}:{column}" if line else place
    what = str(error.msg)
    if "remote context" in what:
        found = _REMOTE.search(data)
        named = f" ({found[1].decode('utf-8', 'replace')})" if found else ""
        return GraphError(
            where,
            f"外部の @context{named} は取得しません。文書の中に @context を書いてください。",
            f"a remote @context{named} is never fetched; write the @context into the document",
        )
    if "No scheme found" in what:
        return _relative(where, "")
    _, _, reason = what.partition(": ") if what.startswith("Parser error at") else ("", "", what)
    return _unreadable(fmt, where, reason)
