"""Each constraint component is explained by an example that breaks it and one that does not.

The W3C suite is read from ../shared/standards/w3c-shacl, or where $KYODO_LOD_STANDARDS says.
"""

import os
import re
from pathlib import Path

import pytest
from conftest import ROOT

from kyodo_lod.check.components import COMPONENTS, Component
from kyodo_lod.check.graph import check_graph
from kyodo_lod.check.shapes import Shapes, load_shapes
from kyodo_lod.rdf.formats import TURTLE
from kyodo_lod.rdf.read import parse
from kyodo_lod.rdf.vocabulary import sh

HEAD = """
@prefix ex: <https://example.org/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
#: reports what is demanded within it, never itself (SHACL 1.0, section 4.7.2)
NEVER_ITSELF = {"Property": "MinCount"}
_JAPANESE = re.compile("[\u3041-\u30ff\u4e00-\u9fff]")
STANDARDS = Path(os.environ.get("KYODO_LOD_STANDARDS", ROOT.parent / "shared" / "standards"))
SUITE = STANDARDS / "w3c-shacl"


def shapes_of(component: Component, folder: Path) -> Shapes:
    """Read the shape of an example as anybody's file of shapes."""
    file = folder / "shapes.ttl"
    shape = f"[] a sh:PropertyShape ; sh:targetNode ex:a ; sh:path ex:p ; {component.shape} ."
    file.write_text(HEAD + shape, encoding="utf-8")
    return load_shapes(str(file))


@pytest.mark.parametrize("engine", ["auto", "pyshacl"])
@pytest.mark.parametrize("component", COMPONENTS.values(), ids=COMPONENTS)
def test_its_failing_example_breaks_it_and_its_passing_one_nothing(
    component: Component, engine: str, tmp_path: Path
) -> None:
    shapes = shapes_of(component, tmp_path)
    failing, passing = (
        check_graph(parse((HEAD + text).encode(), TURTLE, "example"), shapes, engine)
        for text in (component.failing, component.passing)
    )
    reported = COMPONENTS[NEVER_ITSELF.get(component.name, component.name)]
    if component.name == "Closed":  # it stands within sh:node, which is what reports
        assert [inner.rule for finding in failing for inner in finding.inner] == [reported.iri]
    else:
        assert {finding.rule for finding in failing} == {reported.iri}
    assert passing == []


@pytest.mark.parametrize("component", COMPONENTS.values(), ids=COMPONENTS)
def test_it_is_explained_in_both_languages(component: Component) -> None:
    for text in (component.demand, component.repair):
        assert _JAPANESE.search(text.ja)
        assert text.ja.endswith("。")
        assert text.en
        assert not _JAPANESE.search(text.en)


@pytest.mark.skipif(
    not SUITE.exists(),
    reason=f"the W3C suite is not at {SUITE}; set KYODO_LOD_STANDARDS to its folder",
)
def test_the_table_holds_every_component_that_the_w3c_suite_reports() -> None:
    texts = [path.read_text("utf-8") for path in SUITE.rglob("*.ttl")]
    found = {
        name for text in texts for name in re.findall(r"sh:([A-Z]\w+)ConstraintComponent\b", text)
    }
    assert len(found) > 20
    assert found <= set(COMPONENTS)
    assert len(COMPONENTS) == 30


def test_its_address_is_in_the_specification() -> None:
    assert COMPONENTS["MinCount"].reference == (
        "https://www.w3.org/TR/shacl/#MinCountConstraintComponent"
    )
    assert COMPONENTS["SPARQL"].reference == "https://www.w3.org/TR/shacl/#sparql-constraints"
    assert COMPONENTS["MinCount"].iri == sh.iri + "MinCountConstraintComponent"
