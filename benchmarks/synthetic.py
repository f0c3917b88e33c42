"""Synthetic plans of 76 projects: the real document under other codes, names and numbers."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.parse import parse
from kyodo_lod.model.plan import Plan
from kyodo_lod.source.locate import manifests
from kyodo_lod.source.manifest import Manifest
from kyodo_lod.source.manifest_files import check_code

ROOT = Path(__file__).resolve().parent.parent
BASE = "https://example.org/"


def write_documents(count: int, folder: Path) -> list[Manifest]:
    """Write `count` documents below `folder`, each with other words.

    Args:
        count: how many.
        folder: an empty one.

    Returns:
        Their manifests, one municipality each.
    """
    real = next(iter(manifests(ROOT / "data")))
    text = real.document.path.read_text(encoding="utf-8")
    found = []
    for number in range(1, count + 1):
        path = folder / f"plan-{number}.txt"
        path.write_text(text.replace("事業\t", f"事業{number}\t"), encoding="utf-8", newline="")
        found.append(_manifest(real, number, path))
    return found


def _manifest(real: Manifest, number: int, path: Path) -> Manifest:
    code = next(c for d in range(10) if check_code(c := f"{number:05d}{d}"))
    name = Bilingual(f"第{number}市", f"City {number}")
    place = f"http://data.e-stat.go.jp/lod/sac/C{code[:5]}"
    municipality = replace(real.municipality, code=code, name=name, spatial=(place,), same_as=())
    return replace(
        real, municipality=municipality, document=replace(real.document, path=path, sha256=None)
    )


def plans(found: list[Manifest]) -> Iterator[tuple[Plan, Iris]]:
    """Read the documents one after the other; each must be without findings."""
    from kyodo_lod.source.readers import open_document

    for manifest in found:
        reading = parse(manifest, open_document(manifest.document.path))
        if reading.plan is None or reading.findings:
            message = f"the synthetic document is not clean: {reading.findings[:1]}"
            raise ValueError(message)
        yield reading.plan, Iris(reading.plan, BASE)
