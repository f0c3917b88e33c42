"""The first page: what there is, in figures and files, and how to cite it."""

import json
import re
from collections import Counter
from collections.abc import Mapping

from kyodo_lod.bilingual import Bilingual, Language
from kyodo_lod.publish.pages.figures import Figure
from kyodo_lod.publish.pages.links import COMMON, there
from kyodo_lod.publish.pages.page import LANGUAGES, localized
from kyodo_lod.publish.pages.render import json_for_script
from kyodo_lod.rdf.formats import JSON_LD, RDF_XML, TURTLE, Format
from kyodo_lod.rdf.terms import TRUE
from kyodo_lod.rdf.vocabulary import dct, kyo, org
from kyodo_lod.site.publication import publication
from kyodo_lod.site.published import Published
from kyodo_lod.site.shelves import shelves
from kyodo_lod.site.things import Things

_FIRST = "index.html"
#: up to so many datasets show all their files and their citations here, more on the page of each
_FEW = 12
_SCHEMA_ORG = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
#: what is counted by class
_COUNTED = (
    (org.FormalOrganization, Bilingual("自治体", "municipalities")),
    (kyo.ImplementationPlan, Bilingual("年度の計画", "yearly plans")),
    (kyo.BasicPolicy, Bilingual("基本施策", "basic policies")),
    (kyo.PlannedProject, Bilingual("計画事業", "planned projects")),
)
_NEW = Bilingual("うち「新規」の事業", "projects marked as new")


def home_values(published: Published) -> Mapping[str, object]:
    """Give what the first page shows."""
    catalogue, catalog = published.catalogue, published.catalog
    found = shelves(published)
    datasets = [each for shelf in found for each in shelf.datasets]
    return {
        "title": catalogue.text(catalog, dct.title),
        "description": catalogue.text(catalog, dct.description),
        "figures": counted(published),
        "shelves": found,
        "are_few": len(datasets) <= _FEW,
        "cited": datasets if len(datasets) <= _FEW else [],
        "publication": publication(published),
        "catalogues": [fmt for fmt in (TURTLE, JSON_LD, RDF_XML) if _is_there(fmt, published)],
        "more": there(COMMON, published.folder),
        "schema_org": {language: _schema_org(published, language) for language in LANGUAGES},
    }


def counted(published: Published) -> list[Figure]:
    """Count what all datasets hold together; what they share counts once."""
    data = published.data
    figures = [Figure(len(list(data.instances(each))), label) for each, label in _COUNTED]
    figures.append(_units(data))
    new = len(data.holders(kyo.markedNew, TRUE))
    at = next(n for n, (each, _) in enumerate(_COUNTED, 1) if each == kyo.PlannedProject)
    return [*figures[:at], Figure(new, _NEW), *figures[at:]]


def _units(data: Things) -> Figure:
    """Count the units, and say how many there are of each level: 部局 13、課等 30、所 1."""
    units = list(data.instances(org.OrganizationalUnit))
    levels = Counter(level for each in units for level in data.all(each, org.classification))
    named = [(data.label(level), count) for level, count in levels.most_common()]
    ja = "、".join(f"{name.ja or name.en} {count}" for name, count in named)
    en = ", ".join(f"{name.en or name.ja} {count}" for name, count in named)
    noted = (f" ({ja})", f" ({en})") if named else ("", "")
    return Figure(len(units), Bilingual(f"組織{noted[0]}", f"organisational units{noted[1]}"))


def _is_there(fmt: Format, published: Published) -> bool:
    return (published.folder / f"catalog.{fmt.extension}").is_file()


def _schema_org(published: Published, language: Language) -> str:
    """Give the catalogue as schema.org has it: what the first page of dist/ says, word for word."""
    page = published.folder / localized(_FIRST, language)
    found = _SCHEMA_ORG.search(page.read_text(encoding="utf-8")) if page.is_file() else None
    told = json.loads(found[1]) if found else {}
    return json_for_script(json.dumps(told, ensure_ascii=False, indent=2))
