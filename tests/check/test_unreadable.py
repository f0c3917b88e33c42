"""The place of an error, taken apart for the reports."""

import pytest

from kyodo_lod.check.unreadable import unreadable
from kyodo_lod.errors import KyodoError
from kyodo_lod.origin import Origin


@pytest.mark.parametrize(
    ("place", "path", "origin", "column"),
    [
        ("rdf/a.ttl:3:8", "rdf/a.ttl", Origin("rdf/a.ttl", 3), 8),
        ("rdf/a.ttl:3", "rdf/a.ttl", Origin("rdf/a.ttl", 3), 0),
        ("rdf/a.ttl", "rdf/a.ttl", Origin("rdf/a.ttl"), 0),
        ("a: b:3:4.nt:5:6", "a: b:3:4.nt", Origin("a: b:3:4.nt", 5), 6),
        ("-:1:9", "-", Origin("-", 1), 9),
        ("plan.txt:41", "data/fy/source.toml", Origin("data/fy/plan.txt", 41), 0),
        ("data/units.csv:5: slug", "data/fy/source.toml", Origin("data/units.csv", 5), 0),
        ("data/fy/source.toml: year", "data/fy/source.toml", Origin("data/fy/source.toml"), 0),
        ("a\nb.txt:3", "data/x", Origin("data/a\nb.txt", 3), 0),
        ("no/*.ttl", "no/*.ttl", Origin("no/*.ttl"), 0),
        ("stdout", "..", Origin("stdout"), 0),
        ("x.txt", "/", Origin("x.txt"), 0),
    ],
)
def test_the_place_of_an_error(place: str, path: str, origin: Origin, column: int) -> None:
    found = unreadable(KyodoError(place, "だめ", "no"), path)
    assert (found.origin, found.origin.column) == (origin, column)
    assert (found.place, found.message.ja, found.message.en) == (place, "だめ", "no")
