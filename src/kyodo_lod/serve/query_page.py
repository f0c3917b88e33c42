"""A reader who brings a query is led to the page that asks it and shows the answer.

The page takes the query from the fragment of its address. Where a proxy might not pass on so long a
Location, the page itself is the answer, with the query in it.
"""

import json
from urllib.parse import quote, urlencode

from kyodo_lod.publish.pages.page import localized
from kyodo_lod.serve.asked import PREFIX, Asked
from kyodo_lod.serve.files import headers_of, media_type
from kyodo_lod.serve.message import Reply, Request
from kyodo_lod.serve.negotiate import language
from kyodo_lod.serve.parameters import Values
from kyodo_lod.serve.release import Release

_PAGE = "sparql.html"
#: letters of a Location that any proxy passes on
_LONGEST = 3000
_VARY = ("Accept", "Accept-Language")
_HEAD_ENDS = "</head>"


def query_page(request: Request, query: Asked, put_in: Values, release: Release) -> Reply | None:
    """Give a reader the page that asks a query; None where the page cannot ask it.

    Args:
        request: chooses the language.
        query: that is asked; the page has no way to choose its graphs beside it.
        put_in: values of its parameters.
        release: holds the page.
    """
    if query.dataset:
        return None
    if len(query.text) <= _LONGEST:  # a longer one takes long to encode
        pairs = [("query", query.text), *((PREFIX + name, value) for name, value in put_in)]
        fragment = f"#{urlencode(pairs, quote_via=quote, safe='')}"
        if len(fragment) <= _LONGEST:
            return to_page(request, fragment)
    return _with_query(_page(request), query.text, put_in, release)


def to_page(request: Request, fragment: str = "") -> Reply:
    """Lead to the page.

    Args:
        request: chooses the language.
        fragment: the query, if any.
    """
    location = {"Location": _page(request) + fragment}
    return Reply(303, headers=location, vary=_VARY, outcome="page")


def _page(request: Request) -> str:
    return localized(_PAGE, language(request.header("accept-language")))


def _with_query(page: str, text: str, put_in: Values, release: Release) -> Reply:
    """Give the page with a query in it: in no element can JSON without `<` be more than text."""
    sent = json.dumps({"page": page, "text": text, "values": dict(put_in)}).replace("<", "\\u003c")
    held = f'<script type="application/json" id="sent">{sent}</script>\n{_HEAD_ENDS}'
    html = (release.site / page).read_text(encoding="utf-8").replace(_HEAD_ENDS, held, 1)
    headers = headers_of(page, release.files) | {"Cache-Control": "no-store"}
    return Reply(200, html.encode(), media_type(page), headers, vary=_VARY, outcome="page")
