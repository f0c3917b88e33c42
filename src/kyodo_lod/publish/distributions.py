"""The one table of a dataset's files: build, catalogue, CKAN document and landing page all read it."""

from dataclasses import dataclass
from typing import Any

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.publish.tables import TABLES
from kyodo_lod.publish.tables.column import Table
from kyodo_lod.rdf.formats import FORMATS, N_TRIPLES, Format
from kyodo_lod.source.manifest import Manifest

#: what stands beside the files and describes them; endings of names, but CSVW and pages are whole names
CSVW = "csv-metadata.json"
QUALITY = "-quality.ttl"
REPORT = "-report.ttl"
PROVENANCE = "-provenance.ttl"
PAGES = ("index.html", "index.en.html")


@dataclass(frozen=True, slots=True)
class Distribution:
    """A file in which a dataset can be had (dcat:Distribution).

    Args:
        ending: of its name behind the slug, such as `-projects.csv`.
        title: what it is, in a few words.
        description: for whom it is and how to open it, for people who are no specialists.
        media_type: IANA media type of what is inside.
        file_type: code of the EU file-type list, such as CSV.
        compressed: IANA media type of the compression, if any.
        version: of the release it belongs to, where it is not the current one's plain file.
    """

    ending: str
    title: Bilingual
    description: Bilingual
    media_type: str
    file_type: str
    compressed: str | None = None
    version: str | None = None

    def path(self, slug: str) -> str:
        """Give its path in `dist/`."""
        folder = f"{slug}/{self.version}" if self.version else slug
        return f"dataset/{folder}/{slug}{self.ending}"


#: all tables of a dataset
WORKBOOK = Distribution(
    ".xlsx",
    Bilingual("すべての表 (Excel)", "All tables (Excel)"),
    Bilingual(
        "すべての表を一つにまとめたブックです。ダブルクリックすると Excel で開きます。コードの先頭の0も消えません。",
        "All tables in one workbook, to be opened by a double-click; codes keep their leading zero.",
    ),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "XLSX",
)


#: EU file type and description of each dump, by the format's name
_DUMPS = {
    "turtle": (
        "RDF_TURTLE",
        Bilingual(
            "全データを、人にも読める形で書いたものです。プログラムを作る人や、データのつながりを調べる人のためのものです。",
            "All data as linked data, written to be read by people too; for developers and for those who follow the links.",
        ),
    ),
    "json-ld": (
        "JSON_LD",
        Bilingual(
            "全データを JSON で書いたものです。ウェブサイトやアプリを作る人のためのものです。",
            "All data as JSON; for those who make websites and apps.",
        ),
    ),
    "n-triples": (
        "RDF_N_TRIPLES",
        Bilingual(
            "全データを、一行に一つの事実で書いたものです。大量のデータをプログラムで処理する人のためのものです。",
            "All data, one statement a line; for bulk processing.",
        ),
    ),
    "trig": (
        "RDF_TRIG",
        Bilingual(
            "全データを、版の名前を付けて書いたものです。複数の年度や版を一つのデータベースに入れる人のためのものです。",
            "All data under the name of its release; for loading several years or releases into one database.",
        ),
    ),
    "rdf-xml": (
        "RDF_XML",
        Bilingual(
            "全データを XML で書いたものです。XML しか読めない道具を使う人のためのものです。",
            "All data as XML; for tools that read nothing else.",
        ),
    ),
}  # fmt: skip


def distributions(manifest: Manifest) -> list[Distribution]:
    """Give the files of a dataset, those for spreadsheets first, old releases last."""
    release = manifest.release
    return [
        *map(_table, TABLES),
        WORKBOOK,
        *(_dump(fmt) for fmt in FORMATS.values() if fmt.published),
        *map(_release, (release.version, *(one.version for one in release.earlier))),
    ]


def _table(table: Table[Any]) -> Distribution:
    title = Bilingual(f"{table.title.ja} (CSV)", f"{table.title.en} (CSV)")
    description = Bilingual(
        f"{table.description.ja}表計算ソフトで開ける CSV です。Excel で開くとコードの先頭の0が消えて見えるので、Excel では .xlsx をお使いください。",
        f"{table.description.en} A CSV for spreadsheets; in Excel use the .xlsx, because Excel drops the leading zero of codes in a CSV.",
    )
    return Distribution(table.ending, title, description, "text/csv", "CSV")


def _dump(fmt: Format) -> Distribution:
    title = Bilingual(f"全データ ({fmt.title})", f"All data ({fmt.title})")
    file_type, description = _DUMPS[fmt.name]
    return Distribution(f".{fmt.extension}", title, description, fmt.media_type, file_type)


def _release(version: str) -> Distribution:
    return Distribution(
        f".{N_TRIPLES.extension}.gz",
        Bilingual(f"{version} 版の保存用ファイル", f"Release {version}, kept"),
        Bilingual(
            f"{version} 版の全データを圧縮したもので、いつまでも変わりません。この版を引用した人が、あとから同じデータを確かめるためのものです。",
            f"All data of release {version}, compressed. It never changes, so that whoever cites the release can check it later.",
        ),
        N_TRIPLES.media_type,
        _DUMPS[N_TRIPLES.name][0],
        compressed="application/gzip",
        version=version,
    )
