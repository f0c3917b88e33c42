"""Messages as they help who only sends a document: no source.toml and no units.csv is theirs to write.

The reports for programs keep the words of `kyodo-lod validate`; the page shows these.
"""

import re
from dataclasses import replace
from typing import NamedTuple

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.finding import Finding
from kyodo_lod.model import rules
from kyodo_lod.origin import Origin


class Rewording(NamedTuple):
    """A piece of a message, and what stands for it on the page.

    Args:
        found: pattern of the piece in each language.
        said: template of what stands for it.
    """

    found: Bilingual
    said: Bilingual


#: by the IRI of the rule
REWORDINGS: dict[str, tuple[Rewording, ...]] = {
    rules.YEAR.iri: (
        Rewording(
            Bilingual(
                r"^.*は (\S+) 年度ですが、source\.toml は (\S+) 年度です。.*$",
                r"^.* is fiscal year (\S+), but source\.toml says (\S+);.*$",
            ),
            Bilingual(
                r"年度の欄は \2 ですが、文書は \1 年度です。年度の欄か、文書を直してください。",
                r"the field of the fiscal year says \2, but the document is of \1; correct the field or the document",
            ),
        ),
    ),
    rules.HEADER.iri: (
        Rewording(
            Bilingual(
                r"別の名前なら source\.toml の \[document\] columns に書いてください。$",
                r", or other names under \[document\] columns in source\.toml$",
            ),
            Bilingual("別の名前なら、この名前に直してください。", "; rename its columns so"),
        ),
    ),
    rules.ROW_OUTSIDE_TABLE.iri: (
        Rewording(
            Bilingual(
                r"別の名前なら source\.toml の \[document\] columns に書いてください。$",
                r", or its other names under \[document\] columns in source\.toml$",
            ),
            Bilingual("別の名前なら、この名前に直してください。", ", or rename its columns so"),
        ),
    ),
    rules.SECTION_COUNT.iri: (
        Rewording(
            Bilingual(r"抜けか重複を直してください。$", r"; find the lost or doubled row$"),
            Bilingual(
                "表の数の書き誤りなら表を、行の抜けか重複なら本文を直してください。",
                "; correct the number in the table, or find the lost or doubled row",
            ),
        ),
    ),
    rules.TOTAL_COUNT.iri: (
        Rewording(
            Bilingual(r"抜けか重複を直してください。$", r"; find the lost or doubled row$"),
            Bilingual(
                "合計の書き誤りなら表を、行の抜けか重複なら本文を直してください。",
                "; correct the total, or find the lost or doubled row",
            ),
        ),
    ),
    rules.UNIT_UNKNOWN.iri: (
        Rewording(
            Bilingual(r"は units\.csv にありません。", r" is not in units\.csv"),
            Bilingual(
                "は、公開されている組織一覧にありません。", " is not in the published list of units"
            ),
        ),
        Rewording(
            Bilingual(r"新しい課なら .* に行を足してください。$", r"or add the new unit to .*$"),
            Bilingual(
                "新しい課なら、このままでかまいません (一覧には、公開する人が加えます)。",
                "or leave a new unit as it is: who publishes adds it to the list",
            ),
        ),
    ),
}
_BY_HAND = Bilingual("文書を UTF-8 で保存し直してください。", "save the document as UTF-8")
#: of what cannot be read
UNREAD = (
    Rewording(
        Bilingual(
            r"source\.toml の encoding を確かめてください。$", "check encoding in source.toml$"
        ),
        _BY_HAND,
    ),
    Rewording(
        Bilingual(
            r"source\.toml の \[document\] に encoding = \S+ と書いてください。$",
            r"write encoding = \S+ under \[document\] in source\.toml$",
        ),
        _BY_HAND,
    ),
)


def reworded(finding: Finding) -> Finding:
    """Give a finding as the page words it.

    Args:
        finding: as checking gave it.
    """
    message = _said(finding.message, REWORDINGS.get(finding.rule, ()))
    for origin in finding.related:
        message = _with_line(message, origin)
    return replace(finding, message=message)


def _with_line(message: Bilingual, origin: Origin) -> Bilingual:
    """Call another line of the document as people do: 24 行目 for plan.txt:24."""
    if not origin.line:
        return message
    place = rf"{re.escape(str(origin))}(?!\d) ?"
    return Bilingual(
        re.sub(place, f"{origin.line} 行目", message.ja),
        re.sub(place.removesuffix(" ?"), f"line {origin.line}", message.en),
    )


def reworded_error(message: Bilingual) -> Bilingual:
    """Give why a document could not be read, as the page words it.

    Args:
        message: as reading gave it.
    """
    return _said(message, UNREAD)


def _said(message: Bilingual, rewordings: tuple[Rewording, ...]) -> Bilingual:
    for found, said in rewordings:
        message = Bilingual(
            re.sub(found.ja, said.ja, message.ja, count=1, flags=re.DOTALL),
            re.sub(found.en, said.en, message.en, count=1, flags=re.DOTALL),
        )
    return message
