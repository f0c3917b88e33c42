"""Licences by the names people know them by."""

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.publish.pages.licences import licence_name


def test_a_known_licence_has_a_name_in_both_languages() -> None:
    assert licence_name("https://creativecommons.org/licenses/by/4.0/") == Bilingual(
        "クリエイティブ・コモンズ 表示 4.0 国際", "Creative Commons Attribution 4.0 International"
    )


def test_an_unknown_one_is_called_by_its_iri_and_none_by_nothing() -> None:
    iri = "https://www.city.example.lg.jp/licence"
    assert licence_name(iri) == Bilingual(iri, iri)
    assert licence_name(None) is None
