"""A frame: what passes a pipe between the server and its processes, a head in JSON and bytes."""

import json
import struct
from collections.abc import Mapping
from typing import Any

#: before each frame: bytes of its head, bytes of its body
LENGTHS = struct.Struct("!II")


def frame(head: Mapping[str, Any], body: bytes) -> bytes:
    """Give what is sent: a head in JSON, and bytes."""
    text = json.dumps(head).encode()
    return LENGTHS.pack(len(text), len(body)) + text + body


def unframed(data: bytes) -> tuple[dict[str, Any], bytes]:
    """Take apart one frame that is there as a whole; raises ValueError where it is not."""
    start = LENGTHS.size
    if len(data) < start:
        raise ValueError("cut off")
    text, body = LENGTHS.unpack(data[:start])
    if len(data) != start + text + body:
        raise ValueError("cut off")
    head: dict[str, Any] = json.loads(data[start : start + text])
    return head, data[start + text :]
