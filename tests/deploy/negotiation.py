"""What is asked for and what must come: one table for nginx and for w3id.org's rules."""

from deploy.published import Dataset

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"
RDFLIB = "application/rdf+xml,text/rdf+n3;q=0.9,application/xhtml+xml;q=0.5, */*;q=0.1"
JENA = (
    "text/turtle,application/n-triples;q=0.9,application/ld+json;q=0.8,application/rdf+xml;q=0.7,"
    "application/trig,application/n-quads;q=0.9,*/*;q=0.5"
)

#: `Accept` → the ending of the file, for a thing that has all formats
DATASET: dict[str | None, str | None] = {
    None: ".ttl",
    "*/*": ".ttl",
    "text/turtle": ".ttl",
    "TEXT/TURTLE": ".ttl",
    "text/html": "/",
    "application/xhtml+xml": None,
    "application/ld+json": ".jsonld",
    'application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"': ".jsonld",
    "application/n-triples": ".nt",
    "application/rdf+xml": ".rdf",
    "application/trig": ".trig",
    BROWSER: "/",
    RDFLIB: ".rdf",
    JENA: ".ttl",
    "text/turtle;q=0.3, application/ld+json;q=0.7": ".jsonld",
    "text/turtle;q=0.3,application/ld+json;q=0.7,application/trig": ".trig",
    "application/n-triples ; q=0.50 , text/turtle;q=0.4": ".nt",
    "text/turtle;q=0, */*;q=0.1": "/",
    "text/*": ".ttl",
    "text/*;q=0.4, application/rdf+xml;q=0.3": ".ttl",
    "application/*": ".jsonld",
    "application/*;q=0.9, application/ld+json;q=0.1": ".nt",
    "text/html;q=0.05, image/png": "/",
    "text/turtle;q=1.000, text/html": ".ttl",
    "text/turtle;charset=utf-8;q=0.2, text/html;level=1;q=0.3": "/",
    "text/turtlex, text/html": "/",
    "image/png": None,
    "text/turtle;q=0": None,
    "text/turtle;q=0.0, image/png": None,
    "application/json": ".jsonld",
    "application/json, application/ld+json;q=0.5, text/turtle;q=0.7": ".ttl",
    "application/*;q=0.9, application/json;q=0.1": ".nt",
    "application/xml": ".rdf",
    "text/xml;q=0.4, text/turtle;q=0.3": ".rdf",
}
# each tenth counts more than the one below it
DATASET |= {f"application/trig;q=0.{n - 1}5, text/html;q=0.{n}": "/" for n in range(1, 10)}
DATASET |= {f"text/html;q=0.{n}, application/trig;q=0.{n + 1}": ".trig" for n in range(1, 9)}
#: for the catalogue and what only it describes
CATALOG: dict[str | None, str | None] = {
    None: "catalog.ttl",
    "text/turtle": "catalog.ttl",
    "application/ld+json": "catalog.jsonld",
    "application/rdf+xml": "catalog.rdf",
    "application/json": "catalog.jsonld",
    "text/xml": "catalog.rdf",
    RDFLIB: "catalog.rdf",
    BROWSER: "",
    "application/n-triples": None,
}
#: for a release: its page, and what the catalogue says of it; its triples are tested apart
VERSION: dict[str | None, str | None] = {
    BROWSER: "/",
    "text/turtle": "catalog.ttl",
    "application/ld+json": "catalog.jsonld",
    RDFLIB: "catalog.rdf",
    "text/csv": None,
}
#: for what is Turtle and a page
DOCUMENT: dict[str | None, str | None] = {
    None: ".ttl",
    "text/turtle": ".ttl",
    RDFLIB: ".ttl",
    BROWSER: ".html",
    "application/ld+json": None,
    "application/json": None,
}
#: for what is Turtle alone
TURTLE: dict[str | None, str | None] = {
    None: ".ttl",
    BROWSER: ".ttl",
    "text/turtle": ".ttl",
    "text/html": None,
}


def cases(dataset: Dataset) -> list[tuple[str, str | None, str | None]]:
    """Give path, `Accept`, and the path of what must come; None for 406."""
    folder = f"dataset/{dataset.slug}"
    year = f"id/{dataset.code}/plan/{dataset.plan}/fy{dataset.year}"
    table = [
        *_of((folder,), DATASET | {"text/csv": "-projects.csv"}, f"{folder}/{dataset.slug}", folder),
        *_of((year, f"{year}/p/4-15", f"{year}/p/4-15/s/1", f"{year}/policy/3"),
             DATASET | {"text/csv": None}, f"{folder}/{dataset.slug}", folder),
        *_of(("catalog", "id/publisher", "id/contact", f"dataset/{dataset.code}-{dataset.plan}"),
             CATALOG, "", ""),
    ]  # fmt: skip
    table += _of((f"{folder}/{dataset.version}",), VERSION, "", folder)
    for path in ("def", "shapes/plan", "shapes/document"):
        table += _of((path,), DOCUMENT, path, path)
    for path in ("def/1.0.0", "scheme/account", "scheme/unit-level"):
        table += _of((path,), TURTLE, path, path)
    table += _of(("scheme/account/suido",), TURTLE, "scheme/account", "scheme/account")
    return [*table, ("context", None, "context.jsonld"), ("context", "text/turtle", None)]


def _of(
    paths: tuple[str, ...], endings: dict[str | None, str | None], stem: str, page: str
) -> list[tuple[str, str | None, str | None]]:
    return [
        (path, accept, None if end is None else f"{page}/" if end == "/" else f"{stem}{end}")
        for path in paths
        for accept, end in endings.items()
    ]
