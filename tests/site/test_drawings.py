"""The figures as files: well-formed, whole without their page, the same bytes each time."""

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from kyodo_lod.publish.pages.page import LANGUAGES
from kyodo_lod.site.drawings import DRAWINGS, drawing_path, drawings, write_drawings
from kyodo_lod.site.figures import plan_figures
from kyodo_lod.site.published import Published

FOLDER = "id/072036/plan/kyodo-2/fy2018/figures"
NAMES = [
    f"{FOLDER}/{drawing}{tongue}.svg"
    for drawing in ("matrix", "sankey", "bars")
    for tongue in ("", ".en")
]
SVG = "{http://www.w3.org/2000/svg}"


def _parsed(text: str) -> Element:
    return ElementTree.fromstring(text)  # noqa: S314 (our own)


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_stands_alone(site: Path, name: str) -> None:
    text = (site / name).read_text(encoding="utf-8")
    drawing = _parsed(text)
    assert drawing.tag == f"{SVG}svg"
    assert drawing.get("viewBox") == f"0 0 {drawing.get('width')} {drawing.get('height')}"
    assert [each.tag for each in drawing[:4]] == [
        f"{SVG}{n}" for n in ("title", "desc", "style", "rect")
    ]
    style = drawing[2].text or ""
    assert "svg .bar { fill: #1d6b52; }" in style
    assert "svg text { fill: #1c2127; font-family: sans-serif; }" in style
    assert not {"var(", "inherit", "url(", "@"} & {
        sign for sign in ("var(", "inherit", "url(", "@") if sign in style
    }


@pytest.mark.parametrize("name", NAMES)
def test_links_lead_to_the_published_pages(site: Path, published: Published, name: str) -> None:
    hrefs = [each.get("href") for each in _parsed((site / name).read_text("utf-8")).iter()]
    links = [href for href in hrefs if href]
    assert len(links) > 20
    for link in links:
        path, _, _ = link.removeprefix(published.home).partition("#")
        assert link.startswith(f"{published.home}id/")
        assert path.endswith(".en.html") == (".en." in name)
        assert (site / path).is_file()


def test_each_page_offers_its_drawings(site: Path, parsed: Callable[[str], Element]) -> None:
    for tongue in ("", ".en"):
        for page in (f"figures{tongue}.html", f"{FOLDER}{tongue}.html"):
            links = [each.get("href", "") for each in parsed(page).findall(".//a[@download]")]
            files = [(site / page).parent / link for link in links if link.endswith(".svg")]
            assert [file.resolve() for file in files] == [
                (site / each).resolve() for each in NAMES if (".en." in each) == bool(tongue)
            ]
            assert all(file.is_file() for file in files)


def test_two_runs_give_the_same_bytes(site: Path, published: Published, tmp_path: Path) -> None:
    write_drawings(published, tmp_path)
    for name in NAMES:
        assert (tmp_path / name).read_bytes() == (site / name).read_bytes()


def test_hostile_names_harm_no_drawing(changed: Callable[..., Published]) -> None:
    hostile = '</svg><script>alert(1)</script>\\"&\' href=\\"x\\" \\u0001'
    published = changed(lambda dump: dump.replace("市民部", hostile))
    made = dict(drawings(plan_figures(published.plans[0], published), published))
    assert list(made) == NAMES
    for text in made.values():
        assert f"{SVG}script" not in {each.tag for each in _parsed(text).iter()}


def test_a_plan_without_figures_has_no_files(changed: Callable[..., Published]) -> None:
    published = changed(
        lambda dump: "".join(line for line in dump.splitlines(True) if "/fy2018/p/" not in line)
    )
    assert list(drawings(plan_figures(published.plans[0], published), published)) == []


def test_where_a_drawing_stands(published: Published) -> None:
    drawn = plan_figures(published.plans[0], published)
    paths = [drawing_path(drawn, each, language) for each in DRAWINGS for language in LANGUAGES]
    assert paths == NAMES
