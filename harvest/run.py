"""The table of `make harvest`: what the portals' own code makes of dist/.

Usage: python run.py DIST VENVS FOLDER

Each rehearsal runs in its portal's own environment below VENVS and prints a line of JSON for each
try; the dictionaries it made are left in FOLDER. Exit 1 where anything differs.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
#: environment below VENVS → script
REHEARSALS = {"ckan": "ckan_rehearsal.py", "udata": "udata_rehearsal.py"}
_COLUMNS = (("portal", 14), ("profile", 17), ("file", 34), ("locale", 6))


def main() -> int:
    """Print the table and the differences; give the exit status."""
    dist, venvs, folder = (Path(argument).resolve() for argument in sys.argv[1:])
    print(" ".join(f"{name:<{width}}" for name, width in _COLUMNS), "result")
    failed = 0
    for name, script in REHEARSALS.items():
        for row in _rows(venvs / name / "bin" / "python", script, dist, folder):
            failed += bool(row["differences"])
            print(" ".join(f"{row[key]!s:<{width}}" for key, width in _COLUMNS), _result(row))
    print(
        f"{failed} of the tries differ" if failed else "every portal takes the catalogue as it is"
    )
    return 1 if failed else 0


def _rows(python: Path, script: str, dist: Path, folder: Path) -> Iterator[dict[str, object]]:
    command = [str(python), "-W", "ignore", str(HERE / script), str(dist), str(folder)]
    # no server of the machine it runs on is meant, whatever its environment says
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("CKAN_", "UDATA_", "PYTHON"))}
    ran = subprocess.run(command, capture_output=True, text=True, check=False, env=clean)
    rows = [json.loads(line) for line in ran.stdout.splitlines() if line.startswith('{"portal"')]
    yield from rows
    if ran.returncode or not rows:
        last = (ran.stderr.strip().splitlines() or ["printed nothing"])[-1]
        blank = dict.fromkeys(("profile", "file", "locale"), "")
        yield {"portal": script.split("_")[0], **blank, "differences": [f"stopped: {last}"]}


def _result(row: dict[str, object]) -> str:
    differences = row["differences"]
    assert isinstance(differences, list)  # noqa: S101  what Row wrote
    return "\n    ".join(["differs", *map(str, differences)]) if differences else "ok"


if __name__ == "__main__":
    sys.exit(main())
