"""On a terminal: colour, tables, progress. In a pipe: none of it. As the environment says."""

import json
import re
from pathlib import Path

import pytest
from end_to_end.process import on_terminal, refused, run

ESCAPE = "\x1b["
COUNT = "SELECT (COUNT(*) AS ?n) { ?p a kyo:PlannedProject }"


@pytest.fixture(scope="module")
def answer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a small query file."""
    (path := tmp_path_factory.mktemp("query") / "count.rq").write_text(COUNT, encoding="utf-8")
    return path


def test_a_query_is_a_table_for_a_person_and_csv_in_a_pipe(built: Path, answer: Path) -> None:
    seen = on_terminal("query", str(answer), cwd=built)
    assert (seen.code, seen.err) == (0, "")
    assert ESCAPE in seen.out
    plain = re.sub(r"\x1b\[[0-9;]*m", "", seen.out)
    assert re.search(r"^ +n +$", plain, re.MULTILINE)
    assert "─" in plain
    assert plain.endswith("\n1 row\n")
    piped = run("query", str(answer), cwd=built)
    assert piped.data == b"n\r\n76\r\n"


def test_the_table_has_the_width_of_the_window(built: Path, tmp_path: Path) -> None:
    (query := tmp_path / "texts.rq").write_text(
        "SELECT ?text { ?p dct:description ?text } ORDER BY ?text LIMIT 3", encoding="utf-8"
    )
    for columns in (60, 140):
        seen = on_terminal(
            "query", str(query), cwd=built, columns=columns, environment={"NO_COLOR": "1"}
        )
        rule = next(line for line in seen.out.splitlines() if "──" in line)
        assert columns - 3 <= len(rule.rstrip()) <= columns


def test_severities_are_red_and_yellow_for_a_person(city: Path, desk: Path) -> None:
    document = city / "plan.txt"
    text = document.read_text(encoding="utf-8").replace("総務部人事課", "総務部人事科")
    document.write_text(text, encoding="utf-8")
    seen = on_terminal("validate", "data", cwd=desk, columns=500)
    assert seen.code == 1
    assert "\x1b[31m\x1b[1mviolation\x1b[0m document#sha256" in seen.out
    assert "\x1b[33m\x1b[1mwarning\x1b[0m plan#PlannedProject-registeredUnit" in seen.out
    read = on_terminal("read", "data", cwd=desk, columns=500, watched=["stderr"])
    assert ESCAPE not in read.out
    assert "\x1b[33m\x1b[1mwarning\x1b[0m" in read.err
    for done in (
        run("validate", "data", cwd=desk),
        on_terminal("validate", "data", cwd=desk, environment={"NO_COLOR": "1"}),
        on_terminal(
            "validate", "data", cwd=desk, environment={"NO_COLOR": "1", "FORCE_COLOR": "1"}
        ),
    ):
        assert ESCAPE not in done.out + done.err
    assert ESCAPE in run("validate", "data", cwd=desk, environment={"FORCE_COLOR": "1"}).out


def test_machine_formats_are_never_coloured(city: Path, desk: Path) -> None:
    (city / "plan.txt").write_bytes((city / "plan.txt").read_bytes() + b"\n\xe7\xb5\x82")
    seen = on_terminal(
        "validate", "data", "--report", "json", cwd=desk, environment={"FORCE_COLOR": "1"}
    )
    assert ESCAPE not in seen.out
    assert json.loads(seen.out)["conforms"] is False


def test_progress_is_for_a_person_only(published: Path) -> None:
    seen = on_terminal("build", cwd=published, watched=["stderr"])
    assert (seen.code, ESCAPE in seen.out) == (0, False)
    assert "072036-kyodo-2-fy2018" in seen.err
    assert ESCAPE in seen.err
    assert seen.data == (published / "stdout.txt").read_bytes()
    quiet = on_terminal("build", "--quiet", cwd=published, watched=["stderr"])
    assert (quiet.code, quiet.data, quiet.err) == (0, b"", "")


@pytest.mark.parametrize(
    ("environment", "arguments", "word"),
    [
        ({}, (), "no such file"),
        ({}, ("--lang", "ja"), "ファイルがありません"),
        ({"LANG": "ja_JP.UTF-8"}, (), "ファイルがありません"),
        ({"LANG": "ja_JP.UTF-8"}, ("--lang", "en"), "no such file"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "ja_JP.eucJP"}, (), "ファイルがありません"),
        ({"KYODO_LOD_LANG": "ja"}, (), "ファイルがありません"),
        ({"KYODO_LOD_LANG": "en", "LANG": "ja_JP.UTF-8"}, (), "no such file"),
        ({"KYODO_LOD_READ_LANG": "ja"}, (), "ファイルがありません"),
    ],
)
def test_the_language_is_the_readers(
    environment: dict[str, str], arguments: tuple[str, ...], word: str, tmp_path: Path
) -> None:
    assert word in refused(
        run("read", "nope", *arguments, cwd=tmp_path, environment=environment), "nope: "
    )


def test_data_and_machine_formats_do_not_depend_on_the_language(city: Path, desk: Path) -> None:
    document = city / "plan.txt"
    document.write_bytes(document.read_bytes().replace("総務部人事課".encode(), b"", 1))
    arguments = ("validate", "data", "--report", "json")
    english = run(*arguments, cwd=desk)
    japanese = run(*arguments, cwd=desk, environment={"LANG": "ja_JP.UTF-8"})
    assert english.code == japanese.code == 1
    assert english.data == japanese.data
    (report,) = json.loads(english.out)["reports"]
    for finding in report["findings"]:
        assert re.search("[ぁ-ん]", finding["message"]["ja"])
        assert not re.search("[ぁ-ん]", finding["message"]["en"])


@pytest.mark.parametrize(
    ("variable", "value", "arguments", "sign"),
    [
        ("KYODO_LOD_CONVERT_TO", "n-triples", ("convert", "data"), "<https://w3id.org/kyodo-lod/dataset/"),
        ("KYODO_LOD_CONVERT_BASE", "https://example.org/", ("convert", "data"), "@base <https://example.org/>"),
        ("KYODO_LOD_READ_FORMAT", "json", ("read", "data"), '{\n  "dataset"'),
        ("KYODO_LOD_QUERY_FORMAT", "tsv", ("query", "projects"), "?dataset\t?policyNumber"),
        ("KYODO_LOD_QUERY_LIST", "1", ("query",), "account-marks\t"),
        ("KYODO_LOD_EXPLAIN_LANG", "ja", ("explain", "row-cells"), "document#row-cells (違反)"),
    ],
)  # fmt: skip
def test_an_option_comes_from_its_environment_variable(
    variable: str, value: str, arguments: tuple[str, ...], sign: str, built: Path
) -> None:
    done = run(*arguments, cwd=built, environment={variable: value})
    assert done.code == 0, done.err
    assert done.out.startswith(sign)


def test_build_takes_its_folder_from_the_environment_and_the_command_line_comes_first(
    built: Path, tmp_path: Path
) -> None:
    environment = {"KYODO_LOD_BUILD_OUT": str(tmp_path / "elsewhere"), "KYODO_LOD_BUILD_QUIET": "1"}
    done = run("build", cwd=built, environment=environment)
    assert (done.code, done.data) == (0, b"")
    sums = (built / "dist" / "SHA256SUMS").read_bytes()
    assert (tmp_path / "elsewhere" / "SHA256SUMS").read_bytes() == sums
    checked = run("build", "--out", "dist", "--check", cwd=built, environment=environment)
    assert (checked.code, checked.data) == (0, b"")


@pytest.mark.parametrize("name", ["KYODO_LOD_VERSION", "KYODO_LOD_HELP", "KYODO_LOD_READ_HELP"])
def test_a_variable_that_a_ci_may_set_for_itself_is_no_option(name: str, built: Path) -> None:
    done = run("read", "data", cwd=built, environment={name: "0.1.0"})
    assert (done.code, done.err) == (0, "")


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
)
def test_a_terminal_set_to_ascii_does_no_harm(environment: dict[str, str], built: Path) -> None:
    for arguments in (["--help"], ["read", "data"], ["convert", "data"], ["query", "projects"]):
        expected = run(*arguments, cwd=built)
        assert run(*arguments, cwd=built, environment=environment) == expected
    line = refused(run("read", "計画", "--lang", "ja", cwd=built, environment=environment))
    assert line.endswith("ファイルがありません。")
    assert line.startswith("計画: ") or "PYTHONUTF8" in environment
