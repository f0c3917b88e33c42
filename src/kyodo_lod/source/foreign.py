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
    Foreign(
        "JPEG / PNG",
        (".jpg", ".jpeg", ".png"),
        ("image/jpeg", "image/png"),
        Bilingual(
            "画像は読めません。もとの Excel か Word のファイル、またはテキストを、作った部署に求めてください。",
            "no image can be read; ask those who made it for the text, or the file of Excel or Word",
        ),
    ),
)  # fmt: skip
_BY_TITLE = {each.title: each for each in FOREIGN}
_AS_TABLE = Bilingual(
    "表をタブ区切りのテキスト (.txt) で保存し直してください。",
    "save the table as tab-separated text (.txt)",
)


def _of_no_ending(title: str) -> Foreign:
    return Foreign(title, (), (), _AS_TABLE)


#: how files that are no text begin, whatever their names say
_STARTS = (
    (b"%PDF", _BY_TITLE["PDF"]),
    (b"\xd0\xcf\x11\xe0", _of_no_ending("Excel / Word 97-2003")),
    (b"\x1f\x8b", _of_no_ending("gzip")),
    (b"\x89PNG", _BY_TITLE["JPEG / PNG"]),
    (b"\xff\xd8\xff", _BY_TITLE["JPEG / PNG"]),
)
_HTML = (b"<!doctype", b"<html", b"<?xml")
_BOM = b"\xef\xbb\xbf"
_HEAD = 512
#: a file of Office is a zip; names of the files in it, which stand in it as they are (APPNOTE, 4.3.7)
_ZIP = b"PK\x03\x04"
_IN_ZIP = ((b"xl/workbook.", _BY_TITLE["Excel"]), (b"word/document.", _BY_TITLE["Word"]))


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


def foreign_content(data: bytes) -> Foreign | None:
    """Tell which kind a file is whose name calls it text, by its bytes; None where it may be text.

    Args:
        data: of the file.

    >>> foreign_content(b"%PDF-1.7").title
    'PDF'
    """
    if data.startswith(_ZIP):
        inside = (kind for name, kind in _IN_ZIP if name in data)
        return next(inside, _of_no_ending("Excel / Word (zip)"))
    if data[:_HEAD].removeprefix(_BOM).lstrip().lower().startswith(_HTML):
        return _of_no_ending("HTML / XML")
    return next((kind for start, kind in _STARTS if data.startswith(start)), None)
