"""What is refused, in one plain line, in the language that the client prefers."""

from collections.abc import Mapping

from kyodo_lod.bilingual import Bilingual, Language
from kyodo_lod.serve.message import Reply, Request

TEXT = "text/plain; charset=utf-8"


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
    language = preferred(request)
    return Reply(
        status,
        f"{status}: {words.text(language)}\n".encode(),
        TEXT,
        {"Content-Language": language} | dict(headers or {}),
        vary=("Accept-Language",),
        outcome=outcome,
    )


def preferred(request: Request) -> Language:
    """Give the language for people: Japanese where Accept-Language prefers it to English.

    >>> preferred(Request("GET", "", headers={"accept-language": "ja,en-US;q=0.7"}))
    'ja'
    >>> preferred(Request("GET", "", headers={"accept-language": "fr"}))
    'en'
    """
    field = request.header("accept-language") or ""
    qualities = {"ja": 0.0, "en": 0.0}
    for each in field.split(","):
        name, _, quality = each.replace(" ", "").lower().partition(";q=")
        tongue = name.partition("-")[0]
        if tongue in qualities:
            qualities[tongue] = max(qualities[tongue], _number(quality or "1"))
    return "ja" if qualities["ja"] > qualities["en"] else "en"


def _number(text: str) -> float:
    try:
        return min(max(float(text), 0.0), 1.0)
    except ValueError:
        return 0.0
