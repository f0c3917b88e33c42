"""The limits of `serve` as options."""

import click
from click.testing import CliRunner

from kyodo_lod.cli.serve_limits import limit_options, serve_limits
from kyodo_lod.serve.limits import LIMITED, ServeLimits


def chosen(*options: str) -> ServeLimits:
    """Give the limits that options choose."""
    found: list[ServeLimits] = []

    @click.command()
    @limit_options
    def command(**given: int) -> None:
        found.append(serve_limits(given))

    result = CliRunner().invoke(command, options)
    assert result.exit_code == 0, result.output
    return found[0]


def test_without_a_word_the_limits_are_those_of_the_server() -> None:
    assert chosen() == LIMITED


def test_sizes_are_in_mib_and_zero_lifts_what_may_be_lifted() -> None:
    limits = chosen("--max-result", "2", "--per-client", "0", "--slow", "3")
    assert (limits.result, limits.per_client, limits.slow) == (2 * 1024 * 1024, 0, 3)
