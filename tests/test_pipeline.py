"""From documents to RDF as functions: read and convert; what they give and refuse."""

import inspect
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from conftest import KORIYAMA, ROOT

from kyodo_lod import building, errors, pipeline
from kyodo_lod.finding import Severity
from kyodo_lod.rdf.formats import FORMATS, N_QUADS, N_TRIPLES
from kyodo_lod.source.locate import manifests
from kyodo_lod.source.manifest import Manifest

BASE = "https://example.org/"
SLUG = "072036-kyodo-2-fy2018"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Give a copy of data/."""
    return Path(shutil.copytree(ROOT / "data", tmp_path / "data"))


def folder_of(data: Path) -> Path:
    """Give the folder of the year's plan."""
    return data / KORIYAMA.relative_to(ROOT / "data")


def change(folder: Path, old: str, new: str) -> None:
    """Replace text in the document, once."""
    document = folder / "plan.txt"
    text = document.read_bytes().decode("utf-8")
    assert old in text
    document.write_bytes(text.replace(old, new, 1).encode("utf-8"))


def invalid(folder: Path) -> None:
    """Take the section responsible for 4-15 away."""
    change(folder, "上下水道局総務課", "")


@pytest.mark.parametrize("path", [KORIYAMA, str(KORIYAMA), KORIYAMA / "plan.txt", ROOT / "data"])
def test_read_takes_any_path_of_the_one_plan(path: Path | str) -> None:
    plan, findings = pipeline.read(path)
    assert plan is not None
    assert len(list(plan.projects())) == 76
    assert findings == ()


def test_read_refuses_many_plans(data: Path) -> None:
    shutil.copytree(folder_of(data), folder_of(data).with_name("fy2019"))
    with pytest.raises(errors.ManifestError, match="holds 2 plans; name one of them"):
        pipeline.read(data)


@pytest.mark.parametrize("severity", [Severity.WARNING, Severity.VIOLATION])
def test_a_changed_document_matters_as_much_as_the_caller_says(
    severity: Severity, data: Path
) -> None:
    change(folder_of(data), "努めます", "つとめます")
    (manifest,) = manifests(data)
    (finding,) = pipeline.read_document(manifest, severity).findings
    assert (finding.short_rule, finding.severity) == ("document#sha256", severity)
    assert str(finding.origin) == "plan.txt"
    assert f"record it: kyodo-lod init --refresh {folder_of(data)}" in finding.message.en
    assert pipeline.read(data).findings[0].severity is Severity.WARNING


@pytest.mark.parametrize("name", FORMATS)
def test_convert_gives_the_same_triples_in_every_format(name: str) -> None:
    fmt = getattr(pyoxigraph.RdfFormat, FORMATS[name].oxigraph)
    found = {
        quad.triple for quad in pyoxigraph.parse(pipeline.convert(KORIYAMA, name, BASE), format=fmt)
    }
    plain = pipeline.convert(KORIYAMA, "n-triples", BASE)
    assert found == {
        q.triple for q in pyoxigraph.parse(plain, format=pyoxigraph.RdfFormat.N_TRIPLES)
    }


def test_quads_stand_in_the_graph_of_the_release() -> None:
    quads = pyoxigraph.parse(
        pipeline.convert(KORIYAMA, "trig", BASE), format=pyoxigraph.RdfFormat.TRIG
    )
    assert {quad.graph_name for quad in quads} == {
        pyoxigraph.NamedNode(f"{BASE}dataset/{SLUG}/1.0.0")
    }


def test_convert_names_the_formats_there_are() -> None:
    with pytest.raises(
        errors.GraphError, match="n3: no such RDF format; known are: turtle, json-ld"
    ):
        pipeline.convert(KORIYAMA, to="n3")


def test_convert_refuses_a_plan_with_violations_and_says_them_all(data: Path) -> None:
    invalid(folder_of(data))
    with pytest.raises(errors.InvalidPlanError) as raised:
        pipeline.convert(data)
    assert raised.value.place == str(folder_of(data) / "plan.txt")
    rules = [finding.short_rule for finding in raised.value.findings]
    assert rules == ["plan#PlannedProject-responsibleUnit", "document#sha256"]


def test_of_many_plans_every_one_is_read_before_any_is_refused(data: Path) -> None:
    other = Path(shutil.copytree(data, data.with_name("more")))
    invalid(folder_of(data))
    invalid(folder_of(other))
    with pytest.raises(errors.InvalidPlanError) as raised:
        pipeline.write_rdf([*manifests(data), *manifests(other)], N_TRIPLES, BytesIO())
    assert len(raised.value.findings) == 4
    assert raised.value.place.count("plan.txt") == 2


@pytest.mark.parametrize("base", ["", "foo", "https://example.org", "https://example.org/?a/"])
def test_a_base_is_checked_before_anything_is_read_or_written(base: str, tmp_path: Path) -> None:
    nothing = tmp_path / "nothing"
    with pytest.raises(errors.ManifestError, match="--base"):
        pipeline.write_rdf(iter(()), N_TRIPLES, BytesIO(), base)
    with pytest.raises(errors.ManifestError, match="--base"):
        building.build(ROOT / "data", nothing, base)
    assert list(tmp_path.iterdir()) == []


def test_publisher_toml_says_the_base_and_the_caller_may_say_another(data: Path) -> None:
    settings = data / "publisher.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f'base = "https://city.example/"\n{text}', encoding="utf-8")
    said, asked = pipeline.convert(data, "n-triples"), pipeline.convert(data, "n-triples", BASE)
    assert b"<https://city.example/dataset/" in said
    assert said.replace(b"https://city.example/", BASE.encode()) == asked
    assert b"@base <https://city.example/>" in pipeline.convert(data, "turtle")
    plan = pipeline.read(data).plan
    assert plan is not None
    assert len(pipeline.to_rdflib(plan)) == len(said.splitlines())
    settings.unlink()
    assert pipeline.convert(data, "n-triples") == pipeline.convert(KORIYAMA, "n-triples")


def test_documents_are_read_one_after_the_other() -> None:
    output, sizes = BytesIO(), []

    def found() -> Iterator[Manifest]:
        for manifest in [*manifests(KORIYAMA)] * 2:
            sizes.append(output.tell())
            yield manifest

    pipeline.write_rdf(found(), N_QUADS, output)
    assert sizes[0] == 0
    assert sizes[1] > 100_000


def test_to_rdflib_gives_the_graph_of_the_plan() -> None:
    plan, _ = pipeline.read(KORIYAMA)
    assert plan is not None
    graph = pipeline.to_rdflib(plan, BASE)
    assert isinstance(graph, rdflib.Graph)
    lines = pipeline.convert(KORIYAMA, "n-triples", BASE).splitlines()
    assert len(graph) == len(lines)
    project = rdflib.URIRef(f"{BASE}id/072036/plan/kyodo-2/fy2018/p/4-15")
    assert (
        project,
        rdflib.RDFS.label,
        rdflib.Literal("猪苗代湖の水を守りたい事業", lang="ja"),
    ) in graph
    with pytest.raises(errors.ManifestError):
        pipeline.to_rdflib(plan, "foo")


@pytest.mark.parametrize("name", ["read", "convert", "to_rdflib", "write_rdf"])
def test_what_others_call_is_described_argument_by_argument(name: str) -> None:
    function = getattr(pipeline, name)
    text = inspect.getdoc(function) or ""
    for parameter in inspect.signature(function).parameters:
        assert f"\n    {parameter}: " in text, parameter
