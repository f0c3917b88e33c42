"""Making a server hold what a published folder holds: only what lacks or differs is sent."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.errors import ServerError
from kyodo_lod.push.claim import Claim
from kyodo_lod.push.content import Content, content_of
from kyodo_lod.push.record import Entry, Record
from kyodo_lod.push.store import DEFAULT_GRAPH, GraphStore
from kyodo_lod.query.graphs import home_of, named_graphs

MEBIBYTE = 1 << 20


class Done(Enum):
    """What became of a graph."""

    THERE = "there"
    SENT = "sent"
    REMOVED = "removed"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A graph on the server.

    Args:
        name: its IRI; empty for the default graph.
        done: what became of it.
        triples: how many it shall hold.
        found: how many it holds.
    """

    name: str
    done: Done
    triples: int
    found: int


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for.

    Args:
        everything: the catalogue and the earlier versions too.
        union: `default` or `named`: a graph that holds all current ones, each triple once.
        force: send all, whatever is there.
        piece: bytes of a request at most.
    """

    everything: bool = False
    union: str | None = None
    force: bool = False
    piece: int = 8 * MEBIBYTE


def contents(dist: Path, wish: Wish) -> list[Content]:
    """Give the graphs that a server shall hold.

    Args:
        dist: as `build` left it.
        wish: which of them.

    Raises:
        GraphError: where a file lacks or does not parse.
    """
    graphs = list(named_graphs(dist))
    asked = [graph for graph in graphs if graph.asked]
    wanted = [content_of(g.name, [g]) for g in (graphs if wish.everything else asked)]
    if wish.union:
        name = DEFAULT_GRAPH if wish.union == "default" else current_graph(dist)
        wanted.append(content_of(name, asked))
    return wanted


def current_graph(dist: Path) -> str:
    """Give the name of the graph that holds all current ones; raises GraphError."""
    return f"{home_of(dist)}current"


@dataclass(frozen=True, slots=True)
class _Work:
    """What there is to do: `known` stands in the record, `whole` is there, `gone` is not asked for."""

    wanted: list[Content]
    known: Mapping[str, Entry | None]
    whole: Mapping[str, Entry | None]
    gone: list[str]

    @property
    def lacking(self) -> list[Content]:
        return [content for content in self.wanted if content.name not in self.whole]


def _work(
    dist: Path, store: GraphStore, record: Record, wish: Wish, show: Callable[[str], None]
) -> _Work:
    wanted = contents(dist, wish)
    names = {content.name for content in wanted}
    known = record.read()
    whole = {} if wish.force else _whole(store, wanted, known, show)
    work = _Work(wanted, known, whole, sorted(known.keys() - names))
    _refuse_to_empty_union(work, current_graph(dist), wish)
    _refuse_foreign_default(store, work, wish)
    return work


def push(
    dist: Path,
    store: GraphStore,
    wish: Wish,
    show: Callable[[str], None] = lambda _: None,
    tell: Callable[[Bilingual], None] = lambda _: None,
) -> Iterator[Outcome]:
    """Make the server hold the published graphs, and verify each by its count.

    What is not there, differs, or was broken off in the middle is sent; graphs that an earlier push
    put there and that are not asked for any more are removed. Nothing else on the server is touched.

    Args:
        dist: as `build` left it.
        store: the server's.
        wish: which graphs, and how.
        show: told what is being done.
        tell: told of another push to this store that has not ended.

    Raises:
        GraphError: where the folder does not hold what it should.
        ServerError: where the server refuses, or another push to this store has begun; what was
            verified until then stays so.
    """
    home = home_of(dist)
    record, claim = Record(store, home), Claim(store, home)
    work = _work(dist, store, record, wish, show)
    if not (work.lacking or work.gone):
        yield from map(_there, work.wanted)
        return
    if is_displaced := claim.take():
        tell(_UNENDED)
    for name in work.gone:
        claim.hold()
        show(name)
        store.delete(name)
        yield _removed(name, work)
    # all names before any data: what a crash leaves behind is known to be ours
    record.write(dict.fromkeys(content.name for content in work.wanted) | dict(work.whole))
    for content in work.wanted:
        if content.name in work.whole:
            yield _there(content)
        else:
            show(content.name)
            yield _sent(store, record, claim, content, wish.piece)
    if is_displaced:
        yield from _changed(store, work.lacking)
    claim.give_back()


def _there(content: Content) -> Outcome:
    return Outcome(content.name, Done.THERE, content.triples, content.triples)


def _changed(store: GraphStore, sent: list[Content]) -> Iterator[Outcome]:
    """Give what is not as it was verified: of another push a last piece was still on its way."""
    for content in sent:
        found = store.count(content.name)
        if found != content.triples:
            yield Outcome(content.name, Done.DIFFERS, content.triples, found)


def planned(dist: Path, store: GraphStore, wish: Wish) -> Iterator[Outcome]:
    """Say what `push` would do, and change nothing; raises as it does."""
    work = _work(dist, store, Record(store, home_of(dist)), wish, lambda _: None)
    yield from (_removed(name, work) for name in work.gone)
    for content in work.wanted:
        done = Done.THERE if content.name in work.whole else Done.SENT
        yield Outcome(content.name, done, content.triples, content.triples)


def _removed(name: str, work: _Work) -> Outcome:
    entry = work.known[name]
    return Outcome(name, Done.REMOVED, entry.triples if entry else 0, 0)


def _whole(
    store: GraphStore,
    wanted: list[Content],
    known: Mapping[str, Entry | None],
    show: Callable[[str], None],
) -> dict[str, Entry | None]:
    """Give the entries of what is there already: as recorded, and as many triples as then."""
    found: dict[str, Entry | None] = {}
    for content in wanted:
        entry = Entry(content.triples, content.digest)
        show(content.name)
        if known.get(content.name) == entry and store.count(content.name) == entry.triples:
            found[content.name] = entry
    return found


def _refuse_to_empty_union(work: _Work, current: str, wish: Wish) -> None:
    """Refuse to remove what all queries may ask, where somebody just forgot to say `--union` again."""
    for name, union in ((DEFAULT_GRAPH, "default"), (current, "named")):
        if name in work.gone and not (wish.union or wish.force):
            raise ServerError(f"--union {union}", *_FORGOTTEN.fill(union=union))


def _refuse_foreign_default(store: GraphStore, work: _Work, wish: Wish) -> None:
    """Refuse to replace or remove a default graph that holds what we have not put there.

    Where the last push broke off before it was verified, nobody knows how many were ours.
    """
    is_touched = DEFAULT_GRAPH in work.gone or any(c.name == DEFAULT_GRAPH for c in work.lacking)
    ours = work.known.get(DEFAULT_GRAPH, _NOTHING)
    if wish.force or not is_touched or ours is None:
        return
    surplus = store.count(DEFAULT_GRAPH) - ours.triples
    if surplus > 0:
        words = _FOREIGN if ours is _NOTHING else _MORE.fill(surplus=f"{surplus:,}")
        raise ServerError("--union default", *words)


def _sent(store: GraphStore, record: Record, claim: Claim, content: Content, piece: int) -> Outcome:
    store.put(content.name, claim.held(content.pieces(piece)))
    found = store.count(content.name)
    claim.hold()
    if found != content.triples:
        return Outcome(content.name, Done.DIFFERS, content.triples, found)
    record.add(content)
    return Outcome(content.name, Done.SENT, content.triples, found)


_UNENDED = Bilingual(
    "前の push が途中で止まったか、まだ動いています。こちらを続けます。動いているほうは止まります。",
    "an earlier push was broken off, or is still running; this one goes on, and that one stops",
)
_FOREIGN = Bilingual(
    "既定グラフには、ほかのデータがあるか、すべてのグラフが見えています。--union named を使うか、置き換えてよければ --force を付けてください。",
    "the default graph holds other data, or shows all graphs together; use --union named, or replace it with --force",
)
_FORGOTTEN = Bilingual(
    "前の push はすべてを一つのグラフに入れました。今度も付けてください。そのグラフが要らなければ、--force で取り除けます。",
    "an earlier push filled this graph with everything; say --union {union} again, or remove the graph with --force",
)
_MORE = Bilingual(
    "既定グラフには、送ったもののほかに {surplus} トリプルあります。失われてもよければ --force を付けてください。",
    "the default graph holds {surplus} more than the triples that were pushed; if they may be lost, say --force",
)
_NOTHING = Entry(0, "")
