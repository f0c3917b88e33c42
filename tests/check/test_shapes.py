"""Shapes by name and by file, and their texts in two languages."""

from pathlib import Path

import pytest
import rdflib
from rdflib import SH

from kyodo_lod.check.shapes import Shapes, load_shapes, shape_names
from kyodo_lod.errors import GraphError, ShapesError

RULE = rdflib.URIRef("https://example.org/rule")
PREFIXES = "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix e: <https://example.org/> .\n"


@pytest.fixture
def shapes_file(tmp_path: Path) -> Path:
    """Give a place for shapes of one's own."""
    return tmp_path / "own.ttl"


def shapes_with(*messages: rdflib.Literal) -> Shapes:
    """Give shapes whose one rule has these messages."""
    graph = rdflib.Graph()
    for message in messages:
        graph.add((RULE, SH.message, message))
    return Shapes("own.ttl", graph)


def ja(text: str) -> rdflib.Literal:
    return rdflib.Literal(text, lang="ja")


def en(text: str) -> rdflib.Literal:
    return rdflib.Literal(text, lang="en")


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


def test_message_without_placeholders_is_the_template() -> None:
    shapes = shapes_with(ja("空です。"), en("is empty"))
    assert shapes.message(RULE, ()) == ("空です。", "is empty")


def test_filled_message_finds_its_language() -> None:
    shapes = shapes_with(
        ja("合計 {?declared} 件、本文 {?listed} 件。"), en("{?declared}, not {?listed}")
    )
    filled = (rdflib.Literal("76, not 75"), rdflib.Literal("合計 76 件、本文 75 件。"))
    assert shapes.message(RULE, filled) == ("合計 76 件、本文 75 件。", "76, not 75")


def test_signs_in_a_template_are_only_text() -> None:
    shapes = shapes_with(ja("(1.5 倍?) [{?value}] $"), en("{$value}*"))
    filled = (rdflib.Literal("a+b*"), rdflib.Literal("(1.5 倍?) [a+b] $"))
    assert shapes.message(RULE, filled) == ("(1.5 倍?) [a+b] $", "a+b*")


def test_value_may_hold_a_line_break() -> None:
    shapes = shapes_with(ja("値「{?value}」です。"), en("the value {?value}"))
    filled = (rdflib.Literal("値「一\n二」です。"), rdflib.Literal("the value 一\n二"))
    assert shapes.message(RULE, filled) == ("値「一\n二」です。", "the value 一\n二")


def test_message_in_one_language_stands_for_both() -> None:
    assert shapes_with(en("is empty")).message(RULE, ()) == ("is empty", "is empty")
    assert shapes_with(rdflib.Literal("is empty")).message(RULE, ()) == ("is empty", "is empty")


def test_shape_without_a_message_uses_that_of_the_engine() -> None:
    filled = (rdflib.Literal("Less than 1 values"),)
    assert shapes_with().message(RULE, filled) == ("Less than 1 values",) * 2
    assert shapes_with().message(RULE, ()) == ("", "")


def test_texts_by_language() -> None:
    shapes = shapes_with(ja("空"), rdflib.Literal("plain"), rdflib.Literal("empty", lang="EN"))
    assert shapes.texts(RULE, SH.message) == {"ja": "空", "en": "empty", "": "plain"}


def test_lean_shapes_are_made_once() -> None:
    shapes = load_shapes("plan")
    assert shapes.lean is shapes.lean
    assert len(shapes.lean) < len(shapes.graph)


@pytest.mark.parametrize("text", ["", "<https://example.org/a> a <https://example.org/B> ."])
def test_a_file_without_a_shape_is_refused_and_does_not_pass_everything(
    tmp_path: Path, text: str
) -> None:
    path = tmp_path / "own.ttl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ShapesError, match="holds no SHACL shape"):
        load_shapes(str(path))
