"""The sum of a report: what was read, what was found, and how much of that is not shown."""

from collections.abc import Iterable

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.check.report import Report
from kyodo_lod.finding import Severity

_CONFORMS = Bilingual("違反はありません", "no violations")
_IDLE = Bilingual("何も検査していません", "nothing was checked")
_KNOWN = Bilingual("既知 {count} 件", "{count} known")
_CUT = Bilingual("省略 {count} 件", "{count} not shown")
_SEPARATE = Bilingual("、", ", ")
#: told also where there are none, beside others
_ALWAYS = (Severity.VIOLATION, Severity.WARNING)


def summary(report: Report) -> Bilingual:
    """Give what was read in an input and how much is wrong with it."""
    counts = {severity: report.found(severity) for severity in Severity}
    told = [
        _some(count, severity.label)
        for severity, count in counts.items()
        if count or severity in _ALWAYS
    ]
    nothing = _IDLE if report.idle else _CONFORMS
    result = _listed(told) if any(counts.values()) else nothing
    aside = [
        text.fill(count=count)
        for text, count in ((_KNOWN, report.known), (_CUT, report.cut))
        if count
    ]
    if aside:
        within = _listed(aside)
        result = Bilingual(f"{result.ja} ({within.ja})", f"{result.en} ({within.en})")
    return _listed([report.read, result]) if report.read else result


def _listed(texts: Iterable[Bilingual]) -> Bilingual:
    ja, en = zip(*texts, strict=True)
    return Bilingual(_SEPARATE.ja.join(ja), _SEPARATE.en.join(en))


def _some(count: int, word: Bilingual) -> Bilingual:
    """Count in words: 違反 2 件, 2 violations, 1 violation."""
    return Bilingual(f"{word.ja} {count} 件", f"{count} {word.en}{'' if count == 1 else 's'}")
