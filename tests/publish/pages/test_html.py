"""What is true of every page: valid, at home everywhere, in need of nobody, readable by all."""

import base64
import hashlib
import itertools
import re
from collections import Counter
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urljoin
from xml.etree.ElementTree import Element

import pytest
from publish.conftest import BASE, SLUG

from kyodo_lod.rdf.vocabulary import HOME

NAMES = {
    *("index.html", "def.html", "data-items.html", f"dataset/{SLUG}/index.html"),
    *("shapes/plan.html", "shapes/document.html", "shapes/catalog.html"),
}
#: by the HTML standard, section 4.6.7, these load what they name
LOADED = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest", "preconnect"}


def _ids(tree: Element) -> list[str]:
    return [each.get("id", "") for each in tree.iter() if each.get("id")]


def _text(element: Element) -> str:
    return "".join(element.itertext()).strip()


def test_every_page_is_there_in_both_languages(pages: dict[str, Element]) -> None:
    english = {name.replace(".html", ".en.html") for name in NAMES}
    assert set(pages) == NAMES | english
    for name, tree in pages.items():
        assert tree.get("lang") == ("en" if name in english else "ja")


def test_pages_are_whole(pages: dict[str, Element]) -> None:
    for name, tree in pages.items():
        assert len(tree.findall("head/title")) == len(list(tree.iter("h1"))) == 1, name
        assert _text(tree.find("head/title")), name  # type: ignore[arg-type]
        assert tree.find("head/meta[@name='description']").get("content", "").strip(), name  # type: ignore[union-attr]
        assert "{{" not in _text(tree.find("body")), name  # type: ignore[arg-type]


def test_ids_are_unique(pages: dict[str, Element]) -> None:
    for name, tree in pages.items():
        assert [key for key, times in Counter(_ids(tree)).items() if times > 1] == [], name


def test_what_refers_to_an_id_finds_it(pages: dict[str, Element]) -> None:
    for name, tree in pages.items():
        asked = {one for each in tree.iter() for one in each.get("aria-labelledby", "").split()}
        assert asked <= set(_ids(tree)), name


def test_headings_step_down_one_at_a_time(pages: dict[str, Element]) -> None:
    for name, tree in pages.items():
        levels = [int(each.tag[1]) for each in tree.iter() if re.fullmatch("h[1-6]", str(each.tag))]
        assert levels[0] == 1
        steps = itertools.pairwise(levels)
        assert all(below <= above + 1 for above, below in steps), name


def test_tables_have_captions_and_scopes(pages: dict[str, Element]) -> None:
    for name, tree in pages.items():
        for table in tree.iter("table"):
            caption = table.find("caption")
            assert caption is not None, name
            assert _text(caption), name
            assert {th.get("scope") for th in table.iter("th")} <= {"col", "row"}, name


def test_every_link_leads_to_a_file_or_a_place_in_it(
    pages: dict[str, Element], complete: Path
) -> None:
    for name, tree in pages.items():
        for each in tree.iter():
            target = each.get("href")
            if target is not None:
                _follow(name, target, pages, complete)


def _follow(name: str, target: str, pages: dict[str, Element], complete: Path) -> None:
    for home in (BASE, HOME):
        is_page = target.startswith(home) and (target.endswith(("/", ".html")))
        if is_page:
            target = "/" + target.removeprefix(home)
    if re.match(r"https?:|mailto:", target):
        return
    path, _, fragment = unquote(urljoin(f"/{name}", target)).partition("#")
    file = path.lstrip("/") + ("index.html" if path.endswith("/") else "")
    assert file == "SHA256SUMS" or (complete / file).is_file(), f"{name}: {target}"
    if fragment:
        assert fragment in _ids(pages[file]), f"{name}: {target}"


def test_pages_are_at_home_under_any_address(pages: dict[str, Element]) -> None:
    for name, tree in pages.items():
        for anchor in tree.find("body").iter("a"):  # type: ignore[union-attr]
            target = anchor.get("href", "")
            assert not target.startswith(("/", BASE)), f"{name}: {target}"
            assert not target.endswith("/") or "://" in target, f"{name}: {target}"  # for file://


def test_pages_ask_nobody_for_anything(pages: dict[str, Element]) -> None:
    for name, tree in pages.items():
        for each in tree.iter():
            assert each.get("src") is None, name
            assert not any(key.startswith("on") or key == "style" for key in each.attrib), name
            if each.tag == "link":
                assert not LOADED & set(each.get("rel", "").split()), name
            if each.tag == "script":
                assert each.get("type") == "application/ld+json", name
        assert "@import" not in _text(tree.find("head/style"))  # type: ignore[arg-type]
        assert "url(" not in _text(tree.find("head/style"))  # type: ignore[arg-type]


def test_the_policy_allows_the_style_sheet_and_nothing_else(pages: dict[str, Element]) -> None:
    for name, tree in pages.items():
        style = tree.find("head/style")
        assert style is not None
        digest = hashlib.sha256((style.text or "").encode()).digest()
        policy = tree.find("head/meta[@http-equiv='Content-Security-Policy']")
        assert policy is not None, name
        allowed = f"'sha256-{base64.b64encode(digest).decode()}'"
        assert policy.get("content") == (
            f"default-src 'none'; style-src {allowed}; base-uri 'none'; form-action 'none'"
        )


def test_languages_and_canonical_address(pages: dict[str, Element]) -> None:
    for name, tree in pages.items():
        home = BASE if PurePosixPath(name).name.startswith("index.") else HOME
        links = {
            each.get("hreflang") or each.get("rel"): each.get("href")
            for each in tree.findall("head/link")
            if each.get("hreflang") or each.get("rel") == "canonical"
        }
        own = home + name.removesuffix("index.html")
        assert links["canonical"] == links[tree.get("lang", "")] == own, name
        other = tree.find(".//header//a[@hreflang]")
        assert other is not None
        assert other.get("href") in (PurePosixPath(each).name for each in pages), name


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_is_that_of_wcag_aa(scheme: str, pages: dict[str, Element]) -> None:
    style = pages["index.html"].findtext("head/style") or ""
    roots = re.findall(r":root \{([^}]*)\}", style)
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", roots[0 if scheme == "light" else 1]))
    for ink in ("ink", "soft", "link", "warn", "bad"):
        for ground in ("paper", "raised"):
            assert _contrast(colours[ink], colours[ground]) >= 4.5, f"{ink} on {ground}"


def _contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
