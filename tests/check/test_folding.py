"""The same fault in many places, told once."""

from dataclasses import replace

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.check.folding import folded
from kyodo_lod.finding import Finding, Severity
from kyodo_lod.origin import Origin

ONE = Finding("r", Severity.WARNING, Bilingual("悪い", "bad"), Origin("plan.txt", 1))


def test_alike_are_one_in_the_order_in_which_they_came() -> None:
    other = replace(ONE, message=Bilingual("違う", "other"))
    second, third = (replace(ONE, origin=Origin("plan.txt", line)) for line in (3, 7))
    folds = folded([ONE, other, second, third])
    assert [(fold.first, fold.others) for fold in folds] == [(ONE, (second, third)), (other, ())]


def test_rule_words_property_component_severity_and_document_tell_them_apart() -> None:
    each = [
        ONE,
        replace(ONE, rule="s"),
        replace(ONE, message=Bilingual("悪い", "evil")),
        replace(ONE, origin=Origin("other.txt", 1)),
        replace(ONE, path="ex:due"),
        replace(ONE, component="http://www.w3.org/ns/shacl#MaxCountConstraintComponent"),
        replace(ONE, severity=Severity.INFO),
        replace(ONE, stated_severity="https://example.org/grave"),
        replace(ONE, origin=None, graph_origin=Origin("plan.ttl", 1)),
    ]
    assert [fold.first for fold in folded(each)] == each


def test_nothing_is_nothing() -> None:
    assert folded([]) == []
