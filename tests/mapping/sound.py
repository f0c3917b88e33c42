"""What holds of every graph we make, whatever the document."""

import re
from collections.abc import Sequence
from itertools import groupby

from kyodo_lod.rdf.terms import Literal, NamedNode, Triple
from kyodo_lod.rdf.vocabulary import HOME, rdf, rdfs

EXAMPLE = "https://example.org/"
_SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*"
_CITY = "id/[0-9]{6}"
_PLAN = f"{_CITY}/plan/{_SLUG}"
_YEAR = f"{_PLAN}/fy[0-9]{{4}}"
_PROJECT = f"{_YEAR}/p/[1-9][0-9]*-[0-9]{{2,}}"
_SOURCE = f"{_CITY}/source/[0-9a-f]{{16}}"
_DATASET = f"dataset/[0-9]{{6}}-{_SLUG}-fy[0-9]{{4}}"
#: what stands under the base, by what it is the IRI of
UNDER_BASE = {
    "publisher": "id/publisher",
    "municipality": _CITY,
    "unit": f"{_CITY}/unit/{_SLUG}",
    "plan": _PLAN,
    "policy scheme": f"{_PLAN}/policy",
    "policy": f"{_PLAN}/policy/[1-9][0-9]*",
    "year's plan": _YEAR,
    "section": f"{_YEAR}/policy/[1-9][0-9]*",
    "project": _PROJECT,
    "sub-item": f"{_PROJECT}/s/[1-9][0-9]*",
    "fiscal year": "id/fy/[0-9]{4}",
    "document": _SOURCE,
    "passage": f"{_SOURCE}#line=[0-9]+,[0-9]+",
    "dataset": _DATASET,
    "rights": f"{_DATASET}#rights",
}
#: what always stands at home
AT_HOME = {
    "term": "def#[A-Za-z0-9]+",
    "scheme": "scheme/[a-z-]+",
    "concept": f"scheme/[a-z-]+/{_SLUG}",
}
_DATATYPES = {"string", "integer", "boolean", "date", "langString"}
_LEXICAL = {
    "integer": "0|[1-9][0-9]*",
    "boolean": "true|false",
    "date": "[0-9]{4}-[0-9]{2}-[0-9]{2}",
}


def classes(iri: str, base: str) -> list[str]:
    """Give the names of the classes whose form `iri` has."""
    patterns = [(name, base, form) for name, form in UNDER_BASE.items()]
    patterns += [(name, HOME, form) for name, form in AT_HOME.items()]
    return [
        name
        for name, start, form in patterns
        if re.fullmatch(re.escape(start) + f"(?:{form})", iri)
    ]


def own(triples: Sequence[Triple], base: str) -> set[str]:
    """Give the IRIs under the base or at home, wherever they stand."""
    terms = (term for t in triples for term in (t.subject, t.predicate, t.object))
    iris = {term.value for term in terms if isinstance(term, NamedNode)}
    return {iri for iri in iris if iri.startswith((base, HOME))}


def assert_sound(triples: Sequence[Triple], base: str = HOME) -> None:
    """Hold a graph against everything that needs no knowledge of its document."""
    assert len(set(triples)) == len(triples), "a triple twice"
    subjects = [subject for subject, _ in groupby(triples, lambda triple: triple.subject)]
    assert len(set(subjects)) == len(subjects), "a subject in two places"
    _assert_terms(triples)
    named = {t.subject for t in triples if t.predicate == rdfs.label and _is_japanese(t.object)}
    assert set(subjects) == named, "a subject without a Japanese label"
    typed = {triple.subject for triple in triples if triple.predicate == rdf.type}
    assert set(subjects) == typed, "a subject without a class"
    things = own([t for t in triples if t.predicate != rdf.type], base)
    things = {iri for iri in things if not iri.startswith(f"{HOME}def#")}
    assert things <= {subject.value for subject in subjects if isinstance(subject, NamedNode)}
    for iri in own(triples, base):
        assert len(classes(iri, base)) == 1, f"{iri} is {classes(iri, base)}"
        assert iri.isascii()


def _assert_terms(triples: Sequence[Triple]) -> None:
    for triple in triples:
        assert isinstance(triple.subject, NamedNode)
        if isinstance(triple.object, Literal):
            _assert_literal(triple.object)
        else:
            assert isinstance(triple.object, NamedNode)


def _assert_literal(literal: Literal) -> None:
    datatype = re.split("[#/]", literal.datatype.value)[-1]
    assert datatype in _DATATYPES, f"{literal} has another datatype"
    assert literal.language in ((None,) if datatype != "langString" else ("ja", "en"))
    assert literal.value, "an empty text"
    assert re.fullmatch(_LEXICAL.get(datatype, "(?s:.*)"), literal.value)


def _is_japanese(value: object) -> bool:
    return isinstance(value, Literal) and value.language == "ja"
