"""A query without solutions names what may have been meant."""

from pathlib import Path

import pytest
from cli.running import invoke

from kyodo_lod.cli.no_solutions import near


def test_an_empty_answer_names_the_nearest_value(tmp_path: Path) -> None:
    data = tmp_path / "data.ttl"
    data.write_text('<https://example.org/a> <https://example.org/p> "保健福祉部" .', "utf-8")
    question = b"SELECT ?s ?o { ?s ?p ?o }"
    ask = ("query", "-", "--data", str(data), "--param", "o=保健福祉課")
    done = invoke(*ask, stdin=question)
    assert (done.code, done.out.split()) == (0, ["s,o"])
    assert done.err == "-: nothing fits --param o=保健福祉課; did you mean 保健福祉部?\n"
    assert invoke(*ask, "--quiet", stdin=question).err == ""
    assert invoke(*ask[:-1], "o=保健福祉部", stdin=question).err == ""


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("部", ["保健福祉部", "教育総務部", "総務部"]),
        ("総務課", ["総務部", "教育総務部"]),
        ("福祉", ["保健福祉部"]),
        ("", []),
        ("xyz", []),
    ],
)
def test_what_holds_a_value_comes_before_what_is_spelt_alike(value: str, meant: list[str]) -> None:
    assert near(value, ["保健福祉部", "教育総務部", "総務部", "市民部"]) == meant
