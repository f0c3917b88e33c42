"""What a PATH of `validate` stands for."""

from pathlib import Path

import pytest

from kyodo_lod.check.inputs import Input, inputs
from kyodo_lod.errors import KyodoError
from kyodo_lod.rdf.formats import JSON_LD, N_TRIPLES, RDF_XML, TURTLE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder of RDF files, one of them deeper, beside something else."""
    (tmp_path / "deep").mkdir()
    for name in ("b.ttl", "a.nt", "deep/c.ttl", "notes.md"):
        (tmp_path / name).touch()
    return tmp_path


def found(path: object, source_format: str | None = None) -> list[Input]:
    return list(inputs(str(path), source_format).taken)


def test_a_file_is_rdf_by_its_name_else_a_document(folder: Path) -> None:
    assert found(folder / "b.ttl") == [Input(str(folder / "b.ttl"), TURTLE)]
    assert found(folder / "plan.txt") == [Input(str(folder / "plan.txt"), None)]
    assert found(folder / "b.ttl", "n-triples") == [Input(str(folder / "b.ttl"), N_TRIPLES)]


def test_a_folder_gives_its_rdf_files_in_the_order_of_their_names(folder: Path) -> None:
    names = [Path(one.path).relative_to(folder).as_posix() for one in found(folder)]
    assert names == ["a.nt", "b.ttl", "deep/c.ttl"]


def test_a_folder_with_a_manifest_gives_its_documents_too(folder: Path) -> None:
    for name in ("z/source.toml", "deep/source.toml"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).touch()
    names = [Path(one.path).relative_to(folder).as_posix() for one in found(folder)]
    assert names == ["deep/source.toml", "z/source.toml", "a.nt", "b.ttl", "deep/c.ttl"]
    assert found(folder)[0].format is None


def test_a_folder_with_nothing_to_check_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "notes.md").touch()
    with pytest.raises(KyodoError, match=r"holds no source\.toml and no RDF file"):
        found(tmp_path)


def test_what_a_tool_hides_in_a_folder_is_not_ours(folder: Path) -> None:
    for name in (".venv/lib/x.ttl", ".hidden.ttl"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    assert len(found(folder)) == 3
    assert found(folder / ".venv") == [Input(str(folder / ".venv/lib/x.ttl"), TURTLE)]


def test_from_chooses_among_the_files_of_a_folder(folder: Path) -> None:
    assert found(folder, "n-triples") == [Input(str(folder / "a.nt"), N_TRIPLES)]


def test_a_pattern_is_expanded_here(folder: Path) -> None:
    assert [Path(one.path).name for one in found(folder / "*.ttl")] == ["b.ttl"]
    assert [Path(one.path).name for one in found(folder / "**" / "*.ttl")] == ["b.ttl", "c.ttl"]
    assert [Path(one.path).name for one in found(folder / "de*")] == ["c.ttl"]


def test_a_pattern_gives_a_file_in_a_folder_that_it_gives_too_once(folder: Path) -> None:
    names = [Path(one.path).relative_to(folder).as_posix() for one in found(folder / "**")]
    assert names == ["a.nt", "b.ttl", "deep/c.ttl"]


def test_a_pattern_that_matches_nothing_is_an_error(folder: Path) -> None:
    with pytest.raises(KyodoError, match="matches no file"):
        found(folder / "*.trig")


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(folder: Path) -> None:
    odd = folder / "[1].ttl"
    odd.touch()
    assert found(odd) == [Input(str(odd), TURTLE)]


def test_what_may_be_something_else_is_rdf_only_where_it_is_named(folder: Path) -> None:
    for name in ("package.json", "junit.xml", "ontology.owl"):
        (folder / name).touch()
    assert [Path(one.path).name for one in found(folder)] == ["a.nt", "b.ttl", "c.ttl"]
    assert found(folder / "package.json") == [Input(str(folder / "package.json"), JSON_LD)]
    assert found(folder / "*.xml") == [Input(str(folder / "junit.xml"), RDF_XML)]


def test_a_folder_of_these_alone_says_so(tmp_path: Path) -> None:
    (tmp_path / "plan.json").touch()
    with pytest.raises(KyodoError, match=r"a \.json, \.xml or \.owl is read where it is named"):
        found(tmp_path)


def test_what_is_packed_is_rdf_by_the_name_inside(folder: Path) -> None:
    (folder / "z.nt.gz").touch()
    (folder / "backup.json.gz").touch()
    assert Input(str(folder / "z.nt.gz"), N_TRIPLES) in found(folder)
    assert len(found(folder)) == 4


@pytest.mark.parametrize("tools", [".venv", "node_modules", "venv", "deep/.cache"])
def test_folders_of_tools_are_passed_over(tools: str, folder: Path) -> None:
    (folder / tools / "lib").mkdir(parents=True)
    for name in ("x.ttl", "source.toml"):
        (folder / tools / "lib" / name).touch()
    if tools == "venv":
        assert len(found(folder)) == 5
        (folder / tools / "pyvenv.cfg").touch()
    assert len(found(folder)) == 3
    assert len(found(folder / tools)) == 2
