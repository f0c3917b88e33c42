"""A name for each finding that stays the same when lines move, for tools that compare two runs."""

import hashlib
from collections import Counter
from collections.abc import Iterable

from kyodo_lod.finding import Finding


def fingerprints(findings: Iterable[Finding], path: str) -> list[str]:
    """Give a name for each finding, unique under `path`.

    Line numbers are no part of it; findings that nothing else tells apart are counted.

    Args:
        findings: of one input.
        path: of the input.

    Returns:
        Hexadecimal digests, in the order of the findings.
    """
    seen: Counter[str] = Counter()
    names = []
    for finding in findings:
        what = (
            path, finding.rule, finding.focus, finding.path, finding.value, finding.kind,
            *finding.message, finding.excerpt,
        )  # fmt: skip
        key = repr(what)
        names.append(hashlib.sha256(f"{key} {seen[key]}".encode()).hexdigest()[:32])
        seen[key] += 1
    return names
