"""Reading publisher.toml: who publishes, whom to ask, and what the catalogue says of itself.

What is wrong in it is refused whenever it is read; what is still to be filled in is demanded only by
`build` (source/publishable.py), so that a document can be read and checked before all is known.
"""

import difflib
import re
from collections.abc import Sequence
from pathlib import Path

from kyodo_lod.bilingual import Bilingual, nearest
from kyodo_lod.source.manifest import Contact, Publication, Publisher
from kyodo_lod.source.toml import Table, load

PUBLISHER_TOML = "publisher.toml"
#: ADMS publisher types, http://purl.org/adms/publishertype/1.0
PUBLISHER_TYPES = (
    "Academia-ScientificOrganisation",
    "Company",
    "IndustryConsortium",
    "LocalAuthority",
    "NationalAuthority",
    "NonGovernmentalOrganisation",
    "NonProfitOrganisation",
    "PrivateIndividual(s)",
    "RegionalAuthority",
    "StandardisationBody",
    "SupraNationalAuthority",
)
#: EU data themes, http://publications.europa.eu/resource/authority/data-theme
THEMES = (
    "AGRI", "ECON", "EDUC", "ENER", "ENVI", "GOVE", "HEAL", "INTR", "JUST", "OP_DATPRO", "REGI",
    "SOCI", "TECH", "TRAN",
)  # fmt: skip
_TITLE = Bilingual(
    "自治体の実施計画 Linked Open Data", "Municipal implementation plans as linked open data"
)
_DESCRIPTION = Bilingual(
    "自治体の実施計画に載った事業を、一つずつ、基本施策、計画の文、担当課、原文の場所とともに収めたデータの目録です。",
    "Datasets of the projects that municipal implementation plans list: each with its basic policy, "
    "plan text, responsible sections, and its place in the source document.",
)
_KEYWORDS = (
    ("協働", "市民参加", "実施計画", "自治体", "オープンデータ"),
    ("collaboration", "civic participation", "implementation plan", "municipality", "open data"),
)
#: what may stand in a mailto: IRI as it is (RFC 6068, section 2), and no more
_LOCAL = r"[A-Za-z0-9!$'*+_~\-]+(?:\.[A-Za-z0-9!$'*+_~\-]+)*"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9\-]*[A-Za-z0-9])?"
_EMAIL = re.compile(rf"{_LOCAL}@{_LABEL}(?:\.{_LABEL})+")
#: CKAN takes the first for the end of a keyword; people write the others and mean it
_COMMA = re.compile("[,、，]")
#: what CKAN takes as a tag (ckan.logic.validators: tag_name_validator, tag_length_validator)
_TAG = re.compile(r"[\w \-.]{2,100}")


def load_publication(path: Path) -> Publication:
    """Read a publisher.toml.

    Args:
        path: of the file.

    Raises:
        ManifestError: naming file and key.
    """
    table = load(path)
    base = table.optional_base("base")
    publisher = _publisher(table.table("publisher"))
    contact = _contact(table.optional_table("contact"), publisher)
    catalog = table.optional_table("catalog")
    table.finish(("base", "publisher", "contact", "catalog"))
    return _catalog(catalog, publisher, contact, base, str(path))


def _publisher(table: Table) -> Publisher:
    publisher = Publisher(
        name=table.mandatory_bilingual("name"),
        kind=_known(
            table, "type", table.optional_text("type") or "LocalAuthority", PUBLISHER_TYPES
        ),
        homepage=table.optional_iri("homepage"),
    )
    table.finish(("name", "type", "homepage"))
    return publisher


def _contact(table: Table, publisher: Publisher) -> Contact:
    contact = Contact(
        name=table.both("name") or publisher.name,
        email=_email(table),
        page=table.optional_iri("page"),
    )
    table.finish(("name", "email", "page"))
    return contact


def _email(table: Table) -> str | None:
    email = table.optional_text("email")
    if email is not None and not _EMAIL.fullmatch(email):
        raise table.error(
            "email",
            f"「{email}」はメールアドレスではありません (例: opendata@city.example.lg.jp)。",
            f"{email!r} is no e-mail address such as opendata@city.example.lg.jp",
        )
    return email


def _catalog(
    table: Table, publisher: Publisher, contact: Contact, base: str | None, place: str
) -> Publication:
    publication = Publication(
        publisher=publisher,
        contact=contact,
        title=table.both("title") or _TITLE,
        description=table.both("description") or _DESCRIPTION,
        keywords=_keywords(table),
        themes=_themes(table),
        base=base,
        endpoint=table.optional_iri("endpoint"),
        place=place,
    )
    table.finish(("title", "description", "themes", "keywords", "endpoint"))
    return publication


def _themes(table: Table) -> tuple[str, ...]:
    themes = tuple(dict.fromkeys(table.texts("themes"))) or ("GOVE",)
    return tuple(_known(table, "themes", theme, THEMES) for theme in themes)


def _known(table: Table, key: str, value: str, known: Sequence[str]) -> str:
    if value in known:
        return value
    folded = {name.casefold(): name for name in known}
    close = difflib.get_close_matches(value.casefold(), folded, 3, 0.4)
    hint, names = nearest([folded[name] for name in close]), ", ".join(known)
    raise table.error(
        key,
        f"「{value}」は一覧にありません。使えるもの: {names}。{hint.ja}",
        f"{value!r} is not in the list; known are: {names}{hint.en}",
    )


def _keywords(table: Table) -> tuple[tuple[str, ...], tuple[str, ...]]:
    keywords = table.optional_table("keywords")
    if keywords.is_empty:
        return _KEYWORDS
    found = _keyword_list(keywords, "ja"), _keyword_list(keywords, "en")
    keywords.finish(("ja", "en"))
    return found


def _keyword_list(table: Table, key: str) -> tuple[str, ...]:
    words = tuple(word.strip() for word in table.texts(key))
    if not words or not all(words):
        raise table.error(
            key,
            "キーワードがないか、空のものがあります。一つ以上書いてください。",
            "holds no keyword or an empty one; write one or more",
        )
    for position, word in enumerate(words):
        _refuse_keyword(table, key, word, words[:position])
    return words


def _refuse_keyword(table: Table, key: str, word: str, before: Sequence[str]) -> None:
    if _COMMA.search(word):
        raise table.error(
            key,
            f"「{word}」に読点やコンマがあります。キーワードは一つずつ分けて書いてください。",
            f"{word!r} holds a comma; write each keyword as one of its own",
        )
    if not _TAG.fullmatch(word):
        raise table.error(
            key,
            f"「{word}」は CKAN のタグにできません。2 から 100 字で、記号は - _ . と空白だけです。",
            f"{word!r} cannot be a tag in CKAN: 2 to 100 letters, digits, spaces, - _ or .",
        )
    if word in before:
        raise table.error(
            key,
            f"「{word}」が二度あります。一つ消してください。",
            f"{word!r} is listed twice; remove one",
        )
