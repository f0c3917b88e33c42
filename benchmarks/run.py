"""The benchmark table: `make bench`. Peers run in turn in one run; ratios are medians.

What is compared: from the same parsed plans, building and writing the same triples. For rdflib,
finding the triples is a gift: only making its terms, adding and writing them is counted.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyoxigraph
from synthetic import BASE, plans, write_documents

from kyodo_lod.mapping.graph import merged
from kyodo_lod.rdf.formats import FORMATS
from kyodo_lod.source.readers import open_document

HERE = Path(__file__).resolve().parent


def measure(peer: str, fmt: str, count: int, target: str = "/dev/null") -> dict[str, float]:
    """Run one measurement in a process of its own."""
    command = [sys.executable, str(HERE / "measure.py"), peer, fmt, str(count), target]
    ran = subprocess.run(command, check=True, capture_output=True, text=True, cwd=HERE)
    result: dict[str, float] = json.loads(ran.stdout)
    return result


def assert_equal_output(fmt: str) -> None:
    """Both peers must write the same triples before anything is timed."""
    with tempfile.TemporaryDirectory() as folder:
        graphs = []
        for peer in ("ours", "rdflib"):
            path = Path(folder) / peer
            measure(peer, fmt, 3, str(path))
            rdf = getattr(pyoxigraph.RdfFormat, FORMATS[fmt].oxigraph)
            graphs.append(set(pyoxigraph.parse(path.read_bytes(), format=rdf)))
        if graphs[0] != graphs[1]:
            sys.exit(f"{fmt}: the peers do not write the same triples")
        print(f"{fmt}: both write the same {len(graphs[0]):,} triples for 3 plans")


def against_rdflib(fmt: str, count: int, rounds: int) -> None:
    """Print a row: CPU seconds of both, and the ratio."""
    assert_equal_output(fmt)
    pairs = [(measure("ours", fmt, count), measure("rdflib", fmt, count)) for _ in range(rounds)]
    own = statistics.median(a["cpu"] for a, _ in pairs)
    peer = statistics.median(b["cpu"] for _, b in pairs)
    ratio = statistics.median(b["cpu"] / a["cpu"] for a, b in pairs)
    memory = max(a["mib"] for a, _ in pairs), max(b["mib"] for _, b in pairs)
    print(
        f"| {fmt} | {count:,} | {own:.2f} s, {memory[0]:.0f} MiB "
        f"| {peer:.2f} s, {memory[1]:.0f} MiB | **{ratio:.0f}×** |"
    )


def memory_by_size(fmt: str) -> None:
    """Print peak memory for growing numbers of plans: it must not grow with them."""
    peaks = [
        f"{count:,}: {measure('ours', fmt, count)['mib']:.0f} MiB" for count in (10, 100, 1000)
    ]
    print(f"peak memory, {fmt}, by number of plans: {', '.join(peaks)}")


def where_time_goes(count: int) -> None:
    """Print CPU seconds of documents → Turtle, stage by stage."""
    with tempfile.TemporaryDirectory() as folder:
        found = write_documents(count, Path(folder))
        stages = {"files to rows": 0.0, "rows to plans": 0.0, "plans to triples": 0.0}
        begun = time.process_time()
        for manifest in found:
            open_document(manifest.document.path)
        stages["files to rows"] = time.process_time() - begun
        begun = time.process_time()
        for _ in plans(found):
            pass
        stages["rows to plans"] = time.process_time() - begun - stages["files to rows"]
        begun = time.process_time()
        triples = sum(1 for _ in merged(plans(found)))
        until_triples = time.process_time() - begun
        stages["plans to triples"] = until_triples - sum(list(stages.values())[:2])
        begun = time.process_time()
        with Path("/dev/null").open("wb") as output:
            turtle = FORMATS["turtle"]
            turtle.resolve_writer()(merged(plans(found)), turtle, output, BASE)
        whole = time.process_time() - begun
        stages["triples to Turtle"] = whole - until_triples
    print(f"documents → Turtle, {count:,} plans, {triples:,} triples: {whole:.1f} s CPU in all")
    for stage, seconds in stages.items():
        print(f"  {stage:<18} {seconds:5.1f} s  {seconds / whole:4.0%}")


def main() -> None:
    """Print the whole table."""
    print("| format | plans | kyodo-lod | rdflib | ratio (CPU) |\n|---|---|---|---|---|")
    against_rdflib("turtle", 100, 3)
    against_rdflib("n-triples", 1000, 1)
    memory_by_size("turtle")
    where_time_goes(1000)


if __name__ == "__main__":
    main()
