"""serve/confinement.py: what a confined process cannot do any more."""

import platform
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

CONFINED = "from kyodo_lod.serve.confinement import confine\nconfine({memory}, {seconds})\n"
#: braces are doubled once more, for the port
SERVICE = "SELECT * {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}"


def ended(work: str, folder: Path, memory: int = 64 * 1024**2, seconds: int = 0) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-c", CONFINED.format(memory=memory, seconds=seconds) + work],
        capture_output=True,
        text=True,
        cwd=folder,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_what_it_needs_it_has(tmp_path: Path) -> None:
    work = "print(len(bytes(30 * 1024**2)))"
    assert ended(work, tmp_path, seconds=10) == (0, f"{30 * 1024**2}\n")


@pytest.mark.parametrize(
    ("work", "said"),
    [
        ("bytes(80 * 1024**2)", "MemoryError"),
        ("from pathlib import Path; Path('out.txt').write_text('a')", "File too large"),
    ],
)
def test_memory_without_end_and_files_are_refused(work: str, said: str, tmp_path: Path) -> None:
    code, told = ended(work, tmp_path)
    assert code == 1
    assert said in told
    assert all(path.stat().st_size == 0 for path in tmp_path.iterdir())


@pytest.mark.skipif(
    platform.machine() not in ("x86_64", "aarch64"), reason="its calls are not known"
)
@pytest.mark.parametrize(
    "work",
    [
        "import socket; socket.socket()",
        "import socket; socket.create_connection(('127.0.0.1', {port}))",
        "import socket; socket.socket(socket.AF_UNIX)",
        f"import pyoxigraph; list(pyoxigraph.Store().query('{SERVICE}'))",
    ],
)
def test_nobody_is_connected_to(work: str, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.1)
        port = listening.getsockname()[1]
        code, told = ended(work.format(port=port), tmp_path, memory=1024**3)
        assert (code, "Operation not permitted" in told) == (1, True)
        with pytest.raises(TimeoutError):
            listening.accept()


def test_where_memory_runs_out_it_goes_first(tmp_path: Path) -> None:
    work = "print(open('/proc/self/oom_score_adj').read())"
    assert ended(work, tmp_path)[1].split() == ["1000"]


def test_time_without_end_ends_it(tmp_path: Path) -> None:
    code, _ = ended("while True: pass", tmp_path, seconds=1)
    assert code in (-signal.SIGXCPU, -signal.SIGKILL)
