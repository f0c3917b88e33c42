"""serve/too_large.py: what to do about a file that is too large, by its kind."""

import pytest

from kyodo_lod.serve.too_large import too_large
from kyodo_lod.serve.upload import Upload

LIMIT = 8 * 1024 * 1024


@pytest.mark.parametrize(
    ("name", "kind", "ja", "en"),
    [
        ("計画.docx", "", "表をコピーして Excel の新しいシートに", "copy the tables"),
        ("計画.xlsx", "", "「Unicode テキスト (*.txt)」を選んで", "choose Save As"),
        ("計画.txt", "text/plain", "文書は分けないで", "without splitting it"),
        ("計画", "", "文書は分けないで", "without splitting it"),
        ("a.ttl", "", "分割してください", "split it"),
        ("", "text/turtle", "分割してください", "split it"),
    ],
)
def test_what_to_do_differs_by_kind(name: str, kind: str, ja: str, en: str) -> None:
    error = too_large(LIMIT, Upload(b"", name, kind))
    assert (error.status, error.outcome) == (413, "too-large")
    assert error.words.ja.startswith("ファイルが大きすぎます (8 MB まで)。")
    assert ja in error.words.ja
    assert en in error.words.en
    is_rdf = "ttl" in name or "turtle" in kind
    assert ("分割してください" in error.words.ja) == is_rdf


def test_of_what_was_not_read_each_kind_is_told() -> None:
    words = too_large(LIMIT).words
    assert "文書は分けないで" in words.ja
    assert "RDF なら分割してください。" in words.ja
    assert "tab-separated text" in words.en
