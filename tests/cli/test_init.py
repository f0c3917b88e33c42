"""`init`: a new document gets its place and its manifests; nothing that is there is touched."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from cli.running import invoke
from cli.test_build import contents
from cli.test_read import damage
from conftest import KORIYAMA

NEW = ("--municipality", "072036", "--plan", "kyodo-2", "--year", "2019", "--issued", "2027-01-31")


@pytest.fixture
def next_year(city: Path, tmp_path: Path) -> Path:
    """Give next year's document, as it was received."""
    text = (city / "plan.txt").read_text(encoding="utf-8")
    path = tmp_path / "2019.txt"
    path.write_text(text.replace("2018", "2019").replace("H30", "H31"), encoding="utf-8")
    return path


def test_a_new_year_of_a_known_plan_gets_only_what_is_new(next_year: Path, tmp_path: Path) -> None:
    before = contents(tmp_path / "data")
    done = invoke("init", str(next_year), *NEW)
    assert done.code == 0
    folder = "data/072036-koriyama/kyodo-2/fy2019"
    assert sorted(done.out.splitlines()) == [f"{folder}/2019.txt", f"{folder}/source.toml"]
    after = contents(tmp_path / "data")
    assert {name: after[name] for name in before} == before
    assert (tmp_path / folder / "2019.txt").read_bytes() == next_year.read_bytes()
    guessed, following = done.err.splitlines()
    assert "第二次郡山市協働推進基本計画 2019年度実施計画" in guessed
    assert following == f"next: kyodo-lod validate {folder}"
    assert invoke("validate", folder).code == 0


def test_the_manifest_says_what_was_found(next_year: Path, tmp_path: Path) -> None:
    invoke("init", str(next_year), *NEW)
    source = (tmp_path / "data/072036-koriyama/kyodo-2/fy2019/source.toml").read_text(
        encoding="utf-8"
    )
    table = tomllib.loads(source)
    assert table["document"]["fiscal_year"] == 2019
    assert table["document"]["title"] == "第二次郡山市協働推進基本計画 2019年度実施計画"
    assert table["release"]["issued"] == table["release"]["modified"] == date(2027, 1, 31)


def test_without_a_day_it_is_today(next_year: Path, tmp_path: Path) -> None:
    days = {date.today()}  # noqa: DTZ011 - the day on the clerk's calendar
    invoke("init", str(next_year), *NEW[:-2])
    days.add(date.today())  # noqa: DTZ011
    source = (tmp_path / "data/072036-koriyama/kyodo-2/fy2019/source.toml").read_text(
        encoding="utf-8"
    )
    assert tomllib.loads(source)["release"]["issued"] in days


def test_a_year_that_is_there_is_refused_and_stays(next_year: Path, tmp_path: Path) -> None:
    invoke("init", str(next_year), *NEW)
    before = contents(tmp_path / "data")
    done = invoke("init", str(next_year), *NEW)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert "init --refresh" in done.err
    assert contents(tmp_path / "data") == before


@pytest.mark.parametrize(
    ("more", "place"),
    [
        (("--municipality", "072037"), "--municipality: '072037'"),
        (("--plan", "../../../etc"), "kyodo-lod: --plan: '../../../etc' is no slug"),
        (("--plan", "Kyodo 2"), "kyodo-lod: --plan: 'Kyodo 2' is no slug"),
    ],
)
def test_what_cannot_name_a_folder_is_refused(
    more: tuple[str, str], place: str, next_year: Path, tmp_path: Path
) -> None:
    before = contents(tmp_path)
    done = invoke("init", str(next_year), *NEW, *more)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.startswith(place)
    assert contents(tmp_path) == before


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("no.txt", None),
        ("a.pdf", b"%PDF-1.7"),
        ("a.txt", b"%PDF-1.7"),
        ("empty.txt", b""),
        ("a.txt", b"a\0\1"),
    ],
)
@pytest.mark.usefixtures("city")
def test_a_document_that_cannot_be_read_makes_nothing(
    name: str, data: bytes | None, tmp_path: Path
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    before = contents(tmp_path)
    done = invoke("init", name, *NEW)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.startswith(name)
    assert contents(tmp_path) == before


def test_refresh_records_the_corrected_document(city: Path) -> None:
    damage(city, 34, "伝承活動等とおして", "伝承活動等をとおして")
    assert invoke("validate", str(city)).code == 1
    before = (city / "source.toml").read_bytes()
    done = invoke("init", "--refresh", str(city))
    assert (done.code, done.out) == (0, f"{city}/source.toml\n")
    assert done.err == (
        f"if it is published, raise version and modified under [release] in {city}/source.toml, "
        "and list the release before it as [[release.earlier]]\n"
    )
    after = (city / "source.toml").read_bytes()
    changed = [
        pair
        for pair in zip(before.splitlines(), after.splitlines(), strict=True)
        if len(set(pair)) > 1
    ]
    assert len(changed) == 1
    assert changed[0][1].startswith(b'sha256 = "')
    assert invoke("read", str(city)).err == ""


def test_refresh_of_what_is_right_changes_nothing(city: Path) -> None:
    before = contents(city)
    done = invoke("init", "--refresh", str(city))
    assert (done.code, done.err) == (0, "")
    assert contents(city) == before


def test_refresh_is_quiet_when_told_so(city: Path) -> None:
    damage(city, 34, "伝承活動等とおして", "伝承活動等をとおして")
    assert invoke("init", "--refresh", str(city), "--quiet").err == ""


def test_a_first_city_gets_a_publisher_and_is_told_what_to_fill_in(
    next_year: Path, tmp_path: Path
) -> None:
    done = invoke("init", str(next_year), *NEW, "--data", "new")
    assert done.code == 0
    assert "new/publisher.toml" in done.out.splitlines()
    (open_places,) = [line for line in done.err.splitlines() if line.startswith("fill in")]
    assert open_places == (
        "fill in before you build: new/072036/municipality.toml ([name] en), "
        "new/072036/kyodo-2/plan.toml ([title] en), "
        "new/publisher.toml ([publisher] name.en, [contact] email)"
    )
    assert "give them readable slugs before you publish" in done.err
    for verb in ("read", "validate", "convert"):
        assert invoke(verb, "new").code == 0
    for key in ("[publisher]: name.en", "[contact]: email", "[name]: en", "[title]: en"):
        refused = invoke("build", "new")
        assert (refused.code, refused.out, refused.err.count("\n")) == (2, "", 1)
        assert f": {key}: is missing; build needs it" in refused.err
        fill_in(tmp_path / "new", key)
    assert not (tmp_path / "dist").exists()


def fill_in(data: Path, key: str) -> None:
    """Uncomment the line that init left open for `key`."""
    name, start = {
        "[publisher]: name.en": ("publisher.toml", "name.en"),
        "[contact]: email": ("publisher.toml", "email"),
        "[name]: en": ("municipality.toml", "en"),
        "[title]: en": ("plan.toml", "en"),
    }[key]
    path = next(data.rglob(name))
    text = path.read_text(encoding="utf-8")
    assert f"# {start} =" in text
    path.write_text(text.replace(f"# {start} =", f"{start} ="), encoding="utf-8")


def test_a_publisher_that_is_there_stays(next_year: Path, tmp_path: Path) -> None:
    before = (tmp_path / "data" / "publisher.toml").read_bytes()
    invoke("init", str(next_year), *NEW, "--municipality", "261009")
    assert (tmp_path / "data" / "publisher.toml").read_bytes() == before


def test_quiet_says_the_paths_only(next_year: Path) -> None:
    done = invoke("init", str(next_year), *NEW, "--quiet")
    assert done.err == ""
    assert done.out.count("\n") == 2


def test_the_remedies_speak_japanese(next_year: Path) -> None:
    done = invoke("init", str(next_year), *NEW, "--lang", "ja")
    assert "推測しました。確かめてください" in done.err
    assert "次は: kyodo-lod validate" in done.err


def test_the_checkout_is_untouched() -> None:
    assert sorted(path.name for path in KORIYAMA.iterdir()) == ["plan.txt", "source.toml"]
