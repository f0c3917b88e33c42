"""Tables and truths as files of the SPARQL 1.1 results formats, as far as the store's own are not right."""

import re

from kyodo_lod.bilingual import visible
from kyodo_lod.errors import OutputError
from kyodo_lod.rdf.formats import ResultFormat

#: in UTF-8, what XML 1.0 cannot hold (section 2.2)
_NOT_IN_XML = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")
_TITLE = "SPARQL Query Results XML Format"


def made_right(body: bytes, fmt: ResultFormat) -> bytes:
    """Give an answer as its format wants it, for oxigraph writes any character into XML as it is.

    Args:
        body: as the store wrote it.
        fmt: in which format.

    Raises:
        OutputError: where the format cannot hold it.
    """
    if fmt.oxigraph != "XML":
        return body
    found = _NOT_IN_XML.search(body)
    if found:
        shown = visible(found[0].decode())
        raise OutputError(
            _TITLE,
            f"「{shown}」は XML では書けません。別の形式を選んでください。",
            f"cannot hold {shown!r}; choose another format",
        )
    return body.replace(b"\r", b"&#13;")  # readers of XML turn the letter itself into \n
