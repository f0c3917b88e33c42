"""The tables of formats: complete, without clashes, and equal to what the command line offers."""

from importlib import resources
from pathlib import PurePath

import pyoxigraph
import pytest

from kyodo_lod.cli import options
from kyodo_lod.rdf.formats import (
    CSV,
    FORMATS,
    RESULT_FORMATS,
    Format,
    ResultFormat,
    format_of,
    is_surely_rdf,
)

ALL = pytest.mark.parametrize("fmt", FORMATS.values(), ids=FORMATS)
RESULTS = pytest.mark.parametrize("fmt", RESULT_FORMATS.values(), ids=RESULT_FORMATS)


def test_command_line_offers_exactly_these() -> None:
    assert tuple(FORMATS) == options.RDF_FORMATS
    assert tuple(RESULT_FORMATS) == tuple(n for n in options.RESULT_FORMATS if n != "table")


def test_names_are_those_of_the_rows() -> None:
    assert all(name == fmt.name for name, fmt in (*FORMATS.items(), *RESULT_FORMATS.items()))


def test_extensions_and_media_types_are_unique() -> None:
    rows = (*FORMATS.values(), *RESULT_FORMATS.values())
    assert len({row.extension for row in rows}) == len(rows)
    assert len({row.media_type for row in rows}) == len(rows)


@ALL
def test_oxigraph_agrees(fmt: Format) -> None:
    theirs = getattr(pyoxigraph.RdfFormat, fmt.oxigraph)
    assert (theirs.media_type, theirs.file_extension) == (fmt.media_type, fmt.extension)
    # JSON-LD can name graphs; ours holds one
    assert theirs.supports_datasets == (fmt.graphs or fmt.name == "json-ld")


@RESULTS
def test_oxigraph_agrees_on_results(fmt: ResultFormat) -> None:
    theirs = getattr(pyoxigraph.QueryResultsFormat, fmt.oxigraph)
    assert theirs.file_extension == fmt.extension
    assert theirs.media_type.partition(";")[0] == fmt.media_type


@ALL
def test_a_writer_writes_it(fmt: Format) -> None:
    assert callable(fmt.resolve_writer())
    module, _, function = fmt.writer.partition(":")
    assert (resources.files("kyodo_lod.rdf") / f"{module.rpartition('.')[2]}.py").is_file()
    assert fmt.resolve_writer().__name__ == function


@ALL
def test_name_of_a_file_tells_its_format(fmt: Format) -> None:
    assert format_of(f"plan.{fmt.extension}") is fmt
    assert format_of(PurePath("a.b") / f"PLAN.V1.{fmt.extension.upper()}") is fmt


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("plan.json", "json-ld"),
        ("plan.xml", "rdf-xml"),
        ("ontology.owl", "rdf-xml"),
        ("plan.ntriples", "n-triples"),
        ("plan.nt.gz", "n-triples"),
        ("PLAN.JSON.GZ", "json-ld"),
    ],
)
def test_other_extensions_are_known(name: str, expected: str) -> None:
    fmt = format_of(name)
    assert fmt is not None
    assert fmt.name == expected


@pytest.mark.parametrize(
    "name", ["plan.txt", "plan", "ttl", ".ttl", "plan.gz", "plan.ttl.zip", "-", "", "a/b"]
)
def test_other_names_tell_nothing(name: str) -> None:
    assert format_of(name) is None


@ALL
def test_names_of_rdf_alone_are_surely_rdf(fmt: Format) -> None:
    assert is_surely_rdf(f"plan.{fmt.extension}")
    assert is_surely_rdf(f"plan.{fmt.extension}.gz")


@pytest.mark.parametrize("name", ["package.json", "junit.xml", "x.owl", "x.json.gz", "x", "ttl"])
def test_names_of_other_formats_too_are_not(name: str) -> None:
    assert not is_surely_rdf(name)


def test_published_are_all_but_n_quads() -> None:
    assert [fmt.name for fmt in FORMATS.values() if not fmt.published] == ["n-quads"]


def test_csv_is_the_default_of_results() -> None:
    assert next(iter(RESULT_FORMATS.values())) is CSV
