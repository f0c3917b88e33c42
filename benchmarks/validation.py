"""The SHACL engines side by side, in turn in one run: `make bench`.

Both check the same graph of many plans against all shapes of `plan`, each in a process of its own;
they must find the same before anything is timed. Then one plan, from the shell.
"""

import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from synthetic import write_documents

from kyodo_lod.pipeline import write_rdf
from kyodo_lod.rdf.formats import FORMATS, N_TRIPLES

HERE = Path(__file__).resolve().parent
DUMP = HERE.parent / "dist/dataset/072036-kyodo-2-fy2018/072036-kyodo-2-fy2018.nt"
#: what every engine needs beforehand
FLOOR = "floor"


def check(engine: str, file: str) -> dict[str, object]:
    """Check a file in this process: CPU seconds with reading, peak memory in MiB, what was found."""
    from kyodo_lod.check.engine import run
    from kyodo_lod.check.shapes import load_shapes
    from kyodo_lod.rdf.graph import Graph
    from kyodo_lod.rdf.read import parse

    shapes, data = load_shapes("plan"), Path(file).read_bytes()
    begun = time.process_time()
    graph = Graph(list(parse(data, N_TRIPLES, file)))
    found = [] if engine == FLOOR else [r.sort_key for r in run(graph, shapes, engine).results]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"cpu": time.process_time() - begun, "mib": peak, "found": found}


def measured(engine: str, file: Path) -> dict[str, object]:
    """Check a file in a process of its own."""
    command = [sys.executable, __file__, engine, str(file)]
    ran = subprocess.run(command, check=True, capture_output=True, text=True, cwd=HERE)
    result: dict[str, object] = json.loads(ran.stdout)
    return result


def damaged(text: str) -> str:
    """Damage a dump, so that there is something to find: every 500th line is left out."""
    lines = text.splitlines(keepends=True)
    return "".join(line for number, line in enumerate(lines, 1) if number % 500)


def many_plans(count: int, folder: Path) -> Path:
    """Write the dump of many plans, with faults."""
    target, documents = folder / "plans.nt", folder / "documents"
    documents.mkdir()
    with target.open("wb") as output:
        write_rdf(write_documents(count, documents), FORMATS["n-triples"], output)
    target.write_text(damaged(target.read_text("utf-8")), encoding="utf-8")
    return target


def compare(count: int, rounds: int) -> None:
    """Print the table for many plans."""
    with tempfile.TemporaryDirectory() as folder:
        file = many_plans(count, Path(folder))
        pairs = [(measured("fast", file), measured("pyshacl", file)) for _ in range(rounds)]
        floor = measured(FLOOR, file)
    if any(fast["found"] != peer["found"] for fast, peer in pairs):
        sys.exit("the engines do not find the same")
    print(f"both find the same {len(list(pairs[0][0]['found'])):,} results")  # type: ignore[call-overload]
    print("| plans | fast | pySHACL | ratio (CPU) | reading alone |\n|---|---|---|---|---|")
    own, peer = (statistics.median(float(str(pair[i]["cpu"])) for pair in pairs) for i in (0, 1))
    memory = [max(float(str(pair[i]["mib"])) for pair in pairs) for i in (0, 1)]
    print(
        f"| {count} | {own:.2f} s, {memory[0]:.0f} MiB | {peer:.2f} s, {memory[1]:.0f} MiB "
        f"| **{peer / own:.0f}×** | {floor['cpu']:.2f} s |"
    )


def from_the_shell(rounds: int) -> None:
    """Print CPU milliseconds of the whole command on one plan, for both engines."""
    for engine in ("fast", "pyshacl"):
        times = [_command(engine) for _ in range(rounds)]
        print(f"one plan from the shell, {engine}: {1000 * statistics.median(times):.0f} ms CPU")


def _command(engine: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "kyodo_lod", "validate", str(DUMP), "--engine", engine]
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main() -> None:
    """Print everything; with an engine and a file, measure that alone."""
    if len(sys.argv) == 3:
        print(json.dumps(check(*sys.argv[1:])))
        return
    compare(100, rounds=1)
    from_the_shell(rounds=7)


if __name__ == "__main__":
    main()
