"""From a path on the command line to the manifests it stands for (design §2)."""

import os
from collections.abc import Iterator
from pathlib import Path

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.errors import DocumentError, ManifestError
from kyodo_lod.source.manifest import DocumentEntry, EnduringPlan, Manifest, Municipality
from kyodo_lod.source.manifest_files import checked_code, load_manifest
from kyodo_lod.source.toml import Table, load

SOURCE = "source.toml"


def manifests(path: Path) -> Iterator[Manifest]:
    """Give the manifests that `path` stands for.

    Args:
        path: a source.toml, a document beside one, or a folder that holds one or many.

    Raises:
        ManifestError: where there is none.
    """
    for source in _sources(path):
        yield load_manifest(source)


def _sources(path: Path) -> list[Path]:
    if path.is_dir():
        found = sorted(
            Path(folder) / SOURCE for folder, _, files in os.walk(path) if SOURCE in files
        )
        if not found:
            raise ManifestError(
                str(path),
                f"{SOURCE} がありません。kyodo-lod init で作れます。",
                f"holds no {SOURCE}; kyodo-lod init writes one",
            )
        return found
    if path.name == SOURCE:
        return [path]
    beside = path.with_name(SOURCE)
    if beside.is_file() and load_manifest(beside).document.path.name == path.name:
        return [beside]
    if not path.exists():
        raise DocumentError(str(path), "ファイルがありません。", "no such file")
    raise ManifestError(
        str(path),
        f"横に {SOURCE} がありません。--municipality、--plan、--year を付けるか、kyodo-lod init で作ってください。",
        f"has no {SOURCE} beside it; add --municipality, --plan and --year, or write one with kyodo-lod init",
    )


def bare_manifest(
    path: Path, municipality: str, plan: str, year: int, data: bytes | None = None
) -> Manifest:
    """Give a manifest for a document that has none.

    Args:
        path: the document.
        municipality: its six-digit code.
        plan: the plan's slug.
        year: the fiscal year.
        data: the bytes of the document, where they are in no file.
    """
    code = checked_code(municipality, "--municipality")
    slug = Table("kyodo-lod", {"--plan": plan}).slug("--plan")
    name = f"自治体 {code}"
    return Manifest(
        Municipality(code, Bilingual(name, f"municipality {code}")),
        EnduringPlan(slug, Bilingual(slug, slug)),
        DocumentEntry(path, f"{plan} {year}年度実施計画", year, data=data),
        place=str(path),
    )


def municipality_folder(data: Path, code: str) -> Path:
    """Give the folder of a municipality under `data`: the one that states its code, else a new one."""
    for path in sorted(data.glob("*/municipality.toml")):
        if load(path).text("code") == code:
            return path.parent
    return data / code
