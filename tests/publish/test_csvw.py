"""csv-metadata.json, judged by two libraries that are not ours.

csvw-functions turns the tables into triples as Generating RDF from Tabular Data (minimal mode)
says; they must be the dump's own. csvw, which many read CSVW with, reads the files as published.
"""

import functools
import http.server
import json
import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import csvw
import csvw_functions
import pytest
from conftest import ROOT
from csvw.metadata import TableGroup
from csvw_functions.csvw_functions import CSVWError
from publish.conftest import BASE

from kyodo_lod import pipeline
from kyodo_lod.mapping.graph import graph
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan
from kyodo_lod.publish.csv_files import table_csv
from kyodo_lod.publish.csvw import NAME, UNMAPPED, metadata
from kyodo_lod.publish.tables import TABLES
from kyodo_lod.rdf.formats import N_TRIPLES
from kyodo_lod.rdf.read import parse
from kyodo_lod.rdf.terms import NamedNode, Triple
from kyodo_lod.rdf.vocabulary import kyo, org, rdf

#: what the rows of the tables are about
CLASSES = (
    kyo.PlannedProject, kyo.SubItem, kyo.BasicPolicy, kyo.PolicySection, org.OrganizationalUnit,
)  # fmt: skip
Key = tuple[NamedNode, NamedNode]


@pytest.fixture
def folder(plan: Plan, iris: Iris, tmp_path: Path) -> Path:
    """Give a folder with the tables of the real plan and their description, as published."""
    write(plan, iris, tmp_path)
    return tmp_path


def write(plan: Plan, iris: Iris, folder: Path) -> None:
    """Write the tables of `plan` and their description."""
    for table in TABLES:
        path = folder / f"{plan.manifest.slug}{table.ending}"
        path.write_bytes(table_csv(table, plan, iris))
    (folder / NAME).write_bytes(metadata(plan, iris))


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder without a word on stderr."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def served(folder: Path) -> Iterator[str]:
    """Give the address of the folder; csvw-functions knows no absolute path of this system."""
    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/{NAME}"
        server.shutdown()
        thread.join()


def converted(folder: Path, address: str) -> set[Triple]:
    """Give what csvw-functions makes of the tables, after validating them.

    Two faults of it are mended here: it takes the byte order mark for a part of the first header,
    where the Encoding standard drops it, and encodes the comma of #line=68,69, which RFC 6570
    leaves alone behind a `+`.
    """
    for path in folder.glob("*.csv"):
        path.write_bytes(path.read_bytes().removeprefix(b"\xef\xbb\xbf"))
    group = csvw_functions.create_annotated_table_group(address, validate=True)
    assert csvw_functions.get_errors(group) == []
    lines = csvw_functions.create_rdf(group, mode="minimal").replace("%2C", ",")
    return {quad.triple for quad in parse(lines.encode(), N_TRIPLES, "csvw")}


def by_property(triples: set[Triple], dump: set[Triple]) -> dict[Key, set[Triple]]:
    """Give the triples about the things of the tables, by class and property."""
    classes = {t.subject: t.object for t in dump if t.predicate == rdf.type and t.object in CLASSES}
    found: dict[Key, set[Triple]] = {}
    for triple in triples:
        if triple.subject in classes:
            key = (classes[triple.subject], triple.predicate)
            found.setdefault(key, set()).add(triple)
    return found


def test_another_library_gets_the_same_triples_as_the_dump(
    plan: Plan, iris: Iris, folder: Path, served: str
) -> None:
    dump = set(graph(plan, iris))
    found = converted(folder, served)
    assert found - dump == set()
    expected, mapped = by_property(dump, dump), by_property(found, dump)
    assert {key for key in expected if mapped.get(key) != expected[key]} == set(UNMAPPED)
    assert mapped.keys().isdisjoint(UNMAPPED)
    assert len(found) == 1671


def test_so_it_does_for_a_plan_with_several_units_and_no_counts(folder: Path, served: str) -> None:
    read = pipeline.read(ROOT / "tests" / "golden" / "example").plan
    assert read is not None
    sections = tuple(replace(s, declared=None, origins=s.origins[:1]) for s in read.sections)
    plan = replace(read, sections=sections)
    assert max(len(project.units) for project in plan.projects()) > 1
    iris = Iris(plan, BASE)
    write(plan, iris, folder)
    dump, found = set(graph(plan, iris)), converted(folder, served)
    assert found - dump == set()
    expected, mapped = by_property(dump, dump), by_property(found, dump)
    assert {key for key in expected if mapped.get(key) != expected[key]} <= set(UNMAPPED)
    assert sum(map(len, mapped.values())) > 100


def test_the_files_as_published_are_valid(folder: Path) -> None:
    assert csvw.CSVW(str(folder / NAME), validate=True).is_valid
    group = TableGroup.from_file(folder / NAME)
    assert group.check_referential_integrity()
    assert [len(list(table.iterdicts())) for table in group.tables] == [76, 22, 7, 44, 76]


Change = Callable[[str], str]
DAMAGES: dict[str, tuple[str, Change]] = {
    "a code of five digits": ("units", lambda text: text.replace("\r\n072036,", "\r\n07203,", 1)),
    "a position that is no number": (
        "sub-items",
        lambda text: re.sub(r",1,", ",一,", text, count=1),
    ),
    "a project twice": ("projects", lambda text: text + text.split("\r\n")[1] + "\r\n"),
    "a project that is not there": ("sub-items", lambda text: text.replace("-2-02,", "-2-99,", 1)),
    "an empty name": ("units", lambda text: text.replace(",総務部,総務部,", ",,総務部,", 1)),
    "another header": ("policies", lambda text: text.replace("掲載順", "順番", 1)),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_found(damage: str, plan: Plan, folder: Path, served: str) -> None:
    name, change = DAMAGES[damage]
    path = folder / f"{plan.manifest.slug}-{name}.csv"
    text = path.read_bytes().decode()
    assert change(text) != text
    path.write_bytes(change(text).encode())
    with pytest.raises((CSVWError, AssertionError)):
        converted(folder, served)


def test_it_says_under_which_terms(plan: Plan, iris: Iris) -> None:
    said: dict[str, Any] = json.loads(metadata(plan, iris))
    assert said["dc:license"] == {"@id": plan.manifest.rights.licence}
    assert [text["@language"] for text in said["dc:rights"]] == ["ja", "en"]
    assert said["dc:source"] == {"@id": iris.source.value}


def test_a_column_says_something_or_is_suppressed(plan: Plan, iris: Iris) -> None:
    said = json.loads(metadata(plan, iris))
    for table in said["tables"]:
        for column in table["tableSchema"]["columns"]:
            assert ("propertyUrl" in column) != ("suppressOutput" in column)


def test_every_reason_for_not_mapping_is_given_in_both_languages() -> None:
    assert all(all(reason) for reason in UNMAPPED.values())
