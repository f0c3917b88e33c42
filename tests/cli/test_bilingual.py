"""Help and messages in two languages, chosen by option, environment or locale."""

import os
import re
from unittest import mock

import click
import pytest
from cli.running import invoke

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.cli import kyodo_lod
from kyodo_lod.cli.bilingual import Command, Option, choose_early, language, locale_language, say
from kyodo_lod.cli.commands import VERBS

_JAPANESE = re.compile("[\u3041-\u30ff\u4e00-\u9fff]")
COMMANDS = [[], *([verb] for verb in VERBS)]


def command(verb: str) -> click.Command:
    found = kyodo_lod.get_command(click.Context(kyodo_lod), verb)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, "en"),
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "JA_jp"}, "ja"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "ja_JP.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "C", "LC_ALL": "ja_JP.eucJP"}, "ja"),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": ""}, "ja"),
    ],
)
def test_the_locale_gives_the_language(environ: dict[str, str], expected: str) -> None:
    assert locale_language(environ) == expected


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"KYODO_LOD_LANG": "ja", "LANG": "en_GB.UTF-8"}, "ja"),
        ({"KYODO_LOD_LANG": "en", "LANG": "ja_JP.UTF-8"}, "en"),
        ({"KYODO_LOD_LANG": "fr", "LANG": "ja_JP.UTF-8"}, "ja"),
        ({"KYODO_LOD_LANG": "", "LANG": "ja_JP.UTF-8"}, "ja"),
    ],
)
def test_the_environment_variable_comes_before_the_locale(
    environ: dict[str, str], expected: str
) -> None:
    with mock.patch.dict(os.environ, environ, clear=True):
        assert language() == expected
        assert say(Bilingual("日本語", "English")) == Bilingual("日本語", "English").text(
            language()
        )


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--lang", "ja", "read", "nope"], "ja"),
        (["read", "nope", "--lang", "ja"], "ja"),
        (["read", "nope", "--lang=ja"], "ja"),
        (["--lang", "ja", "read", "nope", "--lang", "en"], "en"),
        (["read", "nope"], "en"),
        (["no-such-verb", "--lang", "ja"], "ja"),
        (["read", "--no-such-option", "--lang", "ja"], "ja"),
        (["read", "nope", "--lang"], "en"),
        (["read", "nope", "--lang", "fr"], "en"),
    ],
)
def test_an_error_speaks_the_language_of_the_command_line(
    arguments: list[str], expected: str
) -> None:
    done = invoke(*arguments)
    assert done.code == 2
    assert bool(_JAPANESE.search(done.err)) == (expected == "ja"), done.err


def test_a_verb_takes_its_language_from_its_own_variable_too() -> None:
    assert "ありません" in invoke("read", "nope", environment={"KYODO_LOD_READ_LANG": "ja"}).err


def test_a_language_that_is_not_offered_is_refused_by_name() -> None:
    done = invoke("read", "nope", environment={"KYODO_LOD_LANG": "fr"})
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert "--lang" in done.err
    assert "'ja', 'en'" in done.err


def test_a_choice_ends_with_its_run() -> None:
    assert _JAPANESE.search(invoke("--lang", "ja", "read", "nope").err)
    assert not _JAPANESE.search(invoke("read", "nope").err)
    assert "KYODO_LOD_LANG" not in os.environ


def test_an_unknown_early_choice_leaves_the_locale() -> None:
    with mock.patch.dict(os.environ, {"LANG": "ja_JP.UTF-8"}, clear=True):
        choose_early(["--lang", "de"])
        assert language() == "ja"


@pytest.mark.parametrize("verb", VERBS)
def test_every_option_says_what_it_does_in_both_languages(verb: str) -> None:
    for option in command(verb).params:
        if isinstance(option, click.Option):
            assert isinstance(option, Option), option.name
            assert option.help, option.name
            assert not _JAPANESE.search(option.help), option.name
            assert _JAPANESE.search(option.ja), option.name


@pytest.mark.parametrize("verb", VERBS)
def test_every_command_has_help_in_both_languages_with_the_same_examples(verb: str) -> None:
    found = command(verb)
    assert isinstance(found, Command)
    assert found.help
    assert _JAPANESE.search(found.ja)
    english, japanese = (
        re.findall(r"^ *(?:.*\| )?(kyodo-lod \S+)", text, re.MULTILINE)
        for text in (found.help, found.ja)
    )
    assert english, "no example"
    assert english == japanese
    assert any(verb in example for example in english)


@pytest.mark.parametrize("words", COMMANDS)
def test_help_shows_each_example_on_a_line_of_its_own(words: list[str]) -> None:
    for chosen in ("ja", "en"):
        done = invoke(*words, "--lang", chosen, "--help")
        assert done.code == 0
        assert done.err == ""
        assert "\\b" not in done.out
        examples = [line for line in done.out.splitlines() if " kyodo-lod " in f" {line}"]
        assert all(line.count("kyodo-lod") == 1 for line in examples), examples


@pytest.mark.parametrize("words", COMMANDS)
def test_help_speaks_one_language(words: list[str]) -> None:
    japanese = invoke(*words, "--lang", "ja", "--help").out
    english = invoke(*words, "--help").out
    assert english.startswith("Usage: ")
    assert "Show this message" in english
    assert japanese.startswith("使い方: ")
    assert "この説明を表示します" in japanese
    for word in ("Usage:", "Options:", "Commands:", "Show this", "Exit status"):
        assert word not in japanese
    without_title = english.replace("実施計画", "").replace("word=防災", "")
    assert not _JAPANESE.search(without_title)


def test_what_click_adds_to_help_is_japanese_too() -> None:
    japanese = invoke("query", "--help", "--lang", "ja").out
    assert "[省略時: dist]" in japanese
    assert "[default" not in japanese


def test_help_in_one_language_leaves_the_other_as_it_was() -> None:
    before = invoke("read", "--help").out
    invoke("read", "--help", "--lang", "ja")
    assert invoke("read", "--help").out == before


def test_help_lists_options_and_no_arguments() -> None:
    options = invoke("read", "--help").out.partition("Options:")[2]
    assert "PATH" not in options
