"""What makes one doubt a document as a whole: letters of a wrong encoding, another city's title."""

import re
from collections.abc import Iterable, Iterator

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.serve.known_plans import KnownPlan
from kyodo_lod.source.manifest import Manifest
from kyodo_lod.source.rows import Row

#: what Japanese in UTF-8 becomes where it is read as Shift_JIS, Shift_JIS as UTF-8, either as Latin-1
_GARBLED = re.compile("[縺繧繝\ufffd\ue000-\uf8ff\x80-\x9fã]")
_LETTER = re.compile(r"\S")
#: in Japanese that was never read wrongly there is none of these, or a few of one
_SHARE = 0.05


def doubts(
    manifest: Manifest, rows: Iterable[Row], known: Iterable[KnownPlan]
) -> Iterator[Bilingual]:
    """Give what is to be looked at before any line.

    Args:
        manifest: of the document, with the title that it seems to have.
        rows: of the document.
        known: the plans that are published.
    """
    if _is_garbled("\n".join(row.text for row in rows)):
        yield _ENCODING
    code, title = manifest.municipality.code, manifest.document.title
    cities = {plan.code: plan.city for plan in known}
    others = sorted({city for city in cities.values() if city in title})
    if others and cities.get(code) not in others:
        own = f"{code} ({cities[code]})" if code in cities else code
        yield _CITY.fill(other="、".join(others), own=own)


def _is_garbled(text: str) -> bool:
    return len(_GARBLED.findall(text)) > _SHARE * len(_LETTER.findall(text))


_ENCODING = Bilingual(
    "全体が文字化けしています。元の文書から保存し直してください。",
    "all of it is garbled, as it was once read in a wrong encoding; save it again from the original",
)
_CITY = Bilingual(
    "文書の題名は{other}の計画のようですが、自治体コードの欄は {own} です。どちらかを確かめてください。",
    "by its title the document is a plan of {other}, but the municipality code is {own}; see which is right",
)
