"""The SPARQL page: the sample queries, and what its scripts are told.

A folder's page asks in the browser; one that `kyodo-lod serve` shows asks the endpoint beside it.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from kyodo_lod.publish.pages.render import json_for_script
from kyodo_lod.query.library import Query, parse_query
from kyodo_lod.rdf.vocabulary import HOME, dcat, prefixes
from kyodo_lod.site.completion import terms
from kyodo_lod.site.places import INSIDE, PAGED
from kyodo_lod.site.published import Published
from kyodo_lod.site.sparql_files import Part, parts

#: the scripts of the page, in this order; those of its worker stand in `assets/store-client.js`
SCRIPTS = (
    "vendor/yasqe.js",
    "words.js",
    "tables.js",
    "sources.js",
    "store-client.js",
    "share.js",
    "parameters.js",
    "sparql-words.js",
    "editor.js",
    "results.js",
    "findings.js",
    "dropzone.js",
    "sparql.js",
)
#: those of a page with an endpoint beside it, before the last
_ENDPOINT_SCRIPTS = ("sparql-text.js", "turtle.js", "answers.js", "endpoint.js")
#: where the endpoint answers, from the page
_ENDPOINT = "sparql"


def sparql_values(published: Published) -> Mapping[str, object]:
    """Give what the SPARQL page shows."""
    listed = parts(published)
    return {
        "scripts": SCRIPTS,
        "parts": listed,
        "queries": sample_queries(published.folder),
        "config": json_for_script(json.dumps(_config(published, listed), ensure_ascii=False)),
    }


def endpoint_values(published: Published) -> Mapping[str, object]:
    """Give what the SPARQL page shows where a server answers queries beside it."""
    listed = parts(published)
    config = _config(published, listed) | {"endpoint": _ENDPOINT}
    return {
        **sparql_values(published),
        "scripts": (*SCRIPTS[:-1], *_ENDPOINT_SCRIPTS, SCRIPTS[-1]),
        "endpoint": _ENDPOINT,
        "config": json_for_script(json.dumps(config, ensure_ascii=False)),
    }


def _config(published: Published, listed: Sequence[Part]) -> dict[str, object]:
    return {
        "parts": [{"name": part.name, "files": part.files} for part in listed],
        "prefixes": prefixes(),
        "places": places_rule(published),
        "terms": list(terms(published)),
        "shapes": "shapes/plan.ttl",
        "rules": "shapes/plan.html",
    }


def places_rule(published: Published) -> dict[str, object]:
    """Give what the rule of places needs to know, as `assets/site-places.js` reads it."""
    return {
        "home": published.home,
        "canonical": HOME,
        "paged": [class_.value for class_ in PAGED],
        "inside": sorted(class_.value for class_ in INSIDE),
        "dataset": dcat.Dataset.value,
        "odd": _odd_pages(published),
    }


def _odd_pages(published: Published) -> dict[str, str]:
    """Give the pages that are not called as their IRI is, because no file can be."""
    places = published.places
    paged = [thing for thing in published.data.instances(*PAGED) if places.has_page(thing)]
    pages = {thing.value: places.page(thing) for thing in paged}
    return {
        iri: page for iri, page in pages.items() if page != f"{iri.removeprefix(places.home)}.html"
    }


def sample_queries(folder: Path) -> list[Query]:
    """Give the published sample queries, sorted by name."""
    return [
        parse_query(path.stem, path.read_text(encoding="utf-8"))
        for path in sorted(folder.glob("queries/*.rq"))
    ]
