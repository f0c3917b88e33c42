"""serve/upload.py: forms as browsers and curl send them, and what is no form at all."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyodo_lod.serve.refusals import RefusedError
from kyodo_lod.serve.upload import MAX_PARTS, Upload, clean_name, taken_apart

FORM = "multipart/form-data; boundary=xyz"


def part(disposition: str, content: bytes, kind: str = "") -> bytes:
    head = f"--xyz\r\nContent-Disposition: form-data; {disposition}\r\n".encode()
    stated = f"Content-Type: {kind}\r\n".encode() if kind else b""
    return head + stated + b"\r\n" + content + b"\r\n"


FILE = part('name="file"; filename="plan.txt"', b"a\tb\r\n--xy\r\n", "Text/Plain; charset=utf-8")
END = b"--xyz--\r\n"


def refused(content_type: str, body: bytes, query: str = "") -> RefusedError:
    with pytest.raises(RefusedError) as caught:
        taken_apart(content_type, query, body)
    return caught.value


def test_a_form_brings_a_file_and_fields() -> None:
    body = part('name="municipality"', "０７２０３６".encode()) + FILE + END
    assert taken_apart(FORM, "format=json", body) == Upload(
        b"a\tb\r\n--xy\r\n",
        "plan.txt",
        "text/plain",
        {"format": "json", "municipality": "０７２０３６"},
    )


def test_what_the_form_says_counts_before_the_query_string() -> None:
    upload = taken_apart(FORM, "year=2017&plan=kyodo-2", part('name="year"', b"2018") + FILE + END)
    assert upload.fields == {"year": "2018", "plan": "kyodo-2"}


def test_a_body_alone_is_the_file_and_the_query_string_tells_of_it() -> None:
    upload = taken_apart("text/turtle;charset=utf-8", "shapes=plan&name=a%2Fb.ttl", b"<a> .")
    assert upload == Upload(b"<a> .", "b.ttl", "text/turtle", {"shapes": "plan", "name": "a/b.ttl"})


def test_a_field_is_not_kept_longer_than_anybody_would_write_it() -> None:
    upload = taken_apart(FORM, "", part('name="plan"', b"a" * 1_000_000) + FILE + END)
    assert len(upload.fields["plan"]) == 1000


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("multipart/form-data", FILE + END),
        ("multipart/form-data; boundary=", FILE + END),
        ("multipart/form-data; boundary=" + "x" * 10_000, FILE + END),
        ("multipart/form-data; boundary=abc", FILE + END),
        (FORM, b""),
        (FORM, FILE),
        (FORM, FILE[:-20]),
        (FORM, b"--xyz"),
        (FORM, b"\0" * 1000),
        (FORM, part('name="a"', b"") * 100_000 + END),
        (FORM, b"--xyz\r\n" + b"A: b\r\n" * 1000 + b"\r\n\r\n" + END),
        (FORM, b"--xyz\r\nA: " + b"b" * 100_000 + b"\r\n\r\n\r\n" + END),
        (FORM, b"--xyz\r\nA\r\n\r\n\r\n" + END),
        (FORM, b"preamble" * 100_000 + FILE + END),
    ],
)
def test_what_is_no_whole_form_is_refused_in_words(content_type: str, body: bytes) -> None:
    error = refused(content_type, body)
    assert (error.status, error.outcome) == (400, "faulty")
    assert "form" in error.words.en


def test_as_many_parts_as_a_form_may_have() -> None:
    fields = part('name="a"', b"b") * (MAX_PARTS - 1)
    assert taken_apart(FORM, "", fields + FILE + END).name == "plan.txt"
    assert refused(FORM, fields + part('name="a"', b"b") + FILE + END).status == 400


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        (FORM, END),
        (FORM, part('name="file"; filename=""', b"", "application/octet-stream") + END),
        (FORM, part('name="file"', b"text of a field") + END),
        ("text/turtle", b""),
        ("", b""),
    ],
)
def test_without_a_file_that_is_said(content_type: str, body: bytes) -> None:
    error = refused(content_type, body)
    assert error.status == 400
    assert "choose one" in error.words.en
    assert "選んで" in error.words.ja


def test_several_files_are_refused() -> None:
    assert "one file at a time" in refused(FORM, FILE + FILE + END).words.en


def test_a_query_string_of_many_fields_is_refused() -> None:
    assert refused("text/turtle", b"<a>", "a=b&" * 1000).status == 400


def test_a_boundary_may_be_quoted_and_hold_signs() -> None:
    boundary = "'()+_,-./:=?"
    body = FILE.replace(b"xyz", boundary.encode()) + f"--{boundary}--".encode()
    upload = taken_apart(f'multipart/form-data; boundary="{boundary}"', "", body)
    assert upload.data == b"a\tb\r\n--xy\r\n"


def test_the_file_may_be_any_bytes() -> None:
    data = bytes(range(256)) * 100 + b"\r\n--xy" + b"\r\n--xyz"[:-1] + b"\r\r\n\n--"
    body = part('name="file"; filename="a.ttl"', data) + END
    assert taken_apart(FORM, "", body).data == data


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("計画 2018.txt", "計画 2018.txt"),
        ("../../etc/passwd", "passwd"),
        ("C:\\plans\\plan.txt", "plan.txt"),
        ("a\nb\r.txt", "a<U+000A>b<U+000D>.txt"),
        ("\u202etxt.exe", "<U+202E>txt.exe"),
        ("<img src=x onerror=alert(1)>.txt", "<img src=x onerror=alert(1)>.txt"),
        ("..", ""),
        (".", ""),
        ("/", ""),
        ("   ", ""),
        ("a\0.txt", "a<U+0000>.txt"),
        ("x" * 1000 + ".txt", "x" * 75 + "….txt"),
    ],
)
def test_a_name_is_cleaned(name: str, clean: str) -> None:
    assert clean_name(name) == clean


def test_a_name_all_ending_is_short_too() -> None:
    assert len(clean_name("a." + "y" * 1000)) <= 80


def test_a_name_with_quotation_marks_comes_through() -> None:
    body = part('name="file"; filename="%22a%22;b=\\"c.txt"', b"x") + END
    assert taken_apart(FORM, "", body).name == '%22a%22;b="c.txt'


PIECES = st.sampled_from(
    [b"--xyz", b"--xyz--", b"\r\n", b"\r", b"\n", b"-", b":", b";", b"=", b'"', b"\\", b"\0",
     b"Content-Disposition", b"form-data", b"filename", b"name", b"multipart/form-data", b"\xff"]
)  # fmt: skip
SOUP = st.lists(PIECES | st.binary(max_size=5), max_size=40).map(b"".join)


@given(SOUP.map(lambda data: data.decode("latin-1")), st.text(max_size=20), SOUP)
def test_whatever_is_sent_is_taken_apart_or_refused(
    content_type: str, query: str, body: bytes
) -> None:
    for stated in (content_type, f"{FORM}; {content_type}", FORM):
        with suppress(RefusedError):
            upload = taken_apart(stated, query, body)
            assert len(upload.data) <= len(body)
            assert len(upload.name) <= 80
