"""Which address is answered by what."""

from kyodo_lod.serve.check import body_limit
from kyodo_lod.serve.limits import LIMITED
from kyodo_lod.serve.routes import OTHER, table


def test_what_takes_a_body_says_how_large_it_may_be() -> None:
    for route in (*table("").values(), OTHER):
        assert ("POST" in route.methods) == (route.limit is not None) == route.works


def test_a_query_in_a_form_may_be_as_long_as_one_by_itself() -> None:
    limit = table("")["sparql"].limit
    assert limit is not None
    assert limit(LIMITED) >= 3 * LIMITED.query


def test_the_pages_of_a_check_are_its_api() -> None:
    routes = table("")
    assert {name for name, route in routes.items() if route.name == "check"} >= {"check"}
    assert routes["check"].limit is body_limit
    assert OTHER.name not in {route.name for route in routes.values()}
