"""What a table cannot say of itself: source, terms of use and how to cite, line by line."""

from kyodo_lod.bilingual import NOTHING, Bilingual
from kyodo_lod.mapping.dataset import PUBLISHER, dataset_title
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.plan import Plan
from kyodo_lod.publish.tables import TABLES
from kyodo_lod.source.manifest import Manifest


def about(plan: Plan, iris: Iris) -> list[tuple[str, str]]:
    """Give name and text of each line, in Japanese, then in English where there is one."""
    manifest = plan.manifest
    lines = [
        ("題名", dataset_title(manifest)),
        ("内容", _content(plan)),
        *((f"シート「{table.title.ja}」", table.description) for table in TABLES),
        ("もとの文書", _source(plan, iris)),
        ("版", _version(manifest)),
        ("提供者", _publisher(manifest)),
        *_terms(manifest),
        ("引用の書き方", citation(manifest, iris)),
        ("データの所在", Bilingual(iris.dataset.value, "")),
        ("注意", _NOTE),
    ]
    return [(name, "\n".join(filter(None, text))) for name, text in lines if any(text)]


_NOTE = Bilingual(
    "すべてのセルは文字列です。計算に使う列は、数値に変換してからお使いください。空欄は、文書に記載がないことを示します。",
    "Every cell is text; turn a column into numbers before you calculate. An empty cell means that the document does not say.",
)


def citation(manifest: Manifest, iris: Iris) -> Bilingual:
    """Give the line by which others cite the dataset, and its document."""
    title, release = dataset_title(manifest), manifest.release
    publisher = _publisher(manifest)
    credit = manifest.rights.attribution or NOTHING
    day = release.modified or ""
    return Bilingual(
        f"{publisher.ja}「{title.ja}」第{release.version}版、{day}、{iris.version.value}。{credit.ja}",
        f"{publisher.en}: {title.en or title.ja}, version {release.version}, {day}, {iris.version.value}. {credit.en}",
    )


def _content(plan: Plan) -> Bilingual:
    title, number = plan.manifest.document.title, len(list(plan.projects()))
    return Bilingual(
        f"「{title}」に載っている{number}事業を、文書に書かれているとおりに表にしたもの。",
        f"The {number} projects of {title}, tabulated as the document states them.",
    )


def _source(plan: Plan, iris: Iris) -> Bilingual:
    entry, city = plan.manifest.document, plan.manifest.municipality.name
    place = entry.page or entry.url or iris.source.value
    return Bilingual(f"{city.ja}「{entry.title}」 {place}", "")


def _version(manifest: Manifest) -> Bilingual:
    release = manifest.release
    days = [f"公開 {release.issued}", f"更新 {release.modified}"]
    return Bilingual(" ".join([release.version, *days]) if release.issued else release.version, "")


def _publisher(manifest: Manifest) -> Bilingual:
    return manifest.publication.publisher.name if manifest.publication else PUBLISHER


def _terms(manifest: Manifest) -> list[tuple[str, Bilingual]]:
    """Give licence and rights statement, never the one without the other where both are there."""
    rights = manifest.rights
    return [
        ("ライセンス", Bilingual(rights.licence or "", "")),
        ("利用条件", rights.statement or NOTHING),
        ("権利者の表示", rights.attribution or NOTHING),
    ]
