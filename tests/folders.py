"""Folders of this checkout that tests read; apart from conftest, which imports what needs them."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KORIYAMA = ROOT / "data" / "072036-koriyama" / "kyodo-2" / "fy2018"
