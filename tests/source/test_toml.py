"""Typed reading of TOML: each wrong key gives one error that names it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.errors import ManifestError
from kyodo_lod.source.toml import Table, checked_base, load


def table(**values: Any) -> Table:
    return Table("plan.toml", values)


def refusal(call: Callable[[], object]) -> str:
    with pytest.raises(ManifestError) as caught:
        call()
    assert "\n" not in caught.value.line("ja") + caught.value.line("en")
    assert caught.value.line("ja") != caught.value.line("en")
    return caught.value.line("en")


def test_values_are_taken_by_type() -> None:
    one = table(a="x", b=3, c=["p", "q"], d={"ja": "あ"})
    assert one.text("a") == "x"
    assert one.take("b", int) == 3
    assert one.texts("c") == ("p", "q")
    assert one.table("d").text("ja") == "あ"
    one.finish(())


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        (str, 3, "must be a string"),
        (str, ["x"], "must be a string"),
        (int, "3", "must be an integer"),
        (int, 3.0, "must be an integer"),
        (int, True, "must be an integer"),
        (dict, "x", "must be a table"),
        (list, {"a": 1}, "must be a list"),
        (str, True, "must be a string"),
    ],
)
def test_a_wrong_type_is_refused(kind: type, value: object, words: str) -> None:
    assert refusal(lambda: table(k=value).take("k", kind)) == f"plan.toml: k: {words}"


def test_a_missing_key_is_refused() -> None:
    assert refusal(lambda: table().text("slug")) == (
        "plan.toml: slug: this key is missing; it is mandatory"
    )
    assert "mandatory" in refusal(lambda: table().mandatory_bilingual("name"))
    assert "mandatory" in refusal(lambda: table().table("title"))


@pytest.mark.parametrize("text", ["", " ", "\u3000", "\n"])
def test_a_blank_text_is_refused(text: str) -> None:
    assert refusal(lambda: table(k=text).text("k")) == "plan.toml: k: is empty"
    assert refusal(lambda: table(k=text).optional_text("k")) == "plan.toml: k: is empty"


@pytest.mark.parametrize("character", ["\x01", "\x1b", "\x7f", "\x85", "\ufffe", "\x00"])
def test_a_control_character_is_refused(character: str) -> None:
    assert "control character" in refusal(lambda: table(k=f"a{character}b").text("k"))


def test_a_text_may_have_lines_and_wide_spaces() -> None:
    assert table(k="a\n\u3000b\tc ").text("k") == "a\n\u3000b\tc"


@pytest.mark.parametrize("slug", ["kyodo-2", "a", "2", "fy2018"])
def test_a_slug_is_lower_case_ascii(slug: str) -> None:
    assert table(slug=slug).slug("slug") == slug


@pytest.mark.parametrize(
    "slug",
    [
        "Kyodo",
        "kyodo_2",
        "協働",
        "a b",
        "a--b",
        "-a",
        "a-",
        "../x",
        "a/b",
        "a\nb",
        "ａ",
        "²",
        "a%20",
    ],
)
def test_anything_else_is_no_slug(slug: str) -> None:
    assert "is no slug" in refusal(lambda: table(slug=slug).slug("slug"))


GOOD_IRIS = [
    "https://www.city.koriyama.lg.jp/",
    "https://sws.geonames.org/2112139/",
    "http://data.e-stat.go.jp/lod/sac/C07203",
    "https://example.org",
    "http://localhost:8000/x?y=1#z",
    "https://ja.wikipedia.org/wiki/%E9%83%A1",
    "https://例え.jp/郡山市",
]


@pytest.mark.parametrize("iri", GOOD_IRIS)
def test_an_iri_is_absolute_http(iri: str) -> None:
    assert table(page=iri).optional_iri("page") == iri
    assert table(pages=[iri]).iris("pages") == (iri,)


@pytest.mark.parametrize(
    "iri",
    [
        "www.city.koriyama.lg.jp",
        "//example.org/",
        "ftp://example.org/",
        "javascript:alert(1)",
        "urn:x:y",
        "HTTPS://example.org/",
        "https://",
        "https:///x",
        "https://a b/",
        "https://a/ b",
        "https://a/<b>",
        'https://a/"b',
        "https://a/{b}",
        "https://a/b|c",
        "https://a/b\\c",
        "https://a/b^c",
        "https://a/`b",
        "https://a/[b]",
        "https://[::1/",
        "https://a/%zz",
        "https://a/%2",
        "https://a:port/",
        "https://user:word@a/",
        "https://a/#b#c",
        "https://a/\u0001",
        "https://a/\u3000b",
        "https://a/\ue000",
        "https://a/\u202e",
        "https://a/\nb",
        "https://a/> <https://b/",
    ],
)
def test_anything_else_is_no_iri(iri: str) -> None:
    line = refusal(lambda: table(page=iri).optional_iri("page"))
    assert line.startswith("plan.toml: page: ")
    assert "is no absolute http(s) IRI" in line or "control character" in line
    assert "is no absolute http(s) IRI" in refusal(lambda: table(pages=[iri]).iris("pages"))


@given(
    st.text(
        st.sampled_from("aé市%2fF:/?#[]@!$&'()*+,;=.-_~ <>\"{}|\\^`\u00a0\u200b\ufffe"), max_size=12
    )
)
@example("a:0/%2f?#")
def test_what_passes_as_an_iri_is_one_for_the_rdf_library(rest: str) -> None:
    try:
        iri = Table("x", {}).iri("page", f"https://{rest}")
    except ManifestError:
        return
    assert NamedNode(iri or "").value == iri


def test_lists_hold_texts_only() -> None:
    assert (
        refusal(lambda: table(k=["a", 1]).texts("k")) == "plan.toml: k: must be a list of strings"
    )
    assert refusal(lambda: table(k="a").texts("k")) == "plan.toml: k: must be a list"
    assert table().texts("k") == ()


def test_a_text_in_two_languages() -> None:
    assert table(n={"ja": "例市", "en": "Example"}).bilingual("n") == Bilingual("例市", "Example")
    assert table(n={"ja": "例市"}).bilingual("n") == Bilingual("例市", "")
    assert table(n="例市").mandatory_bilingual("n") == Bilingual("例市", "")
    assert table().bilingual("n") is None
    assert refusal(lambda: table(n={"en": "x"}).bilingual("n")).startswith("plan.toml: [n]: ja: ")
    unknown = refusal(lambda: table(n={"ja": "x", "fr": "y"}).bilingual("n"))
    assert unknown == "plan.toml: [n]: fr: unknown key; known are: ja, en"


def test_a_mapping_holds_texts_only() -> None:
    assert table(columns={"とりくみ": "事業名"}).mapping("columns") == {"とりくみ": "事業名"}
    assert table().mapping("columns") == {}
    line = refusal(lambda: table(columns={"とりくみ": 1}).mapping("columns"))
    assert line == "plan.toml: [columns]: とりくみ: must be a string"


def test_what_nobody_took_is_refused_by_name() -> None:
    one = table(slug="a", titel="x")
    one.slug("slug")
    line = refusal(lambda: one.finish(("slug", "title")))
    assert line == "plan.toml: titel: unknown key; known are: slug, title"


def read(tmp_path: Path, text: str | bytes) -> Table:
    path = tmp_path / "plan.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load(path)


def test_a_file_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, 'slug = "協働"\n').text("slug") == "協働"
    assert read(tmp_path, b"\xef\xbb\xbf" + b'slug = "a"\r\n').text("slug") == "a"


def test_a_day_is_unquoted(tmp_path: Path) -> None:
    assert read(tmp_path, "d = 2026-11-23").day("d") == "2026-11-23"
    assert read(tmp_path, "d = 2026-11-23").optional_day("d") == "2026-11-23"
    assert read(tmp_path, "").optional_day("d") is None
    for wrong in ('"2026-11-23"', "20261123", "10:00:00"):
        assert "must be a date" in refusal(lambda: read(tmp_path, f"d = {wrong}").day("d"))  # noqa: B023


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("slug = kyodo", "at line 1, column 8"),
        ('a = "x"\nb = "y', "line 2"),
        ('a = "x"\na = "y"', "line 2"),
        ("d = 2018-02-31", "line 1, column 5"),
        ("[a\nb = 1", "line 1"),
    ],
)
def test_a_syntax_error_has_its_place(tmp_path: Path, text: str, place: str) -> None:
    line = refusal(lambda: read(tmp_path, text))
    assert "plan.toml: is not TOML: " in line
    assert place in line or "end of document" in line


@pytest.mark.parametrize(
    "bomb",
    [
        "a = " + "[" * 100_000,
        "a = " + "{a=" * 50_000,
        "a = " + "1" * 5000,
        ".".join(["a"] * 100_000) + " = 1",
        "[" + ".".join(["a"] * 100_000) + "]",
        "#" * 300_000,
    ],
    ids=["lists", "tables", "digits", "dotted key", "dotted table", "large"],
)
def test_a_bomb_is_refused_at_once(tmp_path: Path, bomb: str) -> None:
    assert refusal(lambda: read(tmp_path, bomb)).startswith(str(tmp_path))


@pytest.mark.parametrize("data", ['a = "郡山市"'.encode("cp932"), b"\xff\xfea\x00", b"a = \x00"])
def test_another_encoding_is_refused(tmp_path: Path, data: bytes) -> None:
    assert "is not TOML" in refusal(lambda: read(tmp_path, data))


def test_a_missing_file_or_a_folder_is_refused(tmp_path: Path) -> None:
    assert refusal(lambda: load(tmp_path / "x.toml")).endswith(
        "x.toml: cannot be read (No such file or directory)"
    )
    assert refusal(lambda: load(tmp_path)).endswith("cannot be read (Is a directory)")


def test_an_iri_listed_twice_counts_once(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text('places = ["https://a.example/", "https://a.example/"]', encoding="utf-8")
    assert load(path).iris("places") == ("https://a.example/",)


@pytest.mark.parametrize(
    "base",
    [
        "https://w3id.org/kyodo-lod/",
        "https://example.org/",
        "http://localhost:8000/",
        "https://example.org/a/b/",
        "https://EXAMPLE.org/~a/1.0/x_y-z/",
        "https://xn--wgv71a.jp/",
        "https://example.org/.well-known/...a/",
    ],
)
def test_good_base(base: str) -> None:
    assert checked_base(base) == base


@pytest.mark.parametrize(
    "base",
    [
        "",
        "/",
        "id/",
        "./",
        "//example.org/",
        "example.org/",
        "https:///",
        "https://example.org",
        "https://example.org/a",
        "https://example.org/?q=1",
        "https://example.org/?q=1/",
        "https://example.org/#",
        "https://example.org/#a/",
        "https://example.org/ a/",
        " https://example.org/",
        "https://example.org/ ",
        "https://example.org/\n",
        "https://example.org//",
        "https://example.org/%41/",
        "https://example.org/a>b/",
        'https://example.org/"/',
        "https://日本.jp/",
        "https://example.org/日本/",
        "https://user@example.org/",
        "https://example.org:/",
        "https://example.org:port/",
        "ftp://example.org/",
        "file:///tmp/",
        "urn:example:",
        "javascript:alert(1)/",
        # what RFC 3986 removes when it resolves a reference, so that formats would differ
        "https://example.org/./",
        "https://example.org/a/../",
        "https://example.org/../a/",
        "https://example.org/a/./b/",
    ],
)
def test_bad_base_is_refused(base: str) -> None:
    with pytest.raises(ManifestError) as caught:
        checked_base(base)
    assert "--base" in str(caught.value)
    assert "\n" not in str(caught.value)
