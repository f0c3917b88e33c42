"""Accounts and unit levels: those of the lists, and those that no list holds."""

import hashlib

import pytest
from mapping.terse import About, said

from kyodo_lod.mapping.concepts import concept_triples, scheme, scheme_triples
from kyodo_lod.mapping.graph import graph
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("account", "水道事業", "suido"),
        ("account", "介護保険", "kaigo-hoken"),
        ("unit-level", "bureau", "bureau"),
        ("unit-level", "部局", "bureau"),
        ("unit-level", "所", "office"),
    ],
)
def test_known_by_label_or_code(name: str, text: str, code: str) -> None:
    concept = scheme(name).concept_of(text)
    assert concept.value == f"https://w3id.org/kyodo-lod/scheme/{name}/{code}"


@pytest.mark.parametrize("text", ["水道", "水道事業会計", "介護", "一般会計"])
def test_another_word_is_another_concept(text: str) -> None:
    assert scheme("account").code_of(text).startswith("x-")


def test_lists_hold_no_general_account() -> None:
    assert set(scheme("account").concepts) == {"suido", "kaigo-hoken"}
    assert set(scheme("unit-level").concepts) == {"bureau", "office", "section"}


def test_known_concept_is_described_in_both_languages() -> None:
    assert said(concept_triples(scheme("account"), "水道事業")) == {
        "<scheme/account/suido>": {
            "a": ["skos:Concept"],
            "rdfs:label": ['"水道事業"@ja', '"water supply"@en'],
            "skos:prefLabel": ['"水道事業"@ja', '"water supply"@en'],
            "skos:notation": ['"suido"'],
            "skos:inScheme": ["<scheme/account>"],
        }
    }


def test_unknown_concept_is_called_as_printed() -> None:
    code = "x-" + hashlib.sha256("温泉事業".encode()).hexdigest()[:10]
    assert said(concept_triples(scheme("account"), "温泉事業")) == {
        f"<scheme/account/{code}>": {
            "a": ["skos:Concept"],
            "rdfs:label": ['"温泉事業"@ja'],
            "skos:prefLabel": ['"温泉事業"@ja'],
            "skos:notation": [f'"{code}"'],
            "skos:inScheme": ["<scheme/account>"],
        }
    }


def test_scheme_is_described() -> None:
    assert said(scheme_triples(scheme("unit-level"))) == {
        "<scheme/unit-level>": {
            "a": ["skos:ConceptScheme"],
            "rdfs:label": ['"組織の階層"@ja', '"Unit levels"@en'],
            "skos:prefLabel": ['"組織の階層"@ja', '"Unit levels"@en'],
        }
    }


def test_those_in_use_are_in_the_dump(everything: dict[str, About]) -> None:
    schemes = [subject for subject in everything if subject.startswith("<scheme/")]
    assert schemes == [
        "<scheme/unit-level>",
        *(f"<scheme/unit-level/{code}>" for code in ("bureau", "section", "office")),
        "<scheme/account>",
        *(f"<scheme/account/{code}>" for code in ("suido", "kaigo-hoken")),
    ]


def test_base_does_not_move_them(plan: Plan) -> None:
    moved = said(graph(plan, Iris(plan, "https://example.org/")), "https://example.org/")
    assert "<https://w3id.org/kyodo-lod/scheme/account/suido>" in moved
    assert "<scheme/account/suido>" not in moved
