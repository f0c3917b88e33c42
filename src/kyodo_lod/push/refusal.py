"""What a server's refusal means and what to do about it, in one line."""

import re
import socket

import requests

from kyodo_lod.bilingual import Bilingual, visible
from kyodo_lod.errors import ServerError
from kyodo_lod.push.answer import LARGEST, TooLargeError
from kyodo_lod.push.credentials import PASSWORD, TOKEN, USER

#: of what a server says, at most
_GLANCE = 200
_NO_TEXT = re.compile(r"<(script|style|title)\b.*?</\1>|<[^>]*>", re.DOTALL | re.IGNORECASE)
_NOT_HERE = Bilingual(
    "ここはグラフストアではありません。例: oxigraph は /store、Virtuoso は /sparql-graph-crud-auth、Fuseki は /データセット名/data。",
    "is no graph store; they are /store of oxigraph, /sparql-graph-crud-auth of Virtuoso, /DATASET/data of Fuseki",
)
_REASONS = {
    403: Bilingual(
        "書き込む権限がありません (Virtuoso なら GRANT SPARQL_UPDATE)。",
        "does not let these credentials write (on Virtuoso: GRANT SPARQL_UPDATE)",
    ),
    404: _NOT_HERE,
    405: _NOT_HERE,
    413: Bilingual(
        "一度に送る量が多すぎます。--piece を小さくしてください。",
        "takes no request of this size; say a smaller --piece",
    ),
    429: Bilingual("混み合っています (429)。", "is busy (429)"),
    503: Bilingual("混み合っています (503)。", "is busy (503)"),
}
_UNKNOWN = Bilingual(
    f"名前とパスワードが要ります。{USER} と {PASSWORD}、または {TOKEN} に入れてください。",
    f"asks who we are; set {USER} and {PASSWORD}, or {TOKEN}",
)
_UNWANTED = Bilingual(
    f"{USER} と {PASSWORD}、または {TOKEN} の値が通りません。",
    f"does not accept the values of {USER} and {PASSWORD}, or of {TOKEN}",
)
_TOO_LARGE = Bilingual(
    f"答えが {LARGEST >> 20} MiB を超えています。アドレスを確かめてください",
    f"answers more than {LARGEST >> 20} MiB, which no graph store does here; check the address",
)


def refused(answer: requests.Response, url: str, *, known: bool) -> ServerError:
    """Say what a refusal means.

    Args:
        answer: of the server.
        url: where the request went.
        known: whether we sent credentials.
    """
    if answer.is_redirect:
        return _elsewhere(answer, url)
    reason = _REASONS.get(answer.status_code)
    if answer.status_code == 401:
        reason = _UNWANTED if known else _UNKNOWN
    if reason:
        return ServerError(_shown(url), *reason)
    said = _glance(answer)
    status = f"{answer.status_code} {answer.reason or ''}".strip()
    return ServerError(
        _shown(url), f"断られました ({status})。{said}", f"answers {status}{said and f': {said}'}"
    )


def _elsewhere(answer: requests.Response, url: str) -> ServerError:
    """Refuse to follow: data and credentials go where the command line says, nowhere else."""
    to = visible(answer.headers.get("Location", "").partition("?")[0][:_GLANCE])
    return ServerError(
        _shown(url),
        f"別のアドレス {to} に移されました。正しければ、そのアドレスを指定してください。",
        f"sends on to {to}, which is not followed; if that is right, give that address",
    )


def _glance(answer: requests.Response) -> str:
    """Give the beginning of what the server says, without its mark-up."""
    text = " ".join(_NO_TEXT.sub(" ", answer.text[: 20 * _GLANCE]).split())
    return visible(text if len(text) <= _GLANCE else f"{text[:_GLANCE]}…")


def unreachable(url: str, error: requests.RequestException, seconds: float) -> ServerError:
    """Say why there is no answer at all."""
    match error:
        case requests.RequestException() if is_too_large(error):
            why = _TOO_LARGE
        case requests.exceptions.SSLError():
            why = Bilingual("本物と確かめられません (TLS)", "does not prove who it is (TLS)")
        case requests.exceptions.ConnectTimeout():
            why = Bilingual("つながりません (時間切れ)", "cannot be reached in time")
        case requests.Timeout():
            why = Bilingual(
                f"{seconds:g} 秒以内に答えません", f"gives no answer within {seconds:g} s"
            )
        case requests.exceptions.ChunkedEncodingError():
            why = Bilingual("答えの途中で切れました", "broke off in the middle of its answer")
        case requests.ConnectionError() if "refused" in str(error).lower():
            why = Bilingual("サーバーが動いていません", "does not listen there")
        case requests.ConnectionError() if _is_name(error):
            why = Bilingual(
                "その名前のサーバーが見つかりません",
                "is a name that is not known; check the address",
            )
        case requests.ConnectionError():
            why = Bilingual("接続できないか、切れました", "cannot be reached, or broke off")
        case _:
            why = Bilingual("送れません", "cannot be asked")
    return ServerError(_shown(url), f"{why.ja}。", why.en)


def is_too_large(error: BaseException) -> bool:
    """Tell whether the answer was larger than what is read."""
    return _lies_in(error, TooLargeError)


def _is_name(error: BaseException) -> bool:
    """Tell whether a host's name was not found."""
    return _lies_in(error, socket.gaierror)


def _lies_in(error: BaseException | None, kind: type[BaseException]) -> bool:
    """Tell whether an error is of a kind: what the system said lies deep in it."""
    while error is not None and not isinstance(error, kind):
        deeper = (getattr(error, "reason", None), *error.args, error.__cause__)
        error = next((each for each in deeper if isinstance(each, BaseException)), None)
    return error is not None


def _shown(url: str) -> str:
    return url.partition("?")[0]
