"""A tiny plan in every format, as approved: whoever changes a dump sees the difference in a review."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kyodo_lod.mapping.iris import Iris
from kyodo_lod.pipeline import convert, read
from kyodo_lod.publish.csv_files import table_csv
from kyodo_lod.publish.tables import PROJECTS
from kyodo_lod.rdf.formats import FORMATS, Format
from kyodo_lod.rdf.read import parse
from kyodo_lod.validation import validate

FOLDER = Path(__file__).parent
EXAMPLE = FOLDER / "example"
BASE = "https://example.org/"
CSV = "example-projects.csv"
ALL = pytest.mark.parametrize("fmt", FORMATS.values(), ids=FORMATS)

#: writes what is approved here into the folder given
WRITE = """
import sys
from pathlib import Path
from golden.test_golden import FORMATS, CSV, dump, name, table
for fmt in FORMATS.values():
    Path(sys.argv[1], name(fmt)).write_bytes(dump(fmt))
Path(sys.argv[1], CSV).write_bytes(table())
"""


def name(fmt: Format) -> str:
    """Give the name of the approved file."""
    return f"example.{fmt.extension}"


def dump(fmt: Format) -> bytes:
    """Give the plan in a format."""
    return convert(EXAMPLE, fmt.name, BASE)


def table() -> bytes:
    """Give its table of projects."""
    plan = read(EXAMPLE).plan
    assert plan
    return table_csv(PROJECTS, plan, Iris(plan, BASE))


@ALL
def test_dump(fmt: Format, approved: Callable[[Path, str], None]) -> None:
    approved(FOLDER / name(fmt), dump(fmt).decode("utf-8"))


def test_projects_csv(approved: Callable[[Path, str], None]) -> None:
    approved(FOLDER / CSV, table().decode("utf-8"))


@ALL
def test_approved_files_hold_the_same_triples(fmt: Format) -> None:
    lines, here = ("example.nt", FORMATS["n-triples"]), (name(fmt), fmt)
    expected, found = (
        {quad.triple for quad in parse((FOLDER / path).read_bytes(), each, path)}
        for path, each in (lines, here)
    )
    assert found == expected


def test_nothing_is_wrong_with_the_example() -> None:
    assert validate(EXAMPLE).findings == ()
    assert read(EXAMPLE).findings == ()


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "0"},
        {"PYTHONHASHSEED": "1"},
        {
            "LC_ALL": "C",
            "LANG": "C",
            "PYTHONUTF8": "0",
            "PYTHONCOERCECLOCALE": "0",
            "TZ": "Asia/Tokyo",
        },
    ],
    ids=lambda environment: next(iter(environment)) + next(iter(environment.values())),
)
def test_same_bytes_in_any_environment(environment: dict[str, str], tmp_path: Path) -> None:
    paths = os.pathsep.join((str(FOLDER.parent), str(FOLDER.parents[1] / "src")))
    subprocess.run(
        [sys.executable, "-c", WRITE, str(tmp_path)],
        env=os.environ | {"PYTHONPATH": paths} | environment,
        check=True,
        timeout=120,
    )
    for file in (*map(name, FORMATS.values()), CSV):
        assert (tmp_path / file).read_bytes() == (FOLDER / file).read_bytes(), file
