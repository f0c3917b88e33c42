"""404 that helps on: what of the address is unknown, what may have been meant, where to search."""

from dataclasses import replace
from urllib.parse import quote

from kyodo_lod.bilingual import NOTHING, Bilingual, nearest, visible
from kyodo_lod.publish.pages.render import render
from kyodo_lod.serve.files import HTML
from kyodo_lod.serve.message import Reply, Request
from kyodo_lod.serve.missing import Missing, missing
from kyodo_lod.serve.negotiate import Offer, choose, language
from kyodo_lod.serve.refusals import refusal
from kyodo_lod.serve.release import Release
from kyodo_lod.site.pages import THEME

#: a program that names nothing gets a line, a browser the page
_OFFERS = (Offer("text/plain", "line"), Offer(HTML, "page"))
_VARY = ("Accept", "Accept-Language")
_LEVEL = "-/"
#: folders from which links climb up; no address of ours has half as many
_DEEPEST = 20
#: letters of an address that are shown
_LONGEST = 200
_UNKNOWN = Bilingual(
    "このアドレスには何も公開されていません。", "nothing is published at this address"
)
_UNKNOWN_PART = Bilingual(
    "{what}「{name}」は公開されていません。", "the {what} {name} is not published here"
)
_KNOWN = Bilingual("公開されているもの: {names}。", "; published: {names}")


def not_found(request: Request, release: Release) -> Reply:
    """Say that nothing is published at an address, and what is near it.

    Args:
        request: for the address, in the language and the format of the reader.
        release: what is served.
    """
    found = missing(request.path, release.things)
    chosen = choose(request.header("accept"), _OFFERS)
    if chosen and chosen.media_type == HTML and request.depth <= _DEEPEST:
        return _page(found, request, release)
    return _line(found, request, release)


def _line(found: Missing, request: Request, release: Release) -> Reply:
    hint = _hint(quote(found.near[0]), request, release) if found.near else NOTHING
    said = _said(found)
    words = Bilingual(f"{said.ja}{hint.ja}", f"{said.en}{hint.en}")
    return replace(refusal(request, 404, words, "unknown"), vary=_VARY)


def _hint(path: str, request: Request, release: Release) -> Bilingual:
    """Name what may have been meant: its IRI, which may lead elsewhere, and its path at this server."""
    iri, here = f"{release.home}{path}", f"{request.root}/{path}"
    return Bilingual(
        nearest([f"{iri} (このサーバーでは {here})"]).ja, nearest([f"{iri} (here {here})"]).en
    )


def _said(found: Missing) -> Bilingual:
    if not any(found.what):
        return _UNKNOWN
    parts = [
        Bilingual(
            _UNKNOWN_PART.ja.format(what=found.what.ja, name=found.name),
            _UNKNOWN_PART.en.format(what=found.what.en, name=found.name),
        )
    ]
    if found.known:
        parts.append(_KNOWN.fill(names=", ".join(found.known)))
    return Bilingual("".join(each.ja for each in parts), "".join(each.en for each in parts))


def _page(found: Missing, request: Request, release: Release) -> Reply:
    """Give the page, whose links climb from where the browser believes to be."""
    tongue = language(request.header("accept-language"))
    up = request.depth
    said = _said(found)
    values: dict[str, object] = {
        "served": True,
        "said": Bilingual(said.ja, f"{said.en[:1].upper()}{said.en[1:]}."),
        "address": visible(request.path[:_LONGEST]),
        "near": [(f"{'../' * up}{quote(path)}", f"{release.home}{path}") for path in found.near],
        "other_page": f"{'../' * up}index{'.en' if tongue == 'ja' else ''}.html",
    }
    name = f"{_LEVEL * up}404.html"
    text = render("not-found.html", name, tongue, release.home, values, THEME)
    headers = {"Content-Language": tongue, "X-Robots-Tag": "noindex"}
    return Reply(
        404, text.encode(), f"{HTML}; charset=utf-8", headers, vary=_VARY, outcome="unknown"
    )
