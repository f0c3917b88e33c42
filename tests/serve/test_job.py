"""A job and an outcome pass a pipe unchanged."""

import json

import pytest

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.rdf.dataset import Dataset
from kyodo_lod.serve.frame import LENGTHS
from kyodo_lod.serve.job import (
    Fate,
    Job,
    Outcome,
    job_frame,
    job_of,
    outcome_frame,
    outcome_of,
)


def _parts(frame: bytes) -> tuple[dict[str, object], bytes]:
    head, body = LENGTHS.unpack(frame[: LENGTHS.size])
    text = frame[LENGTHS.size :]
    assert len(text) == head + body
    return json.loads(text[:head]), text[head:]


@pytest.mark.parametrize(
    "job",
    [
        Job("ASK {}"),
        Job('ASK { "あ\n\x00" }', Dataset(("a", "b"), ("c",)), "csv", "", packed=True),
        Job("", Dataset((), ("c",)), "", "turtle"),
        Job("ASK {}", values=(("word", "防災"), ("x", ""))),
    ],
)
def test_a_job_comes_through(job: Job) -> None:
    assert job_of(*_parts(job_frame(job))) == job


@pytest.mark.parametrize(
    "outcome",
    [
        Outcome(Fate.ANSWERED, b"\x00\xff{}", is_graph=True, packed=True, seconds=0.25),
        Outcome(Fate.REFUSED, words=Bilingual("だめ", "no")),
    ],
)
def test_an_outcome_comes_through(outcome: Outcome) -> None:
    assert outcome_of(*_parts(outcome_frame(outcome))) == outcome
