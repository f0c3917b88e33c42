"""Conditional requests: what a client holds already need not be sent (RFC 9110, section 13)."""

import re
from collections.abc import Mapping
from email.utils import parsedate_to_datetime

_TAG = re.compile(r'(?:W/)?"([^"]*)"')
_STRONG = re.compile(r'(?<!W/)"([^"]*)"')

_RANGE = r"(?:[0-9]{1,18}-[0-9]{0,18}|-[0-9]{1,18})"
_RANGES = re.compile(rf"bytes=\s*{_RANGE}(?:\s*,\s*{_RANGE})*\s*", re.IGNORECASE)


def judged(headers: Mapping[str, str], etag: str, modified: int) -> int:
    """Give the status that the conditions of a GET or HEAD lead to: 200, 304 or 412.

    They count in the order of RFC 9110, section 13.2.2.

    Args:
        headers: of the request, by lower-case name.
        etag: of what would be sent, without quotes; empty for none.
        modified: when that was published, in seconds since 1970.
    """
    matched, unmodified = headers.get("if-match"), _seconds(headers.get("if-unmodified-since"))
    if matched is not None:
        if not _is_listed(matched, etag, _STRONG):
            return 412
    elif unmodified is not None and modified > unmodified:
        return 412
    unmatched, since = headers.get("if-none-match"), _seconds(headers.get("if-modified-since"))
    if unmatched is not None:
        return 304 if _is_listed(unmatched, etag, _TAG) else 200
    # by section 13.1.3 a later date would do too; but whoever goes back to older data (a backup, an
    # rsync of the build before) goes back in time, and would give 304 to readers of the newer for ever
    return 304 if since == modified else 200


def _is_listed(field: str, etag: str, pattern: re.Pattern[str]) -> bool:
    return field.strip() == "*" or (bool(etag) and etag in pattern.findall(field))


def _seconds(field: str | None) -> float | None:
    """Read a date of HTTP; what is none counts as not sent (RFC 9110, section 13.1.3)."""
    try:
        return None if field is None else parsedate_to_datetime(field).timestamp()
    except (ValueError, OverflowError, IndexError, TypeError):
        return None


def is_part_asked(method: str, headers: Mapping[str, str]) -> bool:
    """Tell whether a part is asked for in words that mean something (RFC 9110, section 14.2).

    Another unit than bytes, another method than GET and a range that ends before it starts are as
    if it were not there.
    """
    field = headers.get("range", "")
    if method != "GET" or not _RANGES.fullmatch(field):
        return False
    parts = (part.strip().split("-") for part in field.partition("=")[2].split(",") if part.strip())
    return all(not first or not last or int(first) <= int(last) for first, last in parts)
