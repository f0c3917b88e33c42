"""Checking RDF: a file's bytes, or statements, against all that is demanded."""

from dataclasses import replace
from pathlib import Path

import pytest

from kyodo_lod.check.limits import LIMITED
from kyodo_lod.check.rdf_file import Demand, check_file, check_statements, file_quads, load_ontology
from kyodo_lod.check.shapes import load_shapes
from kyodo_lod.errors import GraphError, KyodoError
from kyodo_lod.rdf.formats import FORMATS, JSON_LD, TURTLE
from kyodo_lod.rdf.read import parse
from kyodo_lod.rdf.terms import Literal

SHAPES = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix x: <http://x/> .
x:S sh:targetClass x:A ; sh:property x:P . x:P sh:path x:p ; sh:minCount 1 ."""
ONTOLOGY = "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix x: <http://x/> . "
SUBCLASS = f"{ONTOLOGY} x:B rdfs:subClassOf x:A ."
DOMAIN = f"{ONTOLOGY} x:knows rdfs:domain x:A ."


@pytest.fixture
def demand(tmp_path: Path) -> Demand:
    """Give a demand of shapes alone."""
    path = tmp_path / "own.ttl"
    path.write_text(SHAPES, encoding="utf-8")
    return Demand(load_shapes(str(path)))


def written(folder: Path, text: str) -> str:
    path = folder / "ontology.ttl"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_finding_has_its_line_and_the_report_its_engine(demand: Demand) -> None:
    report = check_file(b"\n<http://x/a> a <http://x/A> .", TURTLE, "data.ttl", demand)
    assert [str(one.graph_origin) for one in report.findings] == ["data.ttl:2"]
    assert (report.place, report.engine, report.idle) == ("data.ttl", "fast", False)
    assert report.shapes == demand.shapes.versions


def test_a_format_without_lines_has_the_finding_all_the_same(demand: Demand) -> None:
    data = b'{"@id": "http://x/a", "@type": "http://x/A"}'
    [finding] = check_file(data, JSON_LD, "data.jsonld", demand).findings
    assert finding.graph_origin is None


def test_data_that_no_shape_is_about_are_idle(demand: Demand) -> None:
    assert check_file(b"<http://x/a> a <http://x/B> .", TURTLE, "data.ttl", demand).idle


@pytest.mark.parametrize(
    ("data", "ontology", "inference", "expected"),
    [
        ("<http://x/a> a <http://x/B> .", "", "none", 0),
        ("<http://x/a> a <http://x/B> .", SUBCLASS, "none", 1),
        ("<http://x/a> a <http://x/B> .", SUBCLASS, "rdfs", 1),
        ("<http://x/a> <http://x/knows> <http://x/b> .", DOMAIN, "none", 0),
        ("<http://x/a> <http://x/knows> <http://x/b> .", DOMAIN, "rdfs", 1),
        ("<http://x/b> <http://x/p> 1 .", f"{ONTOLOGY} x:one a x:A .", "none", 1),
    ],
)
def test_an_ontology_and_what_follows_from_it_count(
    data: str, ontology: str, inference: str, expected: int, demand: Demand, tmp_path: Path
) -> None:
    more = load_ontology([written(tmp_path, ontology)])
    wanted = Demand(demand.shapes, more, inference)
    assert len(check_file(data.encode(), TURTLE, "data.ttl", wanted).findings) == expected
    assert len(check_statements(parse(data.encode(), TURTLE, ""), wanted).findings) == expected


def test_blank_nodes_of_an_ontology_are_not_those_of_the_data(
    demand: Demand, tmp_path: Path
) -> None:
    more = load_ontology([written(tmp_path, "_:b0 <http://x/p> 1 .")])
    data = b"_:b0 a <http://x/A> ."
    assert check_file(data, TURTLE, "data.ttl", Demand(demand.shapes, more)).findings


def test_what_an_ontology_imports_is_not_fetched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("socket.socket", pytest.fail)
    imports = "<http://x/o> <http://www.w3.org/2002/07/owl#imports> <http://x/other> ."
    assert len(load_ontology([written(tmp_path, imports)])) == 1


def test_an_ontology_tells_its_format_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "ontology.owl.txt").touch()
    with pytest.raises(GraphError, match=f"known are: {', '.join(FORMATS)}"):
        load_ontology([str(tmp_path / "ontology.owl.txt")])
    with pytest.raises(GraphError, match="cannot be read"):
        load_ontology([str(tmp_path / "no.ttl")])
    with pytest.raises(GraphError, match=r"ontology.ttl:1:"):
        load_ontology([written(tmp_path, "<a")])


@pytest.mark.parametrize("names", [{"engine": "slow"}, {"inference": "owl"}])
def test_a_name_that_is_none_is_refused(names: dict[str, str], demand: Demand) -> None:
    with pytest.raises(KyodoError, match="must be one of"):
        Demand(demand.shapes, **names)


def test_a_file_is_known_by_its_name_or_by_what_is_told(tmp_path: Path) -> None:
    (path := tmp_path / "data.txt").write_text("<a:a> <a:p> 1, 2 .", encoding="utf-8")
    with pytest.raises(GraphError, match="its name does not tell its RDF format"):
        file_quads(str(path), LIMITED, 1)
    assert len(list(file_quads(str(path), LIMITED, 1, TURTLE))) == 2
    assert len(list(file_quads("-", LIMITED, 1, TURTLE, path.read_bytes()))) == 2
    with pytest.raises(GraphError, match=r"limit 1\)"):
        list(file_quads(str(path), replace(LIMITED, triples=1), 1, TURTLE))


@pytest.mark.parametrize(
    ("extension", "text"),
    [
        ("ttl", '_:x <http://x/p> "{}" .'),
        ("nt", '_:x <http://x/p> "{}" .'),
        ("trig", '_:x <http://x/p> "{}" .'),
        ("jsonld", '{{"@id": "_:x", "http://x/p": "{}"}}'),
        (
            "rdf",
            '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="http://x/"><r:Description r:nodeID="x"><x:p>{}</x:p></r:Description></r:RDF>',
        ),
    ],
)
def test_blank_nodes_of_two_files_are_two(extension: str, text: str, tmp_path: Path) -> None:
    quads = []
    for number, name in enumerate(("one", "two"), 1):
        (path := tmp_path / f"{name}.{extension}").write_text(text.format(name), encoding="utf-8")
        quads += list(file_quads(str(path), LIMITED, number))
    one, two = quads
    assert (one.object, two.object) == (Literal("one"), Literal("two"))
    assert one.subject != two.subject


def test_a_blank_node_is_one_within_its_file(tmp_path: Path) -> None:
    (path := tmp_path / "a.ttl").write_text("_:x <a:p> _:x . _:y <a:p> _:x .", encoding="utf-8")
    first, second = file_quads(str(path), LIMITED, 1)
    assert first.subject == first.object == second.object != second.subject
