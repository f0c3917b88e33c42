"""The files of a dataset as they lie in dist/."""

from pathlib import Path

from publish.conftest import SLUG

from kyodo_lod.publish.checksums import sha256
from kyodo_lod.publish.entry import Entry
from kyodo_lod.publish.published import published_files


def test_size_and_hash_are_those_of_the_file(of_plan: tuple[Path, Entry]) -> None:
    folder, entry = of_plan
    files = list(published_files(entry, folder))
    assert files[0].path == f"dataset/{SLUG}/{SLUG}-projects.csv"
    for file in files:
        path = folder / file.path
        assert (file.size, file.sha256) == (path.stat().st_size, sha256(path))


def test_formats_are_called_as_people_call_them(of_plan: tuple[Path, Entry]) -> None:
    folder, entry = of_plan
    names = list(dict.fromkeys(file.format for file in published_files(entry, folder)))
    rdf = ["Turtle", "JSON-LD", "N-Triples", "TriG", "RDF/XML", "N-Triples (gzip)"]
    assert names == ["CSV", "Excel (XLSX)", *rdf]
