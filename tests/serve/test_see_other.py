"""What a thing is offered as, and how an address is written into Location."""

import pytest

from kyodo_lod.serve.described import Described
from kyodo_lod.serve.see_other import offers_of, see_other


def test_the_nearest_file_of_each_format_is_offered_and_the_page_second() -> None:
    files = ("p.html", "p.ttl", "p.jsonld", "d.ttl", "d.nt", "d.trig", "d.rdf", "d-projects.csv")
    described = Described("p.html#s/1", ("p", "d"), "d-projects.csv")
    offered = [offer.name for offer in offers_of(described, files)]
    assert offered == [
        "p.ttl",
        "p.html#s/1",
        "p.jsonld",
        "d.nt",
        "d.rdf",
        "d.trig",
        "d-projects.csv",
    ]


def test_what_is_kept_packed_is_offered_unpacked() -> None:
    found = offers_of(Described("", ("d/1.0.0/d", "catalog")), ("d/1.0.0/d.nt.gz", "catalog.ttl"))
    assert [offer.name for offer in found] == ["d/1.0.0/d.nt", "catalog.ttl"]


def test_only_what_is_there_is_offered() -> None:
    assert offers_of(Described("gone.html", ("gone",), "gone.csv"), ("here.ttl",)) == ()
    page = offers_of(Described("here.html", ("gone",)), ("here.html",))
    assert [offer.media_type for offer in page] == ["text/html"]


@pytest.mark.parametrize(
    ("place", "location"),
    [
        ("id/1/p/4-15.html#s/1", "id/1/p/4-15.html#s/1"),
        ("id/1/source/a.html#line=68,69", "id/1/source/a.html#line=68,69"),
        ("index.html", ""),
        ("dataset/x/index.html#versions", "dataset/x/#versions"),
        ("id/総務課", "id/%E7%B7%8F%E5%8B%99%E8%AA%B2"),
        ("a b\r\nSet-Cookie: c", "a%20b%0D%0ASet-Cookie%3A%20c"),
        ("javascript:alert(1)", "javascript%3Aalert%281%29"),
        ('x?y%"<>', "x%3Fy%25%22%3C%3E"),
    ],
)
def test_an_address_is_written_so_that_it_is_nothing_else(place: str, location: str) -> None:
    reply = see_other(place)
    assert (reply.status, reply.headers["Location"]) == (303, location)
