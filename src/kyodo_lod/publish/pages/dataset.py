"""The landing page of one dataset."""

from pathlib import Path

from kyodo_lod.bilingual import Language
from kyodo_lod.mapping.dataset import dataset_title
from kyodo_lod.model.years import era_labels
from kyodo_lod.publish.about import citation
from kyodo_lod.publish.catalog_dataset import keywords
from kyodo_lod.publish.catalog_versions import versions
from kyodo_lod.publish.entry import Entry, dataset_description
from kyodo_lod.publish.pages.figures import figures
from kyodo_lod.publish.pages.licences import licence_name
from kyodo_lod.publish.pages.links import (
    COMMON,
    FOR_MACHINES,
    PROVENANCE,
    QUALITY,
    Answer,
    there,
)
from kyodo_lod.publish.pages.page import LANGUAGES
from kyodo_lod.publish.pages.render import json_for_script, write_page
from kyodo_lod.publish.published import published_files
from kyodo_lod.publish.schema_org import dataset_json
from kyodo_lod.rdf.formats import N_TRIPLES


def write_dataset_page(entry: Entry, answers: list[Answer], made: Path) -> None:
    """Write `dataset/<slug>/index.html` and its English twin.

    Args:
        entry: what the catalogue says of the dataset.
        answers: the questions whose answers are published.
        made: the unfinished folder, complete but for pages and checksums.
    """
    shown = _values(entry, made) | {"answers": answers}
    name = f"dataset/{entry.manifest.slug}/index.html"
    for language in LANGUAGES:
        own = _in(language, entry, made)
        write_page(made, name, "dataset.html", entry.iris.base, shown | own, (language,))


def _values(entry: Entry, made: Path) -> dict[str, object]:
    manifest, slug = entry.manifest, entry.manifest.slug
    year = manifest.document.fiscal_year
    return {
        "entry": entry,
        "title": dataset_title(manifest),
        "description": dataset_description(entry),
        "publication": entry.publication,
        "figures": figures(made / "dataset" / slug / f"{slug}.{N_TRIPLES.extension}"),
        "files": list(published_files(entry, made)),
        "licence": licence_name(manifest.rights.licence),
        "source_licence": licence_name(manifest.rights.source_licence),
        "year": year,
        "eras": eras(year),
        "begins": f"{year}-04-01",
        "ends": f"{year + 1}-03-31",
        "releases": versions(manifest),
        "provenance": there([PROVENANCE.of(slug)], made),
        "quality": there([link.of(slug) for link in QUALITY], made),
        "more": there([*(link.of(slug) for link in FOR_MACHINES), *COMMON], made),
    }


def _in(language: Language, entry: Entry, made: Path) -> dict[str, object]:
    japanese, english = keywords(entry)
    return {
        "schema_org": json_for_script(dataset_json(entry, made, language)),
        "citation": citation(entry.manifest, entry.iris).text(language),
        "keywords": japanese if language == "ja" else english,
    }


def eras(year: int) -> str:
    """Give a fiscal year in Japanese eras.

    >>> eras(2018), eras(2019)
    ('平成30年度', '令和元年度・平成31年度')
    """
    return "・".join(label for label in era_labels(year) if label.endswith("年度"))
