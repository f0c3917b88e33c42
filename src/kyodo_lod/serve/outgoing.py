"""The headers of an answer: what its reply says, and what every answer has (docs/deploy.md)."""

import re
from collections.abc import Sequence
from email.utils import formatdate

from kyodo_lod.serve.message import Reply, Request

_POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; "
    "connect-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
)
#: what a script of another site may read beside what Fetch lets it read anyway (section 4.5, CORS)
_EXPOSED = (
    "Accept, Accept-Ranges, Allow, Content-Language, Content-Length, Content-Range, ETag, "
    "Kyodo-Lod-Conforms, Kyodo-Lod-Cut, Link, Location, Retry-After"
)
_PAGES = ("text/html", "image/svg")
#: on every answer, errors too: the data are public and nobody logs in
COMMON = {
    "access-control-allow-origin": "*",
    "access-control-expose-headers": _EXPOSED,
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
}
_KEPT = "public, max-age=300"
#: statuses that say the same to the same reader when they are asked for again soon; of errors, what
#: is said of an address alone: any other may be right a moment later, or for somebody else
_LASTING = frozenset({200, 206, 303, 304, 404, 410})
#: what chooses the form and the words of an error, whatever route it comes from
_WORDED = ("Accept", "Accept-Language")
_NAMES = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+(?: *, *[A-Za-z0-9!#$%&'*+.^_`|~-]+)*")
_DAY = 86400


def headers(reply: Reply, prefix: str, modified: int) -> dict[str, str]:
    """Give the headers of a reply by lower-case name.

    Args:
        reply: what is answered.
        prefix: of a proxy, such as `/lod`.
        modified: when the data were published, in seconds since 1970.
    """
    found = COMMON | {"cache-control": _KEPT if reply.status in _LASTING else "no-store"}
    if reply.media_type:
        found["content-type"] = reply.media_type
    if reply.media_type.startswith(_PAGES):
        found["content-security-policy"] = _POLICY
    if vary := dict.fromkeys((*reply.vary, *(_WORDED if reply.status >= 400 else ()))):
        found["vary"] = ", ".join(vary)
    if reply.encoding:
        found["content-encoding"] = reply.encoding
    if reply.etag:
        found |= {"etag": f'"{reply.etag}"', "last-modified": formatdate(modified, usegmt=True)}
    found |= {name.lower(): value for name, value in reply.headers.items()}
    if "location" in found:  # one slash: two would name another host
        found["location"] = f"{prefix}/{found['location'].lstrip('/')}"
    return found


def options(request: Request, methods: Sequence[str]) -> Reply:
    """Answer OPTIONS, and with it a browser's question whether another site may ask (CORS)."""
    allowed = ", ".join(methods)
    found = {
        "Allow": allowed,
        "Access-Control-Allow-Methods": allowed,
        "Access-Control-Max-Age": str(_DAY),
    }
    asked = request.header("access-control-request-headers") or ""
    if _NAMES.fullmatch(asked):
        found["Access-Control-Allow-Headers"] = asked
    return Reply(204, headers=found, vary=("Access-Control-Request-Headers",), outcome="options")
