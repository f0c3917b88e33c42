"""A row of the table to a planned project."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from kyodo_lod.bilingual import NOTHING, Bilingual
from kyodo_lod.finding import Finding
from kyodo_lod.model import rules
from kyodo_lod.model.columns import Column
from kyodo_lod.model.japanese import key
from kyodo_lod.model.layout import Line
from kyodo_lod.model.plan import PlannedProject, SubItem
from kyodo_lod.model.units import Units
from kyodo_lod.origin import Origin

#: ○ and the two signs that are taken for it (U+25CB, U+25EF, U+3007)
_CIRCLES = "○◯〇"
_KANJI_DIGITS = "一二三四五六七八九〇"
#: two circles, as in ○○地区, stand for a name
_ITEM = re.compile(rf"(?:^|(?<=[\s。]))[{_CIRCLES}](?![{_CIRCLES}])")
_INNER_CIRCLE = re.compile(
    rf"(?<![\s。])(?<!^)(?:[○◯]|(?<![{_KANJI_DIGITS}])〇)"
    rf"|[○◯][{_CIRCLES}]|〇[○◯]|(?<![{_KANJI_DIGITS}])〇〇"
)
_PAIR = re.compile(r"【[^【】]+】")
_NEW = key("新規")
#: what Excel and Calc show where a formula fails, or where a number is wider than its column
_ERROR = re.compile(
    r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|SPILL!|CALC!|BUSY!)|#{2,}", re.IGNORECASE
)
#: characters of a cell that a message shows
_GLANCE = 20
_NO_CELL = Bilingual("{cells}の欄に当たるセルがありません。", "; no cell is left for {cells}")
_NO_HEADER = Bilingual("{cells}の上に見出しがありません。", "; no header stands above {cells}")
_REQUIRED = {
    Column.NAME: rules.NAME_EMPTY,
    Column.DESCRIPTION: rules.DESCRIPTION_EMPTY,
    Column.UNIT: rules.UNIT_EMPTY,
}


def cells_by_column(line: Line) -> dict[Column, str]:
    """Give the cells of a project row by their column; a missing cell is empty."""
    cells = dict.fromkeys(Column, "")
    cells.update({c: text for c, text in zip(line.columns, line.cells, strict=False) if c})
    return cells


def read_project(
    line: Line, policy: int, order: int, document_order: int, units: Units
) -> PlannedProject:
    """Read one row.

    Args:
        line: the row, of kind PROJECT.
        policy: the number of its basic policy.
        order: its position in the policy, from 1.
        document_order: its position in the document, from 1.
        units: the municipality's units.
    """
    cells = cells_by_column(line)
    name, account = split_account(cells[Column.NAME])
    return PlannedProject(
        key=f"{policy}-{order:02d}",
        policy=policy,
        order=order,
        document_order=document_order,
        name_as_listed=cells[Column.NAME],
        name=name,
        account=account,
        marked_new=bool(cells[Column.NEW]),
        description=cells[Column.DESCRIPTION],
        sub_items=tuple(sub_items(cells[Column.DESCRIPTION])),
        unit_as_listed=cells[Column.UNIT],
        units=units.find(cells[Column.UNIT]) if cells[Column.UNIT] else (),
        origin=line.row.origin,
    )


def split_account(name: str) -> tuple[str, str]:
    """Split the account mark off a project's name.

    >>> split_account("猪苗代湖の水を守りたい事業【水道事業】")
    ('猪苗代湖の水を守りたい事業', '水道事業')
    """
    before, opening, mark = name.rpartition("【")
    account = mark.removesuffix("】").strip()
    if opening and mark.endswith("】") and account and before.strip() and "】" not in account:
        return before.strip(), account
    return name, ""


def sub_items(description: str) -> Iterator[SubItem]:
    """Give the ○ items of a plan text; one begins at a ○ behind a space, 。 or nothing.

    >>> [item.label for item in sub_items("支援します。 ○専門家派遣事業 ○クラウドファンディング事業")]
    ['専門家派遣事業', 'クラウドファンディング事業']
    """
    labels = (text.strip() for text in _ITEM.split(description)[1:])
    filled = (label for label in labels if label.strip(_CIRCLES))
    for order, label in enumerate(filled, 1):
        yield SubItem(order, label)


def check_row(line: Line) -> Iterator[Finding]:
    """Give what is wrong with the cells of one project row.

    Under a header that lacks a column, that is the fault, and no row is blamed for it.
    """
    if not set(Column) <= set(line.columns):
        return
    origin = line.row.origin
    expected = len(line.columns)
    unheaded = (line.cells[position] for position in line.unheaded if position < len(line.cells))
    extra = any(line.cells[expected:]) or any(unheaded)
    if len(line.cells) < expected or extra:
        yield wrong_cells(line)
        return
    cells = cells_by_column(line)
    for column, rule in _REQUIRED.items():
        if not cells[column]:
            yield rule.at(origin)
    if cells[Column.NEW] and key(cells[Column.NEW]) != _NEW:
        yield rules.NEW_MARK.at(origin, value=cells[Column.NEW])
    yield from _check_account(cells[Column.NAME], origin)
    yield from _check_sub_items(cells[Column.DESCRIPTION], origin)
    yield from check_formulas(line.cells, origin)
    yield from check_errors(line.cells, origin)


def wrong_cells(line: Line) -> Finding:
    """Give the finding of a row that has not as many cells as its header, with those that are at fault."""
    expected = len(line.columns)
    lacking = [column.value for column in line.columns[len(line.cells) :] if column]
    places = (*line.unheaded, *range(expected, len(line.cells)))
    extra = [line.cells[at] for at in places if at < len(line.cells) and line.cells[at]]
    words = _NO_CELL if lacking else _NO_HEADER
    listed = "、".join(f"「{_short(cell)}」" for cell in extra or lacking)
    value = extra[0] if extra else next((cell for cell in reversed(line.cells) if cell), "")
    return rules.ROW_CELLS.at(
        line.row.origin,
        value=value,
        count=len(line.cells),
        expected=expected,
        which=words.fill(cells=listed) if listed else NOTHING,
    )


def _short(cell: str) -> str:
    return cell if len(cell) <= _GLANCE else f"{cell[:_GLANCE]}…"


def _check_account(name: str, origin: Origin) -> Iterator[Finding]:
    _, account = split_account(name)
    rest = name.rpartition("【")[0] if account else name
    unpaired = _PAIR.sub(lambda pair: "" if pair[0][1:-1].strip() else pair[0], name)
    if "【" in unpaired or "】" in unpaired:
        yield rules.ACCOUNT_BRACKET.at(origin, value=name)
    elif "【" in rest:
        yield rules.ACCOUNT_POSITION.at(origin, value=name)


def _check_sub_items(description: str, origin: Origin) -> Iterator[Finding]:
    starts = [found.start() for found in _ITEM.finditer(description)]
    for start, end in pairwise([*starts, len(description)]):
        if not description[start + 1 : end].strip().strip(_CIRCLES):
            around = description[max(0, start - 10) : start + 1]
            yield rules.SUB_ITEM_EMPTY.at(origin, value=around)
            break
    inner = _INNER_CIRCLE.search(description)
    if inner:
        around = description[max(0, inner.start() - 10) : inner.end() + 10]
        yield rules.SUB_ITEM_UNCLEAR.at(origin, value=around)


def check_formulas(cells: Iterable[str], origin: Origin) -> Iterator[Finding]:
    """Give the cells that a spreadsheet would run (OWASP, CSV Injection)."""
    for cell in cells:
        if cell.startswith(("=", "@")):
            yield rules.FORMULA.at(origin, value=cell[0])
        elif cell.startswith(("+", "-", "＝", "＠", "＋", "－")):
            yield rules.FORMULA_SIGN.at(origin, value=cell[0])


def check_errors(cells: Iterable[str], origin: Origin) -> Iterator[Finding]:
    """Give the cells that hold what a spreadsheet shows instead of a value."""
    for cell in cells:
        if _ERROR.fullmatch(cell):
            yield rules.SPREADSHEET_ERROR.at(origin, value=cell)
