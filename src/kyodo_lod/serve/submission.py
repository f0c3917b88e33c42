"""What an upload is: a year's plan as a city writes it, or RDF; told by its name and media type."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from typing import TypeAlias
from unicodedata import normalize

from kyodo_lod.bilingual import Bilingual, visible
from kyodo_lod.check.shapes import shape_names
from kyodo_lod.errors import ManifestError
from kyodo_lod.rdf.formats import FORMATS, Format, format_of
from kyodo_lod.serve.refusals import RefusedError
from kyodo_lod.serve.typed_fields import fiscal_year, municipality_code
from kyodo_lod.serve.upload import Upload
from kyodo_lod.source.foreign import foreign
from kyodo_lod.source.readers import READERS, Reader
from kyodo_lod.source.toml import Table

#: one of the endings of a reader whose media type stands for several
_TSV = "text/tab-separated-values"
_LONGEST_FIELD = 100
_OF_DOCUMENTS = ("municipality", "plan", "year")
#: of a form or of the query string
_FIELDS = ("file", *_OF_DOCUMENTS, "shapes", "format", "name")
#: how much alike a field and the one that may be meant are (difflib)
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class PlanDocument:
    """A document to check, with what is known of it beside its text.

    Args:
        name: of the file; its ending tells the reader.
        municipality: its six-digit code.
        plan: the plan's slug.
        year: the fiscal year.
    """

    name: str
    municipality: str
    plan: str
    year: int


@dataclass(frozen=True, slots=True)
class RdfFile:
    """RDF to check.

    Args:
        name: of the file.
        format: in which it is written.
        shapes: name of what is demanded.
    """

    name: str
    format: Format
    shapes: str


Submission: TypeAlias = PlanDocument | RdfFile


def endings() -> tuple[str, ...]:
    """Give the endings of the files that can be checked, documents first."""
    return (*document_endings(), *rdf_endings())


def document_endings() -> tuple[str, ...]:
    """Give the endings of documents."""
    return tuple(ending for reader in READERS for ending in reader.extensions)


def rdf_endings() -> tuple[str, ...]:
    """Give the endings of RDF, the last of them that of a file packed by gzip."""
    return (*(f".{each.extension}" for each in FORMATS.values()), ".gz")


def submission(upload: Upload, site: Path | None = None) -> Submission:
    """Tell what an upload is, and read the fields that belong to it.

    Args:
        upload: the file and the fields.
        site: the folder of published files, which tell what a wrong field may mean.

    Raises:
        RefusedError: where it is of no kind that can be checked (415), or a field lacks, is wrong or is
            none that is known (400): who misspells `shapes` would think that something else was checked.
    """
    _refuse_others(upload.fields)
    kind = _kind(upload)
    if isinstance(kind, Format):
        return RdfFile(upload.name or f"upload.{kind.extension}", kind, _shapes(upload))
    if kind is None:
        raise RefusedError(415, _unknown(upload), "unknown-type")
    return _document(upload, kind, site)


def _refuse_others(fields: Iterable[str]) -> None:
    for name in fields:
        if name not in _FIELDS:
            near = get_close_matches(name, _FIELDS, 1, _ALIKE)
            words = _MISSPELLED if near else _OTHER_FIELD
            said = words.fill(name=visible(name[:20]), near="".join(near), known=", ".join(_FIELDS))
            raise RefusedError(400, said, "faulty")


def _unknown(upload: Upload) -> Bilingual:
    """Say why it cannot be told what an upload is, or that its kind is not read, and what to do."""
    kind = foreign(upload.name, upload.media_type)
    if not (kind or upload.name):
        stated = visible(upload.media_type[:_LONGEST_FIELD])
        return (_UNSTATED if stated else _UNTYPED).fill(stated=stated)
    known = " ".join(_endings(upload))
    if kind:
        return _FOREIGN.fill(title=kind.title, known=known, ja=kind.remedy.ja, en=kind.remedy.en)
    return _OTHER.fill(known=known)


def _endings(upload: Upload) -> tuple[str, ...]:
    """Give the endings that the form which was used takes."""
    if any(name in upload.fields for name in _OF_DOCUMENTS):
        return document_endings()
    return rdf_endings() if "shapes" in upload.fields else endings()


def _kind(upload: Upload) -> Reader | Format | None:
    """Give the format by the file's name; where that tells nothing, by the media type."""
    ending = PurePosixPath(upload.name).suffix.lower()
    by_ending = (reader for reader in READERS if ending in reader.extensions)
    return format_of(upload.name) or next(by_ending, None) or _by_media_type(upload.media_type)


def _by_media_type(media_type: str) -> Reader | Format | None:
    for reader in READERS:
        if media_type in (reader.media_type, _TSV):
            return reader
    named = (f for f in FORMATS.values() if media_type in (f.media_type, *f.aliases))
    return next(named, None)


def _shapes(upload: Upload) -> str:
    wanted = upload.fields.get("shapes", "") or "plan"
    known = shape_names()
    if wanted not in known:
        raise RefusedError(400, _OTHER_SHAPES.fill(known=", ".join(known)), "faulty")
    return wanted


def _document(upload: Upload, reader: Reader, site: Path | None) -> PlanDocument:
    code, plan, year = (_field(upload, name) for name in _OF_DOCUMENTS)
    if not (code and plan and year):
        raise RefusedError(400, _LACKS, "faulty")
    name = upload.name or "upload"
    if PurePosixPath(name).suffix.lower() not in reader.extensions:
        name += reader.extensions[0]
    try:
        slug = Table("", {"plan": plan}).slug("plan")
        return PlanDocument(name, municipality_code(code, site), slug, fiscal_year(year))
    except ManifestError as error:
        raise RefusedError(400, error.message, "faulty") from error


def _field(upload: Upload, name: str) -> str:
    """Give what a clerk typed, full-width digits and letters as the others."""
    return normalize("NFKC", upload.fields.get(name, "")[:_LONGEST_FIELD]).strip()


_OTHER_SHAPES = Bilingual(
    "shapes は次のどれかです: {known}。自分のシェイプでは kyodo-lod validate で調べられます。",
    "shapes must be one of {known}; for shapes of your own run kyodo-lod validate",
)
_OTHER_FIELD = Bilingual(
    "{name} という項目はありません (あるもの: {known})。",
    "there is no field {name}; known are {known}",
)
_MISSPELLED = Bilingual(
    "{name} という項目はありません。{near} のことですか (あるもの: {known})。",
    "there is no field {name}, did you mean {near}? Known are {known}",
)
_LACKS = Bilingual(
    "文書には、自治体コード、計画、年度が要ります。三つとも入れてください。",
    "a document needs municipality, plan and year; fill in all three",
)
_UNSTATED = Bilingual(
    "Content-Type の {stated} では、何のファイルか分かりません。-H 'Content-Type: text/turtle' のように書くか、"
    "フォームとして送ってください: -F file=@x.ttl",
    "Content-Type {stated} does not say what it is; add -H 'Content-Type: text/turtle', "
    "or send it as a form: -F file=@x.ttl",
)
_UNTYPED = Bilingual(
    "Content-Type がないので、何のファイルか分かりません。-H 'Content-Type: text/turtle' のように書くか、"
    "フォームとして送ってください: -F file=@x.ttl",
    "no Content-Type says what it is; add -H 'Content-Type: text/turtle', "
    "or send it as a form: -F file=@x.ttl",
)
_FOREIGN = Bilingual(
    "{title} のファイルは調べられません (調べられるもの: {known})。{ja}",
    "a file of {title} cannot be checked (known: {known}); {en}",
)
_OTHER = Bilingual(
    "この種類のファイルは調べられません (調べられるもの: {known})。文書は、タブ区切りのテキスト (.txt) で保存してください。",
    "no file of this kind can be checked (known: {known}); save a document as tab-separated text (.txt)",
)
