"""What a page leads to besides the files of a dataset; only what lies in `dist/` is offered."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.query.library import queries
from kyodo_lod.rdf.formats import CSV, N_TRIPLES


@dataclass(frozen=True, slots=True)
class Link:
    """A file of `dist/`.

    Args:
        path: in `dist/`; `{slug}` stands for the dataset's.
        title: what it is.
        note: for whom or for what.
    """

    path: str
    title: Bilingual
    note: Bilingual

    def of(self, slug: str) -> "Link":
        """Give it for one dataset."""
        return Link(self.path.replace("{slug}", slug), self.title, self.note)


@dataclass(frozen=True, slots=True)
class Answer:
    """A named query and its answer, as files."""

    title: Bilingual
    summary: Bilingual
    query: str
    answer: str


QUALITY = (
    Link(
        "dataset/{slug}/{slug}-quality.ttl",
        Bilingual("品質の測定 (Turtle)", "Quality measurements (Turtle)"),
        Bilingual(
            "文書が示す事業数との一致、登録済みの担当組織の割合、検証の結果の数。",
            "Agreement with the counts the document declares, share of registered units, numbers of findings.",
        ),
    ),
    Link(
        "dataset/{slug}/{slug}-report.ttl",
        Bilingual("検証の報告 (SHACL)", "Validation report (SHACL)"),
        Bilingual(
            "公開した規則に照らした結果のすべて。", "Every result against the published rules."
        ),
    ),
)
PROVENANCE = Link(
    "dataset/{slug}/{slug}-provenance.ttl",
    Bilingual("来歴 (PROV)", "Provenance (PROV)"),
    Bilingual(
        "どの文書から、どのプログラムで、どう作ったか。",
        "From which document, by which program and how the files were made.",
    ),
)
#: about one dataset, for machines
FOR_MACHINES = (
    Link(
        "dataset/{slug}/csv-metadata.json",
        Bilingual("表の説明 (CSVW)", "Description of the tables (CSVW)"),
        Bilingual(
            "CSV の列の意味と型。RDF への変換にも使えます。",
            "Meaning and type of each CSV column; converts the tables to RDF.",
        ),
    ),
    Link(
        "ckan/{slug}.json",
        Bilingual("CKAN に登録する文書", "Document for CKAN"),
        Bilingual(
            "CKAN のカタログサイトに API で登録するときに使います。",
            "For registering the dataset at a CKAN portal through its API.",
        ),
    ),
)
#: about all datasets
COMMON = (
    Link(
        "data-items.html",
        Bilingual("データ項目定義書", "Definition of data items"),
        Bilingual(
            "表の各項目の意味、必須かどうか、形式、記入例。同じ形でデータを作る自治体のために。",
            "Meaning, obligation, form and example of each column, for others who make the same tables.",
        ),
    ),
    Link(
        "def.html",
        Bilingual("自治体実施計画語彙", "Municipal Implementation Plan Vocabulary"),
        Bilingual(
            "データで使っている用語の定義と図。",
            "The terms of the data: definitions and a diagram.",
        ),
    ),
    Link(
        "shapes/plan.html",
        Bilingual("実施計画の規則", "Rules for implementation plans"),
        Bilingual(
            "データが満たす条件と、その理由、直し方。",
            "What the data must satisfy, why, and how to repair it.",
        ),
    ),
    Link(
        "shapes/document.html",
        Bilingual("文書を読むときの規則", "Rules for reading a document"),
        Bilingual(
            "もとの文書が満たす条件。", "What a source document must be like to be read as meant."
        ),
    ),
    Link(
        "shapes/catalog.html",
        Bilingual("データカタログの規則", "Rules for the catalogue"),
        Bilingual("カタログの記述が満たす条件。", "What the catalogue's description must satisfy."),
    ),
    Link(
        "catalog.ttl",
        Bilingual("データカタログ (DCAT-AP、Turtle)", "Catalogue (DCAT-AP, Turtle)"),
        Bilingual("ほかのカタログサイトが読み取る記述。", "The description that portals harvest."),
    ),
    Link(
        "catalog.jsonld",
        Bilingual("データカタログ (JSON-LD)", "Catalogue (JSON-LD)"),
        Bilingual("同じ内容。", "The same."),
    ),
    Link(
        "catalog.rdf",
        Bilingual("データカタログ (RDF/XML)", "Catalogue (RDF/XML)"),
        Bilingual("同じ内容。", "The same."),
    ),
    Link(
        "void.ttl",
        Bilingual("データの統計 (VoID)", "Statistics of the data (VoID)"),
        Bilingual(
            "件数、用語ごとの数、ほかのデータへのリンク。",
            "Counts, terms in use, links to other data.",
        ),
    ),
    Link(
        "SHA256SUMS",
        Bilingual("全ファイルの SHA-256", "SHA-256 of all files"),
        Bilingual(
            "受け取ったファイルが公開したものと同じか、sha256sum --check で確かめられます。",
            "Check with sha256sum --check that what you have is what was published.",
        ),
    ),
)


def there(links: Iterable[Link], made: Path) -> list[Link]:
    """Give those of `links` that lead somewhere; SHA256SUMS is written after all pages."""
    return [link for link in links if link.path == "SHA256SUMS" or (made / link.path).is_file()]


def answers(made: Path) -> list[Answer]:
    """Give the named queries whose answers are published."""
    found = []
    for query in queries():
        extension = N_TRIPLES.extension if query.gives_graph else CSV.extension
        path = f"queries/{query.name}"
        if (made / f"{path}.{extension}").is_file():
            files = f"{path}.rq", f"{path}.{extension}"
            found.append(Answer(query.title, query.summary, *files))
    return found
