"""SHA256SUMS: every file of `dist/` with its hash, as `sha256sum --check` reads it."""

import hashlib
from pathlib import Path

NAME = "SHA256SUMS"


def sha256(path: Path) -> str:
    """Give the SHA-256 of a file, in lower-case hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def file_names(folder: Path) -> list[str]:
    """Give the files below `folder`, as relative paths with slashes, sorted."""
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if not p.is_dir())


def write_checksums(folder: Path) -> None:
    """Write SHA256SUMS for all files below `folder`."""
    lines = [f"{sha256(folder / name)}  {name}\n" for name in file_names(folder) if name != NAME]
    (folder / NAME).write_text("".join(lines), encoding="utf-8", newline="\n")


def listed(folder: Path) -> dict[str, str]:
    """Give path → hash as `folder`'s SHA256SUMS lists them; empty where there is none."""
    path = folder / NAME
    if not path.is_file():
        return {}
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    pairs = (line.partition("  ") for line in lines)
    return {name: digest for digest, _, name in pairs if name}
