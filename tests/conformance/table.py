"""The W3C suite of SHACL in a table: `python -m conformance.table` in tests/ writes it.

For each folder: how many tests, how many `--engine auto` passes (fast, and pySHACL for what it leaves),
how many of them the fast engine answers itself, and how many pySHACL passes.
"""

import sys
from collections import Counter
from collections.abc import Iterator

from conformance.test_w3c_shacl import FILES, LEFT, WRONG, case, found_key, graph, shapes_of

from kyodo_lod.check.engine import run
from kyodo_lod.errors import KyodoError


def outcome(name: str, engine: str) -> tuple[bool, str]:
    """Give whether an engine passes a test, and which one answered."""
    expected = case(name).expected
    try:
        found = run(graph(case(name).data), shapes_of(name), engine)
    except KyodoError:
        return expected is None, "refused"
    return set(map(found_key, found.results)) == expected, found.engine.partition(" ")[0]


def lines() -> Iterator[str]:
    """Give the table in Markdown, and the exceptions with their reasons."""
    counts = {column: Counter[str]() for column in ("tests", "auto", "fast itself", "pySHACL")}
    for name in FILES:
        folder = name.rpartition("/")[0]
        (passes, by), (is_passed, _) = outcome(name, "auto"), outcome(name, "pyshacl")
        told = {
            "tests": True,
            "auto": passes,
            "fast itself": passes and by == "fast",
            "pySHACL": is_passed,
        }
        for column, is_true in told.items():
            counts[column][folder] += is_true
    yield f"| folder | {' | '.join(counts)} |"
    yield "|---|" + "---|" * len(counts)
    for folder in counts["tests"]:
        yield f"| {folder} | {' | '.join(str(each[folder]) for each in counts.values())} |"
    yield f"| all | {' | '.join(str(each.total()) for each in counts.values())} |"
    yield from (f"- not passed: {name}: {reason}" for name, reason in WRONG.items())
    yield from (
        f"- left to pySHACL by the fast engine, {folder}: {why}" for folder, why in LEFT.items()
    )


if __name__ == "__main__":
    sys.stdout.write("".join(f"{line}\n" for line in lines()))
