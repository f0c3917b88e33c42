"""What must be quick imports nothing heavy: help, version, completion, mistakes."""

import subprocess
import sys
from pathlib import Path

import pytest
from cli.running import plain_environment

HEAVY = ("pyoxigraph", "rdflib", "pyshacl", "rich", "zopfli")
_ASK = """
import sys
from kyodo_lod.cli import main
sys.argv = {arguments!r}
try:
    main()
except SystemExit as ended:
    print("status", ended.code, file=sys.stderr)
print("heavy", *[m for m in {heavy!r} if m in sys.modules], file=sys.stderr)
"""


def heavy_modules(*arguments: str, cwd: Path, **environment: str) -> tuple[str, list[str]]:
    """Run the command line in a fresh interpreter; its exit status and the heavy modules it loaded."""
    code = _ASK.format(arguments=["kyodo-lod", *arguments], heavy=HEAVY)
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=cwd, env=plain_environment(**environment), capture_output=True, check=True,
    )  # fmt: skip
    *_, status, heavy = done.stderr.decode("utf-8").splitlines()
    return status.split()[1], heavy.split()[1:]


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("--help",), "0"),
        (("--lang", "ja", "--help"), "0"),
        (("--version",), "0"),
        (("read", "--help"), "0"),
        (("validate", "--help"), "0"),
        (("convert", "--help"), "0"),
        (("build", "--help"), "0"),
        (("query", "--help"), "0"),
        (("explain", "--help"), "0"),
        (("init", "--help"), "0"),
        ((), "2"),
        (("bild",), "2"),
        (("read",), "2"),
        (("convert", "x", "--to", "n3"), "2"),
    ],
)
def test_nothing_heavy_is_imported(arguments: tuple[str, ...], status: str, tmp_path: Path) -> None:
    assert heavy_modules(*arguments, cwd=tmp_path) == (status, [])


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("kyodo-lod va", ["validate"]),
        ("kyodo-lod convert --t", ["--to"]),
        ("kyodo-lod convert --to n-", ["n-triples", "n-quads"]),
    ],
)
def test_completion_offers_what_there_is_and_imports_nothing_heavy(
    shell: str, words: str, expected: list[str], tmp_path: Path
) -> None:
    environment = {
        "_KYODO_LOD_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": words.split()[-1] if shell == "fish" else str(len(words.split()) - 1),
    }
    code = _ASK.format(arguments=["kyodo-lod"], heavy=HEAVY)
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path, env=plain_environment(**environment), capture_output=True, check=True,
    )  # fmt: skip
    offered = done.stdout.decode("utf-8")
    for word in expected:
        assert word in offered.replace(",", " ").split()
    assert done.stderr.decode().splitlines()[-1] == "heavy"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_gets_a_script_to_complete_with(shell: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kyodo_lod"],
        cwd=tmp_path, env=plain_environment(_KYODO_LOD_COMPLETE=f"{shell}_source"), capture_output=True,
        check=False,
    )  # fmt: skip
    assert "_KYODO_LOD_COMPLETE" in done.stdout.decode()
    assert b"Traceback" not in done.stderr
