"""Documents and RDF are validated by one function; what it gives and refuses."""

import inspect
import shutil
from pathlib import Path

import pytest
from conftest import KORIYAMA, ROOT

from kyodo_lod import errors, pipeline
from kyodo_lod.check.report import Report, ShapesVersion
from kyodo_lod.validation import validate


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Give a copy of data/."""
    return Path(shutil.copytree(ROOT / "data", tmp_path / "data"))


def invalid(data: Path) -> None:
    """Take the section responsible for 4-15 away."""
    document = data / KORIYAMA.relative_to(ROOT / "data") / "plan.txt"
    text = document.read_bytes().decode("utf-8")
    assert "上下水道局総務課" in text
    document.write_bytes(text.replace("上下水道局総務課", "", 1).encode("utf-8"))


def test_validate_takes_documents_and_rdf(data: Path, tmp_path: Path) -> None:
    dump = tmp_path / "plan.ttl"
    dump.write_bytes(pipeline.convert(data))
    shapes = (ShapesVersion("plan", "1.1.0"),)
    assert validate(dump) == Report(str(dump), (), shapes=shapes, engine="fast")
    of_document = validate(str(data))
    assert (of_document.place, of_document.findings) == (str(data), ())
    invalid(data)
    report = validate(data)
    assert not report.conforms
    assert [str(finding.origin) for finding in report.findings] == ["plan.txt:69", "plan.txt"]


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("no.ttl", errors.GraphError),
        ("no.txt", errors.DocumentError),
        ("", errors.ManifestError),
    ],
)
def test_validate_refuses_what_is_not_there(
    name: str, error: type[errors.KyodoError], tmp_path: Path
) -> None:
    with pytest.raises(error):
        validate(tmp_path / name)


def test_a_misread_document_is_not_checked_as_a_graph(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    invalid(data)
    monkeypatch.setattr("kyodo_lod.check.rdf_file.check_statements", pytest.fail)
    assert len(validate(data).findings) == 2


def test_validate_takes_shapes_and_ontologies_of_others(tmp_path: Path) -> None:
    own, ontology, data = (tmp_path / name for name in ("own.ttl", "ontology.ttl", "data.ttl"))
    own.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix x: <http://x/> .\n"
        "x:S sh:targetClass x:A ; sh:property x:P . x:P sh:path x:p ; sh:minCount 1 .",
        encoding="utf-8",
    )
    subclass = "<http://www.w3.org/2000/01/rdf-schema#subClassOf>"
    ontology.write_text(f"<http://x/B> {subclass} <http://x/A> .", encoding="utf-8")
    data.write_text("<http://x/a> a <http://x/B> .", encoding="utf-8")
    assert validate(data, shapes=own).idle
    for shapes in (own, str(own), [str(own)], ("plan", own)):
        report = validate(data, shapes=shapes, ontology=[ontology])
        assert "http://x/P" in [finding.rule for finding in report.findings]
    both = validate(data, data, shapes=own, ontology=[str(ontology)], engine="pyshacl")
    assert (both.place, both.engine) == (f"{data}, {data}", "pyshacl")
    assert [str(one.graph_origin) for one in both.findings] == [f"{data}:1"] * 2


def test_validate_takes_one_ontology_as_it_takes_one_shapes_file(tmp_path: Path) -> None:
    ontology, data = tmp_path / "ontology.ttl", tmp_path / "data.ttl"
    ontology.write_text("<http://x/B> a <http://x/A> .", encoding="utf-8")
    data.write_bytes(pipeline.convert(KORIYAMA))
    for one in (ontology, str(ontology), [ontology], iter([ontology])):
        assert validate(data, ontology=one).conforms


def test_validate_of_nothing_is_an_error() -> None:
    for nothing in ({}, {"shapes": []}):
        with pytest.raises(errors.KyodoError, match="name s"):
            validate(*([KORIYAMA] if nothing else []), **nothing)


def test_validate_takes_folders_and_patterns_as_the_command_line_does(tmp_path: Path) -> None:
    turtle = pipeline.convert(KORIYAMA)
    for name in ("a.ttl", "b.ttl", "package.json"):
        (tmp_path / name).write_bytes(turtle)
    for path in (tmp_path, str(tmp_path), f"{tmp_path}/*.ttl"):
        report = validate(path)
        assert (report.place, report.conforms, report.engine) == (str(path), True, "fast")
    with pytest.raises(errors.GraphError):  # it is no JSON-LD, and is named here
        validate(tmp_path / "package.json")


@pytest.mark.parametrize("names", [{"engine": "slow"}, {"inference": "owl"}, {"shapes": "nope"}])
def test_validate_refuses_names_that_are_none(names: dict[str, str]) -> None:
    with pytest.raises(errors.KyodoError):
        validate(KORIYAMA, **names)


def test_what_others_call_is_described_argument_by_argument() -> None:
    text = inspect.getdoc(validate) or ""
    for parameter in inspect.signature(validate).parameters:
        assert f"\n    {parameter}: " in text, parameter
