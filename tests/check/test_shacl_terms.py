"""A typing error in a shapes file is not passed over."""

from pathlib import Path

import pytest

from kyodo_lod.check.shacl_terms import doubtful_terms
from kyodo_lod.check.shapes import Shapes, load_shapes, shape_names

_HEAD = """@prefix ex: <http://example.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> .
ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:property [ sh:path ex:p ; """


def _loaded(tmp_path: Path, text: str) -> Shapes:
    (tmp_path / "s.ttl").write_text(_HEAD + text)
    return load_shapes(str(tmp_path / "s.ttl"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("sh:minCont 1 ] .", ["ex:S: sh:minCont is no term of SHACL, so it demands nothing; did you mean sh:minCount?"]),
        ("sh:nodeKind sh:Iri ] .", ["ex:S: sh:Iri is no term of SHACL, so it demands nothing; did you mean sh:IRI?"]),
        ("sh:js [] ] .", ["ex:S: sh:js is not supported here, so it demands nothing"]),
        ("sh:minCount 1 ; sh:nodeKind sh:IRI ; sh:group [ sh:order 1 ; a sh:Parameter, sh:Rule ] ] .", []),
    ],
)  # fmt: skip
def test_a_term_that_demands_nothing_is_told(tmp_path: Path, text: str, told: list[str]) -> None:
    assert [each.en for each in doubtful_terms(_loaded(tmp_path, text))] == told


def test_our_own_shapes_are_beyond_doubt() -> None:
    for name in shape_names():
        assert doubtful_terms(load_shapes(name)) == []


def test_both_languages_have_the_term(tmp_path: Path) -> None:
    (one,) = doubtful_terms(_loaded(tmp_path, "sh:minCont 1 ] ."))
    assert "sh:minCount" in one.ja
