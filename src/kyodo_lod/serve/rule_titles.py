"""How the published page of the rules calls a rule, so that a link to it says where it leads."""

import re
from functools import cache
from html import unescape
from pathlib import Path

from kyodo_lod.bilingual import Language
from kyodo_lod.publish.pages.page import localized

_TITLE = re.compile(r'<h3 id="([^"]+)-name">([^<]+)')


def rule_title(place: str, site: Path, language: Language) -> str:
    """Give the title of a rule; empty where the page has none beside its name.

    Args:
        place: where it is explained, as a path in the site: `shapes/plan.html#PlannedProject-label`.
        site: the folder of the files that are served.
        language: of the title.
    """
    page, _, name = place.partition("#")
    title = _titles(site / localized(page, language)).get(name, "") if page else ""
    return "" if title == name else title


@cache
def _titles(page: Path) -> dict[str, str]:
    text = page.read_text(encoding="utf-8") if page.is_file() else ""
    return {name: unescape(title).strip() for name, title in _TITLE.findall(text)}
