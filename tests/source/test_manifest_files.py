"""The three manifests: what they say, and that each fault is one line with file and key."""

import dataclasses
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.errors import KyodoError, ManifestError
from kyodo_lod.source.manifest_files import check_code, checked_code, load_manifest

if TYPE_CHECKING:
    from kyodo_lod.source.manifest import Manifest

ROOT = Path(__file__).parents[2]
KORIYAMA = ROOT / "data" / "072036-koriyama" / "kyodo-2" / "fy2018" / "source.toml"

Spoil = Callable[[str, str, str], None]


def refusal(source: Path) -> str:
    """Give the error as one line, without the folder it stands in."""
    with pytest.raises(ManifestError) as caught:
        load_manifest(source)
    lines = [caught.value.line(language) for language in ("ja", "en")]
    assert not any("\n" in line for line in lines)
    assert lines[0] != lines[1]
    return lines[1].removeprefix(f"{source.parents[2]}{os.sep}")


def test_the_real_manifests_are_read_whole() -> None:
    manifest = load_manifest(KORIYAMA)
    assert manifest.slug == "072036-kyodo-2-fy2018"
    assert manifest.place == str(KORIYAMA)
    city, plan, document = manifest.municipality, manifest.plan, manifest.document
    assert (city.code, city.name) == ("072036", Bilingual("郡山市", "Koriyama City"))
    assert city.homepage == "https://www.city.koriyama.lg.jp/"
    assert city.spatial == (
        "https://sws.geonames.org/2112139/",
        "http://data.e-stat.go.jp/lod/sac/C07203",
    )
    assert city.same_as == ("http://www.wikidata.org/entity/Q264206",)
    assert len(city.units) == 44
    assert (plan.slug, plan.ordinal, plan.policies) == ("kyodo-2", 2, {})
    assert plan.title.ja == "第二次郡山市協働推進基本計画"
    assert document.path == KORIYAMA.with_name("plan.txt")
    assert document.title == "第二次郡山市協働推進基本計画 2018年度実施計画"
    assert (document.fiscal_year, document.encoding, document.columns) == (2018, None, {})
    assert (document.sha256 or "").startswith("9991fa2157f53a25")
    assert manifest.release.version == "1.0.0"
    assert manifest.rights.licence == "https://creativecommons.org/licenses/by/4.0/"
    assert manifest.rights.source_licence is None


def test_everything_optional_may_be_said(source: Path, spoil: Spoil) -> None:
    spoil(
        "municipality.toml", 'code = "072036"', 'code = "072036"\nhomepage = "https://example.org/"'
    )
    spoil("plan.toml", "[title]", '[policies]\n1 = "人材"\n12 = "情報"\n\n[title]')
    spoil(
        "source.toml",
        "fiscal_year = 2018",
        'fiscal_year = 2018\nencoding = "cp932"\nlayout = "tabs"\nurl = "https://example.org/a.txt"\n'
        'page = "https://example.org/a"\nretrieved = 2026-11-01\ncolumns = { "とりくみ" = "事業名" }',
    )
    spoil(
        "source.toml",
        'version = "1.0.0"',
        'version = "1.0.1"\nnotes.ja = "訂正"\nkeys = { "事業" = "4-15" }\nrenamed = ["1-02"]',
    )
    spoil("source.toml", "[rights]", '[rights]\nsource_licence = "https://example.org/terms"')
    manifest = load_manifest(source)
    assert manifest.municipality.homepage == "https://example.org/"
    assert manifest.plan.policies == {1: "人材", 12: "情報"}
    assert manifest.document.encoding == "cp932"
    assert manifest.document.columns == {"とりくみ": "事業名"}
    assert manifest.document.retrieved == "2026-11-01"
    assert manifest.release.keys == {"事業": "4-15"}
    assert manifest.release.renamed == ("1-02",)
    assert manifest.release.notes == Bilingual("訂正", "")
    assert manifest.rights.source_licence == "https://example.org/terms"


def test_no_units_csv_is_an_empty_registry(source: Path, city: Path) -> None:
    (city / "units.csv").unlink()
    assert load_manifest(source).municipality.units == ()


def test_manifests_are_values(source: Path) -> None:
    manifest = load_manifest(source)
    assert load_manifest(source) == manifest
    with pytest.raises(dataclasses.FrozenInstanceError):
        manifest.place = ""  # type: ignore[misc]


# ---- faults: file, old text, new text → the line without its folder

FAULTS = {
    "unknown key": ("municipality.toml", 'code = "072036"', 'code = "072036"\nkode = 1',
        "municipality.toml: kode: unknown key; known are: code, homepage, spatial, same_as, name"),
    "unknown key of the name": ("municipality.toml", 'en = "Example City"', 'fr = "Exemple"',
        "municipality.toml: [name]: fr: unknown key; known are: ja, en"),
    "check digit": ("municipality.toml", "072036", "072037",
        ("municipality.toml: code: '072037' is no local government code (six digits, the last a "
        "check digit; such as 072036)")),
    "five digits": ("municipality.toml", "072036", "07203",
        ("municipality.toml: code: '07203' is no local government code (six digits, the last a "
        "check digit; such as 072036)")),
    "code as a number": ("municipality.toml", '"072036"', "72036",
        "municipality.toml: code: must be a string"),
    "no code": ("municipality.toml", 'code = "072036"', "",
        "municipality.toml: code: this key is missing; it is mandatory"),
    "no name": ("municipality.toml", '[name]\nja = "例市"\nen = "Example City"\n', "",
        "municipality.toml: name: this key is missing; it is mandatory"),
    "blank name": ("municipality.toml", '"例市"', '" "', "municipality.toml: [name]: ja: is empty"),
    "homepage": ("municipality.toml", "[name]", 'homepage = "example.org"\n[name]',
        "municipality.toml: homepage: 'example.org' is no absolute http(s) IRI"),
    "spatial": ("municipality.toml", "[name]", 'spatial = ["https://a/", "a b"]\n[name]',
        "municipality.toml: spatial: 'a b' is no absolute http(s) IRI"),
    "same_as": ("municipality.toml", "[name]", 'same_as = "https://a/"\n[name]',
        "municipality.toml: same_as: must be a list"),
    "registry": ("units.csv", ",bureau,", ",,", "units.csv:2: label and level are mandatory"),
    "slug": ("plan.toml", '"kyodo-2"', '"協働"',
        ("kyodo-2/plan.toml: slug: '協働' is no slug: lower-case letters, digits and hyphens, such as "
        "kyodo-2")),
    "slug that leads out": ("plan.toml", '"kyodo-2"', '"../x"',
        ("kyodo-2/plan.toml: slug: '../x' is no slug: lower-case letters, digits and hyphens, such as "
        "kyodo-2")),
    "no title": ("plan.toml", '[title]\nja = "第二次計画"\nen = "Second"\n', "",
        "kyodo-2/plan.toml: title: this key is missing; it is mandatory"),
    "ordinal as a word": ("plan.toml", "ordinal = 2", 'ordinal = "第二次"',
        "kyodo-2/plan.toml: ordinal: must be an integer"),
    "ordinal": ("plan.toml", "ordinal = 2", "ordinal = 0",
        "kyodo-2/plan.toml: ordinal: must be a number from 1 to 99"),
    "policy number": ("plan.toml", "[title]", '[policies]\nI = "人材"\n[title]',
        "kyodo-2/plan.toml: [policies]: I: must be the number of a policy"),
    "policy zero": ("plan.toml", "[title]", '[policies]\n0 = "人材"\n[title]',
        "kyodo-2/plan.toml: [policies]: 0: must be the number of a policy"),
    "policy beyond all numbers": ("plan.toml", "[title]", f'[policies]\n{"1" * 5000} = "x"\n[title]',
        f"kyodo-2/plan.toml: [policies]: {'1' * 5000}: must be the number of a policy"),
    "no document": ("source.toml", "[document]", "[documents]",
        "kyodo-2/fy2018/source.toml: document: this key is missing; it is mandatory"),
    "document as a text": ("source.toml", "[document]", 'document = "x"\n[other]',
        "kyodo-2/fy2018/source.toml: document: must be a table"),
    "unknown table": ("source.toml", "[rights]", "[extra]\n[rights]",
        "kyodo-2/fy2018/source.toml: extra: unknown key; known are: document, release, rights"),
    "unknown key of the document": ("source.toml", "fiscal_year", "fiscalyear",
        "kyodo-2/fy2018/source.toml: [document]: fiscal_year: this key is missing; it is mandatory"),
    "unknown layout": ("source.toml", "fiscal_year = 2018", 'fiscal_year = 2018\nlayout = "pdf"',
        "kyodo-2/fy2018/source.toml: [document]: layout: not known; known are: tabs"),
    "year as a text": ("source.toml", "fiscal_year = 2018", 'fiscal_year = "平成30年度"',
        "kyodo-2/fy2018/source.toml: [document]: fiscal_year: must be an integer"),
    "year of an era": ("source.toml", "fiscal_year = 2018", "fiscal_year = 30",
        "kyodo-2/fy2018/source.toml: [document]: fiscal_year: must be a Western year, such as 2018"),
    "year as yes": ("source.toml", "fiscal_year = 2018", "fiscal_year = true",
        "kyodo-2/fy2018/source.toml: [document]: fiscal_year: must be an integer"),
    "no sha256": ("source.toml", "sha256", "sha",
        "kyodo-2/fy2018/source.toml: [document]: sha256: this key is missing; it is mandatory"),
    "short sha256": ("source.toml", 'sha256 = "', 'sha256 = "0',
        "kyodo-2/fy2018/source.toml: [document]: sha256: must be 64 hexadecimal digits"),
    "columns": ("source.toml", "fiscal_year = 2018", "fiscal_year = 2018\ncolumns = { a = 1 }",
        "kyodo-2/fy2018/source.toml: [document]: [columns]: a: must be a string"),
    "url": ("source.toml", "fiscal_year = 2018", 'fiscal_year = 2018\nurl = "plan.txt"',
        "kyodo-2/fy2018/source.toml: [document]: url: 'plan.txt' is no absolute http(s) IRI"),
    "page": ("source.toml", "fiscal_year = 2018", 'fiscal_year = 2018\npage = "https://a/> ."',
        "kyodo-2/fy2018/source.toml: [document]: page: 'https://a/> .' is no absolute http(s) IRI"),
    "version": ("source.toml", '"1.0.0"', '"1.0"',
        "kyodo-2/fy2018/source.toml: [release]: version: must be like 1.0.0"),
    "quoted date": ("source.toml", "issued = 2026-11-23", 'issued = "2026-11-23"',
        "kyodo-2/fy2018/source.toml: [release]: issued: must be a date"),
    "no such day": ("source.toml", "issued = 2026-11-23", "issued = 2026-02-30",
        "kyodo-2/fy2018/source.toml: is not TOML: Invalid date or datetime (at line 9, column 10)"),
    "modified before issued": ("source.toml", "modified = 2026-11-24", "modified = 2026-11-22",
        "kyodo-2/fy2018/source.toml: [release]: modified: is before issued"),
    "key of a project": ("source.toml", "[rights]", 'keys = { "事業" = "4.15" }\n[rights]',
        "kyodo-2/fy2018/source.toml: [release]: keys: '4.15' is not like 4-15"),
    "renamed": ("source.toml", "[rights]", 'renamed = ["4-5"]\n[rights]',
        "kyodo-2/fy2018/source.toml: [release]: keys: '4-5' is not like 4-15"),
    "licence": ("source.toml", "https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0",
        "kyodo-2/fy2018/source.toml: [rights]: licence: 'CC BY 4.0' is no absolute http(s) IRI"),
    "source_licence": ("source.toml", "[rights]", '[rights]\nsource_licence = "不明"',
        "kyodo-2/fy2018/source.toml: [rights]: source_licence: '不明' is no absolute http(s) IRI"),
    "syntax of the municipality": ("municipality.toml", 'code = "072036"', "code = 072036",
        ("municipality.toml: is not TOML: Expected newline or end of document after a statement "
        "(at line 1, column 9)")),
    "syntax of the plan": ("plan.toml", "[title]", "[title",
        ("kyodo-2/plan.toml: is not TOML: Expected ']' at the end of a table declaration "
        "(at line 4, column 7)")),
    "syntax of the source": ("source.toml", 'file = "plan.txt"', "file = plan.txt",
        "kyodo-2/fy2018/source.toml: is not TOML: Invalid value (at line 2, column 8)"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "line"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_one_line_with_file_and_key(
    source: Path, spoil: Spoil, name: str, old: str, new: str, line: str
) -> None:
    spoil(name, old, new)
    assert refusal(source) == line


# ---- what `file` may name

NOT_BESIDE = (
    "../plan.txt", "../../x", "/etc/passwd", "a/plan.txt", "./plan.txt", ".", "..", "a\\\\plan.txt",
    "C:\\\\plan.txt", "plan.txt/", "pl\\u001ban.txt", "pl\\u200ban.txt", "plan\\u0000.txt", "a\\nb.txt",
)  # fmt: skip


@pytest.mark.parametrize("file", NOT_BESIDE)
def test_the_document_stands_beside_its_manifest(source: Path, spoil: Spoil, file: str) -> None:
    spoil("source.toml", '"plan.txt"', f'"{file}"')
    line = refusal(source)
    assert line.startswith("kyodo-2/fy2018/source.toml: [document]: file: ")
    assert "must be the plain name of a file beside source.toml" in line or "control" in line


def test_a_link_out_of_the_folder_is_refused(source: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    document = source.with_name("plan.txt")
    document.unlink()
    document.symlink_to(secret)
    assert refusal(source) == (
        "kyodo-2/fy2018/source.toml: [document]: file: is a link out of the folder; put the "
        "document itself there"
    )
    document.unlink()
    document.symlink_to(document)
    assert "is a link out of the folder" in refusal(source)


def test_a_link_within_the_folder_is_fine(source: Path) -> None:
    document = source.with_name("plan.txt")
    document.rename(source.with_name("plan-v2.txt"))
    document.symlink_to("plan-v2.txt")
    assert load_manifest(source).document.path.read_text(encoding="utf-8")


def test_the_folder_itself_may_be_reached_by_a_link(source: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(source.parent)
    assert load_manifest(link / "source.toml").slug == "072036-kyodo-2-fy2018"


# ---- what stands above


@pytest.mark.parametrize("name", ["municipality.toml", "plan.toml"])
def test_a_missing_manifest_above_is_named(source: Path, city: Path, name: str) -> None:
    next(city.rglob(name)).unlink()
    assert refusal(source) == (
        f"kyodo-2/fy2018/source.toml: no {name} in a folder above it; write one"
    )


def test_a_missing_source_is_named_before_what_stands_above(tmp_path: Path) -> None:
    with pytest.raises(ManifestError) as caught:
        load_manifest(tmp_path / "source.toml")
    assert caught.value.line("en") == (
        f"{tmp_path}/source.toml: cannot be read (No such file or directory)"
    )


def test_manifests_are_sought_four_folders_up_and_no_further(source: Path, city: Path) -> None:
    deep = source.parent / "a" / "b" / "source.toml"
    deep.parent.mkdir(parents=True)
    deep.write_bytes(source.read_bytes())
    with pytest.raises(ManifestError, match=r"no municipality\.toml"):
        load_manifest(deep)
    (city / "municipality.toml").rename(city / "kyodo-2" / "municipality.toml")
    assert load_manifest(deep).municipality.code == "072036"


# ---- local government codes (全国地方公共団体コード)


@pytest.mark.parametrize(
    "code",
    ["072036", "011002", "132063", "342084", "131016", "271004", "473821", "010006", "462012"],
)
def test_codes_of_real_municipalities_are_right(code: str) -> None:
    """郡山市, 札幌市, 府中市 (東京都), 府中市 (広島県), 千代田区, 大阪市, 与那国町, 北海道, 鹿児島市."""
    assert check_code(code)
    assert checked_code(code, "code") == code


@pytest.mark.parametrize(
    "code", ["", "07203", "0720366", "07203６", "０７２０３６", "072-36", "07203a", "²²²²²²"]
)
def test_anything_else_is_no_code(code: str) -> None:
    assert not check_code(code)
    with pytest.raises(ManifestError, match="is no local government code"):
        checked_code(code, "--municipality")


@given(st.integers(1, 47_999), st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_is_never_a_code_where_only_the_check_digit_differs(
    number: int, digit: int, other: int
) -> None:
    code = f"{number:05d}{digit}"
    if check_code(code):
        assert not check_code(f"{number:05d}{(digit + other) % 10}")


@given(st.dictionaries(st.sampled_from("abc"), st.text(max_size=5)), st.binary(max_size=60))
def test_arbitrary_manifests_raise_nothing_but_our_errors(
    tmp_path_factory: pytest.TempPathFactory, values: dict[str, str], tail: bytes
) -> None:
    folder = tmp_path_factory.mktemp("data")
    lines = "".join(f"{key} = {text!r}\n" for key, text in values.items())
    for name in ("municipality.toml", "plan.toml", "source.toml"):
        (folder / name).write_bytes(lines.encode("utf-8", "replace") + tail)
    with pytest.raises(KyodoError):
        load_manifest(folder / "source.toml")


def test_the_slug_names_code_plan_and_year(source: Path) -> None:
    manifest: Manifest = load_manifest(source)
    later = dataclasses.replace(
        manifest, document=dataclasses.replace(manifest.document, fiscal_year=2019)
    )
    assert later.slug == "072036-kyodo-2-fy2019"


def test_the_registry_is_called_alike_on_every_machine() -> None:
    found = load_manifest(KORIYAMA)
    assert found.municipality.registry == "072036-koriyama/units.csv"
