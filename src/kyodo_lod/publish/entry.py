"""One dataset as the catalogue, the pages and the other descriptions of it know it."""

from dataclasses import dataclass

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.errors import ManifestError
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model.years import year_label
from kyodo_lod.source.manifest import Manifest, Publication


@dataclass(frozen=True, slots=True)
class Entry:
    """What the catalogue says of one dataset.

    Args:
        manifest: of its document.
        iris: its IRIs.
        projects: how many it lists.
    """

    manifest: Manifest
    iris: Iris
    projects: int

    @property
    def publication(self) -> Publication:
        """Who publishes it; raises ManifestError where no publisher.toml says so."""
        if self.manifest.publication is None:
            raise ManifestError(
                self.manifest.place,
                "上のフォルダに publisher.toml がありません。公開する人と問い合わせ先を書いてください。",
                "no publisher.toml in a folder above it; say in one who publishes and whom to ask",
            )
        return self.manifest.publication


def dataset_description(entry: Entry) -> Bilingual:
    """Say in plain words what the dataset holds, for people who have not seen the plan."""
    manifest, projects = entry.manifest, entry.projects
    city, plan = manifest.municipality.name, manifest.plan.title
    year = year_label(manifest.document.fiscal_year)
    return Bilingual(
        f"{city.ja}の「{manifest.document.title}」に載っている{projects}事業を、表とデータにしたものです。"
        "どの基本施策の事業か、何をする計画か、どの課が担当するか、元の文書のどの行に書いてあるかが、事業ごとに分かります。"
        "表は Excel などで開けます。",
        f"The {projects} projects that {city.en or city.ja} lists for {year.en} in its {plan.en or plan.ja}, as tables and "
        "as data. For each project: its basic policy, what is planned, the responsible sections, and the line of the source "
        "document it comes from. The tables open in a spreadsheet.",
    )
