"""What a server has for itself alone."""

import resource
import socket
from pathlib import Path

import pytest

from kyodo_lod.errors import KyodoError, OutputError
from kyodo_lod.serve.claims import allow_connections, default_state, listening, owned, require_apart


def test_a_state_folder_has_one_server_at_a_time(tmp_path: Path) -> None:
    state, another = tmp_path / "state", "in use by another serve; name another folder"
    with owned(state), pytest.raises(KyodoError, match=another), owned(state):
        pass
    with owned(state):
        pass


def test_what_is_published_and_the_state_lie_apart(tmp_path: Path) -> None:
    dist = tmp_path / "dist"
    require_apart(dist, tmp_path / "dist-state")
    (tmp_path / "link").symlink_to(dist)
    for state in (dist, dist / "x", tmp_path, dist / ".." / "dist" / "x", tmp_path / "link" / "x"):
        with pytest.raises(KyodoError, match=r"overlaps .*dist; name a folder outside"):
            require_apart(dist, state)


def test_a_state_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="cannot be written"), owned(tmp_path / "file" / "x"):
        pass


def test_a_free_port_is_taken() -> None:
    with listening("127.0.0.1", 0) as listener:
        port = listener.getsockname()[1]
        listener.listen()
        taken = f"127.0.0.1:{port}: cannot be listened at"
        with pytest.raises(KyodoError, match=taken), listening("127.0.0.1", port):
            pass
    with listening("127.0.0.1", port):
        pass


def test_an_address_of_another_machine_is_named() -> None:
    another = r"192\.0\.2\.1:80: cannot be listened at"
    with pytest.raises(KyodoError, match=another), listening("192.0.2.1", 80):
        pass


def test_it_listens_by_ipv6_too() -> None:
    with listening("::1", 0) as listener:
        assert listener.family == socket.AF_INET6


def test_each_published_folder_has_a_state_folder_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    first, second = default_state(Path("a")), default_state(Path("b"))
    assert first.parent == second.parent == tmp_path / "kyodo-lod" / "serve"
    assert first != second
    assert first == default_state(Path("x/../a").resolve())
    monkeypatch.delenv("XDG_STATE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert default_state(Path("a")).is_relative_to(tmp_path / ".local" / "state")


def test_as_many_files_may_be_open_as_the_system_allows() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        allow_connections()
        assert resource.getrlimit(resource.RLIMIT_NOFILE) == (hard, hard)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
