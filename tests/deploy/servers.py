"""The real servers over dist/, each on a free port of this machine, and how they are asked."""

import contextlib
import http.client
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from urllib.parse import urljoin, urlsplit

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "docs" / "deploy"
#: what is served; a publisher may point the tests at a dist/ of his own
DIST = Path(os.environ.get("KYODO_LOD_DIST", ROOT / "dist"))
_MODULES = ("mpm_event", "authz_core", "headers", "rewrite", "negotiation", "dir")


@dataclass(frozen=True)
class Answer:
    """What a server answers; the names of headers in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        """The Content-Type without its parameters."""
        return self.headers.get("content-type", "").partition(";")[0]


def ask(
    url: str,
    headers: Mapping[str, str | None] | None = None,
    method: str = "GET",
    body: bytes | None = None,
) -> Answer:
    """Ask once, following no redirect; nothing is sent but `headers`."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=20)
    with contextlib.closing(connection):
        given = {name: value for name, value in (headers or {}).items() if value is not None}
        target = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        connection.request(method, target, body, {"Accept-Encoding": "identity"} | given)
        answer = connection.getresponse()
        found: dict[str, str] = {}
        for name, value in answer.getheaders():
            known = found.get(name.lower())
            found[name.lower()] = f"{known}, {value}" if known else value
        return Answer(answer.status, found, answer.read())


def follow(url: str, headers: Mapping[str, str | None] | None = None) -> tuple[str, Answer]:
    """Ask and follow redirects; give the last address and its answer."""
    for _ in range(5):
        answer = ask(url, headers)
        if answer.status not in {301, 302, 303, 307, 308}:
            return url, answer
        url = urljoin(url, answer.headers["location"])
    raise AssertionError(f"{url}: redirected without end")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def static(dist: Path) -> Iterator[str]:
    """Serve `dist` with Python's own server, which knows nothing of our IRIs."""
    port = free_port()
    command = [sys.executable, "-m", "http.server", str(port), "-b", "127.0.0.1", "-d", str(dist)]
    with _running(command, port):
        yield f"http://127.0.0.1:{port}"


@contextlib.contextmanager
def nginx(dist: Path) -> Iterator[str]:
    """Serve `dist` with nginx and docs/deploy/nginx.conf."""
    port = free_port()
    site = _with_lines_changed(
        (DEPLOY / "nginx.conf").read_text(encoding="utf-8"),
        {
            "listen 80;": f"listen 127.0.0.1:{port};",
            "root /srv/kyodo-lod/dist;": f"root {dist.resolve()};",
            "root /srv/kyodo-lod/errors;": f"root {DEPLOY};",
        },
    )
    with _folder() as folder:
        (folder / "site.conf").write_text(site, encoding="utf-8")
        (folder / "nginx.conf").write_text(_nginx_around(folder), encoding="utf-8")
        command = [_found("nginx"), "-p", str(folder), "-c", str(folder / "nginx.conf")]
        with _running([*command, "-e", "stderr"], port):
            yield f"http://127.0.0.1:{port}"


@contextlib.contextmanager
def nginx_before(endpoint: int) -> Iterator[str]:
    """Run nginx with docs/deploy/nginx-endpoint.conf before a server at a port of this machine."""
    port = free_port()
    site = _with_lines_changed(
        (DEPLOY / "nginx-endpoint.conf").read_text(encoding="utf-8"),
        {
            "listen 80;": f"listen 127.0.0.1:{port};",
            "listen [::]:80;": "",
            "/var/log/nginx/error.log": "stderr",
            "server 127.0.0.1:8000;": f"server 127.0.0.1:{endpoint};",
        },
    )
    with _folder() as folder:
        (folder / "site.conf").write_text(site, encoding="utf-8")
        (folder / "nginx.conf").write_text(_nginx_around(folder), encoding="utf-8")
        command = [_found("nginx"), "-p", str(folder), "-c", str(folder / "nginx.conf")]
        with _running([*command, "-e", "stderr"], port):
            yield f"http://127.0.0.1:{port}"


def _nginx_around(folder: Path) -> str:
    temporary = "\n".join(
        f"{kind}_temp_path {folder}/{kind};"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    # as root, workers would else be nobody, who may not read the checkout
    user = "user root;" if os.geteuid() == 0 else ""
    return (
        f"{user} daemon off; worker_processes 1; error_log stderr crit; pid {folder}/nginx.pid;\n"
        f"events {{ }}\nhttp {{\naccess_log off;\n{temporary}\ninclude {folder}/site.conf;\n}}\n"
    )


@contextlib.contextmanager
def apache(site: str) -> Iterator[str]:
    """Serve docs/deploy/w3id.htaccess as w3id.org does, redirecting to `site`."""
    port = free_port()
    rules = _with_lines_changed(
        (DEPLOY / "w3id.htaccess").read_text(encoding="utf-8"),
        {"[E=SITE:https://example.github.io/kyodo-lod]": f"[E=SITE:{site}]"},
    )
    with _folder() as folder:
        (folder / "www" / "kyodo-lod").mkdir(parents=True)
        (folder / "www" / "kyodo-lod" / ".htaccess").write_text(rules, encoding="utf-8")
        (folder / "apache2.conf").write_text(_apache_around(folder, port), encoding="utf-8")
        command = [_found("apache2"), "-f", str(folder / "apache2.conf"), "-DFOREGROUND"]
        with _running(command, port):
            yield f"http://127.0.0.1:{port}/kyodo-lod"


def _apache_around(folder: Path, port: int) -> str:
    loaded = "\n".join(
        f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so" for name in _MODULES
    )
    user = "User www-data\nGroup www-data" if os.geteuid() == 0 else ""
    return f"""ServerRoot "{folder}"
Listen 127.0.0.1:{port}
ServerName w3id.org
PidFile "{folder}/apache2.pid"
DefaultRuntimeDir "{folder}"
{loaded}
{user}
ErrorLog "{folder}/error.log"
DocumentRoot "{folder}/www"
<Directory "{folder}/www">
    AllowOverride All
    Require all granted
</Directory>
"""


def _with_lines_changed(text: str, changes: dict[str, str]) -> str:
    for old, new in changes.items():
        assert text.count(old) == 1, f"{old!r} stands once in the configuration"
        text = text.replace(old, new)
    return text


def _found(program: str) -> str:
    path = shutil.which(program, path=f"{os.environ['PATH']}:/usr/sbin")
    assert path, f"{program} is not installed"
    return path


def is_installed(program: str) -> bool:
    """Tell whether the server is on this machine."""
    return shutil.which(program, path=f"{os.environ['PATH']}:/usr/sbin") is not None


@contextlib.contextmanager
def _folder() -> Iterator[Path]:
    # not pytest's: Apache's own user must be able to enter it
    with tempfile.TemporaryDirectory(prefix="kyodo-lod-", ignore_cleanup_errors=True) as name:
        Path(name).chmod(0o755)
        yield Path(name)


@contextlib.contextmanager
def _running(command: list[str], port: int) -> Iterator[None]:
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, stdout=said, stderr=said)
        try:
            _wait_for(process, port, said)
            yield
        finally:
            process.terminate()
            process.wait(timeout=20)


def _wait_for(process: subprocess.Popen[bytes], port: int, said: IO[bytes]) -> None:
    for _ in range(200):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        if process.poll() is not None:
            break
        time.sleep(0.05)
    said.seek(0)
    raise AssertionError(f"{process.args!r} does not run: {said.read().decode()}")
