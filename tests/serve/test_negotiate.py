"""Which offer a client takes: RFC 9110 by examples, and as laws."""

from random import Random

import pytest
from deploy.negotiation import DATASET
from hypothesis import given
from hypothesis import strategies as st

from kyodo_lod.bilingual import Language
from kyodo_lod.rdf.formats import FORMATS, RESULT_FORMATS
from kyodo_lod.serve.negotiate import GRAPHS, RESULTS, Offer, choose, language, takes_gzip

THING = (
    Offer("text/turtle", ".ttl"),
    Offer("text/html", "/"),
    Offer("application/ld+json", ".jsonld", ("application/json",)),
    Offer("application/n-triples", ".nt"),
    Offer("application/rdf+xml", ".rdf", ("application/xml", "text/xml")),
    Offer("application/trig", ".trig"),
)


def _chosen(accept: str | None, offered: tuple[Offer, ...] = THING) -> str | None:
    offer = choose(accept, offered)
    return None if offer is None else offer.name


@pytest.mark.parametrize(("accept", "name"), DATASET.items())
def test_the_same_is_chosen_as_by_other_servers(accept: str | None, name: str | None) -> None:
    assert _chosen(accept) == name


@pytest.mark.parametrize(
    ("accept", "name"),
    [
        ("", ".ttl"),
        ("  ", ".ttl"),
        ("*", ".ttl"),  # Java's URLConnection
        ("text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2", "/"),
        # the exact range counts, wherever it stands and whatever it says
        ("*/*;q=1, text/*;q=0.2, text/html;q=0.9, text/turtle;q=0", ".jsonld"),
        ("text/turtle;q=0.001", ".ttl"),
        ("text/turtle;q=0.000", None),
        ("text/turtle;q=0.998, application/ld+json;q=0.999", ".jsonld"),
        ("text/html;level=1;q=0.1, text/html;q=0.9, text/turtle;q=0.5", "/"),
        # a comma or a quality within quotes is none
        ('text/turtle;note="a, text/html;q=1";q=0.2, application/ld+json;q=0.3', ".jsonld"),
        ('text/turtle;note="\\", text/html;q=0.9', ".ttl"),
        ("text / turtle", ".ttl"),
        # what is no media range is passed over
        ("text/turtle;q=high, text/html;q=0.1", "/"),
        ("text/turtle;q=1.1, text/html;q=0.1", "/"),
        ("text/turtle;q=-1, text/html;q=0.1", "/"),
        ("text/turtle;q=nan, text/html;q=0.1", "/"),
        ("text/turtle;q=1e-1, text/html;q=0.1", "/"),
        ("text/turtle;q=., text/html;q=0.1", "/"),
        ("*/html, text/turtle;q=0.1", ".ttl"),
        ("/, text/, /turtle, text/turtle/x, turtle, ;;, =", None),
        ("garbage", None),
    ],
)
def test_accept_is_read_as_rfc_9110_has_it(accept: str, name: str | None) -> None:
    assert _chosen(accept) == name


@pytest.mark.parametrize(
    ("accept", "name"),
    [
        (None, "json"),
        ("application/json", "json"),
        ("application/xml", "xml"),
        ("text/xml;q=0.5, text/csv;q=0.4", "xml"),
        # its own name counts before other names
        ("application/json, application/sparql-results+json;q=0, text/csv;q=0.1", "csv"),
        ("application/json;q=0.2, application/sparql-results+xml;q=0.3", "xml"),
        ("application/json;q=0, */*;q=0.1", "csv"),
        # text/* does not ask for what has text/xml as another name
        ("text/*", "csv"),
        ("text/tab-separated-values", "tsv"),
        ("text/turtle", None),
    ],
)
def test_results_are_asked_for_by_other_names_too(accept: str | None, name: str | None) -> None:
    assert _chosen(accept, RESULTS) == name


@pytest.mark.parametrize(
    ("accept", "name"),
    [
        (None, "turtle"),
        ("text/plain", "n-triples"),
        ("application/x-turtle", "turtle"),
        ("application/turtle;q=0.5", "turtle"),
        ("text/n3", "turtle"),
        ("text/rdf+n3, application/n-triples;q=0.9", "turtle"),
        ("application/n3", "turtle"),
        ("application/json", "json-ld"),
        ("application/xml;q=0.9, text/turtle;q=0.8", "rdf-xml"),
        ("text/xml", "rdf-xml"),
        ("application/json, application/ld+json;q=0, application/xml;q=0.1", "rdf-xml"),
        ("application/rdf+xml, application/trig", "rdf-xml"),
    ],
)
def test_graphs_are_asked_for_by_other_names_too(accept: str | None, name: str | None) -> None:
    assert _chosen(accept, GRAPHS) == name


def test_every_format_is_offered() -> None:
    assert {offer.name for offer in GRAPHS} == set(FORMATS)
    assert {offer.name for offer in RESULTS} == set(RESULT_FORMATS)
    for offer in (*GRAPHS, *RESULTS):
        assert choose(offer.media_type, GRAPHS + RESULTS) == offer


def test_a_parameter_of_the_offer_is_the_most_exact() -> None:
    table = (Offer("text/csv; charset=utf-8; header=present", "table"), Offer("text/html", "page"))
    asked = "text/csv;header=present;q=0.2, text/csv;q=0.9, text/html;q=0.5"
    assert _chosen(asked, table) == "page"
    assert _chosen("text/csv;HEADER=Present, text/html;q=0.5", table) == "table"


def test_nobody_is_read_for_ever() -> None:
    """A field that lists more than anybody would is read to a bound; the rest asks for nothing."""
    assert _chosen("image/png," * 30 + "text/html") == "/"
    assert _chosen("image/png," * 10_000 + "text/html") is None
    assert _chosen("text/turtle;" + "a=b;" * 50_000) is None
    assert _chosen('text/turtle;a="' + ";" * 100_000) is None
    assert _chosen('"' * 99_999) is None
    assert _chosen("," * 100_000) is None


def test_nothing_is_chosen_of_nothing() -> None:
    assert choose("*/*", ()) is None


_OFFERED = st.lists(st.sampled_from(THING), min_size=1, unique=True).map(tuple)
_QUALITIES = st.integers(0, 1000).map(lambda n: f"{n / 1000:.3f}")
_TYPES = st.sampled_from([*(offer.media_type for offer in THING), "*/*", "text/*", "application/*"])
_RANGES = st.dictionaries(_TYPES, _QUALITIES, max_size=8)


def _field(ranges: dict[str, str]) -> str:
    return ", ".join(f"{name};q={quality}" for name, quality in ranges.items())


@given(_OFFERED, _RANGES)
def test_what_is_refused_is_never_chosen(
    offered: tuple[Offer, ...], ranges: dict[str, str]
) -> None:
    chosen = choose(_field(ranges), offered)
    if chosen and ranges:
        assert float(ranges.get(chosen.media_type, "1")) > 0


@given(_OFFERED, _RANGES)
def test_what_is_named_is_liked_no_less_than_what_is_chosen(
    offered: tuple[Offer, ...], ranges: dict[str, str]
) -> None:
    chosen = choose(_field(ranges), offered)
    named = [float(ranges[offer.media_type]) for offer in offered if offer.media_type in ranges]
    if chosen and chosen.media_type in ranges:
        assert float(ranges[chosen.media_type]) == max(named)
    if chosen is None:
        assert not any(named)


@given(_OFFERED, _RANGES.filter(bool), st.integers(0, 8))
def test_an_unknown_type_changes_nothing(
    offered: tuple[Offer, ...], ranges: dict[str, str], place: int
) -> None:
    listed = list(ranges.items())
    with_it = dict([*listed[:place], ("image/png", "1"), *listed[place:]])
    assert choose(_field(with_it), offered) == choose(_field(ranges), offered)


@given(_OFFERED, _RANGES, st.randoms())
def test_the_order_of_ranges_does_not_matter(
    offered: tuple[Offer, ...], ranges: dict[str, str], chance: Random
) -> None:
    listed = list(ranges.items())
    chance.shuffle(listed)
    assert choose(_field(dict(listed)), offered) == choose(_field(ranges), offered)


@given(st.text(max_size=300) | st.text('text/urle,;="\\q01. *', max_size=300))
def test_any_text_is_an_answer_or_none(accept: str) -> None:
    assert choose(accept, THING) in (*THING, None)
    assert language(accept) in ("ja", "en")
    assert takes_gzip(accept) in (True, False)


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        (None, "ja"), ("ja", "ja"), ("en", "en"), ("en-GB,en;q=0.9", "en"), ("fr, en;q=0.5", "en"),
        ("ja-JP,ja;q=0.9,en-US;q=0.8,en;q=0.7", "ja"), ("de", "ja"), ("*", "ja"), ("en,ja;q=0.9", "en"),
        ("ja,en", "ja"), ("en,ja", "en"), ("EN", "en"), ("ja;q=0.5,en", "en"), ("en;q=0.5,ja;q=0.6", "ja"),
        ("en;q=0", "ja"), ("ja;q=0", "ja"), ("ja;q=0,*", "en"), ("*,en;q=0.5", "ja"), ("en,*;q=0.5", "en"),
        ("english", "ja"), ("en;q=x", "ja"), ("de,en;q=0.1;x=1", "ja"), ("", "ja"),
    ],
)  # fmt: skip
def test_pages_come_in_the_language_asked_for(asked: str | None, given: Language) -> None:
    assert language(asked) == given


@pytest.mark.parametrize(
    ("asked", "given"),
    [(None, "en"), ("de", "en"), ("*", "en"), ("ja", "ja"), ("ja,en;q=0.9", "ja"), ("en,ja", "en")],
)
def test_the_language_of_who_names_none_is_the_callers(asked: str | None, given: Language) -> None:
    assert language(asked, "en") == given


@pytest.mark.parametrize(
    ("asked", "taken"),
    [
        (None, False), ("", False), ("gzip", True), ("GZIP", True), ("x-gzip", True),
        ("gzip, deflate, br, zstd", True), ("identity", False), ("br", False), ("*", True),
        ("gzip;q=0", False), ("gzip;q=0.000, *", False), ("*;q=0", False), ("gzip ; q=0.5", True),
        ("identity;q=1, *;q=0", False), ("gzip;q=1, *;q=0", True),
    ],
)  # fmt: skip
def test_only_who_takes_gzip_gets_it(asked: str | None, taken: bool) -> None:
    assert takes_gzip(asked) is taken
