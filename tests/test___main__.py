"""The entry point hears Ctrl-C while the program is still being imported."""

import sys
from importlib.abc import MetaPathFinder

import pytest

from kyodo_lod.__main__ import main


class _Interrupted(MetaPathFinder):
    def find_spec(self, name: str, *_: object) -> None:
        if name == "kyodo_lod.cli":
            raise KeyboardInterrupt


def test_ctrl_c_during_the_imports_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("kyodo_lod.cli")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [_Interrupted(), *sys.meta_path])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 130
