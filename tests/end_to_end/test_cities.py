"""More than one plan: a new city, a second year, and names that must stay what they are."""

import csv
import re
import shutil
from pathlib import Path

import pyoxigraph
import pytest
from end_to_end.process import inside, refused, run

YEAR_2018 = "data/072036-koriyama/kyodo-2/fy2018"
YEAR_2019 = "data/072036-koriyama/kyodo-2/fy2019"
PROJECT = "https://w3id.org/kyodo-lod/id/072036/plan/kyodo-2/fy2018/p/4-15"


def edit(path: Path, *changes: tuple[str, str]) -> None:
    """Replace texts in a file, each once."""
    text = path.read_bytes().decode("utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    path.write_bytes(text.encode("utf-8"))


def add_year(desk: Path, *changes: tuple[str, str]) -> Path:
    """Put next year's document into data/ with `init`, after `changes`; its folder."""
    text = (desk / YEAR_2018 / "plan.txt").read_text(encoding="utf-8")
    text = text.replace("2018", "2019").replace("H30", "R1")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (desk / "plan.txt").write_text(text, encoding="utf-8")
    new = (
        "--municipality",
        "072036",
        "--plan",
        "kyodo-2",
        "--year",
        "2019",
        "--issued",
        "2027-04-01",
    )
    done = inside("init", "plan.txt", *new, cwd=desk)
    assert done.code == 0, done.err
    (desk / "plan.txt").unlink()
    return desk / YEAR_2019


def triples(path: Path) -> set[pyoxigraph.Triple]:
    """Read an N-Triples file."""
    return {q.triple for q in pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.N_TRIPLES)}


def names(dist: Path) -> dict[str, str]:
    """Give IRI → name as listed of the FY2018 projects."""
    slug = "072036-kyodo-2-fy2018"
    return {
        triple.subject.value: triple.object.value
        for triple in triples(dist / "dataset" / slug / f"{slug}.nt")
        if isinstance(triple.subject, pyoxigraph.NamedNode)
        and isinstance(triple.object, pyoxigraph.Literal)
        and triple.predicate.value.endswith("#nameAsListed")
    }


def test_a_new_city_from_a_file_that_excel_saved(desk: Path) -> None:
    text = (desk / YEAR_2018 / "plan.txt").read_text(encoding="utf-8")
    (desk / "京都 計画.txt").write_bytes(
        text.replace("郡山市", "京都市").replace("\n", "\r\n").encode("cp932")
    )
    new = (
        "--municipality",
        "261009",
        "--plan",
        "kyodo-1",
        "--year",
        "2018",
        "--issued",
        "2027-01-31",
    )
    made = run("init", "京都 計画.txt", *new, cwd=desk)
    folder = "data/261009/kyodo-1/fy2018"
    assert made.code == 0
    assert sorted(made.out.splitlines()) == [
        f"{folder}/source.toml", f"{folder}/京都 計画.txt", "data/261009/kyodo-1/plan.toml",
        "data/261009/municipality.toml", "data/261009/units.csv",
    ]  # fmt: skip
    assert "municipality '京都市'" in made.err
    assert "encoding cp932" in made.err
    assert re.search(r"^next: kyodo-lod validate data/261009", made.err, re.MULTILINE)

    validated = run("validate", folder, "--lang", "ja", cwd=desk)
    assert (validated.code, validated.out.count("\n")) == (0, 1), validated.out
    converted = run("convert", folder, "--to", "n-triples", cwd=desk)
    assert (converted.code, converted.err) == (0, "")
    assert "<https://w3id.org/kyodo-lod/id/261009/plan/kyodo-1/fy2018/p/4-15>" in converted.out

    edit(desk / "data/261009/municipality.toml", ("# en =", "en ="))
    edit(desk / "data/261009/kyodo-1/plan.toml", ("# en =", "en ="))
    built = run("build", cwd=desk)
    assert (built.code, built.err.count("\n")) == (0, 1), built.err
    assert " warning document#unit-proposed: 44 units in units.csv" in built.err
    catalog = (desk / "dist" / "catalog.ttl").read_text(encoding="utf-8")
    for slug in ("072036-kyodo-2-fy2018", "261009-kyodo-1-fy2018"):
        assert f"dist/dataset/{slug}/{slug}.ttl  " in built.out
        assert f"<dataset/{slug}>" in catalog
    answer = run("query", "bureau-policy-matrix", cwd=desk).out
    rows = list(csv.DictReader(answer.splitlines()))
    assert {row["dataset"] for row in rows} == {"072036-kyodo-2-fy2018", "261009-kyodo-1-fy2018"}
    assert sum(int(row["projects"]) for row in rows) == 2 * 76


def test_two_years_of_one_plan(desk: Path) -> None:
    add_year(desk)
    together = inside("convert", "data", "--to", "n-triples", cwd=desk)
    assert (together.code, together.err) == (0, "")
    lines = together.out.splitlines()
    assert len(lines) == len(set(lines)), "what both years share is said once"
    assert sum("#PlannedProject>" in line for line in lines) == 2 * 76
    one = inside("convert", YEAR_2018, "--to", "n-triples", cwd=desk).out.splitlines()
    assert set(one) <= set(lines), "a year's dump stands alone in the whole"
    built = inside("build", cwd=desk)
    assert (built.code, built.err) == (0, "")
    years = ("072036-kyodo-2-fy2018", "072036-kyodo-2-fy2019")
    both = [triples(desk / "dist/dataset" / slug / f"{slug}.nt") for slug in years]
    shared = both[0] & both[1]
    subjects = {str(triple.subject) for triple in shared}
    for triple in both[0] ^ both[1]:
        assert str(triple.subject) not in subjects or "/fy" in str(triple), triple
    assert f"dist/dataset/{years[1]}/1.0.0/{years[1]}.nt.gz  " in built.out


def test_of_two_documents_each_fault_tells_where_it_is(desk: Path) -> None:
    shutil.copytree(desk / "data/072036-koriyama", desk / "data/261009")
    edit(desk / "data/261009/municipality.toml", ('"072036"', '"261009"'))
    for city in ("072036-koriyama", "261009"):
        folder = desk / "data" / city / "kyodo-2/fy2018"
        edit(folder / "plan.txt", ("上下水道局総務課", ""))
        assert inside("init", "--refresh", str(folder), cwd=desk).code == 0
    documents = [f"data/{city}/kyodo-2/fy2018/plan.txt" for city in ("072036-koriyama", "261009")]
    for verb in ("read", "validate", "convert", "build"):
        done = inside(verb, "data", cwd=desk)
        assert done.code == 1
        said = done.out if verb == "validate" else done.err
        for document in documents:
            assert f"{document}:69: violation plan#PlannedProject-responsibleUnit: " in said
        if verb in ("convert", "build"):
            assert said.splitlines()[-1].startswith(
                f"{documents[0]}, {documents[1]}: has violations"
            )


def test_the_same_year_twice_is_refused(desk: Path) -> None:
    shutil.copytree(desk / YEAR_2018, desk / "data/072036-koriyama/kyodo-2/fy2018-copy")
    line = refused(
        inside("build", cwd=desk), "data/072036-koriyama/kyodo-2/fy2018-copy/source.toml: "
    )
    assert f"072036-kyodo-2-fy2018 is also at {YEAR_2018}/source.toml" in line
    assert not (desk / "dist").exists()


def test_a_policy_that_changes_its_title_needs_an_enduring_one(desk: Path) -> None:
    old, new = "市民活動への参加と市民参画の促進", "市民活動への参加の促進"
    add_year(desk, (old, new))
    for language, words in (
        ("en", "state the enduring title in plan.toml"),
        ("ja", "plan.toml に、続けて使う名前を書いてください"),
    ):
        line = refused(inside("build", "--lang", language, cwd=desk))
        assert words in line
        assert "plan.toml: [policies]: 4: " in line
        assert old in line
        assert new in line
    edit(
        desk / "data/072036-koriyama/kyodo-2/plan.toml",
        ("[title]", f'[policies]\n4 = "{old}"\n\n[title]'),
    )
    done = inside("build", cwd=desk)
    assert (done.code, done.err) == (0, "")
    graph = triples(desk / "dist/dataset/072036-kyodo-2-fy2019/072036-kyodo-2-fy2019.nt")
    titles = {
        str(t.object)
        for t in graph
        if str(t.subject).endswith("fy2019/policy/4>") and "label" in str(t.predicate)
    }
    assert f'"{new}"@ja' in "".join(titles)


@pytest.fixture
def renamed(published: Path) -> Path:
    """Give a published folder in whose document 4-15 has another name, for the next release."""
    edit(
        published / YEAR_2018 / "plan.txt", ("猪苗代湖の水を守りたい事業", "猪苗代湖の水を守る事業")
    )
    next_release(published)
    return published


def next_release(desk: Path, *more: str) -> None:
    """Record the document, and write the next version into its source.toml."""
    source = desk / YEAR_2018 / "source.toml"
    lines = "\n".join(('version = "1.0.1"', *more))
    before = '[[release.earlier]]\nversion = "1.0.0"\nmodified = 2026-11-23\n\n'
    edit(source, ('version = "1.0.0"', lines), ("[rights]", f"{before}[rights]"))
    assert inside("init", "--refresh", YEAR_2018, cwd=desk).code == 0


def test_another_name_under_a_published_iri_is_refused_until_confirmed(renamed: Path) -> None:
    before = (renamed / "dist" / "SHA256SUMS").read_bytes()
    for language, words in (
        (
            "en",
            [
                "4-15 is published as '猪苗代湖の水を守りたい事業【水道事業】'",
                'renamed = ["4-15"]',
                "keys",
            ],
        ),
        (
            "ja",
            [
                "「猪苗代湖の水を守りたい事業【水道事業】」として公開済み",
                'renamed = ["4-15"]',
                "keys",
            ],
        ),
    ):
        done = inside("build", "--lang", language, cwd=renamed)
        assert (done.code, done.data) == (1, b"")
        (line, _) = done.err.splitlines()
        assert re.match(r"plan\.txt:69: \S+ document#iri-reused: ", line)
        for word in words:
            assert word in line
    assert (renamed / "dist" / "SHA256SUMS").read_bytes() == before
    edit(renamed / YEAR_2018 / "source.toml", ("issued =", 'renamed = ["4-15"]\nissued ='))
    done = inside("build", cwd=renamed)
    assert (done.code, done.err) == (0, "")
    assert names(renamed / "dist")[PROJECT] == "猪苗代湖の水を守る事業【水道事業】"


def test_rows_that_changed_places_keep_their_iris(published: Path) -> None:
    document = published / YEAR_2018 / "plan.txt"
    lines = document.read_bytes().split(b"\n")
    lines[67], lines[68] = lines[68], lines[67]
    document.write_bytes(b"\n".join(lines))
    before = names(published / "dist")
    next_release(published)
    done = inside("build", cwd=published)
    assert done.code == 1
    assert re.findall(
        r"^plan\.txt:(\d+): violation document#iri-reused", done.err, re.MULTILINE
    ) == ["68", "69"]
    swapped = (
        '{ "猪苗代湖の水を守りたい事業【水道事業】" = "4-15", "中央公民館の共催事業" = "4-14" }'
    )
    edit(published / YEAR_2018 / "source.toml", ("issued =", f"keys = {swapped}\nissued ="))
    done = inside("build", cwd=published)
    assert (done.code, done.err) == (0, "")
    assert names(published / "dist") == before
    table = published / "dist/dataset/072036-kyodo-2-fy2018/072036-kyodo-2-fy2018-projects.csv"
    rows = {
        row["ID"]: row for row in csv.DictReader(table.read_text(encoding="utf-8-sig").splitlines())
    }
    moved = rows["072036-kyodo-2-fy2018-4-15"]
    assert (moved["事業名"], moved["施策内順"], moved["出典行"]) == (
        "猪苗代湖の水を守りたい事業",
        "14",
        "68",
    )


def test_a_dataset_that_is_gone_leaves_no_files_but_its_releases(published: Path) -> None:
    add_year(published)
    assert inside("build", "--quiet", cwd=published).code == 0
    shutil.rmtree(published / YEAR_2019)
    done = inside("build", "--quiet", cwd=published)
    assert (done.code, done.err) == (0, "")
    left = sorted(
        p.relative_to(published / "dist").as_posix()
        for p in published.glob("dist/dataset/*fy2019/**/*")
        if p.is_file()
    )
    assert left == ["dataset/072036-kyodo-2-fy2019/1.0.0/072036-kyodo-2-fy2019.nt.gz"]
