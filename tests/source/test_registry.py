"""units.csv: what is read of it, and that each fault names its line."""

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyodo_lod.errors import ManifestError
from kyodo_lod.source.registry import COLUMNS, UnitRecord, load_units

HEAD = ",".join(COLUMNS) + "\n"
SOMU = "somu-bu,総務部,,bureau,,\n"


def units(tmp_path: Path, text: str | bytes) -> tuple[UnitRecord, ...]:
    path = tmp_path / "units.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_units(path)


def refusal(tmp_path: Path, text: str | bytes) -> str:
    with pytest.raises(ManifestError) as caught:
        units(tmp_path, text)
    for line in (caught.value.line("ja"), caught.value.line("en")):
        assert "\n" not in line
        assert "units.csv" in line
    return caught.value.line("en").removeprefix(str(tmp_path) + "/")


def test_a_registry_is_read_in_its_order(tmp_path: Path) -> None:
    text = HEAD + SOMU + " jinji-ka , 人事課 ,somu-bu,section,2018-04-01,2021-03-31\n"
    assert units(tmp_path, text) == (
        UnitRecord("somu-bu", "総務部", "", "bureau", "", ""),
        UnitRecord("jinji-ka", "人事課", "somu-bu", "section", "2018-04-01", "2021-03-31"),
    )


def test_a_spreadsheet_may_have_saved_it(tmp_path: Path) -> None:
    plain = units(tmp_path, HEAD + SOMU)
    assert units(tmp_path, (HEAD + SOMU).encode("utf-8-sig")) == plain
    assert units(tmp_path, (HEAD + SOMU).replace("\n", "\r\n")) == plain
    assert units(tmp_path, HEAD + "\n" + SOMU.replace("総務部", '"総務部"') + "\n\n") == plain


def test_no_registry_is_an_empty_one(tmp_path: Path) -> None:
    assert load_units(tmp_path / "units.csv") == ()
    assert units(tmp_path, HEAD) == ()


@pytest.mark.parametrize(
    "text", ["", "\n", "slug,label\n", HEAD.replace("slug", "Slug"), HEAD.replace(",", ";")]
)
def test_the_first_line_names_the_columns(tmp_path: Path, text: str) -> None:
    assert refusal(tmp_path, text) == f"units.csv:1: the first line must be {','.join(COLUMNS)}"


@pytest.mark.parametrize(
    ("row", "place", "what"),
    [
        ("a,甲課,,section,", "3", "must have 6 cells"),
        ("a,甲課,,section,,,", "3", "must have 6 cells"),
        ("A,甲課,,section,,", "3: slug", "'A' is no slug"),
        ("a b,甲課,,section,,", "3: slug", "no slug"),
        ("a--b,甲課,,section,,", "3: slug", "no slug"),
        ("../a,甲課,,section,,", "3: slug", "no slug"),
        ("u-0123456789,甲課,,section,,", "3: slug", "not u-"),
        (",甲課,,section,,", "3: slug", "no slug"),
        ("甲,甲課,,section,,", "3: slug", "no slug"),
        ("somu-bu,甲課,,section,,", "3: slug", "stands there twice"),
        ("a,,,section,,", "3", "mandatory"),
        ("a,甲課,,,,", "3", "mandatory"),
        ("a,甲課,b,section,,", "3: parent", "'b' does not stand above this line"),
        ("a,甲課,a,section,,", "3: parent", "'a' does not stand above this line"),
        ("a,甲課,,section,2018/4/1,", "3", "'2018/4/1' is no date"),
        ("a,甲課,,section,20180401,", "3", "no date"),
        ("a,甲課,,section,2018-W14-1,", "3", "no date"),
        ("a,甲課,,section,2018-02-30,", "3", "'2018-02-30' is no date"),
        ("a,甲課,,section,,平成30年3月31日", "3", "no date"),
        ("a,甲課,,section,2018-04-01,2018-03-31", "3: valid_to", "is before valid_from"),
        ("a,甲\x01課,,section,,", "3", "control character"),
        ('a,"甲\n課",,section,,', "4", "line break"),
        ("b,総務部,,bureau,,", "3: label", "'総務部' stands under that parent already"),
        ('a,"甲課,,section,,', "3", "cannot be read"),
        ('a,"甲"課,,section,,', "3", "cannot be read"),
    ],
)
def test_a_fault_names_its_line(tmp_path: Path, row: str, place: str, what: str) -> None:
    line = refusal(tmp_path, HEAD + SOMU + row + "\n")
    assert line.startswith(f"units.csv:{place}: ")
    assert what in line


def test_a_line_break_inside_a_cell_does_not_shift_the_places(tmp_path: Path) -> None:
    broken = (
        HEAD
        + SOMU.replace("bureau", '"bureau"')
        + 'a,甲課,"\nsomu-bu",section,,\nB,乙課,,section,,\n'
    )
    assert refusal(tmp_path, broken).startswith("units.csv:5: slug")


def test_a_unit_may_come_back_after_it_ended(tmp_path: Path) -> None:
    first = "a,甲課,,section,2010-04-01,2018-03-31\n"
    assert len(units(tmp_path, HEAD + first + "a-2,甲課,,section,2018-04-01,\n")) == 2
    overlapping = HEAD + first + "a-2,甲課,,section,2018-03-31,\n"
    assert "stands under that parent already" in refusal(tmp_path, overlapping)


def test_two_bureaus_may_have_sections_of_one_name(tmp_path: Path) -> None:
    bureaus = "a-bu,甲部,,bureau,,\nb-bu,乙部,,bureau,,\n"
    sections = "a-ka,総務課,a-bu,section,,\nb-ka,総務課,b-bu,section,,\n"
    assert len(units(tmp_path, HEAD + bureaus + sections)) == 4


def test_a_tree_that_is_no_organisation_is_refused(tmp_path: Path) -> None:
    rows = [f"u{n},単位{n},{f'u{n - 1}' if n else ''},section,," for n in range(5000)]
    assert refusal(tmp_path, HEAD + "\n".join(rows)).startswith(
        "units.csv:10: parent: stands too deep"
    )


@pytest.mark.parametrize(
    "data", [HEAD.encode() + "総務部".encode("cp932"), b"\xff\xfe" + b"s\0l\0"]
)
def test_another_encoding_is_refused(tmp_path: Path, data: bytes) -> None:
    assert "cannot be read" in refusal(tmp_path, data)


def test_a_folder_or_a_flood_is_refused(tmp_path: Path) -> None:
    assert "> 1024 KiB" in refusal(tmp_path, HEAD + "\n" * 1024 * 1024)
    (tmp_path / "units.csv").unlink()
    (tmp_path / "units.csv").mkdir()
    with pytest.raises(ManifestError, match="cannot be read"):
        load_units(tmp_path / "units.csv")


@given(st.text(alphabet=st.sampled_from('a甲,"\n\r- 20\x00'), max_size=60))
def test_arbitrary_rows_raise_nothing_but_our_errors(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    folder = tmp_path_factory.mktemp("units")
    with contextlib.suppress(ManifestError):
        assert all(unit.slug and unit.label for unit in units(folder, HEAD + text))
