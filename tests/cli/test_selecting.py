"""Which rules count."""

from cli.running import invoke


def test_rules_are_selected_and_ignored(arguments: list[str]) -> None:
    assert invoke(*arguments, "--select", "https://example.org/S").code == 1
    assert invoke(*arguments, "--ignore", "https://example.org/*").code == 0
    done = invoke(*arguments, "--select", "https://example.org/R")
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
