"""Files that hold a city's tables but are not read, each with the way to a text that is."""

from pathlib import PurePath
from typing import NamedTuple

from kyodo_lod.bilingual import Bilingual


class Foreign(NamedTuple):
    """A kind of file.

    Args:
        title: what people call it.
        extensions: of its files.
        media_types: by which browsers know it.
        remedy: what to click, as a sentence of its own in Japanese.
    """

    title: str
    extensions: tuple[str, ...]
    media_types: tuple[str, ...]
    remedy: Bilingual


_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"

FOREIGN = (
    Foreign(
        "Excel",
        (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"),
        (f"{_OFFICE}.spreadsheetml.sheet", "application/vnd.ms-excel", f"{_OPEN}.spreadsheet"),
        Bilingual(
            "Excel の「名前を付けて保存」で、ファイルの種類に「Unicode テキスト (*.txt)」を選んで保存し直してください。",
            "in Excel choose Save As, then the type Unicode Text (*.txt)",
        ),
    ),
    Foreign(
        "CSV",
        (".csv",),
        ("text/csv", "application/csv"),
        Bilingual(
            "コンマ区切りは読めません。Excel で開き、「名前を付けて保存」で「Unicode テキスト (*.txt)」を選んで保存し直してください。",
            "commas are not read as columns; open it in Excel, choose Save As, then the type Unicode Text (*.txt)",
        ),
    ),
    Foreign(
        "Word",
        (".docx", ".docm", ".doc", ".odt", ".rtf"),
        (f"{_OFFICE}.wordprocessingml.document", "application/msword", f"{_OPEN}.text",
         "application/rtf", "text/rtf"),
        Bilingual(
            "表をコピーして Excel の新しいシートに貼り付け、「名前を付けて保存」で「Unicode テキスト (*.txt)」を選んで保存してください。",
            "copy the tables into a new sheet of Excel, choose Save As, then the type Unicode Text (*.txt)",
        ),
    ),
    Foreign(
        "PDF",
        (".pdf",),
        ("application/pdf",),
        Bilingual(
            "PDF はまだ読めません。もとの Excel か Word のファイル、またはテキストを、作った部署に求めてください。",
            "PDF cannot be read yet; ask those who made it for the text, or the file of Excel or Word",
        ),
    ),
)  # fmt: skip


def foreign(name: str, media_type: str = "") -> Foreign | None:
    """Tell which of these kinds a file is.

    Args:
        name: of the file; its ending counts first.
        media_type: in lower case and without parameters; empty where it is not known.

    >>> foreign("計画.XLSX").title
    'Excel'
    """
    ending = PurePath(name).suffix.lower()
    by_name = (each for each in FOREIGN if ending in each.extensions)
    return next(by_name, None) or next(
        (each for each in FOREIGN if media_type in each.media_types), None
    )
