"""The site over HTTP: its files by their exact names, its folders, and the IRIs of what they describe.

Nothing of a request ever becomes a path of the file system: a name is looked up among those that the
release has, or it is not there.
"""

from collections.abc import Callable

from kyodo_lod.publish.pages.page import localized
from kyodo_lod.serve.files import FIRST_PAGE, file_reply, unpacked_reply
from kyodo_lod.serve.message import Reply, Request
from kyodo_lod.serve.negotiate import language
from kyodo_lod.serve.not_found import not_found
from kyodo_lod.serve.release import GZIP, Release
from kyodo_lod.serve.see_other import lead, lead_by_suffix, see_other

#: addresses of others' making, and the file that answers (VoID, section 7.2)
_WELL_KNOWN = {".well-known/void": "void.ttl"}


def answer(request: Request, release: Release) -> Reply:
    """Answer for whatever has no route of its own.

    Args:
        request: a GET or HEAD.
        release: what is served.
    """
    found = (each(request.path, request, release) for each in _WAYS)
    return next((reply for reply in found if reply), None) or not_found(request, release)


def _file(path: str, request: Request, release: Release) -> Reply | None:
    """A file, or what is only kept packed: `…/1.0.0/slug.nt` of `…/1.0.0/slug.nt.gz`."""
    name = _WELL_KNOWN.get(path, path)
    if name in release.files:
        return file_reply(name, request, release)
    if f"{name}{GZIP}" in release.files:
        return unpacked_reply(name, request, release)
    return None


def _folder(path: str, request: Request, release: Release) -> Reply | None:
    """The first page of a folder, in the reader's language."""
    page = f"{path}{FIRST_PAGE}"
    if (path and not path.endswith("/")) or page not in release.files:
        return None
    twin = localized(page, language(request.header("accept-language")))
    has_twin = localized(page, "en") in release.files
    name = twin if has_twin else page
    return file_reply(name, request, release, ("Accept-Language",) if has_twin else ())


def _thing(path: str, request: Request, release: Release) -> Reply | None:
    """An IRI."""
    described = release.things.get(path)
    return lead(described, request, release) if described else None


def _suffixed(path: str, request: Request, release: Release) -> Reply | None:
    """An IRI with the ending of a format: `…/p/4-15/s/1.ttl`."""
    folder, slash, name = path.rpartition("/")
    for dots in (1, 2):
        stem, *endings = name.rsplit(".", dots)
        described = release.things.get(f"{folder}{slash}{stem}")
        if described and endings:
            return lead_by_suffix(described, f".{'.'.join(endings)}", request, release)
    return None


def _spelt_otherwise(path: str, _: Request, release: Release) -> Reply | None:
    """An IRI or a folder in other letters, or with a slash too many or too few."""
    plain = path.removesuffix("/").lower()
    described = release.things.get(plain)
    if described and any(stem.startswith(f"{plain}/") for stem in described.stems):
        return see_other(described.page)  # the folder of a version
    if described:
        return see_other(plain, status=308)
    if f"{plain}/{FIRST_PAGE}" in release.files and plain:
        return see_other(f"{plain}/{FIRST_PAGE}", status=308)
    return None


_Way = Callable[[str, Request, Release], Reply | None]
#: in the order in which they are tried
_WAYS: tuple[_Way, ...] = (_file, _folder, _thing, _suffixed, _spelt_otherwise)
