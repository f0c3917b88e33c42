"""Fiscal years in Western and Japanese writing (元号を改める政令 2019, 1989, 1926)."""

import re

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.model.japanese import normalized

#: era, its letter, its first calendar year
_ERAS = (("令和", "R", 2019), ("平成", "H", 1989), ("昭和", "S", 1926))
_FIRST_YEAR = {name: first for era in _ERAS for name, first in ((era[0], era[2]), (era[1], era[2]))}
_WESTERN = re.compile(r"(?<![0-9])([12][0-9]{3})\s?年\s?度")
#: 平成30年 3月 and H30.3.31 are days, not fiscal years
_JAPANESE = re.compile(
    r"(令和|平成|昭和|(?<![A-Za-z0-9])[RHS])\s?(元|[0-9]{1,2})(?![0-9]|\s?年(?!\s?度)|[./][0-9])"
)
_AROUND = re.compile(r"(?<![0-9])[12][0-9]{3}(?![0-9])|年\s?度|[()・/]")


def fiscal_years(text: str) -> list[int]:
    """Give the fiscal years that `text` names, as Western years.

    >>> fiscal_years("事業計画（Ｈ３０）"), fiscal_years("2018 年度実施計画"), fiscal_years("令和元年度")
    ([2018], [2018], [2019])
    """
    plain = normalized("NFKC", text)
    western = [int(year) for year in _WESTERN.findall(plain)]
    return western + [_western(era, number) for era, number in _JAPANESE.findall(plain)]


def without_years(text: str) -> str:
    """Give `text` without the fiscal years it names, to compare titles of different years.

    >>> without_years("2019(令和元)年度実施計画")
    '実施計画'
    """
    plain = normalized("NFKC", text)
    return _AROUND.sub("", _JAPANESE.sub("", plain))


def year_label(year: int) -> Bilingual:
    """Give the year's name.

    >>> year_label(2018).ja
    '2018年度'
    """
    return Bilingual(f"{year}年度", f"FY{year}")


def era_labels(year: int) -> list[str]:
    """Give the fiscal year in Japanese eras; a year of two eras has both names.

    >>> era_labels(2018), era_labels(2019)
    (['平成30年度', 'H30'], ['令和元年度', 'R1', '平成31年度', 'H31'])
    """
    labels: list[str] = []
    for position, (era, letter, first) in enumerate(_ERAS):
        ended = _ERAS[position - 1][2] if position else 10_000
        # the era's last year still gave the fiscal year its name in April
        if first <= year <= ended and not (year == ended and era == "昭和"):
            number = year - first + 1
            labels += [f"{era}{'元' if number == 1 else number}年度", f"{letter}{number}"]
    return labels


def _western(era: str, number: str) -> int:
    return _FIRST_YEAR[era] + (1 if number == "元" else int(number)) - 1
