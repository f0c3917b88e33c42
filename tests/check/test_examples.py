"""The examples that `explain` shows are cut out of those that are proven, and say what they say."""

import re
from pathlib import Path

import pytest
from conftest import ROOT
from document.test_rules import ELSEWHERE, findings_of
from shapes.test_examples import FAULTY, VALID, base, example, profile_of

from kyodo_lod.check.examples import Example, examples
from kyodo_lod.check.rules import explanations
from kyodo_lod.finding import SHAPES, Severity
from kyodo_lod.model.rules import RULES
from kyodo_lod.rdf.formats import TURTLE
from kyodo_lod.rdf.graph import Graph
from kyodo_lod.rdf.read import parse
from kyodo_lod.rdf.terms import Triple
from kyodo_lod.rdf.vocabulary import PUBLICATION_VOCABULARIES, prefixes

SHOWN = examples()
BY_KIND = {
    kind: [(rule, one) for rule, found in SHOWN.items() for one in found if one.kind == kind]
    for kind in ("document", "rdf")
}
HEAD = "@base <https://example.org/> .\n" + "".join(
    f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in prefixes(PUBLICATION_VOCABULARIES).items()
)


def graph_of(path: Path) -> set[Triple]:
    """Give the triples of a file of examples."""
    return set(base(profile_of(path)) if path.name == "base.ttl" else example(path))


def triples_of(excerpt: str) -> set[Triple]:
    """Read an excerpt as Turtle."""
    return {
        Triple(q.subject, q.predicate, q.object)
        for q in parse((HEAD + excerpt).encode(), TURTLE, "excerpt")
    }


def test_every_rule_has_examples_of_each_kind_that_it_can_have() -> None:
    documents = set(RULES) - set(ELSEWHERE)
    assert {rule for rule, _ in BY_KIND["document"]} == documents
    shapes = {rule for rule, known in explanations().items() if known.repair.en}
    assert {rule for rule, _ in BY_KIND["rdf"]} == shapes
    assert all(len({one.kind for one in found}) == len(found) for found in SHOWN.values())


@pytest.mark.parametrize(("rule", "shown"), BY_KIND["rdf"], ids=[r for r, _ in BY_KIND["rdf"]])
def test_a_graph_fails_and_passes_as_it_is_shown(rule: str, shown: Example) -> None:
    """The example is one that tests/shapes/test_examples.py holds to what its folder and name say."""
    fails, passes = ROOT / shown.fails, ROOT / shown.passes
    assert fails in FAULTY  # which test_faulty_example_trips_its_shape proves, for this rule:
    assert f"{profile_of(fails)}#{fails.parent.name}" == rule
    # as test_valid_example_conforms and test_base_conforms prove
    assert passes in VALID or passes.name == "base.ttl"
    if passes.name != "base.ttl":
        assert passes.parent == fails.parent


@pytest.mark.parametrize(("rule", "shown"), BY_KIND["rdf"], ids=[r for r, _ in BY_KIND["rdf"]])
def test_an_excerpt_is_part_of_its_graph(rule: str, shown: Example) -> None:  # noqa: ARG001
    failing, passing = triples_of(shown.failing), triples_of(shown.passing)
    assert failing or "#" in shown.failing
    assert failing <= graph_of(ROOT / shown.fails)
    assert passing
    assert passing <= graph_of(ROOT / shown.passes)
    assert shown.failing != shown.passing


@pytest.mark.parametrize(
    ("rule", "shown"),
    [(rule, one) for rule, one in BY_KIND["rdf"] if "✗" in one.failing],
)
def test_what_an_excerpt_says_to_lack_lacks(rule: str, shown: Example) -> None:  # noqa: ARG001
    graph = Graph(graph_of(ROOT / shown.fails))
    for block in shown.failing.split("\n\n"):
        names = re.findall(r"^# ✗ (\S+)$", block, re.MULTILINE)
        first = triples_of(block)
        subject = next(iter(first)).subject if first else None
        for name in names if subject else ():
            (said,) = triples_of(f"<x> {name} <y> .")
            assert not graph.objects(subject, said.predicate), name


@pytest.mark.parametrize(
    ("rule", "shown"), BY_KIND["document"], ids=[r for r, _ in BY_KIND["document"]]
)
def test_a_document_fails_and_passes_as_it_is_shown(rule: str, shown: Example) -> None:
    fails, passes = ROOT / shown.fails, ROOT / shown.passes
    own = [finding for finding in findings_of(fails) if finding.rule == SHAPES + rule]
    assert own
    assert findings_of(passes) == ()
    if shown.message.en:
        assert own[0].message == shown.message
    for path, excerpt in ((fails, shown.failing), (passes, shown.passing)):
        manifest = path.with_suffix(".toml")
        texts = [each.read_text("utf-8") for each in (path, manifest) if each.exists()]
        for row in excerpt.split("\n"):
            plain = re.sub(r"<U\+(\w+)>", lambda m: chr(int(m[1], 16)), row.replace("⇥", "\t"))
            assert row in ("…", "# source.toml") or any(plain in text for text in texts), row


def test_a_warning_is_shown_by_a_warning() -> None:
    word = {Severity.VIOLATION: "invalid", Severity.WARNING: "warning"}
    for rule, found in SHOWN.items():
        for one in found:
            expected = word[explanations_of(rule)]
            assert Path(one.fails).name.startswith(expected), rule


KNOWN = explanations()


def explanations_of(rule: str) -> Severity:
    """Give the severity of a rule."""
    return KNOWN[rule].severity


def test_each_excerpt_is_short() -> None:
    lengths = [
        len(text.split("\n"))
        for found in SHOWN.values()
        for one in found
        for text in (one.failing, one.passing)
    ]
    assert max(lengths) <= 25
    assert sum(lengths) / len(lengths) < 5
