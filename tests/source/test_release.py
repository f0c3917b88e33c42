"""[release] of a source.toml: versions in their order, days that agree."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.errors import ManifestError
from kyodo_lod.source.manifest import EarlierRelease
from kyodo_lod.source.manifest_files import load_manifest
from kyodo_lod.source.release import version_key

Spoil = Callable[[str, str, str], None]
PLACE = "kyodo-2/fy2018/source.toml: "


def earlier(*releases: tuple[str, str], more: str = "") -> str:
    """Give [[release.earlier]] tables, before [rights]."""
    tables = (
        f'[[release.earlier]]\nversion = "{version}"\nmodified = {day}\n{more}\n'
        for version, day in releases
    )
    return "".join(tables) + "[rights]"


def refusal(source: Path) -> str:
    with pytest.raises(ManifestError) as caught:
        load_manifest(source)
    ja, en = caught.value.line("ja"), caught.value.line("en")
    assert "\n" not in ja + en
    assert ja != en
    return en.removeprefix(f"{source.parents[2]}/").removeprefix(PLACE)


def test_versions_are_compared_by_their_numbers() -> None:
    assert version_key("1.10.0") > version_key("1.9.9") > version_key("1.9.0")


def test_earlier_releases_are_read(source: Path, spoil: Spoil) -> None:
    spoil("source.toml", '"1.0.0"', '"1.10.0"')
    spoil("source.toml", "[rights]", earlier(("1.9.0", "2026-11-24"), ("1.0.0", "2026-11-23"), more='notes = { ja = "初版", en = "First" }'))  # fmt: skip
    assert load_manifest(source).release.earlier == (
        EarlierRelease("1.9.0", "2026-11-24", Bilingual("初版", "First")),
        EarlierRelease("1.0.0", "2026-11-23", Bilingual("初版", "First")),
    )


DAY = "2026-11-24"
DISORDER = {
    "the version itself": ([("2.0.0", DAY)], "[[earlier]] 1: version: 2.0.0 is listed twice"),
    "twice": ([("1.0.0", DAY), ("1.0.0", DAY)], "[[earlier]] 2: version: 1.0.0 is listed twice"),
    "higher": ([("2.0.1", DAY)], "[[earlier]] 1: version: 2.0.1 is higher than 2.0.0"),
    "by numbers": ([("1.9.0", DAY), ("1.10.0", DAY)], "[[earlier]] 2: version: 1.10.0 is higher than 1.9.0"),
    "oldest first": ([("0.9.0", DAY), ("1.0.0", DAY)], "[[earlier]] 2: version: 1.0.0 is higher than 0.9.0"),
    "after this one": ([("1.0.0", "2026-11-25")], "[[earlier]] 1: modified: is after 2026-11-24, the day of 2.0.0"),
    "after the next": ([("1.1.0", "2026-11-23"), ("1.0.0", DAY)], "[[earlier]] 2: modified: is after 2026-11-23, the day of 1.1.0"),
    "before issued": ([("1.0.0", "2026-11-22")], "[[earlier]] 1: modified: is before issued (2026-11-23)"),
    "no version": ([("1.0", DAY)], "[[earlier]] 1: version: must be like 1.0.0"),
    "no day": ([("1.0.0", '"2026"')], "[[earlier]] 1: modified: must be a date"),
}  # fmt: skip


@pytest.mark.parametrize(("releases", "line"), DISORDER.values(), ids=DISORDER)
def test_disorder_is_refused(
    source: Path, spoil: Spoil, releases: list[tuple[str, str]], line: str
) -> None:
    spoil("source.toml", '"1.0.0"', '"2.0.0"')
    spoil("source.toml", "[rights]", earlier(*releases))
    assert refusal(source).startswith(f"[release]: {line}")


def test_an_unknown_key_or_another_type_is_refused(source: Path, spoil: Spoil) -> None:
    spoil("source.toml", "[rights]", earlier(("0.9.0", DAY), more="issued = 1"))
    assert refusal(source).startswith("[release]: [[earlier]] 1: issued: unknown key; known are: ")
    spoil("source.toml", "[[release.earlier]]", "[release.earlier]")
    assert refusal(source) == "[release]: earlier: must be a list"


@pytest.mark.parametrize("version", ["01.0.0", "1.0.0.0", "1.0", "v1.0.0", f"{'1' * 5000}.0.0"])
def test_a_version_is_three_plain_numbers(source: Path, spoil: Spoil, version: str) -> None:
    spoil("source.toml", '"1.0.0"', f'"{version}"')
    assert refusal(source) == "[release]: version: must be like 1.0.0"


DAYS = {
    "retrieved after the release": ("fiscal_year = 2018", "fiscal_year = 2018\nretrieved = 2026-11-25",
        "[document]: retrieved: is after [release] modified (2026-11-24)"),
    "retrieved before the plan": ("fiscal_year = 2018", "fiscal_year = 2018\nretrieved = 2017-03-31",
        "[document]: retrieved: 2017-03-31 is more than a year before FY2018 begins"),
    "issued before the plan": ("issued = 2026-11-23", "issued = 2017-03-31",
        "[release]: issued: 2017-03-31 is more than a year before FY2018 begins"),
    "a wrong year": ("fiscal_year = 2018", "fiscal_year = 2081",
        "[release]: issued: 2026-11-23 is more than a year before FY2081 begins"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "line"), DAYS.values(), ids=DAYS)
def test_days_that_contradict_are_refused(
    source: Path, spoil: Spoil, old: str, new: str, line: str
) -> None:
    spoil("source.toml", old, new)
    assert refusal(source).startswith(line)


def test_the_last_days_that_agree_pass(source: Path, spoil: Spoil) -> None:
    spoil("source.toml", "fiscal_year = 2018", "fiscal_year = 2018\nretrieved = 2026-11-24")
    load_manifest(source)
    spoil("source.toml", "retrieved = 2026-11-24", "retrieved = 2017-04-01")
    spoil("source.toml", "issued = 2026-11-23", "issued = 2017-04-01")
    load_manifest(source)
