"""The figures as files of their own: SVG that stands alone, to put into a report or a slide.

Each is the drawing of the page with what it took from there: colours (the light ones, written out, as
drawing programs know no CSS variables), fonts, a ground, and links that lead to the published pages.
"""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

from markupsafe import escape

from kyodo_lod.bilingual import Language
from kyodo_lod.publish.pages.page import LANGUAGES, Page, localized
from kyodo_lod.publish.pages.render import render, style_of
from kyodo_lod.site.figures import PlanFigures, drawn_plans
from kyodo_lod.site.pages import THEME
from kyodo_lod.site.published import Published

#: templates of the drawings, and so names of the files
DRAWINGS = ("matrix.svg", "sankey.svg", "bars.svg")
#: how wide a drawing is that takes the width of its page
_WIDTH = 704
_HREF = re.compile(r' href="([^"]*)"')
_FLUID = re.compile(r'width="100%" height="(\d+)"')
_RULE = re.compile(r"^svg (?:text|a|\.)[^{]*\{[^}]*\}$", re.MULTILINE)
_COLOUR = re.compile(r"(--\w+): (#\w+);")
_VARIABLE = re.compile(r"var\((--\w+)\)")
#: letters that XML forbids (XML 1.0, production 2)
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def drawing_path(drawn: PlanFigures, drawing: str, language: Language) -> str:
    """Give the file of a drawing: `id/072036/plan/kyodo-2/fy2018/figures/matrix.en.svg`."""
    return f"{drawn.path.removesuffix('.html')}/{localized(drawing, language)}"


def write_drawings(published: Published, made: Path) -> None:
    """Write the figures of each year's plan as files, in both languages.

    Args:
        published: what is published.
        made: the unfinished folder.
    """
    for drawn in drawn_plans(published):
        for name, text in drawings(drawn, published):
            path = made / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")


def drawings(drawn: PlanFigures, published: Published) -> Iterator[tuple[str, str]]:
    """Give path and text of each drawing of a plan that has any.

    Args:
        drawn: what is drawn of it.
        published: what is published.
    """
    values = {"published": published, "places": published.places, "data": published.data}
    for drawing in DRAWINGS if drawn.found else ():
        for language in LANGUAGES:
            shown = {**values, "drawn": drawn, "drawing": drawing}
            text = render("figure.svg", drawn.path, language, published.home, shown, THEME)
            address = Page(drawn.path, language, published.home).address(language)
            yield drawing_path(drawn, drawing, language), _alone(text, address)


def _alone(text: str, address: str) -> str:
    """Give a drawing all that it had from its page."""
    sized = rf'width="{_WIDTH}" height="\1" viewBox="0 0 {_WIDTH} \1"'
    text = _FLUID.sub(sized, _UNFIT.sub("\ufffd", text), count=1)
    text = _HREF.sub(lambda each: f' href="{escape(urljoin(address, unescape(each[1])))}"', text)
    ground = f'<style>\n{_style()}\n</style>\n<rect class="ground" width="100%" height="100%"/>'
    return text.replace("</desc>", f"</desc>\n{ground}", 1)


def _style() -> str:
    """Give the rules of the site's style that are about drawings, in its light colours."""
    sheet = style_of(THEME)
    colours: dict[str, str] = {}
    for name, colour in _COLOUR.findall(sheet):
        colours.setdefault(name, colour)
    rules = [rule.replace("inherit", "sans-serif") for rule in _RULE.findall(sheet)]
    rules.append("svg .ground { fill: var(--paper); }")
    return _VARIABLE.sub(lambda each: colours[each[1]], "\n".join(rules))
