"""Mistakes in the command line: one line that names the command, the mistake and the help."""

import re

import pytest
from cli.running import invoke

from kyodo_lod.cli.usage import Usage, usage_line

#: arguments → what the line says in English, in Japanese
MISTAKES = {
    ("bild",): ("no such command 'bild'; did you mean build?", "もしかして: build"),
    ("xyzzy",): ("no such command 'xyzzy'", "「xyzzy」というコマンドはありません"),
    ("read",): ("Missing argument 'PATH'", "'PATH' がありません"),
    ("validate",): ("Missing argument 'PATH...'", "'PATH...' がありません"),
    ("read", "x", "--form", "csv"): ("No such option", "--form というオプションはありません"),
    ("read", "x", "--formt", "csv"): ("--format", "もしかして: --format"),
    ("read", "x", "--format", "xml"): (
        "'xml' is not one of 'table', 'json', 'csv'",
        "選べるもの: table, json, csv",
    ),
    ("convert", "x", "--to", "n3"): ("'rdf-xml'", "rdf-xml"),
    ("validate", "x", "--report", "pdf"): ("'text', 'json'", "text, json"),
    ("query", "x", "--from", "csv"): ("'turtle'", "turtle"),
    ("read", "x", "--year", "abc"): ("not a valid", "1947 から 2999 までの整数"),
    ("read", "x", "--year", "30"): ("not in the range", "1947 から 2999 までの整数"),
    ("serve", "--seconds", "abc"): ("not a valid", "1以上の整数"),
    ("query", "x", "--param"): ("requires an argument", "--param の値がないか、余分です"),
    ("build", "--check=1"): ("does not take a value", "--check の値がないか、余分です"),
    ("build", "a", "b"): ("unexpected extra argument (b)", "引数が違います"),
    ("query",): ("query --list names the ready ones", "一覧は query --list です"),
    ("query", "x", "--param", "word"): ("'word' is not NAME=VALUE", "名前=値 の形ではありません"),
    ("query", "x", "--param", "=word"): ("'=word' is not NAME=VALUE", "名前=値 の形ではありません"),
    ("explain",): ("explain --list names them all", "一覧は explain --list です"),
    ("init", "x"): ("needs --municipality, --plan and --year", "--municipality、--plan、--year"),
    (
        "init", "x", "--municipality", "072036", "--plan", "p", "--year", "2018", "--issued", "H30",
    ): ("--issued 'H30' is no date", "--issued の「H30」は日付ではありません"),
    ("read", "x", "--plan", "p"): ("belong together", "三つとも"),
    ("validate", "-"): ("needs --from", "--from が要ります"),
    ("query", "projects", "--data", "-"): ("needs --from", "--from が要ります"),
    ("--lang", "fr", "build"): ("'ja', 'en'", "ja, en"),
}  # fmt: skip


@pytest.mark.parametrize(("arguments", "words"), MISTAKES.items(), ids=map(" ".join, MISTAKES))
def test_a_mistake_is_one_line_in_the_language_of_its_reader(
    arguments: tuple[str, ...], words: tuple[str, str]
) -> None:
    for environment, word in zip(({}, {"KYODO_LOD_LANG": "ja"}), words, strict=True):
        done = invoke(*arguments, environment={**environment, "LANG": "C.UTF-8"})
        assert (done.code, done.out) == (2, "")
        assert re.fullmatch(r"[^\n]+\n", done.err), done.err
        if environment and arguments[0] == "--lang":
            continue  # an option comes before the environment
        assert word in done.err
        assert "--help" in done.err


#: arguments, the variable that is wrong, its value
IN_ENVIRONMENT = [
    (("serve",), "KYODO_LOD_SERVE_SECONDS", "abc"),
    (("serve",), "KYODO_LOD_SERVE_LOG", "abc"),
    (("serve",), "KYODO_LOD_SERVE_ROOT_PATH", "abc"),
    (("serve", "--port", "0"), "KYODO_LOD_SERVE_TRUST_PROXY", "abc"),
    (("read", "x"), "KYODO_LOD_READ_YEAR", "30"),
    (("convert", "x"), "KYODO_LOD_CONVERT_TO", "n3"),
    (("query", "projects"), "KYODO_LOD_QUERY_DATA", "-"),
]


@pytest.mark.parametrize(("arguments", "variable", "value"), IN_ENVIRONMENT)
def test_a_mistake_in_the_environment_names_its_variable(
    arguments: tuple[str, ...], variable: str, value: str
) -> None:
    for language, words in (
        ("en", "the environment sets it: {}"),
        ("ja", "(環境変数 {} の値です)"),
    ):
        environment = {variable: value, "KYODO_LOD_LANG": language, "LANG": "C.UTF-8"}
        done = invoke(*arguments, environment=environment)
        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
        assert words.format(variable) in done.err


def test_what_the_command_line_says_is_not_blamed_on_the_environment() -> None:
    environment = {"KYODO_LOD_SERVE_PORT": "8001", "KYODO_LOD_SERVE_SECONDS": "5"}
    assert "KYODO_LOD" not in invoke("serve", "--seconds", "abc", environment=environment).err


@pytest.mark.parametrize("arguments", [a for a in MISTAKES if a[0] in ("read", "query", "build")])
def test_a_mistake_names_its_command(arguments: tuple[str, ...]) -> None:
    assert invoke(*arguments).err.startswith(f"kyodo-lod {arguments[0]}: ")


def test_what_steers_a_terminal_is_shown_not_sent() -> None:
    done = invoke("\x1b[31m\u202enope\n")
    assert done.err.count("\n") == 1
    assert not re.search("[\x1b\u202e]", done.err)


def test_a_line_without_a_context_names_the_program() -> None:
    assert usage_line(Usage("だめ", "no")) == "kyodo-lod: no (see kyodo-lod --help)"
