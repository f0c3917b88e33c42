"""push/claim.py: the later push goes on, and the earlier finds another name than its own."""

from collections.abc import Iterator

import pytest
from push.misbehaving import Misbehaving
from push.servers import PASSWORD, USER

from kyodo_lod.errors import ServerError
from kyodo_lod.push.claim import Claim
from kyodo_lod.push.credentials import Credentials
from kyodo_lod.push.store import GraphStore, connected
from kyodo_lod.push.wire import Patience

HOME = "https://example.org/"


@pytest.fixture
def store(misbehaving: Misbehaving) -> Iterator[GraphStore]:
    named = Credentials(USER, PASSWORD)
    sparql = f"{misbehaving.url}/query"
    with connected(misbehaving.store, sparql, named, Patience(20, 0), lambda _: None) as graphs:
        yield graphs


def test_who_is_alone_holds_its_claim_and_leaves_nothing(store: GraphStore) -> None:
    claim = Claim(store, HOME)
    assert claim.take() is False
    assert list(claim.held([b"a", b"b"])) == [b"a", b"b"]
    claim.give_back()
    assert list(store.get(f"{HOME}pushing")) == []


def test_the_later_is_told_and_the_earlier_stops(store: GraphStore) -> None:
    earlier, later = Claim(store, HOME), Claim(store, HOME)
    earlier.take()
    pieces = earlier.held([b"a", b"b"])
    assert next(pieces) == b"a"
    assert later.take() is True
    with pytest.raises(ServerError, match="another push to this store has begun"):
        next(pieces)
    earlier.give_back()  # which takes nothing from the later
    later.hold()
