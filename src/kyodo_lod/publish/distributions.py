"""The one table of a dataset's files: build, catalogue, CKAN document and landing page all read it."""

from dataclasses import dataclass

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.rdf.formats import FORMATS, Format
from kyodo_lod.source.manifest import Manifest


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


_PROJECTS = Distribution(
    "-projects.csv",
    Bilingual("事業一覧の表 (CSV)", "Table of projects (CSV)"),
    Bilingual(
        "一行に一事業の表です。Excel などの表計算ソフトで、そのまま開けます。",
        "One project a row; opens in Excel and other spreadsheets as it is.",
    ),
    "text/csv",
    "CSV",
)


def distributions(manifest: Manifest) -> list[Distribution]:
    """Give the files of a dataset, those for spreadsheets first, old releases last."""
    return [_PROJECTS, *(_dump(fmt) for fmt in FORMATS.values() if fmt.published)]


def _dump(fmt: Format) -> Distribution:
    title = Bilingual(f"全データ ({fmt.title})", f"All data ({fmt.title})")
    return Distribution(f".{fmt.extension}", title, title, fmt.media_type, fmt.extension.upper())
