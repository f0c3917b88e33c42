"""Findings of RDF whose passages are rows of tables, pages and sheets, through the command line."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import rdflib
from cli.running import invoke

from kyodo_lod.cli.options import REPORTS

PREFIXES = """@prefix kyo: <https://w3id.org/kyodo-lod/def#> . @prefix e: <https://example.org/> .
@prefix prov: <http://www.w3.org/ns/prov#> . @prefix dct: <http://purl.org/dc/terms/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
"""
SHAPES = (
    PREFIXES
    + 'e:S sh:targetClass e:T ; sh:property [ sh:path e:p ; sh:minCount 1 ; sh:message "no p" ] .'
)
DOCUMENT = "https://example.org/source/1"


@dataclass(frozen=True)
class Kind:
    """A kind of document: its name, two passages in it, and how their places are said."""

    file: str
    passages: tuple[tuple[str, str], tuple[str, str]]
    en: str
    ja: str
    more: str
    json: dict[str, Any]


SHEET = Kind(
    "plan.xlsx",
    (
        ("sheet=1&row=7", 'kyo:sheetName "事業一覧" ; kyo:rowNumber 7'),
        ("sheet=1&row=9", 'kyo:sheetName "事業一覧" ; kyo:rowNumber 9'),
    ),
    "plan.xlsx sheet 事業一覧, row 7",
    "plan.xlsx シート「事業一覧」 7 行目",
    "row 9",
    {"page": None, "sheet": 1, "sheet_name": "事業一覧", "row": 7},
)
PAGE = Kind(
    "plan.pdf",
    (
        ("page=2&row=5", "kyo:pageNumber 2 ; kyo:rowNumber 5"),
        ("page=2&row=6", "kyo:pageNumber 2 ; kyo:rowNumber 6"),
    ),
    "plan.pdf page 2, row 5",
    "plan.pdf 2 ページ 5 行目",
    "row 6",
    {"page": 2, "sheet": None, "sheet_name": None, "row": 5},
)
ROW = Kind(
    "plan.csv",
    (("row=3", "kyo:rowNumber 3"), ("row=4", "kyo:rowNumber 4")),
    "plan.csv row 3",
    "plan.csv 3 行目",
    "row 4",
    {"page": None, "sheet": None, "sheet_name": None, "row": 3},
)
KINDS = pytest.mark.parametrize("kind", [SHEET, PAGE, ROW], ids=lambda kind: kind.file)


def check(kind: Kind, folder: Path, *more: str, extension: str = "ttl") -> str:
    """Check a graph of two things, each derived from a passage and each at fault."""
    (folder / "own.ttl").write_text(SHAPES, encoding="utf-8")
    data = folder / "data.ttl"
    text = f'{PREFIXES}<{DOCUMENT}> kyo:fileName "{kind.file}" .\n'
    for number, (fragment, stated) in enumerate(kind.passages):
        passage = f"<{DOCUMENT}#{fragment}>"
        text += f"e:a{number} a e:T ; prov:wasDerivedFrom {passage} .\n"
        text += f"{passage} dct:isPartOf <{DOCUMENT}> ; {stated} .\n"
    data.write_text(text, encoding="utf-8")
    if extension == "jsonld":
        data = _as_json_ld(data)
    arguments = ("validate", str(data), "--shapes", str(folder / "own.ttl"), *more)
    done = invoke(
        *arguments, environment={"GITHUB_WORKSPACE": str(folder), "CI_PROJECT_DIR": str(folder)}
    )
    assert (done.code, done.err) == (1, "")
    return done.out


def _as_json_ld(turtle: Path) -> Path:
    """Write the same graph in a format in which nothing has a line."""
    json_ld = turtle.with_suffix(".jsonld")
    rdflib.Graph().parse(turtle, format="turtle").serialize(json_ld, format="json-ld")
    return json_ld


@KINDS
def test_text_says_the_place_as_people_do(kind: Kind, tmp_path: Path) -> None:
    lines = check(kind, tmp_path).splitlines()
    assert lines[0].startswith(
        f"{tmp_path}/data.ttl:5: violation e:S/e:p-minCount: no p (and 1 more"
    )
    assert lines[1] == f"  → {kind.en} · e:a0 · e:p"
    assert f"  → {kind.ja} · e:a0 · e:p" in check(kind, tmp_path, "--lang", "ja").splitlines()


@KINDS
def test_where_the_rdf_has_no_lines_the_row_comes_first(kind: Kind, tmp_path: Path) -> None:
    out = check(kind, tmp_path, extension="jsonld")
    assert out.startswith(
        f"{kind.en}: violation e:S/e:p-minCount: no p (and 1 more: {kind.more})\n"
    )
    markdown = check(kind, tmp_path, "--report", "markdown", "--lang", "ja", extension="jsonld")
    assert f"| {kind.ja} | 違反 |" in markdown


@KINDS
@pytest.mark.parametrize("reporter", [name for name in REPORTS if name not in ("json", "turtle")])
@pytest.mark.parametrize("extension", ["ttl", "jsonld"])
def test_every_report_says_the_place(
    kind: Kind, reporter: str, extension: str, tmp_path: Path
) -> None:
    out = check(kind, tmp_path, "--report", reporter, extension=extension)
    assert kind.en in out


@KINDS
def test_json_holds_the_place_in_fields(kind: Kind, tmp_path: Path) -> None:
    [report] = json.loads(check(kind, tmp_path, "--report", "json"))["reports"]
    place = report["findings"][0]["place"]
    assert place["document"] == kind.file
    assert place["line"] is None
    assert {name: place[name] for name in kind.json} == kind.json


@KINDS
@pytest.mark.parametrize("extension", ["ttl", "jsonld"])
def test_no_program_is_told_that_a_row_is_a_line(
    kind: Kind, extension: str, tmp_path: Path
) -> None:
    sarif = json.loads(check(kind, tmp_path, "--report", "sarif", extension=extension))
    result = sarif["runs"][0]["results"][0]
    [related] = result["relatedLocations"]
    assert "region" not in related["physicalLocation"]
    assert related["message"]["text"] == kind.en
    own = result["locations"][0]["physicalLocation"].get("region", {}).get("startLine")
    gitlab = json.loads(check(kind, tmp_path, "--report", "gitlab", extension=extension))
    lines = [issue["location"]["lines"]["begin"] for issue in gitlab]
    github = check(kind, tmp_path, "--report", "github", extension=extension)
    if extension == "ttl":
        assert (own, lines) == (5, [5, 7])
        assert github.startswith("::error file=data.ttl,line=5,title=")
    else:
        assert (own, lines) == (None, [1, 1])
        assert github.startswith("::error file=data.jsonld,title=")


@KINDS
def test_turtle_says_the_place_in_our_vocabulary(kind: Kind, tmp_path: Path) -> None:
    turtle = check(kind, tmp_path, "--report", "turtle")
    assert f"kyo:rowNumber {kind.json['row']}" in turtle
    assert ("kyo:pageNumber 2" in turtle) == (kind is PAGE)
    assert ('kyo:sheetName "事業一覧"' in turtle) == (kind is SHEET)
    assert f'rdfs:label "{kind.ja}"@ja' in turtle
