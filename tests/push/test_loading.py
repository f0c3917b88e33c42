"""Loading: all graphs verified, only what lacks sent, what is gone removed, nothing foreign touched."""

import gzip
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from cli.running import plain_environment
from conftest import ROOT
from push.misbehaving import Misbehaving, status
from push.servers import PASSWORD, USER, Server

from kyodo_lod.errors import ServerError
from kyodo_lod.push.credentials import Credentials
from kyodo_lod.push.loading import Done, Outcome, Wish, current_graph, planned, push
from kyodo_lod.push.store import GraphStore, connected
from kyodo_lod.push.wire import Patience
from kyodo_lod.query.graphs import named_graphs

SLUG = "072036-kyodo-2-fy2018"
GRAPHS = [graph.name for graph in named_graphs(ROOT / "dist") if graph.asked]
PUSHED = "https://w3id.org/kyodo-lod/pushed"
PUSHING = "https://w3id.org/kyodo-lod/pushing"


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "dist", tmp_path / "dist")
    return tmp_path / "dist"


@contextmanager
def opened(server: Misbehaving | Server) -> Iterator[GraphStore]:
    """Connect."""
    sparql = server.sparql if isinstance(server, Server) else f"{server.url}/query"
    named = Credentials(USER, PASSWORD)
    with connected(server.store, sparql, named, Patience(20, 1), lambda _: None) as graphs:
        yield graphs


def pushed(server: Misbehaving | Server, dist: Path, wish: Wish | None = None) -> list[Outcome]:
    """Push."""
    with opened(server) as store:
        return list(push(dist, store, wish or Wish()))


def names(outcomes: list[Outcome], done: Done) -> list[str]:
    """Give the graphs of which this became."""
    return [outcome.name for outcome in outcomes if outcome.done is done]


@pytest.mark.parametrize("server", ["misbehaving", "oxigraph", "virtuoso"])
def test_all_is_sent_once_in_pieces_and_stays(
    server: str, dist: Path, request: pytest.FixtureRequest
) -> None:
    found: Misbehaving | Server = request.getfixturevalue(server)
    wish = Wish(piece=50_000, force=True, union="named")
    current = current_graph(dist)
    first = [each for each in pushed(found, dist, wish) if each.done is not Done.REMOVED]
    assert names(first, Done.SENT) == [*GRAPHS, current]
    assert all(outcome.found == outcome.triples > 0 for outcome in first)
    again = pushed(found, dist, Wish(union="named"))
    assert names(again, Done.THERE) == [*GRAPHS, current]
    assert [outcome.triples for outcome in again] == [outcome.triples for outcome in first]


def test_no_request_is_larger_than_a_piece(misbehaving: Misbehaving, dist: Path) -> None:
    pushed(misbehaving, dist, Wish(piece=50_000, union="named"))
    dump = [sent for sent in misbehaving.of("PUT", "POST") if sent.graph == GRAPHS[0]]
    assert [sent.method for sent in dump[:3]] == ["PUT", "POST", "POST"]
    assert all(sent.size <= 50_000 for sent in misbehaving.of("PUT", "POST"))


def test_everything_is_the_catalogue_and_the_earlier_versions_too(
    misbehaving: Misbehaving, dist: Path
) -> None:
    folder = dist / "dataset" / SLUG / "0.9.0"
    folder.mkdir()
    (folder / f"{SLUG}.nt.gz").write_bytes(gzip.compress(b"<x:a> <x:b> <x:c> .\n", mtime=0))
    assert names(pushed(misbehaving, dist), Done.SENT) == GRAPHS
    more = pushed(misbehaving, dist, Wish(everything=True))
    assert sorted(name.rpartition("/")[2] for name in names(more, Done.SENT)) == [
        "0.9.0",
        "catalog",
    ]
    less = pushed(misbehaving, dist)
    assert len(names(less, Done.REMOVED)) == 2
    assert set(misbehaving.graphs) == {*GRAPHS, PUSHED}


def test_only_what_changed_is_sent(misbehaving: Misbehaving, dist: Path) -> None:
    pushed(misbehaving, dist)
    with (dist / "dataset" / SLUG / f"{SLUG}-quality.ttl").open("a", encoding="utf-8") as file:
        file.write("\n<x:a> <x:b> <x:c> .\n")
    misbehaving.sent.clear()
    assert names(pushed(misbehaving, dist), Done.SENT) == [GRAPHS[2]]
    # that we are loading, the record without it, the graph, its entry, that we have ended
    writes = [(sent.method, sent.graph) for sent in misbehaving.of("PUT", "POST", "DELETE")]
    assert writes == [
        ("PUT", PUSHING),
        ("PUT", PUSHED),
        ("PUT", GRAPHS[2]),
        ("POST", PUSHED),
        ("DELETE", PUSHING),
    ]


def test_a_graph_that_somebody_changed_is_sent_again(misbehaving: Misbehaving, dist: Path) -> None:
    pushed(misbehaving, dist)
    misbehaving.graphs[GRAPHS[1]].pop()
    assert names(pushed(misbehaving, dist), Done.SENT) == [GRAPHS[1]]


@pytest.mark.parametrize("after", range(4, 16))
def test_a_push_that_breaks_off_anywhere_goes_on(
    after: int, misbehaving: Misbehaving, dist: Path
) -> None:
    misbehaving.fail(*[None] * after, status(500))
    outcomes = []
    with opened(misbehaving) as store, pytest.raises(ServerError, match="answers 500"):
        outcomes.extend(push(dist, store, Wish(piece=100_000)))
    verified = names(outcomes, Done.SENT)
    rest = pushed(misbehaving, dist)
    # what was verified but not yet recorded is sent again, nothing else
    assert names(rest, Done.THERE)[: len(verified)] == verified
    assert names(rest, Done.SENT) == [g for g in GRAPHS if g not in names(rest, Done.THERE)]
    assert set(misbehaving.graphs) == {*GRAPHS, PUSHED}
    assert names(pushed(misbehaving, dist), Done.THERE) == GRAPHS


def test_a_count_that_differs_is_told_and_not_recorded(
    misbehaving: Misbehaving, dist: Path
) -> None:
    misbehaving.more = 1
    outcomes = pushed(misbehaving, dist)
    assert names(outcomes, Done.DIFFERS) == GRAPHS
    assert all(outcome.found == outcome.triples + 1 for outcome in outcomes)
    misbehaving.more = 0
    assert names(pushed(misbehaving, dist), Done.SENT) == GRAPHS


def test_what_is_not_published_any_more_is_removed_and_foreign_graphs_stay(
    misbehaving: Misbehaving, dist: Path
) -> None:
    misbehaving.graphs["x:foreign"] = {b"<x:a> <x:b> <x:c> .\n"}
    misbehaving.graphs["https://w3id.org/kyodo-lod/by-hand"] = {b"<x:a> <x:b> <x:c> .\n"}
    pushed(misbehaving, dist)
    (dist / "dataset" / SLUG / f"{SLUG}-quality.ttl").unlink()
    assert names(pushed(misbehaving, dist), Done.REMOVED) == [GRAPHS[2]]
    assert GRAPHS[2] not in misbehaving.graphs
    assert {"x:foreign", "https://w3id.org/kyodo-lod/by-hand"} < set(misbehaving.graphs)


def test_the_default_graph_holds_each_triple_once(oxigraph: Server, dist: Path) -> None:
    with opened(oxigraph) as store:
        list(push(dist, store, Wish(union="default", force=True)))
        both = sum(store.count(name) for name in GRAPHS)
        assert store.count("") < both
        assert names(list(push(dist, store, Wish(force=True))), Done.REMOVED) == [""]
        assert store.count("") == 0


def test_a_default_graph_that_is_not_ours_is_not_overwritten(
    misbehaving: Misbehaving, dist: Path
) -> None:
    misbehaving.graphs[""] = {b"<x:a> <x:b> <x:c> .\n"}
    with opened(misbehaving) as store:
        with pytest.raises(ServerError, match="holds other data, or shows all graphs together"):
            list(push(dist, store, Wish(union="default")))
        assert set(misbehaving.graphs) == {""}
        assert names(list(push(dist, store, Wish(union="default", force=True))), Done.SENT)
        assert names(list(push(dist, store, Wish(union="default"))), Done.THERE)


@pytest.mark.parametrize("union", ["default", "named"])
def test_a_union_that_is_not_asked_for_again_is_not_emptied(
    union: str, misbehaving: Misbehaving, dist: Path
) -> None:
    pushed(misbehaving, dist, Wish(union=union))
    before = {name: set(lines) for name, lines in misbehaving.graphs.items()}
    said = f"--union {union}: an earlier push filled this graph with everything; say --union {union} again"
    for run in (push, planned):
        with opened(misbehaving) as store, pytest.raises(ServerError) as caught:
            list(run(dist, store, Wish()))
        assert caught.value.line("en").startswith(said)
    assert misbehaving.graphs == before
    assert len(names(pushed(misbehaving, dist, Wish(force=True)), Done.REMOVED)) == 1


@pytest.mark.parametrize("union", ["default", "named", None])
def test_what_others_added_to_our_default_graph_is_not_lost(
    union: str | None, misbehaving: Misbehaving, dist: Path
) -> None:
    pushed(misbehaving, dist, Wish(union="default"))
    foreign = {b"<x:a> <x:b> <x:c> .\n", b"<x:a> <x:b> <x:d> .\n"}
    misbehaving.graphs[""] |= foreign
    before = {name: set(lines) for name, lines in misbehaving.graphs.items()}
    said = "holds 2 more than" if union else "say --union default again"
    for run in (push, planned):
        with opened(misbehaving) as store, pytest.raises(ServerError, match=said):
            list(run(dist, store, Wish(union=union)))
    assert misbehaving.graphs == before
    pushed(misbehaving, dist, Wish(union=union, force=True))
    assert not foreign & misbehaving.graphs.get("", set())


def test_a_default_graph_that_lost_some_is_sent_again(misbehaving: Misbehaving, dist: Path) -> None:
    pushed(misbehaving, dist, Wish(union="default"))
    misbehaving.graphs[""].pop()
    assert names(pushed(misbehaving, dist, Wish(union="default")), Done.SENT) == [""]


def test_a_smaller_default_graph_goes_on_where_it_broke_off(
    misbehaving: Misbehaving, dist: Path
) -> None:
    pushed(misbehaving, dist, Wish(union="default"))
    (dist / "dataset" / SLUG / f"{SLUG}-quality.ttl").unlink()
    with opened(misbehaving) as store:
        outcomes = push(dist, store, Wish(union="default"))
        assert next(outcomes).done is Done.REMOVED
        assert next(outcomes).done is Done.THERE  # the record knows of what is to come
    assert names(pushed(misbehaving, dist, Wish(union="default")), Done.SENT) == [""]


def test_of_two_pushes_at_once_the_later_goes_on_and_the_other_says_so_and_stops(
    oxigraph: Server, dist: Path, tmp_path: Path
) -> None:
    """One has sent a graph when the other begins, with other data; both are the real thing."""
    newer = tmp_path / "newer"
    shutil.copytree(dist, newer)
    with (newer / "dataset" / SLUG / f"{SLUG}-quality.ttl").open("a", encoding="utf-8") as file:
        file.write("\n<x:a> <x:b> <x:c> .\n")
    told: list[str] = []
    wish = Wish(force=True, piece=100_000)
    pushed(oxigraph, dist, wish)  # and no graphs of another test
    with opened(oxigraph) as ours, opened(oxigraph) as theirs:
        first = push(dist, ours, wish)
        begun = [next(first)]
        second = push(newer, theirs, wish, tell=lambda text: told.append(text.en))
        done = [next(second)]
        with pytest.raises(ServerError, match="another push to this store has begun") as raised:
            begun.extend(first)
        done.extend(second)
    assert "もう一度実行してください" in raised.value.message.ja
    assert names(begun, Done.SENT) == GRAPHS[:1]
    assert names(done, Done.SENT) == GRAPHS
    assert told == [
        "an earlier push was broken off, or is still running; this one goes on, and that one stops"
    ]
    with opened(oxigraph) as store:
        assert store.get(PUSHING) == []
        assert names(list(push(newer, store, Wish())), Done.THERE) == GRAPHS


def test_two_processes_at_once_leave_what_one_of_them_says(oxigraph: Server, dist: Path) -> None:
    """Started together, as two people would: one of them loads all and says so, nothing is mixed."""
    command = [sys.executable, "-m", "kyodo_lod", "push", oxigraph.store, "--dist", str(dist)]
    started = [
        subprocess.Popen(
            [*command, "--force", "--union", "named", "--piece", "1"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=plain_environment(),
        )
        for _ in range(2)
    ]  # fmt: skip
    said = [process.communicate(timeout=120) for process in started]
    codes = [process.returncode for process in started]
    assert 0 in codes, said
    for code, (_, error) in zip(codes, said, strict=True):
        assert code == 0 or b"another push to this store has begun" in error, error
    found = pushed(oxigraph, dist, Wish(union="named"))
    assert names(found, Done.THERE) == [*GRAPHS, current_graph(dist)]


def test_a_piece_of_the_other_that_comes_late_is_told(misbehaving: Misbehaving, dist: Path) -> None:
    misbehaving.graphs[PUSHING] = {b'<x:p> <http://purl.org/dc/terms/identifier> "other" .\n'}
    outcomes = []
    with opened(misbehaving) as store:
        for outcome in push(dist, store, Wish()):
            outcomes.append(outcome)
            if outcome.name == GRAPHS[-1]:  # all are verified
                misbehaving.graphs[GRAPHS[0]] |= {b"<x:late> <x:late> <x:late> .\n"}
    assert names(outcomes, Done.SENT) == GRAPHS
    assert names(outcomes, Done.DIFFERS) == GRAPHS[:1]
    assert names(pushed(misbehaving, dist), Done.SENT) == GRAPHS[:1]


def test_a_plan_changes_nothing(misbehaving: Misbehaving, dist: Path) -> None:
    with opened(misbehaving) as store:
        assert names(list(planned(dist, store, Wish())), Done.SENT) == GRAPHS
        list(push(dist, store, Wish(everything=True)))
        before = {name: set(lines) for name, lines in misbehaving.graphs.items()}
        outcomes = list(planned(dist, store, Wish()))
    assert names(outcomes, Done.THERE) == GRAPHS
    assert [outcome.triples > 0 for outcome in outcomes if outcome.done is Done.REMOVED] == [True]
    assert misbehaving.graphs == before
