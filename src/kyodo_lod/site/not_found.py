"""404.html: what a host without a program shows for every address that it has no file for.

It may stand at any depth, so its links are whole addresses; those of what is published are known, and
each page has its own as the canonical one.
"""

from pathlib import Path

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.publish.pages.page import LANGUAGES, PageAnywhere, localized
from kyodo_lod.publish.pages.render import rendered
from kyodo_lod.site.pages import THEME

NAME = "404.html"
_SAID = Bilingual(
    "このアドレスには何も公開されていません。", "Nothing is published at this address."
)


def write_not_found(made: Path, home: str) -> None:
    """Write it in both languages; a host shows the Japanese one, which leads to the other.

    Args:
        made: the unfinished folder.
        home: IRI that the site is published under.
    """
    for language in LANGUAGES:
        page = PageAnywhere(NAME, language, home)
        values = {"said": _SAID, "address": "", "near": ()}
        text = rendered("not-found.html", page, values, THEME)
        (made / localized(NAME, language)).write_text(text, encoding="utf-8", newline="\n")
