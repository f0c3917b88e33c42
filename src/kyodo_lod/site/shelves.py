"""The datasets of each municipality and their files, as the catalogue describes them (DCAT 3)."""

from dataclasses import dataclass

from kyodo_lod.bilingual import NOTHING, Bilingual
from kyodo_lod.rdf.terms import NamedNode
from kyodo_lod.rdf.vocabulary import dcat, dct, foaf, rdfs, skos
from kyodo_lod.site.figures import figures_path
from kyodo_lod.site.publication import web
from kyodo_lod.site.published import Published

#: media types that most people want: a workbook, a table, data
_WANTED = (
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "text/csv",
    "text/turtle",
)


@dataclass(frozen=True, slots=True)
class File:
    """A file in which a dataset can be had.

    Args:
        path: in the site.
        title: what it is.
        format: its name; that of the compression where it is compressed.
        media_type: of what is sent.
        size: in bytes.
        licence: web address of its licence; empty where none is stated.
        licence_name: what it is called.
    """

    path: str
    title: Bilingual
    format: str
    media_type: str
    size: int
    licence: str
    licence_name: Bilingual


@dataclass(frozen=True, slots=True)
class Dataset:
    """What the first page says of a dataset.

    Args:
        slug: names its folder.
        title: its own.
        plan: the year's plan that it describes; None where the data do not say.
        figures: path of the page that draws the plan; empty where there is no plan.
        year: IRI of its fiscal year.
        era: the year as Japan counts.
        projects: how many it lists.
        version: the current one.
        licence: web address of its licence.
        licence_name: what it is called.
        statement: on the rights of others.
        credit: by which the plan's text is quoted.
        citation: how to cite it.
        files: in which it can be had.
    """

    slug: str
    title: Bilingual
    plan: NamedNode | None
    figures: str
    year: NamedNode | None
    era: str
    projects: int
    version: str
    licence: str
    licence_name: Bilingual
    statement: Bilingual
    credit: Bilingual
    citation: Bilingual
    files: tuple[File, ...]

    @property
    def quick(self) -> list[File]:
        """The first file of each format that most people want."""
        formats = [[f for f in self.files if f.media_type == wanted] for wanted in _WANTED]
        return [files[0] for files in formats if files]


@dataclass(frozen=True, slots=True)
class Shelf:
    """The datasets of one municipality."""

    municipality: NamedNode
    datasets: list[Dataset]


def shelves(published: Published) -> list[Shelf]:
    """Give all datasets under their municipalities, both in the order of the catalogue."""
    found: dict[NamedNode, Shelf] = {}
    for dataset in published.catalogue.all(published.catalog, dcat.dataset):
        city = published.catalogue.one(dataset, dct.creator) or published.catalog
        found.setdefault(city, Shelf(city, [])).datasets.append(_dataset(dataset, published))
    return list(found.values())


def _dataset(dataset: NamedNode, published: Published) -> Dataset:
    told, data = published.catalogue, published.data
    slug, year = told.plain(dataset, dct.identifier), told.one(dataset, dct.temporal)
    plan = next((p for p in _plans(published) if data.plain(p, dct.identifier) == slug), None)
    rights = told.one(dataset, dct.rights)
    return Dataset(
        slug=slug,
        title=told.text(dataset, dct.title),
        plan=plan,
        figures=figures_path(plan, published) if plan else "",
        year=year,
        era=_era(year, published),
        projects=len(list(published.projects(plan))) if plan else 0,
        version=told.plain(dataset, dcat.version),
        licence=web(told, dataset, dct.license),
        licence_name=_name(dataset, dct.license, published),
        statement=told.text(rights, rdfs.label) if rights else NOTHING,
        credit=told.text(rights, dct.description) if rights else NOTHING,
        citation=citation(dataset, published),
        files=tuple(_file(f, published) for f in told.all(dataset, dcat.distribution)),
    )


def _plans(published: Published) -> list[NamedNode]:
    return [plan for plan in published.plans if published.places.has_page(plan)]


def _era(year: NamedNode | None, published: Published) -> str:
    named = published.data.plains(year, skos.altLabel) if year else []
    return "・".join(name for name in named if name.endswith("年度"))


def _file(file: NamedNode, published: Published) -> File:
    told = published.catalogue
    name = _name(file, dct.format, published).ja
    packed = told.one(file, dcat.compressFormat)
    media_type = dcat.compressFormat if packed else dcat.mediaType
    return File(
        path=told.plain(file, dcat.downloadURL).removeprefix(published.home),
        title=told.text(file, dct.title),
        format=f"{name} (gzip)" if packed else name,
        media_type=_name(file, media_type, published).ja,
        size=told.number(file, dcat.byteSize),
        licence=web(told, file, dct.license),
        licence_name=_name(file, dct.license, published),
    )


def _name(thing: NamedNode, predicate: NamedNode, published: Published) -> Bilingual:
    """Give the name of what a property leads to."""
    value = published.catalogue.one(thing, predicate)
    return published.catalogue.label(value) if value else NOTHING


def citation(dataset: NamedNode, published: Published) -> Bilingual:
    """Give the line by which others cite a dataset and its document, as its own page has it."""
    told = published.catalogue
    publisher = told.one(dataset, dct.publisher)
    who = told.text(publisher, foaf.name) if publisher else NOTHING
    title, rights = told.text(dataset, dct.title), told.one(dataset, dct.rights)
    credit = told.text(rights, dct.description) if rights else NOTHING
    version, day = told.plain(dataset, dcat.version), told.plain(dataset, dct.modified)
    where = told.plain(dataset, dcat.hasCurrentVersion)
    return Bilingual(
        f"{who.ja}「{title.ja}」第{version}版、{day}、{where}。{credit.ja}",
        f"{who.en}: {title.en or title.ja}, version {version}, {day}, {where}. {credit.en}",
    )
