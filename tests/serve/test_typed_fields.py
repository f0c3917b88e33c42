"""serve/typed_fields.py: a code or a year that is none is told with what may be meant."""

import pytest
from conftest import ROOT

from kyodo_lod.serve.refusals import RefusedError
from kyodo_lod.serve.typed_fields import fiscal_year, municipality_code

DIST = ROOT / "dist"


@pytest.mark.parametrize("typed", ["07203", "郡山市", "郡山", "福島県郡山市", "072035", "72036"])
def test_a_code_that_is_none_is_told_with_the_published_one_that_may_be_meant(typed: str) -> None:
    with pytest.raises(RefusedError) as caught:
        municipality_code(typed, DIST)
    assert caught.value.words.ja.endswith("もしかして: 072036 (郡山市)。")
    assert caught.value.words.en.endswith("; did you mean 072036 (郡山市)?")


@pytest.mark.parametrize("typed", ["札幌市", "1", "<b>", "x" * 5000])
def test_a_code_that_comes_near_none_is_told_alone(typed: str) -> None:
    with pytest.raises(RefusedError) as caught:
        municipality_code(typed, DIST)
    assert "did you mean" not in caught.value.words.en


def test_a_code_is_given_back() -> None:
    assert municipality_code("072036", DIST) == "072036"
    assert municipality_code("011002", None) == "011002"


def test_a_year_in_words_is_a_fiscal_year() -> None:
    assert [fiscal_year(text) for text in ("2018", "2018年", "平成30年", "H30")] == [2018] * 4
    with pytest.raises(RefusedError):
        fiscal_year("年")
