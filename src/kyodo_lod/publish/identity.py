"""What keeps an IRI the name of one thing: between builds, and between the plans of one (design §4)."""

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path

from kyodo_lod.errors import ManifestError
from kyodo_lod.finding import Finding
from kyodo_lod.mapping.iris import Iris
from kyodo_lod.model import rules
from kyodo_lod.model.plan import Plan, PolicySection
from kyodo_lod.origin import Origin
from kyodo_lod.publish.dumps import release_name
from kyodo_lod.rdf.formats import N_TRIPLES
from kyodo_lod.rdf.read import parse
from kyodo_lod.rdf.terms import Literal, NamedNode
from kyodo_lod.rdf.vocabulary import kyo


def published_names(dist: Path, slug: str) -> dict[str, str]:
    """Give IRI → name of the projects in the published dump; empty where there is none."""
    dump = dist / "dataset" / slug / f"{slug}.{N_TRIPLES.extension}"
    if not dump.is_file():
        return {}
    quads = parse(dump.read_bytes(), N_TRIPLES, str(dump))
    return {
        quad.subject.value: quad.object.value
        for quad in quads
        if quad.predicate == kyo.nameAsListed
        and isinstance(quad.subject, NamedNode)
        and isinstance(quad.object, Literal)
    }


def reused_iris(plan: Plan, iris: Iris, published: dict[str, str]) -> Iterator[Finding]:
    """Give the projects whose IRI names another project in the published dump.

    Args:
        plan: the new reading.
        iris: its IRIs.
        published: IRI → name, as published.
    """
    confirmed = plan.manifest.release.renamed
    for project in plan.projects():
        before = published.get(iris.project(project).value, project.name_as_listed)
        if before != project.name_as_listed and project.key not in confirmed:
            yield rules.IRI_REUSED.at(
                project.origin, value=project.name_as_listed, key=project.key, before=before
            )


def changed_release(plan: Plan, made: Path, published: Path) -> Iterator[Finding]:
    """Tell where a release that is published would get other content.

    Args:
        plan: whose release it is.
        made: the unfinished folder, with the release in it.
        published: `dist/` as it is.
    """
    slug, version = plan.manifest.slug, plan.manifest.release.version
    name = release_name(slug, version)
    before = published / name
    if before.is_file() and _content(before) != _content(made / name):
        yield rules.RELEASE_CHANGED.at(Origin(plan.document.name), value=version)


def _content(path: Path) -> bytes | None:
    """Give what is compressed in a release; None where it is damaged."""
    try:
        return gzip.decompress(path.read_bytes())
    except (OSError, EOFError, zlib.error):
        return None


class Clashes:
    """The plans of one build so far; refuses what would describe one IRI in two ways."""

    def __init__(self) -> None:
        self._datasets: dict[str, str] = {}
        self._titles: dict[tuple[str, str, int], tuple[str, str]] = {}

    def refuse(self, plan: Plan) -> None:
        """Add `plan`.

        Raises:
            ManifestError: where its dataset is there already, or another year has other policy titles.
        """
        manifest = plan.manifest
        first = self._datasets.setdefault(manifest.slug, manifest.place)
        if first != manifest.place:
            raise ManifestError(
                manifest.place,
                f"{manifest.slug} は {first} にもあります。年度か slug を直してください。",
                f"{manifest.slug} is also at {first}; correct the year or the slug",
            )
        for section in plan.sections:
            self._refuse_title(plan, section)

    def _refuse_title(self, plan: Plan, section: PolicySection) -> None:
        manifest, number = plan.manifest, section.number
        title = manifest.plan.policies.get(number, section.title)
        policy = (manifest.municipality.code, manifest.plan.slug, number)
        other, place = self._titles.setdefault(policy, (title, manifest.place))
        if other != title:
            raise ManifestError(
                f"{manifest.place}: plan.toml: [policies]: {number}",
                f"年度により名前が違います (「{title}」、{place} では「{other}」)。plan.toml に、続けて使う名前を書いてください。",
                f"is called {title!r} here and {other!r} in {place}; state the enduring title in plan.toml",
            )
