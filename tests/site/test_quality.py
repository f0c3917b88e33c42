"""The quality pages: what was measured as the data say it, what was found in words."""

import csv
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element

from conftest import ROOT

from kyodo_lod.publish.pages.page import LANGUAGES
from kyodo_lod.publish.pages.render import render
from kyodo_lod.site.findings import report_path
from kyodo_lod.site.pages import THEME
from kyodo_lod.site.published import Published
from kyodo_lod.site.quality import qualities, quality_pages, quality_values

DIST = ROOT / "dist"
SLUG = "072036-kyodo-2-fy2018"
Changed = Callable[[Callable[[str], str]], Published]


def _answer(name: str) -> list[dict[str, str]]:
    with (DIST / "queries" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _pages(published: Published) -> list[str]:
    values = {"published": published, "places": published.places, "data": published.data}
    shown = [("quality.html", "quality.html", quality_values(published))]
    shown += [(name, "dataset-quality.html", own) for name, own in quality_pages(published)]
    return [
        render(template, name, language, published.home, {**values, **own}, THEME)
        for name, template, own in shown
        for language in LANGUAGES
    ]


def test_measurements_are_those_that_sparql_gives(published: Published) -> None:
    [quality] = qualities(published)
    shown = {m.metric.value.rpartition("/")[2]: m.value for m in quality.measured}
    asked = {row["metric"]: row["value"] for row in _answer("quality") if not row["policyNumber"]}
    shares = {name for name in asked if name.endswith("-share")}
    assert shown == {name: "100%" if name in shares else value for name, value in asked.items()}
    assert len(shares) == 3


def test_declared_and_found_are_those_that_sparql_gives(published: Published) -> None:
    [quality] = qualities(published)
    asked = [(int(row["declared"]), int(row["found"])) for row in _answer("declared-and-found")]
    shown = [(tally.declared, tally.listed) for tally in quality.tallies]
    assert [*shown, (quality.declared, quality.listed)] == asked


def test_nothing_found_is_said_in_words(parsed: Callable[[str], Element]) -> None:
    for name in ("quality", f"dataset/{SLUG}/quality"):
        assert "見つかったことは一つもありません" in "".join(parsed(f"{name}.html").itertext())
        assert "Nothing was found" in "".join(parsed(f"{name}.en.html").itertext())


def test_a_count_that_differs_is_said(changed: Changed) -> None:
    published = changed(
        lambda dump: re.sub(r'(fy2018/policy/3> \S+declaredProjectCount> )"8"', r'\1"9"', dump)
    )
    page = _pages(published)[0]
    assert page.count("<strong>違います</strong>") == 1


def test_a_document_without_counts_cannot_be_compared(changed: Changed) -> None:
    published = changed(lambda dump: dump.replace("def#declaredProjectCount>", "def#none>"))
    page = _pages(published)[0]
    assert page.count("比べられません") == 8


def test_hostile_findings_are_shown_and_not_obeyed(tmp_path: Path) -> None:
    dist = tmp_path / "dist"
    shutil.copytree(DIST, dist)
    results = "".join(
        f"<urn:x#{n}> sh:resultSeverity sh:Warning ; sh:focusNode <javascript:alert({n})> ;"
        f' sh:sourceShape <javascript:x#{n}> ; sh:resultMessage "<img src=x onerror=1>" .\n'
        for n in range(1000)
    )
    names = " , ".join(f"<urn:x#{n}>" for n in range(1000))
    (dist / report_path(SLUG)).write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> .\n"
        f"<urn:x> a sh:ValidationReport ; sh:result {names} .\n{results}",
        encoding="utf-8",
    )
    for page in _pages(Published(dist)):
        assert "<img" not in page
        assert 'href="javascript' not in page
        assert page.count('class="severity Warning"') == 300
        assert re.search(r"1,000件のうち|of 1,000", page)


def test_a_dataset_without_a_report_says_so(tmp_path: Path) -> None:
    dist = tmp_path / "dist"
    shutil.copytree(DIST, dist)
    (dist / report_path(SLUG)).unlink()
    (dist / "SHA256SUMS").write_bytes(b"")
    assert "検査の報告が公開されていません" in _pages(Published(dist))[0]


def test_a_hundred_datasets_stand_in_one_table(hundred: Published) -> None:
    values = {"published": hundred, "places": hundred.places, "data": hundred.data}
    shown = values | dict(quality_values(hundred))
    page = render("quality.html", "quality.html", "ja", hundred.home, shown, THEME)
    assert len(re.findall(r'href="dataset/[^"]*/quality\.html"', page)) == 100
    assert len(page.encode()) < 150_000
