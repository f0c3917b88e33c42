"""What `build` demands of the manifests beyond what a document needs to be read.

A catalogue stands for ever and in both languages, so nothing in it may be left open.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.errors import ManifestError
from kyodo_lod.source.locate import SOURCE
from kyodo_lod.source.manifest import Manifest, Publication
from kyodo_lod.source.manifest_files import LEVELS_UP, above
from kyodo_lod.source.publication import PUBLISHER_TOML


class _Demand(NamedTuple):
    """Something that must be said.

    Args:
        file: the manifest that says it.
        key: where in it.
        said: whether it is.
        example: how it is said.
    """

    file: str
    key: str
    said: Callable[[Manifest, Publication], object]
    example: str


_DEMANDS = (
    _Demand(
        PUBLISHER_TOML, "[publisher]: name.en",
        lambda _, p: p.publisher.name.en, 'name.en = "Example City"',
    ),
    _Demand(
        PUBLISHER_TOML, "[contact]: email",
        lambda _, p: p.contact.email or p.contact.page,
        'email = "opendata@city.example.lg.jp" / page = "https://…"',
    ),
    _Demand(
        "municipality.toml", "[name]: en",
        lambda m, _: m.municipality.name.en, 'en = "Example City"',
    ),
    _Demand(
        "plan.toml", "[title]: en",
        lambda m, _: m.plan.title.en, 'en = "Second Basic Plan of Example City"',
    ),
    _Demand(
        SOURCE, "[rights]: statement.ja",
        lambda m, _: m.rights.statement, 'statement.ja = "構造は CC BY 4.0。引用した文は…"',
    ),
    _Demand(
        SOURCE, "[rights]: statement.en",
        lambda m, _: m.rights.statement and m.rights.statement.en,
        'statement.en = "The structure is CC BY 4.0. The quoted text …"',
    ),
)  # fmt: skip


def refuse_incomplete(manifest: Manifest) -> None:
    """Raise ManifestError for the first thing that a catalogue needs and the manifests leave open."""
    if manifest.publication is None:
        raise _no_publisher(manifest)
    for demand in _DEMANDS:
        if not demand.said(manifest, manifest.publication):
            raise ManifestError(
                f"{_path(manifest, demand.file)}: {demand.key}",
                f"公開するには必須の項目ですが、ありません。例: {demand.example}",
                f"is missing; build needs it, such as {demand.example}",
            )


def _path(manifest: Manifest, file: str) -> Path:
    source = Path(manifest.place)
    return source if file == SOURCE else above(source, file)


def _no_publisher(manifest: Manifest) -> ManifestError:
    ja = manifest.municipality.name.ja
    en = manifest.municipality.name.en or "Example City"
    least = f'[publisher] name.ja = "{ja}" name.en = "{en}" [contact] email = "opendata@city.example.lg.jp"'
    return ManifestError(
        str(_place_for_publisher(Path(manifest.place))),
        f"ファイルがありません。公開する人と問い合わせ先を書いてください。少なくとも: {least}",
        f"no such file; say in it who publishes and whom to ask, at least: {least}",
    )


def _place_for_publisher(source: Path) -> Path:
    """Give the file beside the municipality's folder, or in it where that is as far as we look."""
    city = above(source, "municipality.toml").parent
    reached = list(source.resolve().parents)[:LEVELS_UP]
    return (city.parent if city.parent in reached else city) / PUBLISHER_TOML


def of_one_publisher(found: Iterable[Manifest]) -> Iterator[Manifest]:
    """Pass manifests on; raise ManifestError where two are published differently."""
    first: Manifest | None = None
    for manifest in found:
        first = first or manifest
        if _settings(manifest) != _settings(first):
            here, there = _publisher_of(manifest), _publisher_of(first)
            raise ManifestError(
                manifest.place,
                f"公開の設定が {first.place} と違います ({here.ja} と {there.ja})。両方の上のフォルダに一つだけ置いてください。",
                f"stands under {here.en}, but {first.place} under {there.en}; keep one, in a folder above both",
            )
        yield manifest


def _settings(manifest: Manifest) -> Publication | None:
    publication = manifest.publication
    return publication and replace(publication, place="")


def _publisher_of(manifest: Manifest) -> Bilingual:
    place = manifest.publication.place if manifest.publication else ""
    return Bilingual(place or f"{PUBLISHER_TOML} なし", place or f"no {PUBLISHER_TOML}")
