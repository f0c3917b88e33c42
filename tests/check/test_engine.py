"""Which engine runs, and that none passes what it does not know."""

import subprocess
import sys

import pytest
from check.fast.turtle import graph, shapes

from kyodo_lod.check.engine import ENGINES, Run, run
from kyodo_lod.errors import ShapesError

KNOWN = "ex:S sh:targetNode ex:a ; sh:path ex:p ; sh:minCount 1 ."
#: a component of one's own, which only pySHACL knows
OWN = """@prefix e: <https://example.org/> . ex:S sh:targetNode ex:a ; e:max 1 .
ex:Component a sh:ConstraintComponent ; sh:parameter [ sh:path e:max ] ;
  sh:validator [ a sh:SPARQLAskValidator ; sh:ask "ASK { FILTER ($max > 5) }" ] ."""


def validate(demanded: str, engine: str) -> Run:
    """Validate one triple."""
    return run(graph("ex:a ex:q 1 ."), shapes(demanded), engine)


@pytest.mark.parametrize("engine", ENGINES)
def test_all_give_the_same(engine: str) -> None:
    found = validate(KNOWN, engine)
    assert len(found.results) == 1
    assert found.engine == ("pyshacl" if engine == "pyshacl" else "fast")


def test_what_the_fast_one_does_not_know_runs_in_the_other_and_says_why() -> None:
    found = validate(OWN, "auto")
    assert [each.component for each in found.results] == ["urn:ex:Component"]
    assert found.engine == "pyshacl (<urn:ex:Component> is a constraint component of its own)"


def test_who_insists_on_the_fast_one_is_refused_with_the_remedy() -> None:
    with pytest.raises(ShapesError, match="use --engine auto or pyshacl"):
        validate(OWN, "fast")


@pytest.mark.parametrize("engine", ENGINES)
def test_recursion_is_refused_by_all(engine: str) -> None:
    with pytest.raises(ShapesError):
        validate("ex:S sh:targetNode ex:a ; sh:node ex:S .", engine)


@pytest.mark.parametrize("engine", ["auto", "pyshacl"])
def test_malformed_shapes_are_refused_and_never_pass(engine: str) -> None:
    with pytest.raises(ShapesError):
        validate("ex:S sh:targetNode ex:a ; sh:path ex:p ; sh:minCount 'x' .", engine)


def test_the_fast_one_imports_neither_rdflib_nor_pyshacl() -> None:
    code = (
        "import sys; from kyodo_lod.check.engine import run; from kyodo_lod.check.shapes import Shapes;"
        "from kyodo_lod.rdf.graph import Graph; run(Graph([]), Shapes('x', Graph([])));"
        "sys.exit(any(name in sys.modules for name in ('rdflib', 'pyshacl')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
