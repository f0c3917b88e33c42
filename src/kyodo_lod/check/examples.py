"""Examples that break a rule and that keep it, cut out of those that the tests prove.

examples.json beside this module is written by docs/examples.py.
"""

import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from kyodo_lod.bilingual import NOTHING, Bilingual

_FILE = Path(__file__).with_name("examples.json")


@dataclass(frozen=True, slots=True)
class Example:
    """A pair of excerpts.

    Args:
        kind: `document` for rows of a document, `rdf` for Turtle.
        failing: what breaks the rule; a line `# ✗ …` names a property that lacks.
        passing: what does not.
        message: what `validate` says of the failing one; empty where it is what the rule says.
        fails: the file that the failing one is cut from; empty where it stands only here.
        passes: the file that the passing one is cut from; likewise.
    """

    kind: str
    failing: str
    passing: str
    message: Bilingual = NOTHING
    fails: str = ""
    passes: str = ""


def examples() -> dict[str, list[Example]]:
    """Give the examples by the name of their rule."""
    found = defaultdict(list)
    for each in json.loads(_FILE.read_text(encoding="utf-8")):
        rule = each.pop("rule")
        message = Bilingual(each.pop("ja", ""), each.pop("en", ""))
        found[rule].append(Example(**each, message=message))
    return dict(found)
