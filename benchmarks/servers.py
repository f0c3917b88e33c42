"""The endpoints that are compared: how each is loaded and started on this machine, and told apart."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from load import Endpoint
from memory import tree

HERE = Path(__file__).resolve().parent
#: the environment of what is written in Python, by `make bench-endpoint`
PEERS = Path(os.environ.get("KYODO_LOD_PEERS", HERE.parent / ".bench"))
#: seconds a query may run, where a server has a limit
LIMIT = 10
_GRAPH = "urn:bench"
_NO_LIMIT = [
    word for name in ("per-client", "busy", "errors", "connections-per-client") for word in (f"--{name}", "0")
]  # fmt: skip
_OXIGRAPH = Path(sys.executable).with_name("oxigraph")
_RDFLIB = PEERS / "bin" / "rdflib-endpoint"


@dataclass(frozen=True)
class Server:
    """An endpoint.

    Args:
        name: as the table calls it.
        lack: what is missing on this machine; empty where it can run.
        start: by data, the published folder, a folder of its own and a port, its command.
        endpoint: by port.
        fill: loads the data once it runs; by data and folder.
    """

    name: str
    lack: str
    start: Callable[[Path, Path, Path, int], list[str]]
    endpoint: Callable[[int], Endpoint]
    fill: Callable[[Path, Path], None] = lambda _data, _folder: None


def servers() -> list[Server]:
    """Give all that are compared, in the order of the table."""
    return [
        Server("kyodo-lod serve", "", _ours, lambda port: Endpoint(port, "/sparql")),
        Server(
            "kyodo-lod serve, each query new", "", _ours,
            lambda port: Endpoint(port, "/sparql", fresh=True),
        ),
        Server("rdflib-endpoint", _lack(_RDFLIB), _rdflib, lambda port: Endpoint(port, "/")),
        Server("oxigraph", _lack(_OXIGRAPH), _oxigraph, lambda port: Endpoint(port, "/query")),
        Server(
            "Virtuoso", _lack(Path(shutil.which("virtuoso-t") or "virtuoso-t")), _virtuoso,
            lambda port: Endpoint(port, "/sparql", f"default-graph-uri={_GRAPH}&"), _fill_virtuoso,
        ),
    ]  # fmt: skip


def versions() -> str:
    """Say what is compared."""
    found = [f"kyodo-lod {version('kyodo-lod')}"]
    if _RDFLIB.exists():
        lines = (HERE / "peers.txt").read_text().splitlines()
        found += [line.replace("==", " ") for line in lines if line.startswith("rdflib")]
    found += [_said(_OXIGRAPH, "--version")] if _OXIGRAPH.exists() else []
    found += [_said("virtuoso-t", "--version")] if shutil.which("virtuoso-t") else []
    return ", ".join(found)


def _said(*command: object) -> str:
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False)
    line = next(
        (x for x in (done.stdout + done.stderr).splitlines() if "ersion" in x or "." in x), ""
    )
    return line.partition("-pthreads")[0].replace("Version", "Virtuoso")


def _lack(program: Path) -> str:
    return "" if program.exists() else f"{program.name} is not installed"


@contextlib.contextmanager
def running(
    server: Server, data: Path, dist: Path, folder: Path
) -> Iterator[tuple[Endpoint, subprocess.Popen[bytes]]]:
    """Run a server in a folder of its own until the block ends; it is killed, not asked."""
    port = free_port()
    folder.mkdir()
    command = server.start(data, dist, folder, port)
    with (folder / "said.txt").open("wb") as said:
        process = subprocess.Popen(
            command, cwd=folder, stdout=said, stderr=said, start_new_session=True
        )
    try:
        endpoint = server.endpoint(port)
        _wait(process, endpoint, folder)
        server.fill(data, folder)
        yield endpoint, process
    finally:
        for each in tree(process.pid):
            with contextlib.suppress(OSError):
                os.kill(each, signal.SIGKILL)
        process.wait()


def free_port() -> int:
    """Give a port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], endpoint: Endpoint, folder: Path) -> None:
    """Wait until it answers a query, whatever it says."""
    url = f"http://127.0.0.1:{endpoint.port}{endpoint.path}?query=ASK%7B%7D"
    for _ in range(300):
        with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=5):
            return
        if process.poll() is not None:
            break
        time.sleep(0.1)
    said = (folder / "said.txt").read_text(errors="replace")[-600:]
    sys.exit(f"{process.args!r} does not run:\n{said}")


def _ours(data: Path, dist: Path, _folder: Path, port: int) -> list[str]:
    # all load comes from one address, so what one client is given is lifted; who comes last waits,
    # as everywhere else
    return [
        sys.executable, "-m", "kyodo_lod", "serve", "--dist", str(dist), "--port", str(port),
        "--state", str(data.parent / "state"), "--seconds", str(LIMIT), "--waiting", "1000",
        "--patience", "60", *_NO_LIMIT,
    ]  # fmt: skip


def _rdflib(data: Path, _dist: Path, _folder: Path, port: int) -> list[str]:
    return [str(_RDFLIB), "serve", "--host", "127.0.0.1", "--port", str(port), str(data)]


def _oxigraph(data: Path, _dist: Path, folder: Path, port: int) -> list[str]:
    store = str(folder / "store")
    subprocess.run(
        [str(_OXIGRAPH), "load", "--location", store, "--file", str(data)],
        check=True, capture_output=True,
    )  # fmt: skip
    return [
        str(_OXIGRAPH), "serve-read-only", "--location", store, "--bind", f"127.0.0.1:{port}",
        "--timeout-s", str(LIMIT),
    ]  # fmt: skip


def _virtuoso(_data: Path, _dist: Path, folder: Path, port: int) -> list[str]:
    other = free_port()
    (folder / "port").write_text(str(other))
    ini = (HERE / "virtuoso.ini").read_text()
    for name, value in {"SQL": other, "HTTP": port, "LIMIT": LIMIT}.items():
        ini = ini.replace(f"@{name}@", str(value))
    (folder / "virtuoso.ini").write_text(ini)
    return ["virtuoso-t", "+foreground", "+configfile", "virtuoso.ini"]


def _fill_virtuoso(data: Path, folder: Path) -> None:
    shutil.copyfile(data, folder / "data.nt")
    load = f"DB.DBA.TTLP(file_to_string_output('data.nt'), '', '{_GRAPH}'); checkpoint;"
    address = f"127.0.0.1:{(folder / 'port').read_text()}"
    subprocess.run(
        ["isql-vt", address, "dba", "dba", f"exec={load}"],  # noqa: S607
        cwd=folder, check=True, capture_output=True,
    )  # fmt: skip
