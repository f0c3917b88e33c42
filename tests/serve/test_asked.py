"""A request is read by what it says, whatever it says (tests/serve/test_protocol.py has the table)."""

from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyodo_lod.rdf.dataset import Dataset
from kyodo_lod.serve.asked import Asked, _parameters, asked, wishes_of
from kyodo_lod.serve.limits import LIMITED
from kyodo_lod.serve.message import Request
from kyodo_lod.serve.refusals import RefusedError

TYPES = st.sampled_from(
    ["application/sparql-query", "application/x-www-form-urlencoded", "text/plain", ""]
)


def test_parameters_are_put_together() -> None:
    target = (
        b"query=ASK+%7B%7D&default-graph-uri=a&default-graph-uri=a&named-graph-uri=b&format=csv"
    )
    assert asked(Request("GET", "sparql", target), LIMITED) == Asked(
        "ASK {}", Dataset(("a",), ("b",)), ("csv",)
    )


def test_parameters_of_no_meaning_to_the_protocol_are_kept() -> None:
    target = b"word=%E9%98%B2%E7%81%BD&query=ASK+%7B%7D&param.x=&output=csv&word=b"
    query = asked(Request("GET", "sparql", target), LIMITED)
    assert query == Asked(
        "ASK {}", None, ("csv",), (("word", "防災"), ("param.x", ""), ("word", "b"))
    )


def test_a_form_may_leave_the_format_to_the_target() -> None:
    headers = {"content-type": "application/x-www-form-urlencoded"}
    request = Request("POST", "sparql", b"format=csv", headers, b"query=ASK+%7B%7D")
    assert asked(request, LIMITED) == Asked("ASK {}", None, ("csv",))


@given(st.text("a%4b1+&=é", max_size=40), st.sampled_from([0, 16_380, 16_381, 16_382, 16_383]))
def test_a_form_is_taken_apart_as_urllib_does(text: str, before: int) -> None:
    text = "x" * before + text
    try:
        expected = parse_qsl(text, keep_blank_values=True, errors="strict")
    except UnicodeDecodeError:
        with pytest.raises(RefusedError):
            _parameters(text)
    else:
        assert _parameters(text) == expected


@pytest.mark.parametrize("target", [b"", b"format=ttl", b"output=ttl", b"&&", b"format="])
def test_without_a_query_the_endpoint_itself_is_asked_for(target: bytes) -> None:
    assert asked(Request("GET", "sparql", target), LIMITED) is None


@pytest.mark.parametrize(
    ("target", "wishes"),
    [
        (b"format=ttl", ("ttl",)),
        (b"format=", ()),
        (b"output=csv", ("csv",)),
        (b"output=csv&format=&results=tsv", ("csv",)),
        (b"format=tsv&format=text%2Fcsv,x&output=json", ("tsv", "text/csv,x")),
    ],
)
def test_wishes_are_read_alone(target: bytes, wishes: tuple[str, ...]) -> None:
    assert wishes_of(Request("GET", "sparql", target)) == wishes


@given(
    st.sampled_from(["GET", "HEAD", "POST", "PUT"]),
    st.binary(max_size=60),
    TYPES,
    st.binary(max_size=60),
)
def test_any_bytes_are_a_query_or_refused(
    method: str, target: bytes, kind: str, body: bytes
) -> None:
    request = Request(method, "sparql", target, {"content-type": kind}, body)
    try:
        query = asked(request, LIMITED)
    except RefusedError as error:
        said = error.status in (400, 405, 413, 415)
    else:
        said = query is None or bool(query.text.strip())
    assert said
