"""Shapes by name and by file, and their texts in two languages."""

from pathlib import Path

import pytest

from kyodo_lod.check.shapes import Shapes, bilingual, load_shapes, shape_names
from kyodo_lod.errors import GraphError, ShapesError
from kyodo_lod.rdf.formats import TURTLE
from kyodo_lod.rdf.graph import Graph
from kyodo_lod.rdf.read import parse
from kyodo_lod.rdf.terms import Literal, NamedNode, Triple, japanese, string
from kyodo_lod.rdf.vocabulary import sh

RULE = NamedNode("https://example.org/rule")
PREFIXES = "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix e: <https://example.org/> .\n"


@pytest.fixture
def shapes_file(tmp_path: Path) -> Path:
    """Give a place for shapes of one's own."""
    return tmp_path / "own.ttl"


def shapes_with(*messages: Literal) -> Shapes:
    """Give shapes whose one rule has these messages."""
    return Shapes("own.ttl", Graph(Triple(RULE, sh.message, message) for message in messages))


def test_our_shapes_are_known_by_name() -> None:
    assert "plan" in shape_names()
    assert load_shapes("plan").place.endswith("plan.ttl")


def test_own_shapes_are_read_from_a_file(shapes_file: Path) -> None:
    shapes_file.write_text(f"{PREFIXES}e:S a sh:NodeShape .", encoding="utf-8")
    assert len(load_shapes(str(shapes_file)).graph) == 1


def test_missing_shapes_error_names_those_we_have() -> None:
    with pytest.raises(ShapesError) as caught:
        load_shapes("plans")
    assert caught.value.place == "plans"
    assert "plan" in caught.value.line("en").partition("by name: ")[2]


def test_folder_is_no_shapes_file(tmp_path: Path) -> None:
    with pytest.raises(ShapesError):
        load_shapes(str(tmp_path))


def test_syntax_error_names_line_and_column(shapes_file: Path) -> None:
    shapes_file.write_text(f"{PREFIXES}e:S a sh:NodeShape ;; e:p e:q r .\n", encoding="utf-8")
    with pytest.raises(GraphError) as caught:
        load_shapes(str(shapes_file))
    place, line, column = caught.value.place.rsplit(":", 2)
    assert place == str(shapes_file)
    assert line == "2"
    assert int(column) > 1


@pytest.mark.parametrize(
    "query",
    [
        "SELECT $this { SERVICE <https://example.org/sparql> { $this ?p ?o } }",
        "SELECT $this { service <https://example.org/sparql> { $this ?p ?o } }",
        r"SELECT $this { \u0053ERVICE <https://example.org/sparql> { $this ?p ?o } }",
    ],
)
@pytest.mark.parametrize("predicate", ["select", "ask"])
def test_service_is_refused(shapes_file: Path, query: str, predicate: str) -> None:
    escaped = query.replace("\\", "\\\\")
    shapes_file.write_text(f'{PREFIXES}e:S sh:{predicate} "{escaped}" .', encoding="utf-8")
    with pytest.raises(ShapesError, match="SERVICE is refused"):
        load_shapes(str(shapes_file))


def test_the_word_service_is_not_refused(shapes_file: Path) -> None:
    query = "SELECT $this { $this e:service 'SERVICE' } # SERVICE"
    shapes_file.write_text(f'{PREFIXES}e:S sh:select "{query}" .', encoding="utf-8")
    assert load_shapes(str(shapes_file)).graph


def test_imports_are_not_followed(shapes_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.socket.connect", refuse)
    header = (
        "<> a owl:Ontology ; owl:imports <https://example.org/more> .\n"
        "<S> a <http://www.w3.org/ns/shacl#NodeShape> ."
    )
    owl = "@prefix owl: <http://www.w3.org/2002/07/owl#> . @base <https://example.org/> .\n"
    shapes_file.write_text(owl + header, encoding="utf-8")
    assert len(load_shapes(str(shapes_file)).graph) == 3


def refuse(*_: object) -> None:
    """Stand in for the network."""
    pytest.fail("the network was asked")


def test_texts_by_language() -> None:
    shapes = shapes_with(japanese("空"), string("plain"), Literal("empty", language="EN"))
    assert shapes.texts(RULE, sh.message) == {"ja": "空", "en": "empty", "": "plain"}
    assert shapes.texts(RULE, sh.name) == {}


@pytest.mark.parametrize(
    ("texts", "ja", "en"),
    [
        ({"ja": "空", "en": "empty"}, "空", "empty"),
        ({"en": "empty"}, "empty", "empty"),
        ({"ja": "空"}, "空", "空"),
        ({"": "plain"}, "plain", "plain"),
        ({"ja": "空", "": "plain"}, "空", "plain"),
        ({"en-GB": "empty", "de": "leer"}, "empty", "empty"),
        ({"de": "leer"}, "leer", "leer"),
        ({}, "", ""),
    ],
)
def test_texts_in_any_languages_stand_for_both(texts: dict[str, str], ja: str, en: str) -> None:
    assert bilingual(texts) == (ja, en)


HELD = """
e:S sh:property [ sh:path e:p ; sh:node [ sh:or ( [ sh:datatype e:d ] [ sh:not [ sh:minLength 1 ] ] ) ] ] .
[] sh:path e:q .
"""


def test_shape_without_an_iri_is_known_by_the_one_that_holds_it() -> None:
    shapes = Shapes("own.ttl", Graph(parse((PREFIXES + HELD).encode(), TURTLE, "own.ttl")))
    for predicate in (sh.datatype, sh.minLength, sh.or_):
        [inner] = shapes.graph.holders(predicate)
        assert shapes.named(inner) == "https://example.org/S"
    names = [shapes.named(shape) for shape in shapes.graph.holders(sh.path)]
    assert sorted(names) == ["", "https://example.org/S"]


def test_two_files_are_one_graph_and_their_blank_nodes_stay_apart(tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.ttl" for name in "ab"]
    for path in paths:
        path.write_text(f"{PREFIXES}e:{path.stem} sh:property _:x . _:x sh:path e:p .")
    shapes = load_shapes(*map(str, paths))
    assert len(shapes.graph.holders(sh.path)) == 2
    assert len(shapes.versions) == 2


@pytest.mark.parametrize("text", ["", "<https://example.org/a> a <https://example.org/B> ."])
def test_a_file_without_a_shape_is_refused_and_does_not_pass_everything(
    tmp_path: Path, text: str
) -> None:
    path = tmp_path / "own.ttl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ShapesError, match="holds no SHACL shape"):
        load_shapes(str(path))
