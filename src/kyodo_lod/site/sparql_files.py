"""Which files the store in the browser holds, dataset by dataset."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.query.run import dist_files
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import dct, kyo
from kyodo_lod.site.published import Published

#: bytes that a page loads unasked; beyond them the reader chooses among the plans
LIMIT = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Part:
    """Files that are loaded together.

    Args:
        name: of the dataset; empty for the vocabulary and the codes, which are always loaded.
        label: its plan's name.
        files: their paths in the site.
        size: their bytes.
        chosen: whether they are loaded where nobody chose.
    """

    name: str
    label: Bilingual
    files: Sequence[str]
    size: int
    chosen: bool = True


def parts(published: Published) -> list[Part]:
    """Give what `kyodo-lod query` asks, as files: vocabulary and codes, then each dataset.

    Where all is more than LIMIT, the newest plans are chosen as long as they fit, and at least one.
    """
    common, *datasets = _measured(published)
    newest = sorted(datasets, key=lambda part: (_year(part.name, published), part.name))[::-1]
    total, chosen = common.size, set[str]()
    for part in newest:
        total += part.size
        if total <= LIMIT or not chosen:
            chosen.add(part.name)
    return [common, *(replace(part, chosen=part.name in chosen) for part in datasets)]


def _measured(published: Published) -> Iterator[Part]:
    folder = published.folder
    common = [folder / "def.ttl", *sorted(folder.glob("scheme/*.ttl"))]
    yield _part("", published, common)
    by_dataset: dict[str, list[Path]] = {}
    for path in dist_files(folder):
        by_dataset.setdefault(path.parent.name, []).append(path)
    for name, files in by_dataset.items():
        yield _part(name, published, files)


def _part(name: str, published: Published, files: Sequence[Path]) -> Part:
    plan = _plan(name, published)
    return Part(
        name,
        published.data.label(plan) if plan else Bilingual(name, ""),
        [path.relative_to(published.folder).as_posix() for path in files],
        sum(path.stat().st_size for path in files),
    )


def _plan(name: str, published: Published) -> NamedNode | None:
    named = (p for p in published.plans if published.data.plain(p, dct.identifier) == name)
    return next(named, None)


def _year(name: str, published: Published) -> int:
    plan = _plan(name, published)
    year = published.data.one(plan, kyo.fiscalYear) if plan else None
    return published.data.number(year, kyo.year) if year else 0
