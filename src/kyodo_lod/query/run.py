"""Running a query over published data or given files."""

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path

from kyodo_lod.assets import assets
from kyodo_lod.errors import GraphError, QueryError
from kyodo_lod.files import read_file, require_folder
from kyodo_lod.query.library import Query
from kyodo_lod.rdf.formats import CSV, FORMATS, N_TRIPLES, RESULT_FORMATS, TURTLE
from kyodo_lod.rdf.read import parse
from kyodo_lod.rdf.store import Answer, Store
from kyodo_lod.rdf.terms import Quad
from kyodo_lod.rdf.vocabulary import HOME

#: endings of what is known of a dataset beside its dump
_DESCRIPTIONS = ("-provenance.ttl", "-quality.ttl")


def vocabulary_quads() -> Iterator[Quad]:
    """Give the ontology and the codes, which belong to every default graph."""
    for path in (*assets("ontology/*.ttl"), *assets("ontology/codes/*.ttl")):
        yield from own_quads(path)


def dist_quads(dist: Path) -> Iterator[Quad]:
    """Give the current dump of every dataset in `dist`, its provenance and quality, ontology and codes.

    Raises:
        GraphError: where `dist` is not there or holds no dataset.
    """
    require_folder(dist, GraphError)
    files = dist_files(dist)
    if not files:
        raise GraphError(
            str(dist),
            "データセットがありません。先に kyodo-lod build を実行するか、--data でファイルを渡してください。",
            "holds no dataset; run kyodo-lod build first, or give files with --data",
        )
    for path in files:
        yield from own_quads(path)
    yield from vocabulary_quads()


def dist_files(dist: Path) -> list[Path]:
    """Give the files of `dist` that are asked: of every dataset its dump, provenance and quality."""
    dumps = sorted(dist.glob(f"dataset/*/*.{N_TRIPLES.extension}"))
    listed = [
        (path, *(path.with_name(f"{path.stem}{about}") for about in _DESCRIPTIONS))
        for path in dumps
    ]
    return [path for files in listed for path in files if path == files[0] or path.is_file()]


def own_quads(path: Path) -> Iterator[Quad]:
    """Give the statements of a file of ours, of N-Triples or Turtle; its blank nodes are no other file's.

    Raises:
        GraphError: where it cannot be read or does not parse.
    """
    fmt = N_TRIPLES if path.suffix == f".{N_TRIPLES.extension}" else TURTLE
    return parse(read_file(path, GraphError), fmt, str(path), rename=True)


def ask(query: Query, store: Store, given: Mapping[str, str]) -> Answer:
    """Ask `query`; `given` sets its parameters. Raises QueryError."""
    return store.query(query.text, query.name, query.values(dict(given)))


def write_answer(query: Query, store: Store, given: Mapping[str, str], name: str) -> bytes:
    """Ask, and give the answer as a file.

    Args:
        query: the question.
        store: over what.
        given: values for its parameters.
        name: a results format or an RDF format; a graph asked for as CSV comes as N-Triples.

    Raises:
        QueryError: where the query fails, or its answer does not fit the format.
    """
    results = RESULT_FORMATS.get(name, CSV)
    answer = store.serialize(query.text, query.name, query.values(dict(given)), results)
    if isinstance(answer, bytes):
        if name in FORMATS:
            raise _misfit(query, "表", "a table", name, RESULT_FORMATS)
        return answer
    if name in RESULT_FORMATS and name != CSV.name:
        raise _misfit(query, "グラフ", "a graph", name, FORMATS)
    fmt = FORMATS.get(name, N_TRIPLES)
    output = BytesIO()
    fmt.resolve_writer()(answer, fmt, output, HOME)
    return output.getvalue()


def _misfit(query: Query, ja: str, en: str, name: str, offered: Iterable[str]) -> QueryError:
    names = ", ".join(offered)
    return QueryError(
        query.name,
        f"{ja}を返す問いです。--format は {names} から選んでください。",
        f"gives {en}, which {name} cannot hold; choose --format from {names}",
    )
