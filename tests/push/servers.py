"""Real SPARQL servers over empty stores, each on free ports of this machine."""

import contextlib
import re
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from conftest import ROOT
from deploy.servers import free_port

USER, PASSWORD = "pusher", "a password"
_VIRTUOSO = """[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
FileExtend = 200
MaxCheckpointRemap = 2000
TempStorage = TempDatabase
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
MaxCheckpointRemap = 2000
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
MaxClientConnections = 20
CheckpointInterval = 0
CaseMode = 2
DirsAllowed = {folder}
NumberOfBuffers = 2000
MaxDirtyBuffers = 1200
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = {folder}
ServerThreads = 10
Charset = UTF-8
[SPARQL]
ResultSetMaxRows = 1000000
MaxQueryExecutionTime = 30
"""


@dataclass(frozen=True)
class Server:
    """A running server.

    Args:
        store: address of its graph store.
        sparql: address of its query endpoint.
        process: its process.
    """

    store: str
    sparql: str
    process: "subprocess.Popen[bytes]"


def has_virtuoso() -> bool:
    return bool(shutil.which("virtuoso-t") and shutil.which("isql-vt"))


def has_oxigraph() -> bool:
    return _oxigraph().is_file()


def _oxigraph() -> Path:
    return Path(sys.executable).with_name("oxigraph")


@contextlib.contextmanager
def oxigraph(folder: Path) -> Iterator[Server]:
    """Run oxigraph's server over a store in `folder`."""
    port = free_port()
    command = [str(_oxigraph()), "serve", "-l", str(folder / "store"), "-b", f"127.0.0.1:{port}"]
    address = f"http://127.0.0.1:{port}"
    with _running(command, f"{address}/query?query=ASK%7B%7D", folder) as process:
        yield Server(f"{address}/store", f"{address}/query", process)


@contextlib.contextmanager
def virtuoso(folder: Path, default: str) -> Iterator[Server]:
    """Run Virtuoso over a database in `folder`, with a user who may write.

    Args:
        folder: an empty one.
        default: the graph that a query asks which names none.
    """
    sql, http = free_port(), free_port()
    settings = _VIRTUOSO.format(folder=folder, sql=sql, http=http)
    (folder / "virtuoso.ini").write_text(settings, encoding="utf-8")
    command = ["virtuoso-t", "+foreground", "+configfile", str(folder / "virtuoso.ini")]
    address = f"http://127.0.0.1:{http}"
    with _running(command, f"{address}/sparql?query=ASK%7B%7D", folder) as process:
        _say(sql, _statements(default))
        yield Server(f"{address}/sparql-graph-crud-auth", f"{address}/sparql", process)


def _statements(default: str) -> str:
    """Give the SQL that docs/big-store.md shows, for our user and graph."""
    page = (ROOT / "docs" / "big-store.md").read_text(encoding="utf-8")
    (text,) = re.findall(r"^```sql\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    given = {"'push'": f"'{USER}'", '"push"': f'"{USER}"', "'a long password'": f"'{PASSWORD}'"}
    for shown, ours in given.items():
        assert shown in text
        text = text.replace(shown, ours)
    assert f"'{default}'" in text
    return text.replace("\n", " ")


def _say(port: int, statements: str) -> None:
    command = ["isql-vt", f"127.0.0.1:{port}", "dba", "dba", f"EXEC={statements}"]
    done = subprocess.run(command, capture_output=True, timeout=60, check=False)
    assert b"Error" not in done.stdout + done.stderr, (done.stdout + done.stderr).decode()


@contextlib.contextmanager
def _running(command: list[str], address: str, folder: Path) -> Iterator["subprocess.Popen[bytes]"]:
    with (folder / "said.txt").open("wb") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said, cwd=folder)
        try:
            _wait_for(process, address, folder)
            yield process
        finally:
            process.kill()  # the folder is thrown away
            process.wait(timeout=20)


def _wait_for(process: "subprocess.Popen[bytes]", address: str, folder: Path) -> None:
    for _ in range(600):
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=2):  # noqa: S310
            return
        if process.poll() is not None:
            break
        time.sleep(0.1)
    raise AssertionError(f"{process.args!r} does not run: {(folder / 'said.txt').read_text()}")
