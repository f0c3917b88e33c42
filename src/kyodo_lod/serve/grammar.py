"""HTTP/1.1 as h11 reads it, within limits on what costs much more to read than to send."""

import re
from typing import TypeAlias

import h11

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.serve.refusals import NO_REQUEST, RefusedError

#: bytes of a request's head
HEAD = 64 * 1024
#: lines of a head, and of what may follow a body
FIELDS = 200
#: chunks of a body that are looked at together, and the bytes that one of them has on average
CHUNKS, FULL = 1000, 64
_END = re.compile(rb"\n\r?\n")
_Heard: TypeAlias = h11.Event | type[h11.NEED_DATA] | type[h11.PAUSED]


class Unreadable(h11.RemoteProtocolError):
    """What a client sends is no request.

    Args:
        status: of HTTP.
        words: what is wrong and what to do.
        outcome: one word for the log.
    """

    def __init__(self, status: int, words: Bilingual, outcome: str = "malformed") -> None:
        super().__init__(words.en, status)
        self.why = RefusedError(status, words, outcome)


class Grammar(h11.Connection):
    """What is read of a connection."""

    def __init__(self) -> None:
        super().__init__(h11.SERVER, HEAD)
        self._chunks = self._bytes = 0

    def next_event(self) -> _Heard:
        """Read on; raises Unreadable, after which nothing more should be."""
        state = self.their_state
        if state is h11.IDLE:
            self._count_fields()
        try:
            event = super().next_event()
        except h11.RemoteProtocolError as error:
            raise self._refused(error, is_body=state is h11.SEND_BODY) from error
        if isinstance(event, h11.Data):
            self._count_chunk(event)
        elif isinstance(event, h11.Request):
            self._chunks = self._bytes = 0
        elif isinstance(event, h11.EndOfMessage) and len(event.headers) > FIELDS:
            raise _many_fields()
        return event

    def _count_fields(self) -> None:
        """Count the lines of a head before h11 reads it, which is what they would cost."""
        come = self.trailing_data[0]
        end = _END.search(come)
        if come.count(b"\n", 0, end.start() if end else len(come)) > FIELDS:
            raise _many_fields()

    def _count_chunk(self, data: h11.Data) -> None:
        """Count a chunk, or a part of one: those before it are whole, and judged by their bytes."""
        if data.chunk_start and self._chunks == CHUNKS:
            if self._bytes < CHUNKS * FULL:
                raise Unreadable(400, _TINY)
            self._chunks = self._bytes = 0
        self._bytes += len(data.data)
        self._chunks += data.chunk_start

    def _refused(self, error: h11.RemoteProtocolError, *, is_body: bool) -> Unreadable:
        hint = error.error_status_hint
        if is_body:
            return Unreadable(400, _CHUNKS)
        if hint == 431 and b"\n" not in self.trailing_data[0]:
            return Unreadable(414, _ADDRESS, "url")
        if hint == 431:
            return Unreadable(431, _HEAD, "head")
        if hint == 501:
            return Unreadable(501, _CODING, "coding")
        return Unreadable(400, NO_REQUEST)


def _many_fields() -> Unreadable:
    return Unreadable(431, _FIELDS, "head")


_TINY = Bilingual(
    f"本文が {FULL} バイトより小さいチャンクに分かれています。大きくして送ってください。",
    f"the body comes in chunks of less than {FULL} bytes; send larger ones",
)
_CHUNKS = Bilingual("本文のチャンクが読めません。", "the chunks of the body cannot be read")
_ADDRESS = Bilingual(
    f"アドレスが {HEAD} バイトを超えています。", f"the address is longer than {HEAD} bytes"
)
_HEAD = Bilingual(
    f"要求のヘッダーが {HEAD} バイトを超えています。",
    f"the head of the request is longer than {HEAD} bytes",
)
_FIELDS = Bilingual(
    f"要求のヘッダーが {FIELDS} 行を超えています。",
    f"the head of the request has more than {FIELDS} lines",
)
_CODING = Bilingual(
    "転送コーディングは chunked だけ使えます。", "use no transfer coding but chunked"
)
