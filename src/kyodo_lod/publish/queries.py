"""The sample queries and their answers over the published data, as files."""

from pathlib import Path

from kyodo_lod.query.library import queries
from kyodo_lod.query.run import dist_quads, write_answer
from kyodo_lod.rdf.formats import CSV, N_TRIPLES
from kyodo_lod.rdf.store import Store


def write_queries(dist: Path) -> None:
    """Write each named query and its answer with default parameters: a .csv, or .nt for a graph.

    Args:
        dist: the unfinished folder, with the dumps in it.
    """
    folder = dist / "queries"
    folder.mkdir()
    store = Store(dist_quads(dist))
    for query in queries():
        (folder / f"{query.name}.rq").write_text(query.text, encoding="utf-8", newline="\n")
        data = write_answer(query, store, {}, CSV.name)
        extension = N_TRIPLES.extension if query.gives_graph else CSV.extension
        (folder / f"{query.name}.{extension}").write_bytes(data)
