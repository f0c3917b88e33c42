"""The SPARQL page: its values, its policy, and the rules that its scripts share with the program."""

import json
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest

from kyodo_lod.publish.pages.render import hash_source, render
from kyodo_lod.query.library import queries
from kyodo_lod.query.run import dist_files
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import prefixes
from kyodo_lod.site import sparql_files
from kyodo_lod.site.completion import terms
from kyodo_lod.site.pages import THEME
from kyodo_lod.site.published import Published
from kyodo_lod.site.sparql import (
    SCRIPTS,
    endpoint_values,
    places_rule,
    sample_queries,
    sparql_values,
)
from kyodo_lod.site.sparql_files import parts

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
DIST = ROOT / "dist"
ASSETS = ROOT / "src/kyodo_lod/site/assets"
needs_node = pytest.mark.skipif(not shutil.which("node"), reason="Node.js is not installed")


@pytest.fixture(scope="module")
def page(published: Published) -> str:
    return render(
        "sparql.html", "sparql.html", "ja", published.home, sparql_values(published), THEME
    )


def test_files_are_those_that_the_program_asks(published: Published) -> None:
    listed = [name for part in parts(published) for name in part.files]
    dumps = [path.relative_to(DIST).as_posix() for path in dist_files(DIST)]
    codes = [f"scheme/{path.name}" for path in sorted((DIST / "scheme").glob("*.ttl"))]
    assert listed == ["def.ttl", *codes, *dumps]
    for part in parts(published):
        assert part.size == sum((DIST / name).stat().st_size for name in part.files)


def test_dataset_is_named_as_its_plan_is(published: Published) -> None:
    common, dataset = parts(published)
    assert common.name == ""
    assert dataset.name == "072036-kyodo-2-fy2018"
    assert "2018年度" in dataset.label.ja
    assert dataset.chosen


def test_newest_plan_is_chosen_even_where_none_fits(
    published: Published, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sparql_files, "LIMIT", 1)
    assert [part.chosen for part in parts(published)] == [True, True]


def test_sample_queries_are_the_published_ones() -> None:
    assert [query.name for query in sample_queries(DIST)] == [query.name for query in queries()]


def test_page_works_without_scripts(page: str) -> None:
    assert "<noscript>" in page
    for query in queries():
        assert f'id="{query.name}"' in page
        assert query.text in unescape(page)


def test_only_a_page_beside_an_endpoint_asks_it(published: Published, page: str) -> None:
    values = endpoint_values(published)
    served = render("sparql.html", "sparql.html", "ja", published.home, values, THEME)
    assert _config(served) == _config(page) | {"endpoint": "sparql"}
    assert _scripts(served) - _scripts(page) == {
        f"assets/{name}.js" for name in ("sparql-text", "turtle", "answers", "endpoint")
    }
    assert "問いも答えも外へ送られません" in page
    assert "問いも答えも外へ送られません" not in served
    assert "curl" not in page


def _config(page: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(page.partition('id="config">')[2].partition("</")[0])
    return found


def _scripts(page: str) -> set[str]:
    return set(re.findall(r'<script src="([^"]*)"', page))


def test_completion_is_our_vocabulary_in_both_languages(published: Published) -> None:
    found = {term["name"]: term for term in terms(published)}
    assert found["kyo:responsibleUnit"] == {
        "name": "kyo:responsibleUnit",
        "kind": "property",
        "ja": "担当組織",
        "en": found["kyo:responsibleUnit"]["en"],
    }
    assert found["kyo:PlannedProject"]["kind"] == "class"
    assert found["dct:isPartOf"]["kind"] == "property"
    assert all(name.partition(":")[0] in prefixes() for name in found)
    ours = [term for name, term in found.items() if name.startswith("kyo:")]
    assert all(term["ja"] and term["en"] for term in ours)


def test_policy_lets_nothing_else_in(page: str) -> None:
    policy = unescape(re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1])
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)[1]
    assert policy.split("; ") == [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "worker-src 'self'",
        "connect-src 'self'",
        f"style-src 'self' '{hash_source(style)}'",
        "img-src 'self' data:",
        "base-uri 'none'",
        "form-action 'self'",
    ]
    assert not re.search(r"<[^>]* (style|on\w+)=", page)
    assert not re.search(
        r"""<(script|link rel="(stylesheet|icon)")[^>]* (src|href)="(https?:)?//""", page
    )


def test_config_cannot_end_its_element(page: str) -> None:
    text = re.search(
        r'<script type="application/json" id="config">(.*?)</script>', page, re.DOTALL
    )[1]
    assert not set("<>&") & set(text)
    assert json.loads(text)["prefixes"] == prefixes()


def test_every_script_is_there() -> None:
    client = (ASSETS / "store-client.js").read_text(encoding="utf-8")
    listed = re.search(r"SCRIPTS = \[(.*?)\]", client, re.DOTALL)[1]
    for name in (*SCRIPTS, *re.findall(r"'([^']+)'", listed)):
        assert (ASSETS / name).is_file(), name


def node(script: str, *arguments: str | Path, given: str) -> list[dict[str, object]]:
    """Run a script of these tests; it speaks JSON, line by line."""
    ran = subprocess.run(
        ["node", HERE / script, *arguments],
        input=given, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    return [json.loads(line) for line in ran.stdout.splitlines()]


@needs_node
def test_scripts_know_the_place_of_everything(published: Published) -> None:
    graph = published.data.graph
    objects = {o for has in graph.by_subject.values() for values in has.values() for o in values}
    things = {*graph.by_subject, *objects}
    iris = sorted(each.value for each in things if isinstance(each, NamedNode))
    odd = [
        f"{published.home}id/{end}" for end in ("", "/", "#", "072036#x", "javascript:a", "a/b/c")
    ]
    given = {"rule": places_rule(published), "iris": [*iris, *odd], "dist": DIST.as_posix() + "/"}
    [places] = node("places.mjs", given=json.dumps(given))
    assert len(places) > 400
    assert len({place.partition("/")[0] for place in places.values()}) > 3
    assert places == {iri: published.places.place(NamedNode(iri)) for iri in places}
