"""csv-metadata.json: what the columns of the tables mean (W3C Metadata Vocabulary for Tabular Data)."""

import json
from collections.abc import Iterator
from typing import Any, TypeAlias

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.mapping.dataset import dataset_title
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan
from kyodo_lod.publish.tables import TABLES
from kyodo_lod.publish.tables.column import SEPARATOR, Column, Reference, Statement, Table
from kyodo_lod.rdf.vocabulary import kyo, rdfs, skos
from kyodo_lod.source.manifest import Manifest

#: the name under which a processor looks for it beside a CSV file (Model for Tabular Data §5.3)
NAME = "csv-metadata.json"

#: what the dump says of the things in the tables and the tables cannot; each with its reason
UNMAPPED = {
    (kyo.PlannedProject, kyo.account): Bilingual(
        "会計の列には表示の文字列があり、RDF には符号の IRI がある。URI テンプレートでは文字列を符号に換えられない。",
        "The column holds the mark as printed, RDF the IRI of its code; a URI template cannot look that up.",
    ),
    (kyo.BasicPolicy, rdfs.label): Bilingual(
        "skos:prefLabel と同じ文字列。一つの列は一つのプロパティにしか対応しない。",
        "The same text as skos:prefLabel; a column maps to one property only.",
    ),
    (kyo.BasicPolicy, skos.notation): Bilingual(
        "kyo:listOrder と同じ番号を文字列にしたもの。一つの列は一つのプロパティにしか対応しない。",
        "The number of kyo:listOrder as text; a column maps to one property only.",
    ),
}

Json: TypeAlias = dict[str, object]

_DIALECT: Json = {
    "encoding": "utf-8",
    "delimiter": ",",
    "quoteChar": '"',
    "doubleQuote": True,
    "header": True,
    "headerRowCount": 1,
    "skipInitialSpace": False,
    "trim": False,
}


def metadata(plan: Plan, iris: Iris) -> bytes:
    """Give the description of all tables of `plan` as one table group."""
    slug = plan.manifest.slug
    group: Json = {
        # a title without a language is what most processors compare with the header
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "ja"}],
        "@type": "TableGroup",
        "@id": iris.dataset.value,
        **_about(plan.manifest, iris),
        "dialect": _DIALECT,
        "tables": [_table(table, slug, iris) for table in TABLES],
    }
    return (json.dumps(group, ensure_ascii=False, indent=2) + "\n").encode()


def _about(manifest: Manifest, iris: Iris) -> Json:
    rights, release = manifest.rights, manifest.release
    said = {
        "dc:title": _texts(dataset_title(manifest)),
        "dc:publisher": {"@id": iris.publisher.value},
        "dc:source": {"@id": iris.source.value},
        "dc:license": rights.licence and {"@id": rights.licence},
        "dc:rights": rights.statement and _texts(rights.statement),
        "dc:issued": release.issued and _day(release.issued),
        "dc:modified": release.modified and _day(release.modified),
        "schema:version": release.version,
    }
    return {name: value for name, value in said.items() if value}


def _table(table: Table[Any], slug: str, iris: Iris) -> Json:
    return {
        "url": f"{slug}{table.ending}",
        "dc:title": _texts(table.title),
        "dc:description": _texts(table.description),
        "tableSchema": {
            "aboutUrl": f"{{+{table.about}}}",
            "columns": [
                *(_column(column, iris) for column in table.columns),
                *_virtual_columns(table, iris),
            ],
            "primaryKey": table.key,
            "foreignKeys": [_foreign_key(reference, slug) for reference in table.references],
        },
    }


def _column(column: Column[Any], iris: Iris) -> Json:
    datatype = column.datatype
    said: Json = {
        "name": column.name,
        "titles": column.header,
        "dc:title": {"@value": column.english, "@language": "en"},
        "dc:description": _texts(column.description),
        "datatype": datatype.csvw,
        "lang": datatype.language,
        "default": datatype.default,
        "separator": SEPARATOR if datatype.several else None,
        "required": column.required or None,
        **(_statement(column.states, iris) if column.states else {"suppressOutput": True}),
    }
    return {name: value for name, value in said.items() if value is not None}


def _virtual_columns(table: Table[Any], iris: Iris) -> Iterator[Json]:
    """Give what each row says beyond its cells, as columns that the file does not have."""
    for number, statement in enumerate(table.states, start=1):
        yield {"name": f"statement{number}", "virtual": True, **_statement(statement, iris)}


def _statement(statement: Statement, iris: Iris) -> Json:
    said: Json = {"propertyUrl": statement.property.value}
    if statement.about:
        said["aboutUrl"] = statement.about(iris)
    if statement.value:
        said["valueUrl"] = statement.value(iris)
    return said


def _foreign_key(reference: Reference, slug: str) -> Json:
    (table,) = (table for table in TABLES if table.name == reference.table)
    return {
        "columnReference": reference.column,
        "reference": {"resource": f"{slug}{table.ending}", "columnReference": reference.other},
    }


def _texts(text: Bilingual) -> list[Json]:
    both = (("ja", text.ja), ("en", text.en))
    return [{"@value": value, "@language": language} for language, value in both if value]


def _day(day: str) -> Json:
    return {"@value": day, "@type": "xsd:date"}
