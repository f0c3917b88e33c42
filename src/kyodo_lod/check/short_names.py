"""IRIs as people write them, by prefixes; imports no RDF library, as reports need none."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from kyodo_lod.rdf.namespaces import NAMESPACES

_LOCAL = re.compile(r"\w+(?:-\w+)*")
#: an IRI within a longer path
WHOLE = re.compile(r"<([^<>]*)>")
NO_PREFIXES: Mapping[str, str] = MappingProxyType({})


def shown_path(path: str, names: Mapping[str, str]) -> str:
    """Give a path with its IRIs shortened for people.

    Args:
        path: as `path_text` gives it.
        names: further prefixes.
    """
    if "<" not in path:
        return short(path, names)
    return WHOLE.sub(lambda whole: _short_or_whole(whole, names), path)


def _short_or_whole(whole: re.Match[str], names: Mapping[str, str]) -> str:
    name = short(whole[1], names)
    return whole[0] if name == whole[1] else name


def short(iri: str, names: Mapping[str, str] = NO_PREFIXES) -> str:
    """Shorten an IRI by one of our prefixes, else by one of others.

    Args:
        iri: the IRI.
        names: further prefixes, as a file declares them.

    >>> short("http://purl.org/dc/terms/title"), short("https://example.org/title")
    ('dct:title', 'https://example.org/title')
    """
    for prefix, namespace in NAMESPACES.items():
        local = iri.removeprefix(namespace)
        if local != iri and local.isalnum():
            return f"{prefix}:{local}"
    for prefix, namespace in names.items():
        local = iri.removeprefix(namespace)
        if namespace and local != iri and _LOCAL.fullmatch(local):
            return f"{prefix}:{local}"
    return iri
