"""What is refused, in one plain line, in the language that the client prefers."""

from collections.abc import Mapping
from typing import NamedTuple

from kyodo_lod.bilingual import Bilingual, Language
from kyodo_lod.serve import negotiate
from kyodo_lod.serve.message import TEXT, Reply, Request


class Unread(NamedTuple):
    """Why the body of a request was not read.

    Args:
        status: of HTTP.
        words: what is wrong and what to do.
        outcome: one word for the log.
        headers: of the reply.
    """

    status: int
    words: Bilingual
    outcome: str
    headers: Mapping[str, str]


def refusal(
    request: Request,
    status: int,
    words: Bilingual,
    outcome: str,
    headers: Mapping[str, str] | None = None,
) -> Reply:
    """Give the reply to what cannot be answered.

    Args:
        request: chooses the language.
        status: of HTTP.
        words: what is wrong and what to do.
        outcome: one word for the log.
        headers: more of them, such as Retry-After.
    """
    tongue = preferred(request)
    return Reply(
        status,
        f"{status}: {words.text(tongue)}\n".encode(),
        TEXT,
        {"Content-Language": tongue} | dict(headers or {}),
        vary=("Accept-Language",),
        outcome=outcome,
    )


def preferred(request: Request) -> Language:
    """Give the language of such a line: English for who asks for neither it nor Japanese."""
    return negotiate.language(request.header("accept-language"), "en")
