"""What a process is asked and what becomes of it, and how both pass a pipe."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kyodo_lod.bilingual import NOTHING, Bilingual
from kyodo_lod.rdf.dataset import Dataset
from kyodo_lod.serve.frame import frame


@dataclass(frozen=True, slots=True)
class Job:
    """A query to be answered.

    Args:
        text: SPARQL.
        dataset: what the protocol names; None for what the query itself names.
        table: name of the results format; empty where the client takes no table.
        graph: name of the RDF format; empty where the client takes no graph.
        packed: whether the answer is wanted as gzip.
        values: variables, and the strings that stand for them.
    """

    text: str
    dataset: Dataset | None = None
    table: str = "json"
    graph: str = "turtle"
    packed: bool = False
    values: tuple[tuple[str, str], ...] = ()


class Fate(StrEnum):
    """What became of a query."""

    ANSWERED = "answered"
    #: while it waited for its turn its answer became known, for somebody else had asked the same
    KNOWN = "known"
    #: it is not SPARQL, or asks for what is not offered
    REFUSED = "refused"
    #: its answer is a graph and only tables are taken, or the other way round
    MISFIT = "misfit"
    #: the format cannot hold the answer
    UNFIT = "unfit"
    #: the answer is larger than allowed
    LARGE = "large"
    #: it took longer than allowed
    SLOW = "slow"
    #: it took more memory than allowed
    MEMORY = "memory"
    #: its text nests so deep that it cannot be read
    DEEP = "deep"
    #: the process that worked on it died, or its store is damaged
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a query.

    Args:
        fate: in a word.
        body: the answer, whole; empty for none.
        is_graph: whether the answer is a graph.
        packed: whether `body` is gzip.
        words: what is wrong.
        seconds: that its process worked.
    """

    fate: Fate
    body: bytes = b""
    is_graph: bool = False
    packed: bool = False
    words: Bilingual = NOTHING
    seconds: float = 0.0


def job_frame(job: Job) -> bytes:
    """Give a job as it passes a pipe."""
    dataset = job.dataset and [job.dataset.default, job.dataset.named]
    head = {
        "dataset": dataset,
        "table": job.table,
        "graph": job.graph,
        "packed": job.packed,
        "values": job.values,
    }
    return frame(head, job.text.encode())


def job_of(head: Mapping[str, Any], body: bytes) -> Job:
    """Take a job from a frame."""
    dataset = head["dataset"] and Dataset(*map(tuple, head["dataset"]))
    values = tuple(map(tuple, head["values"]))
    return Job(body.decode(), dataset, head["table"], head["graph"], head["packed"], values)


def outcome_frame(outcome: Outcome) -> bytes:
    """Give an outcome as it passes a pipe."""
    head = {
        "fate": outcome.fate,
        "is_graph": outcome.is_graph,
        "packed": outcome.packed,
        "words": outcome.words,
        "seconds": outcome.seconds,
    }
    return frame(head, outcome.body)


def outcome_of(head: Mapping[str, Any], body: bytes) -> Outcome:
    """Take an outcome from a frame."""
    return Outcome(
        Fate(head["fate"]),
        body,
        head["is_graph"],
        head["packed"],
        Bilingual(*head["words"]),
        head["seconds"],
    )
