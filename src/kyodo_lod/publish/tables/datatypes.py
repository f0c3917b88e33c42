"""What cells may hold: as a clerk reads it, and as CSVW says it (Metadata Vocabulary §5.11)."""

from dataclasses import replace

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.publish.tables.column import SEPARATOR, Datatype

#: what the flag of a new project says; an empty cell says the second
NEW, NOT_NEW = "新規", "表示なし"

TEXT = Datatype(Bilingual("文字列", "text (Japanese)"), {"base": "string"}, language="ja")
TEXTS = replace(
    TEXT,
    label=Bilingual(
        f"文字列（複数は「{SEPARATOR}」で区切る）", f"texts, separated by “{SEPARATOR}”"
    ),
    several=True,
)
MUNICIPALITY_CODE = Datatype(
    Bilingual("文字列（半角数字6桁）", "text, 6 digits"),
    {"base": "string", "format": "^[0-9]{6}$"},
)
IDENTIFIER = Datatype(
    Bilingual("文字列（半角英数字とハイフン）", "text, letters, digits and hyphens"),
    {"base": "string", "format": "^[a-z0-9]+(-[a-z0-9]+)*$"},
)
YEAR = Datatype(
    Bilingual("整数（西暦4桁）", "integer, 4 digits"),
    {"base": "integer", "minimum": 1868, "maximum": 9998},
)
POSITION = Datatype(
    Bilingual("整数（1以上）", "integer, 1 or more"), {"base": "integer", "minimum": 1}
)
COUNT = Datatype(
    Bilingual("整数（0以上）", "integer, 0 or more"), {"base": "integer", "minimum": 0}
)
FLAG = Datatype(
    Bilingual(f"文字列（「{NEW}」または空欄）", f"“{NEW}” or nothing"),
    {"base": "boolean", "format": f"{NEW}|{NOT_NEW}"},
    default=NOT_NEW,
)
IRI = Datatype(Bilingual("IRI", "IRI"), {"base": "anyURI"})
