"""What is refused, in one plain line, in the language that the client prefers."""

from collections.abc import Mapping
from dataclasses import replace

from kyodo_lod.bilingual import Bilingual, Language
from kyodo_lod.serve import negotiate
from kyodo_lod.serve.message import TEXT, Reply, Request

NO_REQUEST = Bilingual("HTTP の要求として読めません。", "the request cannot be read as HTTP/1.1")


class RefusedError(Exception):
    """A request that is not answered: its body is not read, its query not run, its upload not checked.

    Args:
        status: of HTTP.
        words: what is wrong and what to do.
        outcome: one word for the log.
        headers: of the reply.
        again: seconds after which it may be sent again; 0 where that would be no better.
        work: seconds that were spent on it.
    """

    def __init__(
        self,
        status: int,
        words: Bilingual,
        outcome: str = "refused",
        headers: Mapping[str, str] | None = None,
        again: int = 0,
        work: float = 0.0,
    ) -> None:
        super().__init__(words.en)
        self.status = status
        self.words = words
        self.outcome = outcome
        # RFC 9110, section 10.2.3
        self.headers = dict(headers or {}) | ({"Retry-After": str(again)} if again else {})
        self.again = again
        self.work = work


def refused(request: Request, why: RefusedError) -> Reply:
    """Give the reply that a refusal is.

    Args:
        request: chooses the language.
        why: it is refused.
    """
    reply = refusal(request, why.status, why.words, why.outcome, why.headers)
    return replace(reply, work=why.work)


def unread(why: RefusedError) -> Reply:
    """Give the reply to a request whose head could not be read: in both languages, and in one line."""
    # RFC 9110, section 8.5: for readers of either
    headers = {"Content-Language": "en, ja"} | why.headers
    line = f"{why.status}: {why.words.en} / {why.words.ja}\n"
    return Reply(why.status, line.encode(), TEXT, headers, outcome=why.outcome)


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
