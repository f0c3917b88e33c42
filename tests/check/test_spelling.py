"""A misspelled term of ours is told with the one that was meant."""

import pytest

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.check.spelling import with_nearest
from kyodo_lod.finding import SHAPES
from kyodo_lod.rdf.vocabulary import kyo

TERMS, CLASSES = f"{SHAPES}plan#Graph-knownTerms", f"{SHAPES}plan#Graph-knownClasses"


@pytest.mark.parametrize(
    ("rule", "term", "meant"),
    [
        (TERMS, "markedNw", "kyo:markedNew"),
        (TERMS, "responsibleUnits", "kyo:responsibleUnit"),
        (CLASSES, "PlanedProject", "kyo:PlannedProject"),
    ],
)
def test_the_term_that_is_meant(rule: str, term: str, meant: str) -> None:
    said = with_nearest(rule, Bilingual(f"{kyo.iri}{term} は…。", f"{kyo.iri}{term} is"))
    assert said.en == f"{kyo.iri}{term} is; did you mean {meant}?"
    assert said.ja.endswith(f" もしかして: {meant}。")


@pytest.mark.parametrize(
    ("rule", "term"), [(TERMS, "head"), (TERMS, "PlannedProject"), (SHAPES + "x#y", "markedNw")]
)
def test_where_nothing_is_near_or_the_rule_is_another_nothing_is_added(
    rule: str, term: str
) -> None:
    message = Bilingual(f"{kyo.iri}{term}", f"{kyo.iri}{term}")
    assert with_nearest(rule, message) == message
