"""Text documents: bytes to rows, in any encoding, with any line ends."""

import contextlib
import encodings.aliases
import zlib
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kyodo_lod.errors import DocumentError, KyodoError
from kyodo_lod.source.rows import Row
from kyodo_lod.source.text import likely_encoding, read

SAMPLE = "◆基本施策1 人材\n\t研修事業\t職員のための研修を行います。\t総務部人事課\n"
JAPANESE = ("cp932", "euc_jp", "utf_16", "iso2022_jp")


def rows(data: bytes, encoding: str | None = None) -> tuple[Row, ...]:
    return tuple(read(data, "plan.txt", encoding))


def texts(data: bytes, encoding: str | None = None) -> list[str]:
    return [row.text for row in rows(data, encoding)]


def refusal(data: bytes, encoding: str | None = None) -> DocumentError:
    with pytest.raises(DocumentError) as caught:
        rows(data, encoding)
    return caught.value


def test_each_line_is_a_row_with_its_cells_and_place() -> None:
    first, second = rows(SAMPLE.encode())
    assert (str(first.origin), first.cells) == ("plan.txt:1", ("◆基本施策1 人材",))
    assert second.text == "\t研修事業\t職員のための研修を行います。\t総務部人事課"
    assert second.cells == ("", "研修事業", "職員のための研修を行います。", "総務部人事課")
    assert str(second.origin) == "plan.txt:2"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_in_lf_crlf_or_cr(end: str) -> None:
    assert texts(end.join(["a", "", "b"]).encode()) == ["a", "", "b"]
    assert texts(end.join(["a", "", "b", ""]).encode()) == ["a", "", "b"]


@pytest.mark.parametrize(
    "other", ["\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"]
)
def test_nothing_else_ends_a_line(other: str) -> None:
    """str.splitlines would split at these, and every later line number would be wrong."""
    assert [str(row.origin) for row in rows(f"a{other}b\nc".encode())] == [
        "plan.txt:1",
        "plan.txt:2",
    ]


def test_a_form_feed_beside_a_line_end_is_a_page_break() -> None:
    assert texts(b"a\n\x0cb\n\x0c\nc\x0c\n") == ["a", "b", "", "c"]
    assert texts(b"a\x0cb") == ["a\x0cb"]


def test_a_row_with_line_breaks_in_its_cells_has_the_place_of_all_its_lines() -> None:
    first, second, third = rows('新規\t"協働の\r\nまち"\r\nb'.encode())
    assert first.cells == ("新規", "協働の\nまち")
    assert first.text == '新規\t"協働の\nまち"'
    assert (str(first.origin), first.origin.fragment) == ("plan.txt:1", "line=0,2")
    assert (second.cells, second.text, second.origin.line) == ((), "", 2)
    assert (third.cells, third.origin.fragment) == (("b",), "line=2,3")


def test_padding_is_kept_as_received() -> None:
    assert texts("\u3000a\u00a0\t b ".encode()) == ["\u3000a\u00a0\t b "]


def test_utf8_may_begin_with_a_byte_order_mark() -> None:
    plain = rows(SAMPLE.encode())
    assert rows(SAMPLE.encode("utf-8-sig")) == plain
    assert rows(SAMPLE.encode("utf-8-sig"), "utf-8") == plain
    assert rows(SAMPLE.encode("utf-8-sig"), "utf-8-sig") == plain


@pytest.mark.parametrize("encoding", [*JAPANESE, "UTF-8", "Shift_JIS", "utf-16-le", "utf-16-be"])
def test_the_manifest_names_the_encoding(encoding: str) -> None:
    assert rows(SAMPLE.encode(encoding), encoding) == rows(SAMPLE.encode())


@pytest.mark.parametrize("encoding", JAPANESE)
@pytest.mark.parametrize("stated", [None, "ascii"])
def test_the_refusal_names_the_right_encoding(encoding: str, stated: str | None) -> None:
    data = SAMPLE.encode(encoding)
    # an escape sequence is ASCII, so that a stated "ascii" reads it, and its ESC is a finding later
    if stated is None or encoding != "iso2022_jp":
        error = refusal(data, stated)
        assert f'encoding = "{encoding}"' in error.line("en")
        assert f'encoding = "{encoding}"' in error.line("ja")
    assert likely_encoding(data) == encoding


@pytest.mark.parametrize("encoding", ["cp932", "euc_jp"])
def test_a_few_kanji_are_enough_to_tell_the_encoding(encoding: str) -> None:
    assert likely_encoding("新規\t事業名".encode(encoding)) == encoding


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_is_told_without_its_mark(encoding: str) -> None:
    found = likely_encoding(SAMPLE.encode(encoding))
    assert found
    assert rows(SAMPLE.encode(encoding), found) == rows(SAMPLE.encode())
    assert f'encoding = "{found}"' in refusal("a\tb\n".encode(encoding)).line("en")


@given(st.binary(min_size=8, max_size=400))
@example(bytes(range(256)))
@example(zlib.compress(SAMPLE.encode() * 20))
@example(b"\x00\x01\x02\x80" * 50)
@example(b"\x89HDF\r\n\x1a\n" + bytes(range(128, 256)))
@example(b"\x00\xff\x1b$B" * 8)
def test_binary_is_taken_for_no_encoding(data: bytes) -> None:
    """Any even number of bytes decodes as UTF-16, nearly: to letters of every script."""
    found = likely_encoding(data)
    if found:
        text = data.decode(found, "replace")
        strange = [c for c in text if not (c.isspace() or "\x20" < c < "\x7f" or c >= "\u3000")]
        assert len(strange) <= len(text) / 10 + 1


def test_utf8_needs_no_hint() -> None:
    assert likely_encoding("дом дом дом".encode()) is None
    assert likely_encoding(SAMPLE.encode()) is None
    assert likely_encoding(SAMPLE.encode("utf-8-sig")) is None


def test_a_wrongly_stated_encoding_is_told_the_right_one() -> None:
    assert refusal("市民と".encode(), "ascii").line("en") == (
        'plan.txt:1: is not ASCII; write encoding = "utf-8" under [document] in source.toml'
    )


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_a_damaged_byte_is_placed_on_its_physical_line(end: bytes) -> None:
    data = end.join([b"a", "市民".encode(), b"b", b"\xff\xfe\xff", b"c"])
    assert refusal(data).place == "plan.txt:4"


def test_a_damaged_utf16_file_is_placed_too() -> None:
    data = "市民\n協働\n".encode("utf-16") + b"\x00\xd8\x00\x00"
    assert refusal(data, "utf-16").place == "plan.txt:3"


def test_bytes_of_no_encoding_are_refused() -> None:
    error = refusal(b"a\n\x81\xff\xff\x00\xfd")
    assert error.line("en") == (
        "plan.txt:2: has bytes that are not utf-8; check encoding in source.toml"
    )
    assert "encoding" in error.line("ja")


@pytest.mark.parametrize(
    "data", [b"", b"\n\n", b" \t\r\n\x0c", b"\xef\xbb\xbf", "\u3000\n".encode()]
)
def test_an_empty_document_is_refused(data: bytes) -> None:
    assert refusal(data).line("en") == "plan.txt: the document is empty"


def test_binary_is_refused() -> None:
    assert "NUL" in refusal(b"a\x00b").line("en")
    assert "NUL" in refusal("新規".encode("utf-16-le") + b"\x00\x00", "utf-16-le").line("en")


@pytest.mark.parametrize(
    "encoding",
    ["no-such", "base64", "hex", "rot13", "zip", "utf 9", "文字", "", "x" * 10_000, "a\0b"],
)
def test_an_unknown_encoding_is_refused_by_name(encoding: str) -> None:
    if encoding:
        error = refusal(b"a", encoding)
        assert "is not known" in error.line("en")
    else:
        assert texts(b"a", encoding) == ["a"]


def test_halves_of_characters_are_refused() -> None:
    """UTF-7 can write a lone surrogate, which no output can hold."""
    assert "utf-7" in refusal(b"+2AA-", "utf-7").line("en").lower()


@given(
    st.binary(max_size=200), st.sampled_from([None, "utf-8", *JAPANESE, "utf-7", "idna", "utf-32"])
)
@example(b"\xff", "idna")
@example(b"\x1b$B\xff", "iso2022_jp")
@example(b"\xfe\xff\xd8\x00", "utf_16")
def test_arbitrary_bytes_raise_nothing_but_our_errors(data: bytes, encoding: str | None) -> None:
    try:
        found = rows(data, encoding)
    except KyodoError:
        return
    assert [row.origin.line for row in found] == list(range(1, len(found) + 1))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # unicode_escape warns of b"\\z" itself
@pytest.mark.parametrize("encoding", sorted({*encodings.aliases.aliases.values(), "undefined"}))
def test_every_codec_of_python_gives_text_or_our_error(encoding: str) -> None:
    for data in (b"a\tb\n", bytes(range(1, 256)), b"\\z\\ud800", SAMPLE.encode(), b"xn--a"):
        with contextlib.suppress(KyodoError):
            "".join(row.text for row in rows(data, encoding)).encode()


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",)), min_size=1))
def test_no_character_is_lost(text: str) -> None:
    try:
        found = rows(text.encode())
    except DocumentError:
        assert not text.removeprefix("\ufeff").strip() or "\x1b$" in text
        return
    kept = "".join(row.text for row in found)
    dropped = str.maketrans("", "", "\r\n\f")
    assert kept.translate(dropped) == text.removeprefix("\ufeff").translate(dropped)
    assert all(row.text == "\t".join(row.cells) for row in found if '"' not in text)
    assert all(first.origin < second.origin for first, second in pairwise(found))
