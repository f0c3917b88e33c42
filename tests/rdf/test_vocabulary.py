"""Vocabularies as Python: constants, prefixes and their order."""

import pytest
from pyoxigraph import NamedNode

from kyodo_lod.cli import options
from kyodo_lod.rdf import vocabulary
from kyodo_lod.rdf.vocabulary import (
    HOME,
    SERVICE_VOCABULARIES,
    VOCABULARIES,
    Vocabulary,
    dct,
    kyo,
    prefixes,
    spdx,
    void,
)


def test_a_term_is_namespace_and_name() -> None:
    assert dct.title == NamedNode("http://purl.org/dc/terms/title")
    assert kyo.PlannedProject == NamedNode("https://w3id.org/kyodo-lod/def#PlannedProject")


@pytest.mark.parametrize("each", SERVICE_VOCABULARIES, ids=lambda each: each.__name__)
def test_every_constant_is_declared_by_its_own_name(each: type[Vocabulary]) -> None:
    for name in each.__annotations__:
        assert getattr(each, name) == NamedNode(each.iri + name.removesuffix("_"))
    assert each.prefix == each.__name__
    assert each.iri.endswith(("#", "/"))


def test_a_term_that_python_keeps_for_itself_has_an_underscore() -> None:
    assert void.class_ == NamedNode("http://rdfs.org/ns/void#class")
    assert spdx.checksumAlgorithm_sha256.value.endswith("#checksumAlgorithm_sha256")


def test_a_misspelt_term_is_an_error() -> None:
    with pytest.raises(AttributeError):
        _ = dct.titel  # type: ignore[attr-defined]


def test_every_vocabulary_of_the_module_is_in_the_list() -> None:
    defined = [v for v in vars(vocabulary).values() if isinstance(v, type)]
    subclasses = [v for v in defined if issubclass(v, Vocabulary) and v is not Vocabulary]
    assert sorted(map(str, subclasses)) == sorted(map(str, SERVICE_VOCABULARIES))


def test_prefixes_are_unique_and_ours_is_first() -> None:
    known = prefixes()
    assert next(iter(known)) == "kyo"
    assert len(known) == len(set(known.values())) == len(VOCABULARIES)


def test_home_is_the_default_base_of_the_command_line() -> None:
    assert kyo.iri == f"{HOME}def#"
    assert options.HOME == HOME
