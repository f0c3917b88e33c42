"""Paths of pages that any file system takes, made from IRIs that need not be fit for one."""

import re

from kyodo_lod.mapping.iris import hashed

#: a name that is the same file on every file system, and no other page's English twin
_PLAIN = re.compile(r"[a-z0-9_~-][a-z0-9._~-]{0,99}")
#: names that Windows keeps for devices, whatever stands behind a dot
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")
#: file systems take 255 bytes a name and Windows 260 characters a path
_LONGEST = 180


def safe_path(path: str) -> str:
    """Give the path of a page, without its ending, for the path of an IRI.

    What is no plain name (upper case, signs, dots alone, too long) becomes `x-` and ten hexadecimal
    digits, as keys without a code do (design §4).

    >>> safe_path("id/072036/plan/kyodo-2/fy2018/p/3-06")
    'id/072036/plan/kyodo-2/fy2018/p/3-06'
    >>> safe_path("id/../a%22b")
    'id/x-5ec1f7e700/x-0225795cf9'
    """
    safe = "/".join(name if _is_plain(name) else hashed(name) for name in path.split("/"))
    return safe if len(safe) <= _LONGEST else f"{safe.partition('/')[0]}/{hashed(path)}"


def _is_plain(name: str) -> bool:
    if name.endswith((".", ".en")) or _DEVICES.fullmatch(name):
        return False
    return _PLAIN.fullmatch(name) is not None
