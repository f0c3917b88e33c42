"""Reading the manifests: municipality.toml, plan.toml, source.toml, each key checked (design §3)."""

import re
from pathlib import Path

from kyodo_lod.bilingual import Bilingual, visible
from kyodo_lod.errors import ManifestError
from kyodo_lod.source.manifest import (
    DocumentEntry,
    EnduringPlan,
    Manifest,
    Municipality,
    Rights,
)
from kyodo_lod.source.publication import PUBLISHER_TOML, load_publication
from kyodo_lod.source.registry import load_units
from kyodo_lod.source.release import check_days, read_release
from kyodo_lod.source.toml import Table, load

CODE = re.compile(r"[0-9]{6}")
_POLICY = re.compile(r"[1-9][0-9]{0,2}")
_LAYOUTS = ("tabs",)
#: how far above a source.toml its manifests are looked for
LEVELS_UP = 4


def load_manifest(source: Path) -> Manifest:
    """Read a source.toml and the manifests above it.

    Args:
        source: path of the source.toml.

    Raises:
        ManifestError: naming file and key.
    """
    table = load(source)
    municipality = above(source, "municipality.toml")
    plan = above(source, "plan.toml")
    publisher = find_above(source, PUBLISHER_TOML)
    document = _document(table.table("document"), source)
    release = read_release(table.table("release"))
    rights = _rights(table.table("rights"))
    table.finish(("document", "release", "rights"))
    check_days(document, release, str(source))
    return Manifest(
        municipality=_municipality(municipality),
        plan=_plan(load(plan)),
        document=document,
        release=release,
        rights=rights,
        publication=load_publication(publisher) if publisher else None,
        place=str(source),
    )


def check_code(code: str) -> bool:
    """Tell whether the check digit of a six-digit local government code is right.

    >>> check_code("072036"), check_code("072037")
    (True, False)
    """
    if not CODE.fullmatch(code):
        return False
    weighted = sum(
        int(digit) * weight for digit, weight in zip(code, (6, 5, 4, 3, 2), strict=False)
    )
    return (11 - weighted % 11) % 10 == int(code[5])


def checked_code(code: str, place: str) -> str:
    """Give `code` back, or raise ManifestError where it is no local government code."""
    if not check_code(code):
        raise ManifestError(
            place,
            f"「{code}」は全国地方公共団体コードではありません (6 桁、検査数字を含む。例: 072036)。",
            f"{code!r} is no local government code (six digits, the last a check digit; such as 072036)",
        )
    return code


def find_above(source: Path, name: str) -> Path | None:
    """Give the nearest file called `name` in a folder of `source` or above it, a few levels up."""
    paths = (folder / name for folder in list(source.resolve().parents)[:LEVELS_UP])
    return next((path for path in paths if path.is_file()), None)


def above(source: Path, name: str) -> Path:
    """Give that file, or raise ManifestError where there is none."""
    path = find_above(source, name)
    if path is None:
        raise ManifestError(
            str(source),
            f"上のフォルダに {name} がありません。{name} を書いてください。",
            f"no {name} in a folder above it; write one",
        )
    return path


def _municipality(path: Path) -> Municipality:
    table = load(path)
    municipality = Municipality(
        code=checked_code(table.text("code"), f"{path}: code"),
        name=table.mandatory_bilingual("name"),
        homepage=table.optional_iri("homepage"),
        spatial=table.iris("spatial"),
        same_as=table.iris("same_as"),
        units=load_units(path.parent / "units.csv"),
        registry=f"{path.parent.name}/units.csv",  # the same on every machine
    )
    table.finish(("code", "homepage", "spatial", "same_as", "name"))
    return municipality


def _plan(table: Table) -> EnduringPlan:
    title = table.table("title")
    plan = EnduringPlan(
        slug=table.slug("slug"),
        title=Bilingual(title.text("ja"), title.optional_text("en") or ""),
        ordinal=_ordinal(table),
        policies=_policies(table),
    )
    title.finish(("ja", "en"))
    table.finish(("slug", "ordinal", "title", "policies"))
    return plan


def _ordinal(table: Table) -> int | None:
    ordinal = table.optional("ordinal", int)
    if ordinal is not None and not 1 <= ordinal <= 99:
        raise table.error(
            "ordinal",
            "第何次かを 1 から 99 の数で書いてください。",
            "must be a number from 1 to 99",
        )
    return ordinal


def _policies(table: Table) -> dict[int, str]:
    policies = table.mapping("policies")
    for number in policies:
        if not _POLICY.fullmatch(number):
            raise table.error(
                f"[policies]: {number}",
                "基本施策の番号でなければなりません。",
                "must be the number of a policy",
            )
    return {int(number): title for number, title in policies.items()}


def _document(table: Table, source: Path) -> DocumentEntry:
    layout = table.optional_text("layout")
    if layout not in (None, *_LAYOUTS):
        known = ", ".join(_LAYOUTS)
        raise table.error(
            "layout", f"知らない形です (使えるもの: {known})。", f"not known; known are: {known}"
        )
    entry = DocumentEntry(
        path=_beside(table, source),
        title=table.text("title"),
        fiscal_year=_fiscal_year(table),
        sha256=_sha256(table),
        encoding=table.optional_text("encoding"),
        columns=table.mapping("columns"),
        url=table.optional_iri("url"),
        page=table.optional_iri("page"),
        retrieved=table.optional_day("retrieved"),
    )
    table.finish(
        ("file", "sha256", "title", "fiscal_year", "encoding", "layout", "columns", "url", "page",
         "retrieved")
    )  # fmt: skip
    return entry


def _beside(table: Table, source: Path) -> Path:
    name = table.text("file")
    folder = source.resolve().parent
    path = folder / name
    is_plain = Path(name).name == name and "\\" not in name and name not in (".", "..")
    if not is_plain or visible(name) != name:
        raise table.error(
            "file",
            "source.toml と同じフォルダのファイル名だけを書いてください。",
            "must be the plain name of a file beside source.toml",
        )
    if _leads_out(path, folder):
        raise table.error(
            "file",
            "フォルダの外を指すリンクです。文書そのものを置いてください。",
            "is a link out of the folder; put the document itself there",
        )
    return path


def _leads_out(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().parent != folder
    except (OSError, RuntimeError):  # links that lead in a circle
        return True


def _fiscal_year(table: Table) -> int:
    year = table.take("fiscal_year", int)
    if not 1947 <= year <= 2999:
        raise table.error(
            "fiscal_year",
            "西暦の年度を書いてください (例: 2018)。",
            "must be a Western year, such as 2018",
        )
    return year


def _sha256(table: Table) -> str:
    value = table.text("sha256").lower()
    if not re.fullmatch(r"[0-9a-f]{64}", value):
        raise table.error("sha256", "64 桁の 16 進数です。", "must be 64 hexadecimal digits")
    return value


def _rights(table: Table) -> Rights:
    rights = Rights(
        licence=table.iri("licence", table.text("licence")),
        attribution=table.bilingual("attribution"),
        statement=table.bilingual("statement"),
        source_licence=table.optional_iri("source_licence"),
    )
    table.finish(("licence", "attribution", "statement", "source_licence"))
    return rights
