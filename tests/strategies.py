"""Plan documents for tests: small ones put together by hand, random ones for Hypothesis.

A `Sheet` says what a document holds and a `Form` how it is written down; what must be read back
follows from the sheet alone, without the code under test.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.model.parse import Reading, parse
from kyodo_lod.source.manifest import DocumentEntry, EnduringPlan, Manifest, Municipality, Release
from kyodo_lod.source.registry import UnitRecord
from kyodo_lod.source.rows import Document
from kyodo_lod.source.text import read

TITLE = "第二次例市協働推進基本計画 2018年度実施計画"
COLUMNS = ("新規", "事業名", "事業計画", "担当課")

#: slug, label, parent, level
REGISTRY = (
    ("somu-bu", "総務部", "", "bureau"),
    ("jinji-ka", "人事課", "somu-bu", "section"),
    ("gyosei-ka", "行政課", "somu-bu", "section"),
    ("shimin-bu", "市民部", "", "bureau"),
    ("npo-ka", "市民・NPO活動推進課", "shimin-bu", "section"),
    ("hoken-bu", "保健福祉部", "", "bureau"),
    ("hokenjo", "保健所", "hoken-bu", "office"),
    ("chiiki-ka", "地域保健課", "hokenjo", "section"),
    ("suido-kyoku", "上下水道局", "", "bureau"),
    ("suido-somu-ka", "総務課", "suido-kyoku", "section"),
    ("kyoiku-bu", "教育総務部", "", "bureau"),
    ("kominkan", "中央公民館", "kyoiku-bu", "section"),
)
UNITS = tuple(UnitRecord(*row, "", "") for row in REGISTRY)
#: what a 担当課 cell prints → the slugs it names
NAMED_UNITS = {
    "総務部人事課": ["jinji-ka"],
    "市民部市民・NPO活動推進課": ["npo-ka"],
    "保健福祉部保健所地域保健課": ["chiiki-ka"],
    "上下水道局総務課": ["suido-somu-ka"],
    "教育総務部中央公民館": ["kominkan"],
    "市民部": ["shimin-bu"],
}


def a_manifest(**document: Any) -> Manifest:
    """Give a manifest of 例市; `document` replaces what it says of the document, `keys` the keys."""
    keys = document.pop("keys", {})
    entry = DocumentEntry(Path("plan.txt"), TITLE, 2018)
    return Manifest(
        Municipality("072036", Bilingual("例市", "Example City"), units=UNITS),
        EnduringPlan("kyodo-2", Bilingual("第二次例市協働推進基本計画", "Example plan"), 2),
        replace(entry, **document),
        Release(keys=keys),
    )


def document_of(data: bytes, name: str = "plan.txt", encoding: str | None = None) -> Document:
    """Give the rows of `data`, whatever their number."""
    rows = tuple(read(data, name, encoding))
    return Document(name, hashlib.sha256(data).hexdigest(), len(data), "text/plain", rows)


def reading_of(text: str, manifest: Manifest | None = None) -> Reading:
    """Read a document that says `text`."""
    return parse(manifest or a_manifest(), document_of(text.encode()))


def rule_names(reading: Reading) -> list[str]:
    """Give the names of the rules that found something, in the order of the findings."""
    return [finding.short_rule.partition("#")[2] for finding in reading.findings]


@dataclass(frozen=True)
class Project:
    """A row of the table, and what must be read from it."""

    name: str
    account: str = ""
    sentence: str = "市民と進めます。"
    items: tuple[str, ...] = ()
    unit: str = "総務部人事課"
    slugs: tuple[str, ...] = ("jinji-ka",)
    is_new: bool = False

    @property
    def description(self) -> str:
        """The plan text."""
        return " ".join(filter(None, (self.sentence, *(f"○{item}" for item in self.items))))

    @property
    def cells(self) -> dict[str, str]:
        """The cells by their column."""
        name = f"{self.name}【{self.account}】" if self.account else self.name
        new = "新規" if self.is_new else ""
        return dict(zip(COLUMNS, (new, name, self.description, self.unit), strict=True))


@dataclass(frozen=True)
class Policy:
    """A basic policy and its rows."""

    title: str
    projects: tuple[Project, ...]


@dataclass(frozen=True)
class Form:
    """How a document is written down.

    Args:
        columns: in the order in which they stand.
        headers: column → its printed header.
        line_end: of every line.
        ends: whether the last line has a line end too.
        mark: before a heading.
        pages: documentOrder of the rows before which a new page begins.
        blank: a blank line, as it stands between pages.
    """

    columns: tuple[str, ...] = COLUMNS
    headers: dict[str, str] = field(default_factory=lambda: {"事業計画": "事業計画 (H30)"})
    line_end: str = "\n"
    ends: bool = True
    mark: str = "◆"
    pages: frozenset[int] = frozenset()
    blank: str = ""


@dataclass(frozen=True)
class Sheet:
    """What a plan document holds; `declared` are the counts, where they are not those of its rows."""

    policies: tuple[Policy, ...]
    declared: tuple[int, ...] | None = None

    def text(self, form: Form | None = None) -> str:
        """Write the document."""
        form = form or Form()
        lines = [*self._front(), *self._pages(form)]
        return form.line_end.join(lines) + (form.line_end if form.ends else "")

    def _front(self) -> Iterator[str]:
        counts = self.declared or tuple(len(policy.projects) for policy in self.policies)
        yield from (
            "第二次",
            "例市協働推進基本計画",
            "",
            "2018 年度実施計画",
            "",
            "事業数一覧表",
            "",
        )
        yield "基本施策\t事業数"
        for number, (policy, count) in enumerate(zip(self.policies, counts, strict=True), 1):
            yield f"{number} {policy.title}\t{count}"
        yield f"合計\t{sum(counts)}"

    def _pages(self, form: Form) -> Iterator[str]:
        head = ("\t".join(form.headers.get(column, column) for column in form.columns),)
        yield from (form.blank, TITLE, *head)
        row = 0
        for number, policy in enumerate(self.policies, 1):
            yield f"{form.mark}基本施策{number} {policy.title}\t\t\t"
            for project in policy.projects:
                row += 1
                if row in form.pages:
                    yield from (form.blank, TITLE, form.blank, *head)
                yield "\t".join(project.cells[column] for column in form.columns)

    def without(self, policy: int, row: int) -> "Sheet":
        """Give the sheet without one row, but with its counts."""
        kept = list(self.policies[policy].projects)
        del kept[row]
        return self._replaced(policy, kept)

    def doubled(self, policy: int, row: int) -> "Sheet":
        """Give the sheet with one row twice, but with its counts."""
        kept = list(self.policies[policy].projects)
        kept.insert(row, kept[row])
        return self._replaced(policy, kept)

    def moved(self, policy: int, row: int, to: int) -> "Sheet":
        """Give the sheet with one row under another policy, but with its counts."""
        target = (*self.policies[to].projects, self.policies[policy].projects[row])
        return self.without(policy, row)._replaced(to, target)

    def _replaced(self, policy: int, projects: Sequence[Project]) -> "Sheet":
        counts = self.declared or tuple(len(one.projects) for one in self.policies)
        policies = list(self.policies)
        policies[policy] = replace(policies[policy], projects=tuple(projects))
        return Sheet(tuple(policies), counts)


SHEET = Sheet(
    (
        Policy(
            "協働を支える人材の育成",
            (
                Project("人材育成推進事業"),
                Project(
                    "若者討論事業",
                    items=("討論会の開催", "提言のまとめ"),
                    unit="市民部市民・NPO活動推進課",
                    slugs=("npo-ka",),
                    is_new=True,
                ),
            ),
        ),
        Policy("情報の発信と共有", (Project("湖の水を守りたい事業", account="水道事業"),)),
    )
)
"""A small sheet with one of everything."""

#: characters that a cell may hold and that programs stumble over
_ODD = "\ufa19\ufa1a\uf929①㈱（）・ー〜～…\u3000\u00a0 '\"<>&\\{}%#;,.:/!?=@+-|^`$_é😀葛\U000e0100々ヵｶﾞＡａ"
_NOT_IN_CELLS = "\t\r\n○◯〇【】"
_CHARACTERS = st.one_of(
    st.sampled_from("市民協働事業推進のをにがアイウAbc012０１２"),
    st.sampled_from(_ODD),
    st.characters(
        exclude_categories=("C", "M", "Z"), exclude_characters=_NOT_IN_CELLS, max_codepoint=0x1F9FF
    ),
)
#: signs and letters to Unicode, but a blank, fillers and replacements to us, which are refused
_REFUSED = set("\u2800\u3164\uffa0\u115f\u1160\ufffc\ufffd")
_words = st.text(_CHARACTERS, max_size=20).filter(lambda text: not _REFUSED & set(text))


@cache  # Hypothesis looks at a strategy anew, and long, for each that is made
def _cell(prefix: str) -> st.SearchStrategy[str]:
    # the first letter keeps signs that a spreadsheet would run from the start of the cell
    return _words.map(lambda text: (prefix + text).strip())


_PRINTED = st.lists(st.sampled_from(sorted(NAMED_UNITS)), min_size=1, max_size=3)
_SEPARATORS = st.sampled_from(("、", "，", ",", "/", "；", "、 "))
_ACCOUNTS = st.sampled_from(("", "", "", "介護保険", "水道事業"))
_ITEMS = st.lists(_cell("講"), max_size=3)
_BOOLEANS = st.booleans()


@st.composite
def _units(draw: st.DrawFn) -> tuple[str, tuple[str, ...]]:
    printed = draw(_PRINTED)
    separator = draw(_SEPARATORS)
    slugs = dict.fromkeys(slug for text in printed for slug in NAMED_UNITS[text])
    return separator.join(printed), tuple(slugs)


@st.composite
def _projects(draw: st.DrawFn, number: int) -> Project:
    unit, slugs = draw(_units())
    return Project(
        # two rows alike are a finding, so that each has its number
        name=draw(_cell("事")) + f"業{number}",
        account=draw(_ACCOUNTS),
        sentence=draw(_cell("市")),
        items=tuple(draw(_ITEMS)),
        unit=unit,
        slugs=slugs,
        is_new=draw(_BOOLEANS),
    )


@st.composite
def sheets(draw: st.DrawFn, min_policies: int = 1) -> Sheet:
    """Draw what a valid plan document holds."""
    sizes = draw(st.lists(st.integers(1, 4), min_size=min_policies, max_size=4))
    policies = []
    for position, size in enumerate(sizes):
        first = sum(sizes[:position])
        projects = tuple(draw(_projects(first + row)) for row in range(size))
        policies.append(Policy(draw(_cell("施")), projects))
    return Sheet(tuple(policies))


@st.composite
def forms(draw: st.DrawFn) -> Form:
    """Draw a way to write a document down that must not change what is read."""
    return Form(
        columns=tuple(draw(st.permutations(COLUMNS))),
        headers={
            "新規": draw(st.sampled_from(("新規", "新規事業", "新 規"))),
            "事業名": draw(st.sampled_from(("事業名", "事業名称", "取組名"))),
            "事業計画": draw(
                st.sampled_from(("事業計画", "事業計画 (H30)", "事業内容（Ｈ３０）", "取組内容"))
            ),
            "担当課": draw(st.sampled_from(("担当課", "所管課", "担当部署"))),
        },
        line_end=draw(st.sampled_from(("\n", "\r\n", "\r"))),
        ends=draw(st.booleans()),
        mark=draw(st.sampled_from(("◆", "", "■ "))),
        pages=draw(st.frozensets(st.integers(1, 16), max_size=3)),
        blank=draw(st.sampled_from(("", "\u3000", "\t\t\t", "- 3 -", "\f"))),
    )


@st.composite
def plan_documents(draw: st.DrawFn) -> tuple[str, Sheet]:
    """Draw a valid plan document as text, and what must be read from it."""
    sheet = draw(sheets())
    return sheet.text(draw(forms())), sheet
