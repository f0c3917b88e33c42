"""Where a thing is described survives being kept as JSON."""

import json

import pytest

from kyodo_lod.serve.described import Described


@pytest.mark.parametrize(
    "described",
    [
        Described("id/x.html#a", ("id/x", "dataset/x/x"), "dataset/x/x.csv"),
        Described("", ()),
        Described("“\u2028\U0001f642”", ("\x00", "..%2f")),
    ],
)
def test_what_is_kept_is_taken_up_as_it_was(described: Described) -> None:
    again = Described.of(json.loads(json.dumps(described)))
    assert again == described
    assert hash(again) == hash(described), "stems are a tuple, not JSON's list"


@pytest.mark.parametrize("row", [[], ["page"], ["page", ["a"], "", ""], ["page", None, ""]])
def test_what_was_damaged_is_no_description(row: list[object]) -> None:
    with pytest.raises((TypeError, ValueError)):  # as `release.load` expects it
        Described.of(row)
