"""A published folder made ready to be served: a snapshot that no build changes.

It lies in the state folder under its digest: `site/` (the files), `packed/` (gzip of those that
gain by it), `store/` (what is asked in SPARQL) and `release.json`, which is written last.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kyodo_lod.assets import assets
from kyodo_lod.errors import GraphError, KyodoError
from kyodo_lod.files import read_file, require_folder
from kyodo_lod.publish import checksums
from kyodo_lod.serve.described import Described

RECORD = "release.json"
#: what a packed file's name ends in
GZIP = ".gz"
_PROGRAM = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Release:
    """What is served at one time.

    Args:
        folder: that holds it.
        digest: of the published files and of the program that made it.
        published: SHA-256 of the SHA256SUMS that it was made of.
        home: the IRI that the published folder stands under.
        modified: when it was published, in seconds since 1970.
        graphs: names of the named graphs.
        files: name → SHA-256 of each file of `site`; no other file is ever served.
        things: path of an IRI, decoded and without the home → where it is described.
        endpoint: the address for queries that the catalogue names; empty for none.
    """

    folder: Path
    digest: str
    published: str
    home: str
    modified: int
    graphs: tuple[str, ...]
    files: Mapping[str, str]
    things: Mapping[str, Described]
    endpoint: str = ""

    @property
    def site(self) -> Path:
        """The folder of the files that are served."""
        return self.folder / "site"

    @property
    def packed(self) -> Path:
        """The folder of `<name>.gz`, for those of `files` that are the smaller for it."""
        return self.folder / "packed"

    @property
    def unpacked(self) -> Path:
        """The folder of what `files` hold as `<name>.gz` alone: the versions of the data."""
        return self.folder / "unpacked"

    @property
    def store(self) -> Path:
        """The folder of the SPARQL store."""
        return self.folder / "store"


def read_sums(dist: Path) -> bytes:
    """Read what says which files a published folder has.

    Raises:
        GraphError: where it cannot be read, or there is none.
    """
    require_folder(dist, GraphError)
    try:
        return read_file(dist / checksums.NAME, GraphError)
    except GraphError as error:
        if not isinstance(error.__cause__, FileNotFoundError):
            raise
        raise GraphError(
            str(dist),
            "公開データがありません。先に kyodo-lod build を実行してください。",
            "holds nothing published; run kyodo-lod build first",
        ) from error


def digest(sums: bytes) -> str:
    """Give the name of the release that this program makes of a published folder.

    Args:
        sums: the content of its SHA256SUMS.
    """
    return hashlib.sha256(_program() + sums).hexdigest()


@cache
def _program() -> bytes:
    """Give a hash of the program: another one makes other pages of the same data."""
    found = hashlib.sha256()
    ours = (path for path in _PROGRAM.rglob("*") if path.is_file() and path.suffix != ".pyc")
    for path in sorted((*ours, *assets("ontology/*.ttl"), *assets("ontology/codes/*.ttl"))):
        found.update(f"{path.name} {checksums.sha256(path)}\n".encode())
    return found.digest()


def load(folder: Path) -> Release:
    """Take up a release that was made before.

    Raises:
        KyodoError: where it is damaged.
    """
    try:
        record = json.loads((folder / RECORD).read_bytes())
        return Release(
            folder,
            record["digest"],
            record["published"],
            record["home"],
            record["modified"],
            tuple(record["graphs"]),
            record["files"],
            {path: Described.of(row) for path, row in record["things"].items()},
            record["endpoint"],
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KyodoError(
            str(folder / RECORD),
            "読めません。このフォルダを消してから、もう一度起動してください。",
            "cannot be read; remove this folder and start again",
        ) from error


def save(release: Release) -> None:
    """Write what `load` reads."""
    record = {
        "digest": release.digest,
        "published": release.published,
        "home": release.home,
        "modified": release.modified,
        "graphs": release.graphs,
        "files": dict(release.files),
        "things": dict(release.things),
        "endpoint": release.endpoint,
    }
    text = json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True)
    (release.folder / RECORD).write_text(f"{text}\n", encoding="utf-8", newline="\n")
