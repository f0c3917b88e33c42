"""One fixed list of findings, nasty ones among them, that every reporter must report well."""

from dataclasses import replace

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.check.report import Beyond, Report, RuleText, ShapesVersion
from kyodo_lod.check.unreadable import Unreadable
from kyodo_lod.finding import SHAPES, Finding, Inner, Severity
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

_ROW = (
    "\t猪苗代湖の水を守りたい事業\t" + "市民及び職員による清掃を実施します。" * 9 + "\t総務部人事科"
)
CELL = Finding(
    f"{SHAPES}plan#PlannedProject-registeredUnit",
    V,
    Bilingual("担当課の行末です。", "the unit, at the end of a long line"),
    Origin("plan.txt", 71, column=len(_ROW) - 5, end=len(_ROW) + 1),
    value="総務部人事科",
    excerpt=_ROW,
)
EMPTY_CELL = Finding(
    f"{SHAPES}document#row-cells",
    V,
    Bilingual("空のセルです。", "an empty cell"),
    Origin("plan.txt", 72, column=4, end=4),
    excerpt="猪\u200b\t\tx\r\n",
)
SEVERAL_LINES = Finding(
    f"{SHAPES}document#row-cells", I, Bilingual("行", "a row"), Origin("plan.txt", 72, last=75)
)

FINDINGS = (
    NOWHERE, WHOLE, COUNT, PLAIN, OF_GRAPH, CELL, EMPTY_CELL, SEVERAL_LINES, *ALIKE, *NASTY,
    ODD_NAME,
)  # fmt: skip

_NODE = "https://example.org/id/072036/plan/kyodo-2/fy2018/p/4-15"
IN_GRAPH = Finding(
    f"{SHAPES}plan#PlannedProject-listOrder",
    V,
    Bilingual("順番は整数です。", "the order is an integer"),
    Origin("plan.txt", 69),
    related=(Origin("plan.txt", 14), Origin("plan.txt", 69)),
    focus=_NODE,
    path="kyo:listOrder",
    value="一]](https://example.org/){0}",
    kind="@ja",
    component="http://www.w3.org/ns/shacl#OrConstraintComponent",
    label=Bilingual("猪苗代湖\u202e ::error:: ]]> <b>", "lake | `x` ]]> <b>"),
    graph_origin=Origin("dist/plan.nt", 412, column=104, end=113),
    inner=(
        Inner(
            f"{SHAPES}plan#UncanonicalInteger",
            Bilingual("整数\n::error::", "an integer\n::error:: ]]> <i> |"),
            (
                Inner(
                    "http://www.w3.org/ns/shacl#DatatypeConstraintComponent",
                    Bilingual("型", "datatype"),
                ),
            ),
        ),
        Inner("https://example.org/shapes#Other", Bilingual("", "")),
    ),
    excerpt=f'<{_NODE}> <https://w3id.org/kyodo-lod/def#listOrder> "一]](x)"@ja . \x1b[0m',
    stated_severity="https://example.org/severity#Grave",
)
IN_TURTLE = Finding(
    "https://example.org/shapes#Person-age",
    W,
    Bilingual("too old", "too old"),
    focus="_:b0",
    graph_origin=Origin("dist/plan.nt", 7),
    excerpt="ex:p a ex:Person ;",
)
FOREIGN = tuple(
    Finding(
        "http://www.w3.org/ns/shacl#MinCountConstraintComponent",
        V,
        Bilingual("少なすぎます", "too few"),
        focus=f"https://example.org/{number}",
        graph_origin=Origin("https//x/g.jsonld"),
    )
    for number in range(3)
)
BROKEN = Report(
    "dist/broken.ttl",
    (),
    unreadable=Unreadable(
        "dist/broken.ttl:3:8",
        Origin("dist/broken.ttl", 3, column=8),
        Bilingual("読めません\n::error:: ]]>", "not Turtle\n::error:: ]]> <i> | {0}"),
    ),
)
MISSING = Report(
    "no*.ttl",
    (),
    unreadable=Unreadable(
        "no*.ttl", Origin("no*.ttl"), Bilingual("ありません。", "matches no file")
    ),
)
#: a name that is no text in UTF-8, as Linux allows it
BROKEN_NAME = b"dist/\xff.ttl".decode("utf-8", "surrogateescape")

REPORTS = (
    Report("data/072036-koriyama/kyodo-2/fy2018/plan.txt", FINDINGS),
    Report(
        "dist/plan.nt",
        (IN_GRAPH, IN_TURTLE),
        Bilingual("読みました", "read"),
        rules=tuple(sorted({IN_GRAPH.rule, IN_TURTLE.rule, f"{SHAPES}plan#Passed"})),
        shapes=(ShapesVersion("plan", "1.0.0"), ShapesVersion("my ]]> shapes.ttl")),
        engine="fast",
        known=3,
        beyond=(Beyond(f"{SHAPES}plan#Cut", Severity.INFO, 1),),
        texts=(
            RuleText(
                f"{SHAPES}plan#Passed",
                W,
                Bilingual("名前", "a name"),
                Bilingual("直してください {0} [x](y)", "repair it {0} [x](y)"),
                Bilingual("理由", "a reason"),
            ),
        ),
    ),
    Report("https//x/g.jsonld", FOREIGN),
    BROKEN,
    MISSING,
    Report("わたしの グラフ.ttl", (WHOLE,)),
    Report("/outside/a%b.ttl", (Finding(PLAIN.rule, V, PLAIN.message),)),
    Report(BROKEN_NAME, (Finding(PLAIN.rule, V, PLAIN.message, Origin(BROKEN_NAME, 2)),)),
    Report("::error::\n##[error]", ()),
    Report("-", ()),
    Report("-", (replace(IN_TURTLE, graph_origin=Origin("-", 7)),)),
)
