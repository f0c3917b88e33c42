"""Small SPARQL stores on disk."""

from pathlib import Path

import pyoxigraph

#: two graphs that share a triple; `more` is no part of the default graph
TRIG = """
PREFIX e: <https://e.jp/>
GRAPH e:one { e:a e:p 1 , 2 . e:a e:q "あ"@ja }
GRAPH e:two { e:a e:p 2 . e:b e:p 3 }
GRAPH e:more { e:a e:p 2 . e:c e:p 4 . _:x e:p 5 }
"""
ONE, TWO, MORE = (f"https://e.jp/{name}" for name in ("one", "two", "more"))


def small_store(folder: Path, more: str = "") -> Path:
    """Write TRIG and more of it; the default graph is the union of the first two graphs."""
    quads = list(pyoxigraph.parse(TRIG + more, format=pyoxigraph.RdfFormat.TRIG))
    current = [q for q in quads if q.graph_name.value in (ONE, TWO)]
    return _written(folder, [*quads, *(pyoxigraph.Quad(*q.triple) for q in current)])


def large_store(folder: Path, triples: int = 3000) -> Path:
    """Write so many triples that a cross product of three of them never ends."""
    name = pyoxigraph.NamedNode
    quads = [
        pyoxigraph.Quad(
            name(f"https://e.jp/s{n}"),
            name(f"https://e.jp/p{n % 7}"),
            pyoxigraph.Literal(f"value {n}"),
        )
        for n in range(triples)
    ]
    return _written(folder, quads)


def _written(folder: Path, quads: list[pyoxigraph.Quad]) -> Path:
    store = pyoxigraph.Store(str(folder))
    store.bulk_extend(quads)
    store.flush()
    return folder
