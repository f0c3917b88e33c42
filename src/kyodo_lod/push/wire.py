"""Requests to one server: time-outs, another try where it may help, and what its refusals mean."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import requests

from kyodo_lod import __version__
from kyodo_lod.bilingual import Bilingual
from kyodo_lod.errors import ServerError
from kyodo_lod.push.answer import Limits
from kyodo_lod.push.credentials import Credentials
from kyodo_lod.push.refusal import is_too_large, refused, unreachable

#: the server may be there again in a moment (RFC 9110, sections 15.6; RFC 6585, section 4)
_PASSING = frozenset({429, 502, 503, 504})
_UNAUTHORISED = 401
_CONNECT = 10.0
#: seconds before the second try, doubled before each further one, and the longest wait
_FIRST_WAIT, _LONGEST_WAIT = 0.5, 120.0


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a server is waited for.

    Args:
        seconds: for an answer.
        tries: again, where it is busy or out of reach.
    """

    seconds: float = 300.0
    tries: int = 5


class Wire:
    """A connection to a server.

    Args:
        credentials: sent to no other; a redirect is not followed.
        patience: how long it is waited for.
        tell: told why and how long we wait.
    """

    def __init__(
        self,
        credentials: Credentials,
        patience: Patience,
        tell: Callable[[Bilingual], None],
    ) -> None:
        self._credentials, self._patience, self._tell = credentials, patience, tell
        self._session = requests.Session()
        self._session.auth = credentials.at_first()
        self._session.headers["Accept-Encoding"] = "identity"
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, Limits())
        self._session.headers["User-Agent"] = f"kyodo-lod/{__version__}"

    def send(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str],
        data: bytes | None = None,
        accepted: tuple[int, ...] = (),
    ) -> requests.Response:
        """Send a request, again where that may help: all we send may be sent twice.

        Args:
            method: of HTTP.
            url: where to.
            headers: beside our own.
            data: the body.
            accepted: statuses that are fine beside 2xx.

        Raises:
            ServerError: where the server refuses, or cannot be reached any more.
        """
        for attempt in range(self._patience.tries + 1):
            is_last = attempt == self._patience.tries
            try:
                answer = self._once(method, url, headers, data)
            except requests.RequestException as error:
                failure = unreachable(url, error, self._patience.seconds)
                if is_last or not _may_pass(error):
                    raise failure from None  # its text may hold what nobody should see
                self._wait(failure, min(_FIRST_WAIT * 2**attempt, _LONGEST_WAIT))
                continue
            if answer.status_code in accepted or answer.status_code // 100 == 2:
                return answer
            refusal = refused(answer, url, known=bool(self._credentials))
            if is_last or answer.status_code not in _PASSING:
                raise refusal
            self._wait(refusal, _asked_wait(answer, attempt))
        raise AssertionError("the last try returns or raises")

    def close(self) -> None:
        """Hang up."""
        self._session.close()

    def _once(
        self, method: str, url: str, headers: Mapping[str, str], data: bytes | None
    ) -> requests.Response:
        answer = self._request(method, url, headers, data)
        challenge = answer.headers.get("WWW-Authenticate", "")
        asked = self._credentials.when_asked(challenge)
        if answer.status_code != _UNAUTHORISED or asked is None:
            return answer
        if isinstance(self._session.auth, type(asked)):
            return answer  # it knows us and does not want us
        self._session.auth = asked
        return self._request(method, url, headers, data)

    def _request(
        self, method: str, url: str, headers: Mapping[str, str], data: bytes | None
    ) -> requests.Response:
        return self._session.request(
            method,
            url,
            headers=dict(headers),
            data=data,
            timeout=(_CONNECT, self._patience.seconds),
            allow_redirects=False,
        )

    def _wait(self, failure: ServerError, seconds: float) -> None:
        why = failure.message
        after = _AT_ONCE if seconds < _FIRST_WAIT else _AFTER.fill(seconds=f"{seconds:.3g}")
        self._tell(
            Bilingual(
                f"{failure.place}: {why.ja} {after.ja}もう一度送ります。",
                f"{failure.place}: {why.en}; trying again {after.en}",
            )
        )
        time.sleep(seconds)


def _may_pass(error: requests.RequestException) -> bool:
    """Tell whether the network failed, and not the address, the certificate or what is answered."""
    if isinstance(error, requests.exceptions.SSLError) or is_too_large(error):
        return False
    passing = (requests.ConnectionError, requests.Timeout, requests.exceptions.ChunkedEncodingError)
    return isinstance(error, passing)


def _asked_wait(answer: requests.Response, attempt: int) -> float:
    """Give the seconds that Retry-After asks for (RFC 9110, section 10.2.3), else our own."""
    asked = answer.headers.get("Retry-After", "").strip()
    own: float = _FIRST_WAIT * 2**attempt
    if asked.isascii() and asked.isdigit():
        return min(float(asked), _LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(asked)
    except ValueError:
        return min(own, _LONGEST_WAIT)
    left = moment.replace(tzinfo=moment.tzinfo or UTC) - datetime.now(UTC)
    return min(max(left.total_seconds(), 0.0), _LONGEST_WAIT)


_AT_ONCE = Bilingual("すぐに", "at once")
_AFTER = Bilingual("{seconds} 秒後に", "in {seconds} s")
