"""The questions in dist/ and their answers."""

from pathlib import Path

import pyoxigraph
from conftest import ROOT

from kyodo_lod.query.library import queries
from kyodo_lod.query.run import dist_quads, write_answer
from kyodo_lod.rdf.store import Store


def test_every_question_is_there_with_its_answer(complete: Path) -> None:
    expected = {f"{query.name}.rq" for query in queries()}
    expected |= {f"{q.name}.{'nt' if q.gives_graph else 'csv'}" for q in queries()}
    assert {path.name for path in (complete / "queries").iterdir()} == expected
    assert len(expected) >= 36


def test_the_question_is_that_of_the_repository(complete: Path) -> None:
    for path in ROOT.glob("queries/*.rq"):
        assert (complete / "queries" / path.name).read_bytes() == path.read_bytes()


def test_the_answer_is_that_over_the_published_data(complete: Path) -> None:
    store = Store(dist_quads(complete))
    for query in queries():
        if query.name in ("projects", "full-text", "schema-org-item-list"):
            (answer,) = (
                path for path in (complete / "queries").glob(f"{query.name}.*")
                if path.suffix != ".rq"
            )  # fmt: skip
            assert answer.read_bytes() == write_answer(query, store, {}, "csv")


def test_a_graph_is_published_as_triples(complete: Path) -> None:
    (path,) = (complete / "queries").glob("*.nt")
    assert path.name == "schema-org-item-list.nt"
    triples = list(pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.N_TRIPLES))
    assert len(triples) > 76
