"""Checking a file in the browser finds what `kyodo-lod validate` finds: focus node, rule and value.

The graphs are examples of `tests/shapes`, one or more for each kind of constraint that our shapes use.
"""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from shapes.test_examples import EXAMPLES, demanded, example, name

from kyodo_lod.check.graph import check_graph
from kyodo_lod.rdf.terms import Triple

HERE = Path(__file__).parent
SHAPES = HERE.parents[1] / "shapes" / "plan.ttl"
#: what of the engine an example is about, and how the names of examples begin
SAMPLE = {
    "a query about the graph": "Graph-keys/invalid.policy",
    "a query with groups": "Graph-knownTerms/invalid.misspelled",
    "a query along paths": "ImplementationPlan-unitTree/invalid.cycle",
    "a query that reckons": "FormalOrganization-checkDigit/",
    "a query that adds up": "ImplementationPlan-declaredSum/invalid",
    "several values of sh:hasValue": "Dataset-type/invalid.no-void",
    "a day that no calendar has": "Dataset-modified/invalid.impossible-day",
    "a pattern of code points": "Concept-prefLabel/invalid.outer-space",
    "languages and qualified shapes": "PlannedProject-label/invalid.empty",
    "sh:equals": "BasicPolicy-topConceptOf/",
    "sh:class and sh:nodeKind": "OrganizationalUnit-classification/invalid",
    "numbers": "SourcePassage-lineNumber/invalid",
    "a warning": "PlannedProject-description/",
}
#: an oxigraph store makes 007 a 7, so that what follows from such a number is not found as well (the page
#: says so); the number itself is
UNSEEN = {"SourcePassage-lineNumber/invalid.leading-zero.trig": "Graph-keys"}

#: what only the program says: the term that may be meant
HINT = re.compile("; did you mean .*$| もしかして: .*$")


@pytest.mark.skipif(not shutil.which("node"), reason="Node.js is not installed")
def test_browser_finds_what_the_program_finds() -> None:
    chosen = [path for path in EXAMPLES if name(path).startswith(tuple(SAMPLE.values()))]
    assert len(chosen) > len(SAMPLE)
    graphs = {name(path): example(path) for path in chosen}
    found = in_the_browser(graphs)
    for called, graph in graphs.items():
        expected = {
            (
                f.rule,
                f.focus,
                f.value,
                f.severity.value,
                *(HINT.sub("", text) for text in f.message),
            )
            for f in check_graph(graph, demanded("plan"))
            if not f.rule.endswith(f"#{UNSEEN.get(called)}")
        }
        assert expected or "/valid." in called
        assert found[called] == expected, called


def in_the_browser(graphs: dict[str, list[Triple]]) -> dict[str, set[tuple[str, ...]]]:
    """Check graphs as the worker of the page does."""
    lines = [
        json.dumps({"name": f"{called}.nt", "data": "".join(f"{triple} .\n" for triple in graph)})
        for called, graph in graphs.items()
    ]
    ran = subprocess.run(
        ["node", HERE / "check_shapes.mjs", SHAPES],
        input="\n".join(lines), capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    keys = ("rule", "focus", "value", "severity", "ja", "en")
    return {
        answer["name"].removesuffix(".nt"): {
            tuple(finding[key] for key in keys) for finding in answer["findings"]
        }
        for answer in map(json.loads, ran.stdout.splitlines())
    }
