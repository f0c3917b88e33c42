"""RFC 9110, section 13 (conditions) and 14.2 (ranges)."""

import pytest

from kyodo_lod.serve.conditional import is_part_asked, judged

_MODIFIED = 784111777  # Sun, 06 Nov 1994 08:49:37 GMT, the example of RFC 9110, section 5.6.7
_AT = "Sun, 06 Nov 1994 08:49:37 GMT"
_BEFORE = "Sun, 06 Nov 1994 08:49:36 GMT"
_AFTER = "Sun, 06 Nov 1994 08:49:38 GMT"


@pytest.mark.parametrize(
    ("field", "status"),
    [
        ('"abc"', 304),
        ('W/"abc"', 304),
        ('"x", W/"abc", "y"', 304),
        ('"x","abc"', 304),
        ("*", 304),
        ('"x"', 200),
        ("abc", 200),
        ('"ab', 200),
        ("", 200),
        ('"a,bc"', 200),
    ],
)
def test_who_holds_one_of_these_is_sent_nothing(field: str, status: int) -> None:
    assert judged({"if-none-match": field}, "abc", _MODIFIED) == status


@pytest.mark.parametrize(
    ("since", "status"),
    [
        (_AT, 304),
        ("Sunday, 06-Nov-94 08:49:37 GMT", 304),
        ("Sun Nov  6 08:49:37 1994", 304),
        (_BEFORE, 200),
        (_AFTER, 200),  # of data that were gone back from
        ("yesterday", 200),
        ("", 200),
        ("Sun, 99 Nov 99999999999 08:49:37 GMT", 200),
    ],
)
def test_who_has_what_is_of_this_very_date_is_sent_nothing(since: str, status: int) -> None:
    assert judged({"if-modified-since": since}, "abc", _MODIFIED) == status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"if-none-match": '"x"', "if-modified-since": _AT}, 200),
        ({"if-match": '"abc"'}, 200),
        ({"if-match": "*"}, 200),
        ({"if-match": '"x"'}, 412),
        ({"if-match": 'W/"abc"'}, 412),
        ({"if-match": '"abc"', "if-unmodified-since": _BEFORE}, 200),
        ({"if-match": '"abc"', "if-none-match": '"abc"'}, 304),
        ({"if-unmodified-since": _BEFORE}, 412),
        ({"if-unmodified-since": _AT}, 200),
        ({"if-unmodified-since": "tomorrow"}, 200),
        ({}, 200),
    ],
)
def test_conditions_count_in_their_order(headers: dict[str, str], status: int) -> None:
    assert judged(headers, "abc", _MODIFIED) == status


@pytest.mark.parametrize(
    ("field", "asked"),
    [
        ("bytes=0-9", True),
        ("bytes=5-", True),
        ("bytes=-5", True),
        ("BYTES=0-0, 5-9", True),
        ("bytes=9-5", False),
        ("bytes=0-1,9-5", False),
        ("lines=0-9", False),
        ("bytes=", False),
        ("bytes=-", False),
        ("bytes=a-b", False),
        ("bytes=0-9,", False),
        ("bytes=" + "9" * 40 + "-", False),
        ("bytes=٣-٤", False),
    ],
)
def test_a_range_that_means_nothing_is_as_if_it_were_not_there(field: str, asked: bool) -> None:
    assert is_part_asked("GET", {"range": field}) is asked


def test_only_get_asks_for_parts() -> None:
    assert not is_part_asked("HEAD", {"range": "bytes=0-9"})
