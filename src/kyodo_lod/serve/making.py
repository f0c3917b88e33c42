"""Making a release of a published folder, whole or not at all."""

import gzip
import hashlib
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace as changed
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from kyodo_lod.errors import GraphError, KyodoError
from kyodo_lod.files import read_file
from kyodo_lod.publish import checksums, replace
from kyodo_lod.query.graphs import NamedGraph, named_graphs
from kyodo_lod.rdf.disk_store import write_store
from kyodo_lod.rdf.store import with_default
from kyodo_lod.rdf.terms import Quad
from kyodo_lod.serve.described import Described
from kyodo_lod.serve.files import packs_well
from kyodo_lod.serve.release import GZIP, RECORD, Release, digest, load, read_sums, save
from kyodo_lod.serve.things import things
from kyodo_lod.site.folder import write_site
from kyodo_lod.site.publication import publication
from kyodo_lod.site.published import Published

#: bytes below which a file is not packed
_WORTH_IT = 1024


def make_release(
    dist: Path, state: Path, progress: Callable[[str], None] = lambda _: None
) -> Release:
    """Make a release, or take up the one that is there.

    Args:
        dist: as `build` left it.
        state: the folder that holds releases, each in a folder named by its digest.
        progress: told what is being made.

    Raises:
        KyodoError: where `dist` is unfinished, holds no data or does not parse.
        OutputError: where `state` cannot be written.
    """
    sums = read_sums(dist)
    folder = state / digest(sums)
    if (folder / RECORD).is_file():
        return load(folder)
    with replace.staging(folder) as made:
        release = _make(dist, made, progress, sums)
        save(release)
        os.sync()  # a release that is there is whole, also after a power cut
        made.rename(folder)
    return changed(release, folder=folder)


def _make(dist: Path, made: Path, progress: Callable[[str], None], sums: bytes) -> Release:
    copy = made / "dist"
    modified = int((dist / checksums.NAME).stat().st_mtime)
    _copy(dist, copy, sums)
    shown = _show(copy, made / "site", progress)
    progress("store")
    graphs = tuple(named_graphs(copy))
    write_store(made / "store", _quads(graphs))
    release = Release(
        made,
        digest(sums),
        hashlib.sha256(sums).hexdigest(),
        shown.home,
        modified,
        tuple(graph.name for graph in graphs),
        _files(made / "site"),
        shown.things,
        shown.endpoint,
    )
    progress("packed")
    for name in release.files:
        _pack(release.site / name, release.packed / f"{name}{GZIP}")
        if name.endswith(GZIP):
            _unpack(release.site / name, release.unpacked / name.removesuffix(GZIP))
    shutil.rmtree(copy)
    return release


class _Shown(NamedTuple):
    """What is known of a folder when its site has been made."""

    home: str
    things: Mapping[str, Described]
    endpoint: str


def _show(copy: Path, site: Path, progress: Callable[[str], None]) -> _Shown:
    """Make the site; what was read for it is let go before the store is filled."""
    published = Published(copy)
    write_site(published, site, served=True, progress=progress)
    return _Shown(published.home, things(published), publication(published).endpoint)


def _copy(dist: Path, copy: Path, sums: bytes) -> None:
    """Copy what is listed, each file as it is listed."""
    copy.mkdir()
    (copy / checksums.NAME).write_bytes(sums)
    for name, sha256 in checksums.listed(copy).items():
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts:
            raise _unfinished(dist / checksums.NAME)
        data = _read(dist / name)
        if hashlib.sha256(data).hexdigest() != sha256:
            raise _unfinished(dist / name)
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_bytes(data)


def _read(path: Path) -> bytes:
    try:
        return read_file(path, GraphError)  # else the state folder would be blamed
    except GraphError as error:
        if isinstance(error.__cause__, FileNotFoundError):
            raise _unfinished(path) from error
        raise


def _unfinished(path: Path) -> GraphError:
    return GraphError(
        str(path),
        "SHA256SUMS と違います。ビルドや転送の途中なら終わるのを待ち、そうでなければ kyodo-lod build で作り直してください。",
        "is not what SHA256SUMS lists; wait where it is being built or copied, else run kyodo-lod build again",
    )


def _quads(graphs: Iterable[NamedGraph]) -> Iterator[Quad]:
    for graph in graphs:
        for quad in graph.quads():
            yield from with_default(quad) if graph.asked else (quad,)


def _files(site: Path) -> dict[str, str]:
    sums = site / checksums.NAME
    return checksums.listed(site) | {checksums.NAME: checksums.sha256(sums)}


def _pack(path: Path, packed: Path) -> None:
    """Pack a file, if that makes it smaller; the same bytes at any time."""
    if not packs_well(path.name) or path.stat().st_size < _WORTH_IT:
        return
    data = path.read_bytes()
    small = gzip.compress(data, mtime=0)
    if len(small) < len(data):
        packed.parent.mkdir(parents=True, exist_ok=True)
        packed.write_bytes(small)


def _unpack(path: Path, unpacked: Path) -> None:
    """Unpack a file once, not at each request."""
    unpacked.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path) as source, unpacked.open("wb") as target:
        shutil.copyfileobj(source, target)


def main(dist: str, state: str) -> int:
    """Make a release in a process of its own; each line of stdout is JSON.

    `step` tells what is being made, `error` has place, Japanese and English, `made` the folder.
    """
    try:
        release = make_release(Path(dist), Path(state), lambda step: _say("step", step))
    except KyodoError as error:
        _say("error", (error.place, *error.message))
        return 1
    _say("made", str(release.folder))
    return 0


def _say(what: str, value: object) -> None:
    sys.stdout.write(f"{json.dumps({what: value})}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
