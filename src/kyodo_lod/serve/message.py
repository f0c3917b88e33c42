"""A request and a reply without a web framework: all of `serve` but `app.py` speaks in these."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

#: what is said of text beyond its type (RFC 4180, section 3; as docs/deploy/nginx.conf says it)
_PARAMETERS = {"text/csv": "; charset=utf-8; header=present"}


def content_type(media_type: str) -> str:
    """Give a media type with its parameters: text is in UTF-8.

    >>> content_type("text/turtle"), content_type("application/ld+json")
    ('text/turtle; charset=utf-8', 'application/ld+json')
    """
    text = "; charset=utf-8" if media_type.startswith("text/") else ""
    return media_type + _PARAMETERS.get(media_type, text)


TEXT = content_type("text/plain")


@dataclass(frozen=True, slots=True)
class Request:
    """What a client asks.

    Args:
        method: upper case.
        path: decoded, without the prefix of a proxy and without the first slash.
        query: the query string as it came, without `?`.
        headers: by lower-case name; fields of one name are joined by `, ` (RFC 9110, 5.3).
        body: whole, within the limit; empty where there is none.
        client: whom budgets are held for; no address in it is logged.
        climbs: folders that a link climbs from the address as it was sent up to the first page; an
            encoded slash is none. Those of `path` where it is negative.
        root: the prefix of a proxy that was left out of `path`, such as `/lod`; empty for none.
    """

    method: str
    path: str
    query: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    client: str = ""
    climbs: int = -1
    root: str = ""

    @property
    def depth(self) -> int:
        """Folders between the first page and the address, as a browser counts them."""
        return self.path.count("/") if self.climbs < 0 else self.climbs

    def header(self, name: str) -> str | None:
        """Give a field; None where it was not sent.

        Args:
            name: in lower case.
        """
        return self.headers.get(name)


@dataclass(frozen=True, slots=True)
class Reply:
    """What is answered; headers that every answer has (CORS, nosniff) are added by `app.py`.

    Args:
        status: of HTTP.
        body: bytes, or a file to send, also by ranges.
        media_type: with its parameters; empty for no body.
        headers: more of them; `Location` is a path in the site, percent-encoded, without first slash.
        etag: strong, without quotes; empty for none. `app.py` answers If-None-Match and Range by it.
        vary: names of the request's fields that chose this reply.
        encoding: of the body as it is given, such as `gzip`; empty for none.
        outcome: one word for the log: what became of it.
        work: seconds that a process of its own worked on it, for the log.
    """

    status: int
    body: bytes | Path = b""
    media_type: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    etag: str = ""
    vary: tuple[str, ...] = ()
    encoding: str = ""
    outcome: str = "ok"
    work: float = 0.0
