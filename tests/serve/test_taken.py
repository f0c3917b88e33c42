"""What a client takes, of tables, of graphs and of pages."""

import pytest

from kyodo_lod.serve.refusals import RefusedError
from kyodo_lod.serve.taken import Taken, graph_taken, taken

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "wishes", "takes"),
    [
        (None, "", Taken("json", "turtle")),
        ("*/*", "", Taken("json", "turtle")),
        ("text/html, */*", "", Taken("json", "turtle")),
        (BROWSER, "", Taken("xml", "rdf-xml", is_page=True)),
        ("text/html", "", Taken("", "", is_page=True)),
        ("text/turtle", "", Taken("", "turtle")),
        ("text/turtle, text/csv;q=0.1", "", Taken("csv", "turtle")),
        (BROWSER, "tsv", Taken("tsv", "")),
        (None, "ttl", Taken("", "turtle")),
        (None, "xml", Taken("xml", "rdf-xml")),
        (None, "application/sparql-results+xml", Taken("xml", "")),
        (None, "rdf+xml", Taken("", "rdf-xml")),
        (None, "n3", Taken("", "turtle")),
        (None, "tsv text/tab-separated-values", Taken("tsv", "")),
        (None, "json-ld application/ld+json,application/x-json+ld", Taken("", "json-ld")),
        (None, "pdf ttl", Taken("", "turtle")),
        (None, "csv ttl", Taken("csv", "turtle")),
    ],
)
def test_table_graph_or_page(accept: str | None, wishes: str, takes: Taken) -> None:
    assert taken(accept, wishes.split()) == takes


@pytest.mark.parametrize("wishes", [["pdf"], ["csv", "tsv"], ["turtle", "nt"], ["xml", "json"]])
def test_what_is_no_one_format_is_told(wishes: list[str]) -> None:
    with pytest.raises(RefusedError) as caught:
        taken(None, wishes)
    assert (caught.value.status, caught.value.outcome) == (400, "format")


def test_a_plus_that_was_not_encoded_is_one() -> None:
    assert taken(None, ["application/rdf xml"]) == Taken("", "rdf-xml")


def test_a_description_is_a_graph_or_a_page() -> None:
    assert graph_taken(None, ()) == Taken("", "turtle")
    assert graph_taken(BROWSER, ()).is_page
    assert graph_taken("application/n-quads", ()) == Taken("", "n-quads")
    with pytest.raises(RefusedError) as caught:
        graph_taken("text/csv", ())
    assert caught.value.status == 406


def test_the_media_type_says_the_charset_of_text() -> None:
    takes = Taken("csv", "turtle")
    assert takes.media_type(is_graph=False) == "text/csv; charset=utf-8; header=present"
    assert takes.media_type(is_graph=True) == "text/turtle; charset=utf-8"
    assert Taken("json", "").media_type(is_graph=False) == "application/sparql-results+json"
