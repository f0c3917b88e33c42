"""What the endpoint says of itself: SPARQL 1.1 Service Description, with counts of its graphs (VoID).

Its IRI is the one that the catalogue gives, else one under which the data stand. Only the former is
told as the address that answers (sd:endpoint): nobody knows what answers at the latter, and what a
request calls this host is not believed.
"""

import json
from collections.abc import Iterable, Sequence
from io import BytesIO

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.rdf import turtle
from kyodo_lod.rdf.formats import FORMATS, RESULT_FORMATS, TRIG, TURTLE, Format
from kyodo_lod.rdf.terms import NamedNode, Triple, Triples, integer, labels
from kyodo_lod.rdf.vocabulary import SERVICE_VOCABULARIES, dct, rdf, rdfs, sd, void
from kyodo_lod.serve.job import Fate, Job
from kyodo_lod.serve.limits import ServeLimits
from kyodo_lod.serve.pool import Pool

#: the W3C's IRIs of file formats
_FORMATS = "http://www.w3.org/ns/formats/"
_TITLE = Bilingual("SPARQL エンドポイント", "SPARQL endpoint")
_WORDS = Bilingual(
    "SPARQL 1.1 の問い合わせに答えます。更新と SERVICE は受け付けません。既定グラフは、いま公開している版をすべて合わせたものです (以前の版とカタログは、名前付きグラフだけにあります)。kyo: dct: などの接頭辞は宣言なしで使えます。一つの問い合わせは {seconds} 秒、答えは {result} バイト、文は {query} バイト、メモリは {memory} バイトまでです。超えたものは、途中までの答えではなくエラーになります。",
    "Answers SPARQL 1.1 queries; no updates, no SERVICE. The default graph is the union of the current versions (earlier versions and the catalogue are named graphs only). Prefixes such as kyo: and dct: need no declaration. A query may take {seconds} s and {memory} bytes of memory, its answer {result} bytes, its text {query} bytes; what goes beyond is an error, never a part of the answer.",
)
_COUNTS = "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g"
_COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
_ENDPOINT = "SELECT ?e { GRAPH <%scatalog> { ?service a dcat:DataService ; dcat:endpointURL ?e } }"
_WEB = ("https://", "http://")


async def description(home: str, pool: Pool, limits: ServeLimits) -> tuple[Triple, ...]:
    """Describe the endpoint.

    Args:
        home: the IRI that the data stand under.
        pool: counts the triples; where it cannot, nothing is said of their number.
        limits: of queries.
    """
    counts = {row["g"]: int(row["n"]) for row in await _rows(pool, _COUNTS)}
    total = [int(row["n"]) for row in await _rows(pool, _COUNT)]
    told = [row["e"] for row in await _rows(pool, _ENDPOINT % home)]
    endpoint = next((each for each in told if each.startswith(_WEB)), "")
    service = NamedNode(endpoint or f"{home}sparql")
    answering = (Triple(service, sd.endpoint, service),) if endpoint else ()
    return (*_service(service, limits), *answering, *_dataset(service, counts, total))


def written(triples: Iterable[Triple], fmt: Format, base: str) -> bytes:
    """Write a description.

    Args:
        triples: as `description` gives them.
        fmt: in which format.
        base: which IRIs are written relative to.
    """
    output = BytesIO()
    if fmt in (TURTLE, TRIG):
        turtle.write(triples, fmt, output, base, SERVICE_VOCABULARIES)
    else:
        fmt.resolve_writer()(triples, fmt, output, base)
    return output.getvalue()


def _service(service: NamedNode, limits: ServeLimits) -> Triples:
    yield Triple(service, rdf.type, sd.Service)
    yield from labels(service, rdfs.label, _TITLE)
    yield from labels(service, dct.title, _TITLE)
    words = _WORDS.fill(
        seconds=limits.seconds,
        memory=f"{limits.memory:,}",
        result=f"{limits.result:,}",
        query=f"{limits.query:,}",
    )
    yield from labels(service, dct.description, words)
    yield Triple(service, sd.supportedLanguage, sd.SPARQL11Query)
    for name in RESULT_FORMATS.values():
        yield Triple(service, sd.resultFormat, _format(f"SPARQL_Results_{name.oxigraph}"))
    for fmt in FORMATS.values():
        yield Triple(service, sd.resultFormat, _format(fmt.title.replace("/", "_")))
    yield Triple(service, sd.defaultDataset, _part(service, "dataset"))


def _dataset(service: NamedNode, counts: dict[str, int], total: Sequence[int]) -> Triples:
    """Describe what is asked where a query names no graph (section 3.2.5)."""
    dataset, default = _part(service, "dataset"), _part(service, "default-graph")
    yield Triple(dataset, rdf.type, sd.Dataset)
    yield Triple(dataset, sd.defaultGraph, default)
    parts = {name: _part(service, f"graph-{n}") for n, name in enumerate(counts, 1)}
    for part in parts.values():
        yield Triple(dataset, sd.namedGraph, part)
    yield Triple(default, rdf.type, sd.Graph)
    for number in total:
        yield Triple(default, void.triples, integer(number))
    for name, part in parts.items():
        graph = NamedNode(f"{part.value}-triples")
        yield Triple(part, rdf.type, sd.NamedGraph)
        yield Triple(part, sd.name, NamedNode(name))
        yield Triple(part, sd.graph, graph)
        yield Triple(graph, rdf.type, sd.Graph)
        yield Triple(graph, void.triples, integer(counts[name]))


def _part(service: NamedNode, name: str) -> NamedNode:
    return NamedNode(f"{service.value}#{name}")


def _format(name: str) -> NamedNode:
    return NamedNode(_FORMATS + name)


async def _rows(pool: Pool, text: str) -> list[dict[str, str]]:
    """Ask for ourselves; what fails is as if there were nothing."""
    outcome = await pool.run(Job(text), "")
    if outcome.fate != Fate.ANSWERED:
        return []
    bindings = json.loads(outcome.body)["results"]["bindings"]
    return [{name: term["value"] for name, term in row.items()} for row in bindings]
