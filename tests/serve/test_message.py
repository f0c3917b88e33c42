"""What a request and a reply say of themselves."""

import pytest

from kyodo_lod.serve.message import Request, content_type


@pytest.mark.parametrize(
    ("media_type", "said"),
    [
        ("text/plain", "text/plain; charset=utf-8"),
        ("text/csv", "text/csv; charset=utf-8; header=present"),
        ("application/n-triples", "application/n-triples"),
        ("textile/x", "textile/x"),
        ("", ""),
    ],
)
def test_text_is_in_utf_8_and_a_table_has_its_header(media_type: str, said: str) -> None:
    assert content_type(media_type) == said


@pytest.mark.parametrize(
    ("path", "climbs", "depth"),
    [
        ("", -1, 0),
        ("id/072036/plan", -1, 2),
        ("id/072036/", -1, 2),
        ("id/072036", 0, 0),  # sent as id%2F072036: a browser sees one name
        ("", 3, 3),
    ],
)
def test_a_link_climbs_as_far_as_the_browser_counts(path: str, climbs: int, depth: int) -> None:
    assert Request("GET", path, climbs=climbs).depth == depth


def test_a_field_that_was_not_sent_is_not_an_empty_one() -> None:
    request = Request("GET", "", headers={"accept": ""})
    assert (request.header("accept"), request.header("Accept"), request.header("x")) == (
        "",
        None,
        None,
    )
