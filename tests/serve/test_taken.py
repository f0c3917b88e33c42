"""What a client takes, of tables, of graphs and of pages."""

import pytest

from kyodo_lod.serve.asked import RefusedError
from kyodo_lod.serve.taken import Taken, graph_taken, taken

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "wish", "takes"),
    [
        (None, "", Taken("json", "turtle")),
        ("*/*", "", Taken("json", "turtle")),
        ("text/html, */*", "", Taken("json", "turtle")),
        (BROWSER, "", Taken("xml", "turtle", is_page=True)),
        ("text/html", "", Taken("", "", is_page=True)),
        ("text/turtle", "", Taken("", "turtle")),
        ("text/turtle, text/csv;q=0.1", "", Taken("csv", "turtle")),
        (BROWSER, "tsv", Taken("tsv", "")),
        (None, "ttl", Taken("", "turtle")),
        (None, "xml", Taken("xml", "")),
    ],
)
def test_table_graph_or_page(accept: str | None, wish: str, takes: Taken) -> None:
    assert taken(accept, wish) == takes


def test_a_description_is_a_graph_or_a_page() -> None:
    assert graph_taken(None, "") == Taken("", "turtle")
    assert graph_taken(BROWSER, "").is_page
    assert graph_taken("application/n-quads", "") == Taken("", "n-quads")
    with pytest.raises(RefusedError) as caught:
        graph_taken("text/csv", "")
    assert caught.value.status == 406


def test_the_media_type_says_the_charset_of_text() -> None:
    takes = Taken("csv", "turtle")
    assert takes.media_type(is_graph=False) == "text/csv; charset=utf-8; header=present"
    assert takes.media_type(is_graph=True) == "text/turtle; charset=utf-8"
    assert Taken("json", "").media_type(is_graph=False) == "application/sparql-results+json"
