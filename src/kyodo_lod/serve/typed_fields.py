"""What a clerk typed beside a document: the municipality's code and the fiscal year."""

from difflib import get_close_matches
from pathlib import Path

from kyodo_lod.bilingual import Bilingual, nearest
from kyodo_lod.errors import ManifestError
from kyodo_lod.model.years import fiscal_years
from kyodo_lod.serve.known_plans import known_plans
from kyodo_lod.serve.refusals import RefusedError
from kyodo_lod.source.manifest_files import checked_code

_YEARS = range(1947, 3000)
_ALIKE = 0.6
#: published codes that are named where one of them may be meant
_MOST_NEAR = 3


def municipality_code(text: str, site: Path | None) -> str:
    """Give a municipality's code.

    Args:
        text: of the field.
        site: the folder of published files; None where nothing is published.

    Raises:
        RefusedError: where it is none, with the published ones that may be meant.
    """
    try:
        return checked_code(text, "municipality")
    except ManifestError as error:
        cities = dict.fromkeys((plan.code, plan.city) for plan in known_plans(site)) if site else ()
        near = [f"{code} ({city})" for code, city in cities if _is_near(text, code, city)]
        hint = nearest(near[:_MOST_NEAR])
        words = Bilingual(f"{error.message.ja}{hint.ja}", f"{error.message.en}{hint.en}")
        raise RefusedError(400, words, "faulty") from error


def _is_near(text: str, code: str, city: str) -> bool:
    """Tell whether a code may be meant by the city's name, the first five digits or a slip in one."""
    return text in city or city in text or bool(get_close_matches(text, [code], 1, _ALIKE))


def fiscal_year(text: str) -> int:
    """Give a fiscal year: 2018, 2018年度, 2018年, 平成30年度 or H30.

    Args:
        text: of the field.

    Raises:
        RefusedError: where it is none.
    """
    whole = f"{text}度" if text.endswith("年") else text
    named = [int(text)] if text.isascii() and text.isdigit() else fiscal_years(whole)
    if len(set(named)) == 1 and named[0] in _YEARS:
        return named[0]
    raise RefusedError(400, _NO_YEAR.fill(text=text[:20]), "faulty")


_NO_YEAR = Bilingual(
    "「{text}」は年度ではありません (例: 2018、平成30年度)。",
    "{text!r} is no fiscal year, such as 2018 or 平成30年度",
)
