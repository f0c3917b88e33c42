"""What `validate` says of an example, from the approved report that stands beside it."""

import re
from functools import cache
from pathlib import Path

from kyodo_lod.check.rules import Explanation, explanations

#: how a report says that the same is found elsewhere
_OTHERS = re.compile(r" \((?:and \d+ more|ほか \d+ [行件])(?:: .*)?\)$")


def messages(approved: Path, rule: str) -> dict[str, str]:
    """Give the first finding of `rule` in an approved report, where it says more than the rule does.

    Args:
        approved: the report, English first.
        rule: the rule's name.
    """
    text = approved.read_text(encoding="utf-8")
    said = re.findall(
        rf"^.*?: (?:violation|warning|違反|警告) {re.escape(rule)}: (.*)$", text, re.MULTILINE
    )
    en, ja = (_OTHERS.sub("", each) for each in (said[0], said[len(said) // 2]))
    return {} if en == known()[rule].message.en else {"ja": ja, "en": en}


@cache
def known() -> dict[str, Explanation]:
    """Give all rules, read once."""
    return explanations()
