"""What the real document says, taken from its text by a few lines that share nothing with the program."""

import csv
import re
from dataclasses import dataclass

from conftest import KORIYAMA

SOURCE = "<id/072036/source/9991fa2157f53a25"
PLAN = "<id/072036/plan/kyodo-2"
LINES = (KORIYAMA / "plan.txt").read_bytes().decode("utf-8").split("\n")


@dataclass(frozen=True)
class Row:
    """A row of the table of projects."""

    policy: int
    order: int
    document_order: int
    line: int
    is_new: bool
    listed: str
    text: str
    unit: str

    @property
    def iri(self) -> str:
        """Its IRI, without the closing bracket."""
        return f"{PLAN}/fy2018/p/{self.policy}-{self.order:02d}"

    @property
    def name(self) -> str:
        """The name in front of 【."""
        return self.listed.split("【")[0]

    @property
    def account(self) -> str | None:
        """What stands in 【】."""
        found = re.search("【(.+)】", self.listed)
        return found and found[1]

    @property
    def items(self) -> list[str]:
        """What stands behind each ○."""
        return [item.strip() for item in self.text.split("○")[1:]]


def headings() -> dict[int, tuple[int, str]]:
    """Give the number of each policy → line and title of its heading."""
    return {
        int(found[1]): (number, found[2])
        for number, line in enumerate(LINES, 1)
        if (found := re.match(r"◆基本施策(\d) (.+?)\t", line))
    }


def counts() -> dict[str, tuple[int, int]]:
    """Give the first cell of each row of 事業数一覧表 → line and number."""
    return {
        found[1]: (number, int(found[2]))
        for number, line in enumerate(LINES, 1)
        if (found := re.fullmatch(r"([^\t]+)\t(\d+)", line))
    }


def rows() -> list[Row]:
    """Give the rows of the table of projects."""
    found: list[Row] = []
    policy = order = 0
    for number, line in enumerate(LINES, 1):
        cells = line.split("\t")
        if line.startswith("◆"):
            policy, order = int(line[5]), 0
        elif len(cells) == 4 and cells[1] != "事業名":
            order += 1
            new, *texts = cells
            found.append(Row(policy, order, len(found) + 1, number, new == "新規", *texts))
    return found


def units() -> dict[str, list[str]]:
    """Give the full label of each registered unit → the slugs from its bureau down."""
    found: dict[str, tuple[str, list[str]]] = {}
    with (KORIYAMA.parents[1] / "units.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            label, path = found.get(row["parent"], ("", []))
            found[row["slug"]] = (label + row["label"], [*path, row["slug"]])
    return dict(found.values())


def place(line: int) -> str:
    """Give the IRI of a line (RFC 5147: the 69th line lies between positions 68 and 69)."""
    return f"{SOURCE}#line={line - 1},{line}>"
