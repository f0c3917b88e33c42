"""Where there is no browser the tests say so; in CI that could install one, they fail."""

import shutil

import pytest

from browser import chromium


@pytest.fixture
def nothing(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Take all browsers away; apt-get is there."""
    monkeypatch.setattr(chromium, "_NAMES", ())
    monkeypatch.delenv("KYODO_LOD_BROWSER", raising=False)
    monkeypatch.setattr(shutil, "which", lambda name: name if name == "apt-get" else None)
    return monkeypatch


def test_without_a_browser_tests_are_skipped_and_say_what_to_install(
    nothing: pytest.MonkeyPatch,
) -> None:
    nothing.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="apt-get install chromium"), chromium.running():
        pass


def test_in_ci_a_missing_browser_is_seen(nothing: pytest.MonkeyPatch) -> None:
    nothing.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="KYODO_LOD_BROWSER"), chromium.running():
        pass


def test_a_browser_can_be_named(nothing: pytest.MonkeyPatch) -> None:
    nothing.setenv("KYODO_LOD_BROWSER", "apt-get")
    assert chromium.executable() == "apt-get"
