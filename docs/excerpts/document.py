"""The rows by which a document that trips a reading rule differs from the nearest that does not."""

import difflib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from excerpts.approved import messages
from kyodo_lod.bilingual import visible
from kyodo_lod.model.rules import RULES

#: an excerpt is a picture of the rows: each tab is one sign
_TAB = "⇥"
#: the document without anything special
_PLAIN = "ImplementationPlan-declaredSum/valid.total.txt"


def document_examples(root: Path) -> Iterator[dict[str, str]]:
    """Give an example of each rule that has documents in tests/document."""
    home = root / "tests" / "document"
    for rule in RULES:
        folder = home / rule.partition("#")[2]
        if folder.is_dir():
            fails = min(_documents(folder, "invalid", "warning"), key=_simple)
            passes = _nearest(fails, home)
            yield {
                "rule": rule,
                "kind": "document",
                **messages(fails.with_suffix(".approved.txt"), rule),
                "fails": fails.relative_to(root).as_posix(),
                "failing": _excerpt(fails, passes),
                "passes": passes.relative_to(root).as_posix(),
                "passing": _excerpt(passes, fails),
            }


def _documents(folder: Path, *kinds: str) -> list[Path]:
    found = (path for kind in kinds for path in folder.glob(f"{kind}.*.txt"))
    return sorted(path for path in found if not path.name.endswith(".approved.txt"))


def _simple(document: Path) -> tuple[bool, str]:
    """Prefer a document whose manifest says nothing of its own."""
    return document.with_suffix(".toml").exists(), document.name


def _nearest(fails: Path, home: Path) -> Path:
    """Give the valid document that differs least: one of the same rule, or the plain one.

    Either will do: that a valid document gives no finding at all is tested.
    """
    if fails.with_suffix(".toml").exists():
        return min(_documents(fails.parent, "valid"))
    own = [
        path for path in _documents(fails.parent, "valid") if not path.with_suffix(".toml").exists()
    ]
    return min([*own, home / _PLAIN], key=lambda path: _distance(fails, path))


def _distance(one: Path, other: Path) -> int:
    """Count the characters of the rows that differ, the fewer shared the more."""
    rows, others = ("\n".join(_differing(*pair)) for pair in ((one, other), (other, one)))
    shared = difflib.SequenceMatcher(None, rows, others, autojunk=False).get_matching_blocks()
    return len(rows) + len(others) - 2 * sum(block.size for block in shared)


@cache
def _rows(document: Path) -> list[str]:
    return document.read_bytes().decode().split("\n")


def _blocks(one: Path, other: Path) -> list[tuple[int, int, int, int]]:
    matcher = difflib.SequenceMatcher(None, _rows(one), _rows(other), autojunk=False)
    return [block[1:] for block in matcher.get_opcodes() if block[0] != "equal"]


def _differing(one: Path, other: Path) -> list[str]:
    return [row for start, end, _, _ in _blocks(one, other) for row in _rows(one)[start:end]]


def _excerpt(one: Path, other: Path) -> str:
    """Give the rows that differ; those about them too where a row is too many or lacks."""
    manifest = one.with_suffix(".toml")
    if manifest.exists():
        return f"# source.toml\n{manifest.read_text(encoding='utf-8').strip()}"
    rows = _rows(one)
    parts = _twins(rows, one, other)
    for start, end, other_start, other_end in _blocks(one, other):
        lone = start == end or other_start == other_end
        shown = rows[max(start - lone, 0) : end + lone]
        parts.append("\n".join(map(_shown, shown)))
    return "\n…\n".join(parts).strip("\n")


def _twins(rows: list[str], one: Path, other: Path) -> list[str]:
    """Give the rows above that are the same as one that differs, for a fault that is the repetition."""
    return [_shown(row) for row in _differing(one, other) if row.strip() and rows.count(row) > 1]


def _shown(row: str) -> str:
    return _TAB.join(map(visible, row.split("\t")))
