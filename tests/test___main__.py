"""The entry point hears Ctrl-C while the program is still being imported, and spares the search for garbage."""

import gc
import sys
from importlib.abc import MetaPathFinder

import pytest

from kyodo_lod.__main__ import main


class _Interrupted(MetaPathFinder):
    def find_spec(self, name: str, *_: object) -> None:
        if name == "kyodo_lod.cli":
            raise KeyboardInterrupt


@pytest.fixture(autouse=True)
def collector(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give what is asked of the garbage collector, which these tests leave as it is."""
    asked: list[str] = []
    monkeypatch.setattr(gc, "set_threshold", lambda number: asked.append(f"after {number}"))
    monkeypatch.setattr(gc, "freeze", lambda: asked.append("never again"))
    return asked


def test_garbage_is_seldom_looked_for_and_not_at_the_end(
    collector: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["kyodo-lod", "--version"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert (ended.value.code, collector) == (0, ["after 100000", "never again"])
    assert capsys.readouterr().out.startswith("kyodo-lod, version ")


def test_ctrl_c_during_the_imports_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("kyodo_lod.cli")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [_Interrupted(), *sys.meta_path])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 130
