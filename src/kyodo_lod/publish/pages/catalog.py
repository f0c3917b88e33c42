"""The first page: what datasets there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.mapping.dataset import dataset_title
from kyodo_lod.model.years import year_label
from kyodo_lod.publish.entry import Entry
from kyodo_lod.publish.pages.dataset import eras
from kyodo_lod.publish.pages.licences import licence_name
from kyodo_lod.publish.pages.links import COMMON, there
from kyodo_lod.publish.pages.page import LANGUAGES
from kyodo_lod.publish.pages.render import json_for_script, write_page
from kyodo_lod.publish.schema_org import catalog_json
from kyodo_lod.rdf.formats import JSON_LD, RDF_XML, TURTLE


@dataclass(frozen=True, slots=True)
class Row:
    """What the first page says of a dataset."""

    slug: str
    title: Bilingual
    year: Bilingual
    eras: str
    projects: int
    version: str
    licence_iri: str | None
    licence: Bilingual | None
    statement: Bilingual | None


@dataclass(frozen=True, slots=True)
class Shelf:
    """The datasets of one municipality."""

    name: Bilingual
    datasets: list[Row]


@dataclass(frozen=True, slots=True)
class Alternate:
    """The catalogue in another format."""

    path: str
    media_type: str


def write_catalog_page(entries: Sequence[Entry], made: Path) -> None:
    """Write `index.html` and its English twin.

    Args:
        entries: the datasets; at least one.
        made: the unfinished folder, complete but for pages and checksums.
    """
    base = entries[0].iris.base
    shown: dict[str, object] = {
        "publication": entries[0].publication,
        "municipalities": _shelves(entries),
        "catalogues": _alternates(made),
        "catalog_iri": entries[0].iris.catalog.value,
        "more": there(COMMON, made),
    }
    for language in LANGUAGES:
        own = {"schema_org": json_for_script(catalog_json(entries, language))}
        write_page(made, "index.html", "catalog.html", base, shown | own, (language,))


def _shelves(entries: Sequence[Entry]) -> list[Shelf]:
    shelves: dict[str, Shelf] = {}
    for entry in entries:
        municipality = entry.manifest.municipality
        shelf = shelves.setdefault(municipality.code, Shelf(municipality.name, []))
        shelf.datasets.append(_row(entry))
    return list(shelves.values())


def _row(entry: Entry) -> Row:
    manifest = entry.manifest
    year = manifest.document.fiscal_year
    return Row(
        slug=manifest.slug,
        title=dataset_title(manifest),
        year=year_label(year),
        eras=eras(year),
        projects=entry.projects,
        version=manifest.release.version,
        licence_iri=manifest.rights.licence,
        licence=licence_name(manifest.rights.licence),
        statement=manifest.rights.statement,
    )


def _alternates(made: Path) -> list[Alternate]:
    known = [
        Alternate(f"catalog.{fmt.extension}", fmt.media_type) for fmt in (TURTLE, JSON_LD, RDF_XML)
    ]
    return [each for each in known if (made / each.path).is_file()]
