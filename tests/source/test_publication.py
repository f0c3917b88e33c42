"""publisher.toml: what it says, its defaults, and that each fault is one line with file and key."""

from pathlib import Path

import pytest

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.errors import ManifestError
from kyodo_lod.source.manifest import Contact, Publication, Publisher
from kyodo_lod.source.manifest_files import load_manifest
from kyodo_lod.source.publication import load_publication

ROOT = Path(__file__).parents[2]
LEAST = """\
[publisher]
name.ja = "例市"
name.en = "Example City"

[contact]
email = "opendata@city.example.lg.jp"

[catalog]
"""


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """Give a publisher.toml that says no more than it must."""
    path = tmp_path / "publisher.toml"
    path.write_text(LEAST, encoding="utf-8")
    return path


def loaded(path: Path, text: str) -> Publication:
    path.write_text(text, encoding="utf-8")
    return load_publication(path)


def refusal(path: Path, text: str) -> str:
    with pytest.raises(ManifestError) as caught:
        loaded(path, text)
    ja, en = caught.value.line("ja"), caught.value.line("en")
    assert "\n" not in ja + en
    assert ja != en
    return en.removeprefix(f"{path.parent}/")


def test_the_least_gets_sensible_defaults(settings: Path) -> None:
    name = Bilingual("例市", "Example City")
    publication = load_publication(settings)
    assert publication.publisher == Publisher(name, "LocalAuthority")
    assert publication.contact == Contact(name, "opendata@city.example.lg.jp")
    assert (publication.base, publication.endpoint) == (None, None)
    assert publication.themes == ("GOVE",)
    assert publication.place == str(settings)
    for texts in (publication.title, publication.description, publication.keywords):
        assert all(texts)
    assert "協働" in publication.keywords[0]
    assert "open data" in publication.keywords[1]


def test_everything_may_be_said(settings: Path) -> None:
    publication = loaded(
        settings,
        """\
base = "https://data.example.jp/plans/"
[publisher]
name = { ja = "例県", en = "Example Prefecture" }
type = "RegionalAuthority"
homepage = "https://example.jp/"
[contact]
name = { ja = "統計課", en = "Statistics Section" }
page = "https://example.jp/ask"
[catalog]
title = { ja = "目録", en = "Catalogue" }
description = { ja = "説明", en = "Description" }
themes = ["SOCI", "OP_DATPRO", "SOCI"]
keywords.ja = [" 防災 ", "市民 活動"]
keywords.en = ["disaster-prevention"]
endpoint = "https://example.jp/sparql"
""",
    )
    assert publication == Publication(
        publisher=Publisher(
            Bilingual("例県", "Example Prefecture"), "RegionalAuthority", "https://example.jp/"
        ),
        contact=Contact(Bilingual("統計課", "Statistics Section"), page="https://example.jp/ask"),
        title=Bilingual("目録", "Catalogue"),
        description=Bilingual("説明", "Description"),
        keywords=(("防災", "市民 活動"), ("disaster-prevention",)),
        themes=("SOCI", "OP_DATPRO"),
        base="https://data.example.jp/plans/",
        endpoint="https://example.jp/sparql",
        place=str(settings),
    )


def test_what_is_to_be_filled_in_may_stay_open_until_the_build(settings: Path) -> None:
    publication = loaded(settings, '[publisher]\nname.ja = "例市"\n[contact]\n')
    assert publication.publisher.name == Bilingual("例市", "")
    assert publication.contact == Contact(Bilingual("例市", ""))


def test_ours_says_who_is_in_the_published_dumps() -> None:
    publication = load_publication(ROOT / "data" / "publisher.toml")
    assert publication.publisher == Publisher(
        Bilingual("kyodo-lod プロジェクト", "kyodo-lod project"), "NonProfitOrganisation"
    )
    assert publication.contact.page
    assert publication.themes == ("GOVE", "SOCI")


def test_the_nearest_one_above_counts(source: Path, city: Path) -> None:
    assert load_manifest(source).publication is None
    for folder, name in ((city.parent, "県"), (city, "市"), (source.parent, "課")):
        (folder / "publisher.toml").write_text(LEAST.replace("例市", name), encoding="utf-8")
        publication = load_manifest(source).publication
        assert publication is not None
        assert publication.publisher.name.ja == name


EMAIL = "opendata@city.example.lg.jp"
CATALOG = "[catalog]\n"
FAULTS = {
    "no publisher": ("[publisher]", "[publishers]", "publisher: this key is missing; it is mandatory"),
    "no name": ('name.ja = "例市"\nname.en = "Example City"\n', "",
        "[publisher]: name: this key is missing; it is mandatory"),
    "no Japanese name": ('name.ja = "例市"\n', "",
        "[publisher]: [name]: ja: this key is missing; it is mandatory"),
    "unknown key": ("[contact]", "[contact]\nphone = '1'", "[contact]: phone: unknown key; known are: name, email, page"),
    "unknown table": ("[catalog]", "[catalogue]", "catalogue: unknown key; known are: base, publisher, contact, catalog"),
    "unknown key of the publisher": ("[contact]", "kind = 'x'\n[contact]",
        "[publisher]: kind: unknown key; known are: name, type, homepage"),
    "type that is near": ("[contact]", 'type = "localauthority"\n[contact]', "did you mean LocalAuthority"),
    "type that is none": ("[contact]", 'type = "町内会"\n[contact]', "[publisher]: type: '町内会' is not in the list; known are: Academia-"),
    "homepage": ("[contact]", 'homepage = "example.jp"\n[contact]', "[publisher]: homepage: 'example.jp' is no absolute http(s) IRI"),
    "theme that is near": (CATALOG, CATALOG + 'themes = ["GOVE", "soc"]', "[catalog]: themes: 'soc' is not in the list; known are: AGRI"),
    "theme as a text": (CATALOG, CATALOG + 'themes = "GOVE"', "[catalog]: themes: must be a list"),
    "title in Japanese only": (CATALOG, CATALOG + 'title.ja = "目録"', "[catalog]: title.en: is missing; write the text in both languages"),
    "title as a text": (CATALOG, CATALOG + 'title = "目録"', "[catalog]: title.en: is missing"),
    "title in English only": (CATALOG, CATALOG + 'title.en = "Catalogue"', "[catalog]: [title]: ja: this key is missing"),
    "description in Japanese only": (CATALOG, CATALOG + 'description.ja = "説明"', "[catalog]: description.en: is missing"),
    "contact in Japanese only": ("[contact]", '[contact]\nname.ja = "課"', "[contact]: name.en: is missing"),
    "comma": (CATALOG, CATALOG + 'keywords = { ja = ["協働,市民"], en = ["a b"] }', "[catalog]: [keywords]: ja: '協働,市民' holds a comma"),
    "Japanese comma": (CATALOG, CATALOG + 'keywords = { ja = ["協働、市民"], en = ["a b"] }', "[catalog]: [keywords]: ja: '協働、市民' holds a comma"),
    "comma in English": (CATALOG, CATALOG + 'keywords = { ja = ["協働"], en = ["a, b"] }', "[catalog]: [keywords]: en: 'a, b' holds a comma"),
    "empty keyword": (CATALOG, CATALOG + 'keywords = { ja = ["協働", " "], en = ["a b"] }', "[catalog]: [keywords]: ja: holds no keyword or an empty one"),
    "no keyword": (CATALOG, CATALOG + 'keywords = { ja = [], en = ["a b"] }', "[catalog]: [keywords]: ja: holds no keyword or an empty one"),
    "keywords in one language": (CATALOG, CATALOG + 'keywords.ja = ["協働"]', "[catalog]: [keywords]: en: holds no keyword or an empty one"),
    "keyword twice": (CATALOG, CATALOG + 'keywords = { ja = ["協働", "協働"], en = ["a b"] }', "[catalog]: [keywords]: ja: '協働' is listed twice"),
    "keyword that CKAN refuses": (CATALOG, CATALOG + 'keywords = { ja = ["NPO・市民"], en = ["a b"] }', "[catalog]: [keywords]: ja: 'NPO・市民' cannot be a tag in CKAN"),
    "keyword of one letter": (CATALOG, CATALOG + 'keywords = { ja = ["協"], en = ["a b"] }', "[catalog]: [keywords]: ja: '協' cannot be a tag in CKAN"),
    "endpoint": (CATALOG, CATALOG + 'endpoint = "/sparql"', "[catalog]: endpoint: '/sparql' is no absolute http(s) IRI"),
    "page": (f'email = "{EMAIL}"', 'page = "窓口"', "[contact]: page: '窓口' is no absolute http(s) IRI"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "line"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_one_line_with_file_and_key(
    settings: Path, old: str, new: str, line: str
) -> None:
    assert old in LEAST
    said = refusal(settings, LEAST.replace(old, new))
    assert said.startswith("publisher.toml: ")
    assert line in said


@pytest.mark.parametrize(
    "email",
    [
        "opendata", "a@b", "a b@example.jp", "@example.jp", "a@", "a@@example.jp", "a@example..jp",
        ".a@example.jp", "a.@example.jp", "mailto:a@example.jp", "a@example.jp?subject=x",
        "a@-example.jp", "<a@example.jp>", "係@example.jp", "a@example.jp, b@example.jp", "a%40@example.jp",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused(settings: Path, email: str) -> None:
    said = refusal(settings, LEAST.replace(EMAIL, email))
    assert said.startswith(f"publisher.toml: [contact]: email: {email!r} is no e-mail address")


@pytest.mark.parametrize(
    "email", ["a@example.jp", "open.data+lod@city.koriyama.lg.jp", "a_b@x-y.jp"]
)
def test_an_address_is_taken(settings: Path, email: str) -> None:
    assert loaded(settings, LEAST.replace(EMAIL, email)).contact.email == email


@pytest.mark.parametrize(
    "base",
    [
        "https://example.org",
        "https://example.org/?q=/",
        "https://example.org/#",
        "example.org/",
        "https://例.jp/",
    ],
)
def test_a_base_that_cannot_begin_iris_is_refused(settings: Path, base: str) -> None:
    said = refusal(settings, f'base = "{base}"\n{LEAST}')
    assert said.startswith(f"publisher.toml: base: {base!r} cannot begin IRIs")
