"""Each verb as its users run it: data on stdout, all else on stderr, the exit status."""

import csv
import gzip
import hashlib
import io
import json
import os
import subprocess
from pathlib import Path

import pytest
from end_to_end.process import COMMAND, refused, run

DATASET = "dist/dataset/072036-kyodo-2-fy2018/072036-kyodo-2-fy2018"
BARE = ("--municipality", "072036", "--plan", "kyodo-2", "--year", "2018")


def test_read(desk: Path) -> None:
    done = run("read", "data/072036-koriyama", cwd=desk)
    assert (done.code, done.err) == (0, "")
    assert "猪苗代湖の水を守りたい事業【水道事業】" in done.out


def test_validate(desk: Path) -> None:
    done = run("validate", "data/072036-koriyama", cwd=desk)
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "data/072036-koriyama/kyodo-2/fy2018/plan.txt: read 76 projects under 7 policies, no violations\n"
    )


def test_convert_through_a_pipe_into_validate(desk: Path) -> None:
    converted = run("convert", "data", "--to", "n-triples", cwd=desk)
    assert (converted.code, converted.err) == (0, "")
    done = run("validate", "-", "--from", "n-triples", cwd=desk, stdin=converted.data)
    assert (done.code, done.out) == (0, "-: no violations\n")
    again = run("convert", "data", "--to", "n-triples", "-o", "plan.nt", cwd=desk)
    assert (again.code, again.data) == (0, b"")
    assert (desk / "plan.nt").read_bytes() == converted.data


def test_a_document_through_stdin_to_stdout(city: Path, desk: Path) -> None:
    data = (city / "plan.txt").read_bytes()
    done = run("convert", "-", *BARE, "-o", "-", "--quiet", cwd=desk, stdin=data)
    assert (done.code, done.err) == (0, "")
    assert "猪苗代湖の水を守りたい事業" in done.out


def test_build_gives_what_the_contract_names(built: Path) -> None:
    names = {
        path.relative_to(built).as_posix() for path in built.glob("dist/**/*") if path.is_file()
    }
    expected = {f"{DATASET}.{extension}" for extension in ("ttl", "jsonld", "nt", "rdf", "trig")}
    expected |= {
        f"{DATASET}-projects.csv",
        "dist/dataset/072036-kyodo-2-fy2018/1.0.0/072036-kyodo-2-fy2018.nt.gz",
        "dist/catalog.ttl", "dist/SHA256SUMS", "dist/def.ttl", "dist/def/1.0.0.ttl",
        "dist/context.jsonld", "dist/shapes/plan.ttl", "dist/shapes/document.ttl",
        "dist/scheme/account.ttl", "dist/scheme/unit-level.ttl",
        "dist/queries/bureau-policy-matrix.rq", "dist/queries/bureau-policy-matrix.csv",
    }  # fmt: skip
    assert expected <= names
    printed = {line.partition("  ")[0] for line in (built / "stdout.txt").read_text().splitlines()}
    assert printed == names
    release = built / "dist/dataset/072036-kyodo-2-fy2018/1.0.0/072036-kyodo-2-fy2018.nt.gz"
    assert gzip.decompress(release.read_bytes()) == (built / f"{DATASET}.nt").read_bytes()


def test_the_checksums_are_those_of_sha256sum(built: Path) -> None:
    lines = (built / "dist/SHA256SUMS").read_text(encoding="utf-8").splitlines()
    listed = dict(reversed(line.split("  ", 1)) for line in lines)
    found = {
        path.relative_to(built / "dist").as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in built.glob("dist/**/*")
        if path.is_file() and path.name != "SHA256SUMS"
    }
    assert listed == found


def test_check_after_a_build_finds_nothing_in_any_zone_locale_or_hash_seed(built: Path) -> None:
    environment = {
        "TZ": "Asia/Tokyo", "LANG": "ja_JP.UTF-8", "LC_ALL": "C", "PYTHONHASHSEED": "7",
        "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii",
    }  # fmt: skip
    done = run("build", "--check", cwd=built, environment=environment)
    assert (done.code, done.data, done.err) == (0, b"", "")


def test_query(built: Path) -> None:
    done = run("query", "bureau-policy-matrix", cwd=built)
    assert (done.code, done.err) == (0, "")
    assert sum(int(row["projects"]) for row in csv.DictReader(io.StringIO(done.out))) == 76
    answer = (built / "dist/queries/bureau-policy-matrix.csv").read_bytes()
    assert done.data == answer
    own = run("query", "-", "--format", "json", cwd=built, stdin=b"ASK { ?p a kyo:PlannedProject }")
    assert json.loads(own.out)["boolean"] is True


def test_explain(desk: Path) -> None:
    done = run("explain", "row-cells", "--lang", "ja", cwd=desk)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("document#row-cells (違反)\n")


def test_init_of_a_new_year(city: Path, desk: Path) -> None:
    text = (city / "plan.txt").read_text(encoding="utf-8")
    (desk / "次年度 plan.txt").write_text(
        text.replace("2018", "2019").replace("H30", "R1"), encoding="utf-8"
    )
    new = ("--municipality", "072036", "--plan", "kyodo-2", "--year", "2019")
    done = run("init", "次年度 plan.txt", *new, cwd=desk)
    assert done.code == 0
    folder = "data/072036-koriyama/kyodo-2/fy2019"
    assert sorted(done.out.splitlines()) == [f"{folder}/source.toml", f"{folder}/次年度 plan.txt"]
    assert done.err.splitlines()[-1] == f"next: kyodo-lod validate {folder}"
    assert run("validate", folder, cwd=desk).code == 0


def test_a_violation_is_status_1_and_a_warning_is_not(city: Path, desk: Path) -> None:
    document = city / "plan.txt"
    document.write_bytes(
        document.read_bytes().replace("努めます".encode(), "つとめます".encode(), 1)
    )
    assert run("read", "data", cwd=desk).code == 0
    assert run("read", "data", "--warnings-as-errors", cwd=desk).code == 1
    for verb in ("convert", "build"):
        done = run(verb, "data", cwd=desk)
        assert (done.code, done.data) == (1, b"")
        assert done.err.startswith("plan.txt: violation document#sha256: ")
        assert "kyodo-lod init --refresh" in done.err
    validated = run("validate", "data", cwd=desk)
    assert validated.code == 1
    place = document.relative_to(desk)
    assert validated.out.startswith(f"{place}: violation document#sha256: ")
    assert sorted(path.name for path in desk.iterdir()) == ["data"]


def test_the_installed_command_is_the_same_program(desk: Path) -> None:
    command = Path(COMMAND[0]).with_name("kyodo-lod")
    if not command.exists():
        pytest.skip("the package is not installed with its console script")
    done = subprocess.run([command, "--version"], cwd=desk, capture_output=True, check=True)
    assert done.stdout == run("--version", cwd=desk).data
    assert (
        subprocess.run([command, "bild"], cwd=desk, capture_output=True, check=False).returncode
        == 2
    )


def test_a_file_name_may_hold_anything(city: Path, desk: Path) -> None:
    odd = "計画\n 2018 $(x) 'a\".txt"
    (city / "plan.txt").rename(city / odd)
    source = (city / "source.toml").read_text(encoding="utf-8")
    (city / "source.toml").write_text(
        source.replace('"plan.txt"', json.dumps(odd, ensure_ascii=False)), encoding="utf-8"
    )
    done = run("validate", str(city / odd), cwd=desk)
    if done.code == 0:  # a name that XML and terminals can hold
        assert done.out.count("\n") == 1
    else:
        refused(done)
    missing = run("read", f"no {odd}", cwd=desk)
    refused(missing)


def test_a_name_that_is_no_text_at_all_is_shown_as_far_as_it_is(desk: Path) -> None:
    name = os.fsdecode(b"\xff\xfe.txt")
    refused(run("read", name, cwd=desk))


def test_one_broken_path_of_two_is_named(built: Path) -> None:
    for paths in (("data", "nope.ttl"), ("nope.ttl", "data")):
        done = run("validate", *paths, cwd=built)
        assert (done.code, done.err.count("\n")) == (2, 1)
        assert done.err.startswith("nope.ttl: ")
        assert "read 76 projects" in done.out
