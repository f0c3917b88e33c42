"""Who we are to a server: from the environment alone, shown to nobody else, in the way it asks for."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import requests
from requests.auth import AuthBase, HTTPBasicAuth, HTTPDigestAuth

from kyodo_lod.errors import ServerError
from kyodo_lod.push.address import is_private

USER, PASSWORD, TOKEN = (f"KYODO_LOD_PUSH_{word}" for word in ("USER", "PASSWORD", "TOKEN"))


class Nobody(AuthBase):
    """No credentials; not those of a ~/.netrc either, which requests would read."""

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """Leave the request as it is."""
        return request


class _Bearer(AuthBase):
    """A token (RFC 6750)."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._token}"
        return request


@dataclass(frozen=True, slots=True)
class Credentials:
    """A token, or a name and password; nothing of them stands in any text."""

    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)

    def __bool__(self) -> bool:
        return bool(self.token or self.user)

    def at_first(self) -> AuthBase:
        """Give what goes with a request before the server has asked: a token, never a password."""
        return _Bearer(self.token) if self.token else Nobody()

    def when_asked(self, challenge: str) -> AuthBase | None:
        """Give what a server's WWW-Authenticate asks for; None where we have no such thing.

        Digest (RFC 7616) is taken before Basic (RFC 7617), which shows the password to the server.
        """
        schemes = challenge.lower()
        if not self.user or self.token:
            return None
        if "digest " in schemes:
            return HTTPDigestAuth(self.user, self.password)
        if "basic" in schemes:
            return HTTPBasicAuth(self.user.encode(), self.password.encode())
        return None


def from_environment(environment: Mapping[str, str], store: str, *, insecure: bool) -> Credentials:
    """Read the credentials.

    Args:
        environment: as of the process.
        store: where they would go.
        insecure: whether they may go there unencrypted.

    Raises:
        ServerError: where they would, or a part of them lacks.
    """
    found = Credentials(*(environment.get(name, "") for name in (USER, PASSWORD, TOKEN)))
    if found.password and not found.user:
        raise ServerError(
            USER, f"{PASSWORD} があるのに、ありません。", f"is not set, but {PASSWORD} is"
        )
    if any(letter in found.token + found.user for letter in "\r\n\0"):
        raise ServerError(
            TOKEN if found.token else USER, "改行を含んでいます。", "holds a line break"
        )
    if found and not insecure and not is_private(store):
        raise ServerError(
            store,
            "パスワードやトークンを暗号化せずに送ることになります。https を使うか、それでよければ --insecure を付けてください。",
            "would get the password or token unencrypted; use https, or say --insecure",
        )
    return found
