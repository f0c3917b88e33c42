"""serve/frame.py: a head and a body pass a pipe as one, and what is cut off is noticed."""

import pytest

from kyodo_lod.serve.frame import frame, unframed


def test_a_frame_gives_back_what_was_put_in() -> None:
    for body in (b"", b"\n", b'{"length": 3}\n', bytes(range(256))):
        assert unframed(frame({"a": "\n計画\ud800"}, body)) == ({"a": "\n計画\ud800"}, body)


@pytest.mark.parametrize("data", [b"", b"{}", frame({}, b"abc")[:-1], frame({}, b"") + b"x"])
def test_what_is_cut_off_is_no_frame(data: bytes) -> None:
    with pytest.raises((ValueError, KeyError)):
        unframed(data)
