"""The sum says what was found, then what of it is not shown."""

from dataclasses import replace

import pytest

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.check.report import Report
from kyodo_lod.check.reports.summary import summary
from kyodo_lod.check.selection import limited
from kyodo_lod.finding import Finding, Severity

ONE = Finding("r", Severity.VIOLATION, Bilingual("悪い", "bad"))
INFO = replace(ONE, severity=Severity.INFO)
FOUR = Report("x", (ONE, ONE, replace(ONE, severity=Severity.WARNING), INFO))


def test_infos_are_told_where_there_are_any() -> None:
    assert summary(FOUR) == Bilingual(
        "違反 2 件、警告 1 件、情報 1 件", "2 violations, 1 warning, 1 info"
    )
    assert summary(Report("x", (INFO, INFO))).en == "0 violations, 0 warnings, 2 infos"
    assert summary(Report("x", (ONE,))).en == "1 violation, 0 warnings"
    assert summary(Report("x", ())).en == "no violations"


@pytest.mark.parametrize("most", [0, 1, 3])
def test_what_is_not_shown_was_found_all_the_same(most: int) -> None:
    (cut,) = limited([FOUR], most)
    assert summary(cut).en == f"2 violations, 1 warning, 1 info ({4 - most} not shown)"
    assert summary(cut).ja == f"違反 2 件、警告 1 件、情報 1 件 (省略 {4 - most} 件)"
