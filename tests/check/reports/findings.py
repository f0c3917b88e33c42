"""One fixed list of findings, nasty ones among them, that every reporter must report well."""

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.check.report import Report
from kyodo_lod.finding import SHAPES, Finding, Severity
from kyodo_lod.origin import Origin

V, W, I = Severity.VIOLATION, Severity.WARNING, Severity.INFO  # noqa: E741 - as in the rules' table

PLAIN = Finding(
    f"{SHAPES}plan#PlannedProject-responsibleUnit",
    V,
    Bilingual(
        "担当課が空です。担当課を書いてください。", "担当課 is empty; every project needs one"
    ),
    Origin("plan.txt", 69),
)
COUNT = Finding(
    f"{SHAPES}plan#ImplementationPlan-sectionCounts",
    V,
    Bilingual("基本施策4は事業数一覧表で 15 件、本文は 14 件です。", "policy 4 has 15 and 14 rows"),
    Origin("plan.txt", 14),
    related=(Origin("plan.txt", 50),),
)
WHOLE = Finding(
    f"{SHAPES}document#sha256", W, Bilingual("文書が違います。", "differs"), Origin("plan.txt")
)
OF_GRAPH = Finding(
    f"{SHAPES}plan#PlannedProject-listOrder",
    V,
    Bilingual("順番が整数ではありません。", "the order is no integer"),
    Origin("plan.txt", 70),
    focus="https://example.org/id/072036/plan/kyodo-2/fy2018/p/4-16",
    path="kyo:listOrder",
    value="abc",
)
NOWHERE = Finding(
    "http://www.w3.org/ns/shacl#MinCountConstraintComponent",
    I,
    Bilingual("<https://example.org/x>: 足りません", "<https://example.org/x>: too few"),
    focus="https://example.org/x",
    path="kyo:a/^kyo:b",
)
ALIKE = tuple(
    Finding(
        f"{SHAPES}plan#PlannedProject-registeredUnit",
        W,
        Bilingual(
            "「総務部人事科」は units.csv にありません。", "'総務部人事科' is not in units.csv"
        ),
        Origin("plan.txt", line),
        value="総務部人事科",
    )
    for line in (80, 81, 84, 85, 86, 87, 88)
)


def _nasty(text: str, line: int) -> Finding:
    return Finding(
        f"{SHAPES}document#row-cells",
        V,
        Bilingual(f"「{text}」が変です。", f"{text!s} is odd"),
        Origin("plan.txt", line),
        value=text,
    )


NASTY = tuple(
    _nasty(text, 100 + number)
    for number, text in enumerate(
        (
            "a\nb\r\nc\td",
            "::error file=x,line=1::owned",
            "]]> & <![CDATA[",
            "<script>alert('x')</script>",
            "\"double\" 'single' `back` \\ back\\slash",
            "\x1b[31mred\x1b[0m \x07 \x00",
            "\u202eabc\u200b\ufeff\u2028\u2029\x85",
            "%0A%0D:: %s {x} ${y}",
            "𠮷野家 é ㈱ ① 神",
            '=HYPERLINK("http://x") | a | b |',
        )
    )
)
ODD_NAME = Finding(
    f"{SHAPES}document#year", W, Bilingual("年度", "year"), Origin("計画\n 2018,a:b.txt", 3)
)

FINDINGS = (NOWHERE, WHOLE, COUNT, PLAIN, OF_GRAPH, *ALIKE, *NASTY, ODD_NAME)
REPORTS = (
    Report("data/072036-koriyama/kyodo-2/fy2018/plan.txt", FINDINGS),
    Report("わたしの グラフ.ttl", (WHOLE,)),
    Report("-", ()),
)
