"""Names of findings that outlast moved lines."""

from dataclasses import replace

from check.reports.findings import ALIKE, FINDINGS, PLAIN

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.check.reports.fingerprint import fingerprints
from kyodo_lod.origin import Origin


def test_they_are_unique_and_the_same_each_time() -> None:
    names = fingerprints([*FINDINGS, PLAIN, PLAIN], "x")
    assert len(set(names)) == len(FINDINGS) + 2
    assert names == fingerprints([*FINDINGS, PLAIN, PLAIN], "x")
    assert all(len(name) == 32 and int(name, 16) >= 0 for name in names)


def test_a_moved_line_keeps_its_name() -> None:
    moved = [replace(finding, origin=Origin("plan.txt", 7)) for finding in ALIKE]
    assert fingerprints(moved, "x") == fingerprints(ALIKE, "x")


def test_another_fault_or_file_has_another_name() -> None:
    (name,) = fingerprints([PLAIN], "x")
    others = (
        fingerprints([PLAIN], "y"),
        fingerprints([replace(PLAIN, rule="r")], "x"),
        fingerprints([replace(PLAIN, focus="f")], "x"),
        fingerprints([replace(PLAIN, value="v")], "x"),
        fingerprints([replace(PLAIN, excerpt="e")], "x"),
        fingerprints([replace(PLAIN, message=Bilingual("", ""))], "x"),
    )
    assert len({name, *(other for (other,) in others)}) == 1 + len(others)
