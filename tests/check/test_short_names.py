"""IRIs as people write them."""

import pytest

from kyodo_lod.check.short_names import short, shown_path


@pytest.mark.parametrize(
    ("iri", "name"),
    [
        ("http://www.w3.org/2002/07/owl#Class", "owl:Class"),
        ("http://purl.org/dc/terms/", "http://purl.org/dc/terms/"),
        ("http://purl.org/dc/terms/a/b", "http://purl.org/dc/terms/a/b"),
        ("https://example.org/title", "https://example.org/title"),
    ],
)
def test_only_what_a_prefixed_name_may_hold_is_shortened(iri: str, name: str) -> None:
    assert short(iri) == name


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("urn:ex:p-q", "e:p-q"),
        ("^<urn:ex:p>/(<urn:ex:q>|<urn:other:r>)*", "^e:p/(e:q|<urn:other:r>)*"),
        ("urn:ex:p/q", "urn:ex:p/q"),
        ("dct:title", "dct:title"),
        ("", ""),
    ],
)
def test_people_see_the_prefixes_of_the_file(path: str, shown: str) -> None:
    assert shown_path(path, {"x": "urn:none:", "e": "urn:ex:", "empty": ""}) == shown
