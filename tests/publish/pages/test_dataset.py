"""The landing page of a dataset: what people find there is what the files hold."""

import dataclasses
import re
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from publish.conftest import BASE, SLUG

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.publish.checksums import sha256
from kyodo_lod.publish.distributions import distributions
from kyodo_lod.publish.entry import Entry
from kyodo_lod.publish.pages.dataset import write_dataset_page
from kyodo_lod.publish.pages.figures import figures
from kyodo_lod.publish.pages.links import COMMON, FOR_MACHINES, PROVENANCE, QUALITY
from kyodo_lod.source.manifest import EarlierRelease, Release, Rights

PAGE = f"dataset/{SLUG}/index.html"


def _text(tree: Element) -> str:
    return " ".join("".join(tree.find("body").itertext()).split())  # type: ignore[union-attr]


def _links(tree: Element) -> set[str]:
    return {each.get("href", "") for each in tree.iter("a")}


def test_figures_are_those_of_the_plan(complete: Path) -> None:
    counted = figures(complete / "dataset" / SLUG / f"{SLUG}.nt")
    assert {figure.label.en: figure.number for figure in counted} == {
        "planned projects": 76,
        "of them marked as new": 2,
        "sub-items (○)": 22,
        "basic policies": 7,
        "organisational units": 44,
        "statements (triples)": 2373,
    }


def test_every_file_stands_there_with_its_hash(
    pages: dict[str, Element], complete: Path, of_plan: tuple[Path, Entry]
) -> None:
    rows = {
        row.find("th/a").get("href"): [cell.text or "" for cell in row.iter("code")]  # type: ignore[union-attr]
        for row in pages[PAGE].find(".//table").iter("tr")  # type: ignore[union-attr]
        if row.find("th/a") is not None
    }
    paths = [each.path(SLUG) for each in distributions(of_plan[1].manifest)]
    assert list(rows) == [f"../../{path}" for path in paths]
    assert paths[0].endswith("-projects.csv")
    assert [*rows.values()] == [[sha256(complete / path)] for path in paths]


@pytest.mark.parametrize(
    "link", [*QUALITY, PROVENANCE, *FOR_MACHINES, *COMMON], ids=lambda x: x.path
)
def test_what_describes_the_data_is_offered(link: object, pages: dict[str, Element]) -> None:
    path = link.of(SLUG).path  # type: ignore[attr-defined]
    assert f"../../{path}" in _links(pages[PAGE])


def test_every_question_is_offered_with_its_answer(
    pages: dict[str, Element], complete: Path
) -> None:
    files = {f"../../queries/{path.name}" for path in (complete / "queries").iterdir()}
    assert files
    assert files <= _links(pages[PAGE])


def test_the_licence_never_stands_alone(pages: dict[str, Element]) -> None:
    for name, rights in (("index.html", "著作物"), ("index.en.html", "the work of")):
        for page in (name, f"dataset/{SLUG}/{name}"):
            text = _text(pages[page])
            assert re.search("クリエイティブ・コモンズ|Creative Commons", text)
            assert rights in text


def test_the_page_says_what_and_when(pages: dict[str, Element]) -> None:
    text = _text(pages[PAGE])
    for words in (
        "2018年度 (平成30年度)",
        "2018年4月1日",
        "2019年3月31日",
        "版 1.0.0",
        f"{BASE}dataset/{SLUG}/1.0.0",
    ):
        assert words in text


def _page_of(entry: Entry, complete: Path, tmp_path: Path) -> Element:
    (tmp_path / "dataset").symlink_to(complete / "dataset")
    made = tmp_path / "made"
    made.mkdir()
    for path in distributions(entry.manifest):
        target = made / path.path(SLUG)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(b"")
    write_dataset_page(entry, [], made)
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse((made / PAGE).read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def test_nothing_from_a_manifest_becomes_markup(
    of_plan: tuple[Path, Entry], complete: Path, tmp_path: Path
) -> None:
    evil = "</script><script>alert(1)</script><b onload='x'>&amp;{{ 7*7 }}"
    entry = of_plan[1]
    rights = Rights(statement=Bilingual(evil, evil), attribution=Bilingual(evil, evil))
    plan = dataclasses.replace(entry.manifest.plan, title=Bilingual(evil, evil))
    manifest = dataclasses.replace(entry.manifest, plan=plan, rights=rights)
    tree = _page_of(dataclasses.replace(entry, manifest=manifest), complete, tmp_path)
    assert len(list(tree.iter("script"))) == 1
    assert list(tree.iter("b")) == []
    assert evil in _text(tree)


def test_earlier_releases_stay_on_the_page(
    of_plan: tuple[Path, Entry], complete: Path, tmp_path: Path
) -> None:
    earlier = EarlierRelease("1.0.0", "2026-11-23", Bilingual("最初の公開。", "First release."))
    release = Release("1.1.0", "2026-11-23", "2027-01-02", earlier=(earlier,))
    entry = of_plan[1]
    manifest = dataclasses.replace(entry.manifest, release=release)
    tree = _page_of(dataclasses.replace(entry, manifest=manifest), complete, tmp_path)
    assert {f"../../dataset/{SLUG}/{v}/{SLUG}.nt.gz" for v in ("1.0.0", "1.1.0")} <= _links(tree)
    assert "2027年1月2日" in _text(tree)
