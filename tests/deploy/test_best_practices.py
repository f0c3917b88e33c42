"""W3C's 35 best practices: all are judged, and what they point to in dist/ is there."""

import re
from collections import Counter

from deploy.published import datasets
from deploy.servers import DIST, ROOT

PAGE = (ROOT / "docs" / "best-practices.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (\d+) \| ([^|]+) \| ([a-z ]+) \| (.+) \|$", PAGE, re.MULTILINE)
_STATES = ("met", "partly", "not met", "not applicable")
_CITED = re.compile(r"`([^`\s]+\.[a-z.]+)`(?: \((`[^)]*`)\))?")


def test_all_are_judged_and_counted() -> None:
    assert [int(number) for number, *_ in ROWS] == list(range(1, 36))
    states = Counter(state for _, _, state, _ in ROWS)
    assert set(states) <= set(_STATES)
    said = ", ".join(f"{states[state]} {state}" for state in _STATES if states[state])
    assert f" {said}. " in PAGE


def test_what_is_pointed_to_is_in_dist() -> None:
    dataset = datasets(DIST)[0]
    found = 0
    for number, _, _, where in ROWS:
        for name, terms in _CITED.findall(where):
            path = name.replace("…", "dataset/<slug>/<slug>").replace("<slug>", dataset.slug)
            if "://" in name or name == "publisher.toml":
                continue
            file = DIST / path.replace("<version>", dataset.version)
            assert file.is_file(), f"{number}: {name}"
            for term in re.findall(r"`([^`]+)`", terms):
                assert term in file.read_text(encoding="utf-8"), f"{number}: {name}: {term}"
                found += 1
    assert found > 40


def test_nothing_is_a_promise_without_evidence() -> None:
    for number, _, state, where in ROWS:
        evidence = _CITED.search(where) or "](" in where
        assert evidence or state != "met" or number == "12", number
