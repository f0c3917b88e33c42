"""What every rehearsal has: its rows, its warnings, and the dictionaries it leaves behind."""

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Row:
    """One line of the table.

    Args:
        portal: the software and its version.
        profile: of its reader.
        file: what it read.
        locale: the portal's language.
        differences: from what was expected; none is a pass.
    """

    portal: str
    profile: str
    file: str
    locale: str
    differences: list[str]

    def print(self) -> None:
        """Write it as a line of JSON, which `run.py` reads."""
        print(json.dumps(asdict(self), ensure_ascii=False), flush=True)


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        line = record.getMessage().splitlines()[0]
        self.said.append(f"{record.name} warns: {line}")


@contextmanager
def listening() -> Iterator[list[str]]:
    """Give the list that fills with every warning that is logged meanwhile."""
    listener = _Listener()
    logging.getLogger().addHandler(listener)
    try:
        yield listener.said
    finally:
        logging.getLogger().removeHandler(listener)


def keep(name: str, value: Any, folder: Path) -> None:  # noqa: ANN401  whatever the portal made
    """Write what a portal made to `folder`, for people to read."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True, default=str)
    (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def unequal(what: str, is_: object, should: object) -> Iterator[str]:
    """Give the sentence that tells `is_` from `should`, if they differ."""
    if is_ != should:
        yield f"{what} is {is_!r}, should be {should!r}"
