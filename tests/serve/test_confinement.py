"""serve/confinement.py: what a confined process cannot do any more."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

CONFINED = "from kyodo_lod.serve.confinement import confine\nconfine({memory}, {seconds})\n"


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


def test_time_without_end_ends_it(tmp_path: Path) -> None:
    code, _ = ended("while True: pass", tmp_path, seconds=1)
    assert code in (-signal.SIGXCPU, -signal.SIGKILL)
