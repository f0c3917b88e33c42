"""The sum of a report: what was read, what was found, and how much of that is not shown."""

from collections.abc import Iterable

from kyodo_lod.bilingual import NOTHING, Bilingual
from kyodo_lod.check.report import Report
from kyodo_lod.finding import Severity

_CONFORMS = Bilingual("違反はありません", "no violations")
_IDLE = Bilingual("何も検査していません", "nothing was checked")
_KNOWN = Bilingual("既知 {count} 件", "{count} known")
_CUT = Bilingual("省略 {count} 件", "{count} not shown")
_STOPPED = Bilingual(
    "検査をそこで止めたので、ほかにもあります", "stopped at so many: there are more"
)
_PART = Bilingual(
    "見つかった {found} 件のうち {told} 件を示します。残りは数えただけです。",
    "{told} of {found} findings are told, the others only counted",
)
_PART_OF_MORE = Bilingual(
    "見つかった {found} 件のうち {told} 件を示します。多すぎるので検査をそこで止めました。ほかの規則の誤りもあるかもしれません。",
    "{told} of {found} findings are told; at so many checking stopped: there are more, maybe of other rules",
)
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
    if report.stopped:
        aside.append(_STOPPED)
    if aside:
        within = _listed(aside)
        result = Bilingual(f"{result.ja} ({within.ja})", f"{result.en} ({within.en})")
    return _listed([report.read, result]) if report.read else result


def part(report: Report) -> Bilingual:
    """Say that a report tells a part of what was found; empty where it tells all."""
    if not (report.cut or report.stopped):
        return NOTHING
    told = len(report.findings)
    text = _PART_OF_MORE if report.stopped else _PART
    return text.fill(told=told, found=told + report.cut)


def _listed(texts: Iterable[Bilingual]) -> Bilingual:
    ja, en = zip(*texts, strict=True)
    return Bilingual(_SEPARATE.ja.join(ja), _SEPARATE.en.join(en))


def _some(count: int, word: Bilingual) -> Bilingual:
    """Count in words: 違反 2 件, 2 violations, 1 violation."""
    return Bilingual(f"{word.ja} {count} 件", f"{count} {word.en}{'' if count == 1 else 's'}")
