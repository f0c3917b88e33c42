"""A page as a part of one file: ids that cannot meet, links within the file or to where it is published."""

import re

import pytest

from kyodo_lod.site.bound_page import Binding, BoundPage

HOME = "https://w3id.org/kyodo-lod/"
BINDING = Binding(
    pages=("index.html", "search.html", "id/a/b.html"),
    files=("dataset/x/x.ttl",),
    home=HOME,
    other="kyodo.en.html",
    keeps=("search.html",),
)
PAGE = """<title>A &amp; B</title>
<link rel="stylesheet" href="../../assets/a.css">
<script src="../../assets/a.js" defer></script>
<header>
<a href="b.en.html" hreflang="en" lang="en" rel="alternate">English</a> <a href="../../index.html">はじめに</a>
</header>
<main id="content">
%s
</main>"""


def _main(markup: str, path: str = "id/a/b.html") -> str:
    return BoundPage(path, PAGE % markup, BINDING).main.strip()


@pytest.mark.parametrize(
    ("href", "bound"),
    [
        ("#x", "#id/a/b.html~x"),
        ("b.html#line=68,69", "#id/a/b.html~line=68,69"),
        ("../../index.html", "#index.html"),
        ("../../search.html?q=a&amp;policy=b", "?q=a&amp;policy=b#search.html"),
        ("../../search.html#search-q", "#search-q"),
        ("?example=a", "?example=a#id/a/b.html"),
        ("https://example.org/#x", "https://example.org/#x"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_links_stay_in_the_file_or_lead_to_other_sites(href: str, bound: str) -> None:
    assert _main(f'<a href="{href}">a</a>') == f'<a href="{bound}">a</a>'


def test_a_file_that_is_held_is_named_beside_where_it_is_published() -> None:
    assert _main('<a href="../../dataset/x/x.ttl">a</a>') == (
        f'<a href="{HOME}dataset/x/x.ttl" data-held="dataset/x/x.ttl">a</a>'
    )


def test_what_is_not_held_leads_to_where_it_is_published() -> None:
    assert _main('<a href="b.jsonld">a</a>') == (
        f'<a href="{HOME}id/a/b.jsonld" rel="external">a</a>'
    )


def test_ids_of_two_pages_cannot_meet() -> None:
    markup = '<section id="a" aria-labelledby="b c"><label for="d">'
    assert _main(markup) == (
        '<section id="id/a/b.html~a" aria-labelledby="id/a/b.html~b id/a/b.html~c">'
        '<label for="id/a/b.html~d">'
    )
    assert _main(markup, "search.html") == markup


def test_text_is_left_alone() -> None:
    text = '<p title="a">&lt;a href=&#34;x&#34;&gt; id="x" href="y"</p>'
    assert _main(text) == text


def test_the_other_file_is_named_and_not_linked_for_it_may_not_be_there() -> None:
    page = BoundPage("id/a/b.html", PAGE % "", BINDING)
    assert '<span lang="en">English</span> (別のファイル <code>kyodo.en.html</code>)' in page.header
    assert "kyodo.en.html" not in re.findall('href="([^"]*)"', page.header)
    assert '<a href="#index.html">' in page.header
    assert page.title == "A &amp; B"


def test_scripts_and_sheets_are_named_by_their_paths_in_the_site() -> None:
    page = BoundPage("id/a/b.html", PAGE % "", BINDING)
    assert page.scripts == ["assets/a.js"]
    assert page.sheets == ["assets/a.css"]
