"""What the three manifests say of a document, its plan and its municipality (design §3)."""

from dataclasses import dataclass, field
from pathlib import Path

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.source.registry import UnitRecord


@dataclass(frozen=True, slots=True)
class Municipality:
    """Who publishes plans.

    Args:
        code: the six-digit local government code (全国地方公共団体コード), check digit included.
        name: its name.
        homepage: IRI.
        spatial: IRIs of the place it governs.
        same_as: IRIs of the same municipality elsewhere.
        units: its registered organisational units, in the order of units.csv.
        registry: that file with its folder, the same on every machine, whether it is there or not.
    """

    code: str
    name: Bilingual
    homepage: str | None = None
    spatial: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    units: tuple[UnitRecord, ...] = ()
    registry: str = field(default="units.csv", compare=False)


@dataclass(frozen=True, slots=True)
class EnduringPlan:
    """A plan over all its years.

    Args:
        slug: its name in IRIs.
        title: its title.
        ordinal: 2 for a 第二次 plan.
        policies: enduring policy titles by number, where they are not as first printed.
    """

    slug: str
    title: Bilingual
    ordinal: int | None = None
    policies: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """What source.toml says of the document.

    Args:
        path: the file.
        title: as printed on each page.
        fiscal_year: the year it plans, as a Western year.
        sha256: of the file as it was when the manifest was written; None for a bare document.
        encoding: its encoding; None means UTF-8.
        columns: printed column header → the header we know it by.
        url: where the file was downloaded.
        page: the page that links to it.
        retrieved: the day of the download.
        data: its bytes, where they are in no file; None means that they are read from `path`.
    """

    path: Path
    title: str
    fiscal_year: int
    sha256: str | None = None
    encoding: str | None = None
    columns: dict[str, str] = field(default_factory=dict)
    url: str | None = None
    page: str | None = None
    retrieved: str | None = None
    data: bytes | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class EarlierRelease:
    """A release that was published before; days in ISO 8601.

    Args:
        version: such as 1.0.0.
        modified: the day of that release.
        notes: what changed in it.
    """

    version: str
    modified: str
    notes: Bilingual | None = None


@dataclass(frozen=True, slots=True)
class Release:
    """Which release of the dataset this is; days in ISO 8601.

    Args:
        version: such as 1.0.0.
        issued: the day the dataset was first published.
        modified: the day of this release.
        notes: what changed.
        keys: name of a project as listed → its key (`4-15`), where a correction moved it.
        renamed: keys of projects whose name was corrected on purpose.
        earlier: the releases before this one, newest first.
    """

    version: str = "0.0.0"
    issued: str | None = None
    modified: str | None = None
    notes: Bilingual | None = None
    keys: dict[str, str] = field(default_factory=dict)
    renamed: tuple[str, ...] = ()
    earlier: tuple[EarlierRelease, ...] = ()


@dataclass(frozen=True, slots=True)
class Rights:
    """Under which terms the dataset and the quoted document stand.

    Args:
        licence: IRI of the dataset's licence.
        attribution: whom to credit.
        statement: what may be done with what.
        source_licence: IRI of the document's own licence, where the city states one.
    """

    licence: str | None = None
    attribution: Bilingual | None = None
    statement: Bilingual | None = None
    source_licence: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask about the data; an e-mail address, a page, or both.

    Args:
        name: of the office.
        email: its address.
        page: IRI of a page with a form or an address.
    """

    name: Bilingual
    email: str | None = None
    page: str | None = None


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes the linked data, which need not be the city.

    Args:
        name: its name.
        kind: its type in the ADMS list, such as LocalAuthority or NonProfitOrganisation.
        homepage: IRI.
    """

    name: Bilingual
    kind: str
    homepage: str | None = None


@dataclass(frozen=True, slots=True)
class Publication:
    """What publisher.toml says: the settings of the catalogue.

    Args:
        publisher: who publishes.
        contact: whom to ask.
        title: of the catalogue.
        description: of the catalogue.
        keywords: Japanese and English; each list for every dataset.
        themes: codes of the EU data-theme list, such as GOVE.
        base: what `id/` and `dataset/` stand under; None means our home.
        endpoint: IRI of a SPARQL endpoint over the data, where there is one.
        place: the file.
    """

    publisher: Publisher
    contact: Contact
    title: Bilingual
    description: Bilingual
    keywords: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    themes: tuple[str, ...] = ()
    base: str | None = None
    endpoint: str | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """All that is known of a document before it is read."""

    municipality: Municipality
    plan: EnduringPlan
    document: DocumentEntry
    release: Release = field(default_factory=Release)
    rights: Rights = field(default_factory=Rights)
    publication: Publication | None = None
    place: str = ""

    @property
    def slug(self) -> str:
        """The dataset's slug, such as 072036-kyodo-2-fy2018."""
        return f"{self.municipality.code}-{self.plan.slug}-fy{self.document.fiscal_year}"
