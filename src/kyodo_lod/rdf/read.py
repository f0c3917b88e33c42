"""Reading RDF of any format, with the place of a mistake in it; nothing is ever fetched."""

from collections.abc import Iterator

import pyoxigraph

from kyodo_lod.errors import GraphError
from kyodo_lod.rdf.formats import Format
from kyodo_lod.rdf.terms import Quad


def parse(data: bytes, fmt: Format, place: str) -> Iterator[Quad]:
    """Read RDF.

    Args:
        data: the bytes of the file.
        fmt: its format.
        place: how the file is called in an error.

    Raises:
        GraphError: where it does not parse; the error names line and column.
    """
    try:
        yield from pyoxigraph.parse(data, format=getattr(pyoxigraph.RdfFormat, fmt.oxigraph))
    except SyntaxError as error:
        raise _translate(error, fmt, place) from error
    except (ValueError, OSError) as error:
        raise GraphError(
            place, f"{fmt.title}として読めません: {error}", f"not {fmt.title}: {error}"
        ) from error


def _translate(error: SyntaxError, fmt: Format, place: str) -> GraphError:
    where = f"{place}:{error.lineno}:{error.offset}" if error.lineno else place
    what = str(error.msg)
    if "remote context" in what:
        return GraphError(
            where,
            "外部の @context は取得しません。文書の中に @context を書いてください。",
            "a remote @context is never fetched; write the @context into the document",
        )
    _, _, reason = what.partition(": ") if what.startswith("Parser error at") else ("", "", what)
    return GraphError(
        where,
        f"{fmt.title}として読めません: {reason}",
        f"not {fmt.title}: {reason}",
    )
