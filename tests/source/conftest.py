"""A small data folder, laid out as design §3 says, for tests to spoil."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

DOCUMENT = "新規\t事業名\t事業計画\t担当課\n"
FILES = {
    "municipality.toml": 'code = "072036"\n\n[name]\nja = "例市"\nen = "Example City"\n',
    "units.csv": (
        "slug,label,parent,level,valid_from,valid_to\n"
        "somu-bu,総務部,,bureau,,\n"
        "somu-bu-jinji-ka,人事課,somu-bu,section,2018-04-01,\n"
    ),
    "kyodo-2/plan.toml": 'slug = "kyodo-2"\nordinal = 2\n\n[title]\nja = "第二次計画"\nen = "Second"\n',
    "kyodo-2/fy2018/source.toml": f"""\
[document]
file = "plan.txt"
sha256 = "{hashlib.sha256(DOCUMENT.encode()).hexdigest()}"
title = "第二次計画 2018年度実施計画"
fiscal_year = 2018

[release]
version = "1.0.0"
issued = 2026-11-23
modified = 2026-11-24

[rights]
licence = "https://creativecommons.org/licenses/by/4.0/"
""",
    "kyodo-2/fy2018/plan.txt": DOCUMENT,
}


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """Give the folder of a municipality with one plan of one year."""
    folder = tmp_path / "072036-example"
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder


@pytest.fixture
def source(city: Path) -> Path:
    """Give the source.toml of that year."""
    return city / "kyodo-2" / "fy2018" / "source.toml"


@pytest.fixture
def spoil(city: Path) -> Callable[[str, str, str], None]:
    """Replace a piece of one of the files."""

    def replace(name: str, old: str, new: str) -> None:
        path = next(city.rglob(name))
        text = path.read_bytes().decode()
        assert old in text
        path.write_bytes(text.replace(old, new).encode())

    return replace
