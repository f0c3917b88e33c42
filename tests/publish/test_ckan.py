"""The document for CKAN's API: its form, and that it says what the files and the catalogue are.

That CKAN itself takes it, and holds the same as after harvesting catalog.ttl, is what `make harvest`
shows (harvest/ckan_rehearsal.py); here is what can be told without CKAN.
"""

import hashlib
import json
import re
import shutil
import uuid
from pathlib import Path
from typing import Any

import pytest
from publish.conftest import BASE, SLUG

from kyodo_lod.bilingual import Language
from kyodo_lod.publish.catalog import Entry, catalog_triples
from kyodo_lod.publish.ckan import ckan_document, write_ckan
from kyodo_lod.rdf.terms import NamedNode, Triple
from kyodo_lod.rdf.vocabulary import dcat, dct

Document = dict[str, Any]
DATASET = NamedNode(f"{BASE}dataset/{SLUG}")
#: ckan.logic.validators: name_validator and tag_name_validator of CKAN 2.12
NAME = re.compile(r"[a-z0-9_-]{2,100}")
TAG = re.compile(r"[\w \-.]{2,100}")


@pytest.fixture(scope="module")
def triples(of_plan: tuple[Path, Entry]) -> list[Triple]:
    folder, entry = of_plan
    return list(catalog_triples([entry], folder))


@pytest.fixture(scope="module")
def document(triples: list[Triple]) -> Document:
    return read(ckan_document(triples, DATASET))


def read(data: bytes) -> Document:
    document: Document = json.loads(data)
    return document


def extras(document: Document) -> dict[str, str]:
    return {extra["key"]: extra["value"] for extra in document["extras"]}


def test_it_is_one_line_of_json(triples: list[Triple]) -> None:
    data = ckan_document(triples, DATASET)
    assert data.endswith(b"}\n")
    assert data.count(b"\n") == 1


def test_the_same_catalogue_gives_the_same_bytes(
    triples: list[Triple], of_plan: tuple[Path, Entry]
) -> None:
    folder, entry = of_plan
    again = catalog_triples([entry], folder)
    assert ckan_document(again, DATASET) == ckan_document(triples, DATASET)


def test_every_dataset_has_its_file(
    triples: list[Triple], of_plan: tuple[Path, Entry], tmp_path: Path
) -> None:
    made = Path(shutil.copytree(of_plan[0], tmp_path / "made"))
    write_ckan(triples, [of_plan[1]], made)
    (path,) = (made / "ckan").iterdir()
    assert path.name == f"{SLUG}.json"
    assert path.read_bytes() == ckan_document(triples, DATASET)


def test_the_dataset_has_a_name_and_the_portal_chooses_the_organisation(
    document: Document,
) -> None:
    assert document["name"] == SLUG
    assert NAME.fullmatch(document["name"])
    assert document["type"] == "dataset"
    assert "owner_org" not in document
    assert "id" not in document  # only a system administrator may give one


@pytest.mark.parametrize(("language", "word"), [("ja", "実施計画"), ("en", "implementation plan")])
def test_texts_are_in_the_language_asked_for(
    language: Language, word: str, triples: list[Triple]
) -> None:
    document = read(ckan_document(triples, DATASET, language))
    assert word in document["title"]
    names = [resource["name"] for resource in document["resources"]]
    assert all(bool(re.search("[ぁ-ん一-龥]", name)) == (language == "ja") for name in names)


def test_the_licence_never_stands_without_the_rights(document: Document) -> None:
    assert document["license_id"] == "cc-by"
    assert document["notes"].partition("\n\n")[2] == (
        "構造は CC BY 4.0。引用した計画の文は郡山市の著作物で、利用条件は市に確認。\n\n"
        "計画の文: 郡山市「第二次郡山市協働推進基本計画 2018年度実施計画」"
    )


def test_an_unknown_licence_is_none_of_the_register(triples: list[Triple]) -> None:
    other = NamedNode("https://example.org/licence")
    changed = [Triple(s, p, other if p == dct.license else o) for s, p, o in triples]
    assert read(ckan_document(changed, DATASET))["license_id"] == ""


def test_every_file_of_the_catalogue_is_a_resource(
    document: Document, triples: list[Triple]
) -> None:
    files = [t.object.value for t in triples if t.predicate == dcat.distribution]  # type: ignore[union-attr]
    assert [resource["uri"] for resource in document["resources"]] == files
    assert document["resources"][0]["format"] == "CSV"


def test_sizes_and_hashes_are_those_of_the_files(
    document: Document, of_plan: tuple[Path, Entry]
) -> None:
    for resource in document["resources"]:
        data = (of_plan[0] / resource["url"].removeprefix(BASE)).read_bytes()
        assert resource["size"] == len(data)
        assert resource["hash"] == hashlib.sha256(data).hexdigest()
        assert resource["hash_algorithm"].endswith("#checksumAlgorithm_sha256")


def test_media_types_and_formats_are_for_people(document: Document) -> None:
    for resource in document["resources"]:
        assert re.fullmatch(r"[a-z]+/[a-z0-9.+-]+", resource["mimetype"])
        assert re.fullmatch(r"[\w/ .-]{2,12}", resource["format"])


def test_a_resource_keeps_its_number_when_it_is_loaded_again(document: Document) -> None:
    numbers = [resource["id"] for resource in document["resources"]]
    assert len(set(numbers)) == len(numbers)
    first = document["resources"][0]
    assert first["id"] == str(uuid.uuid5(uuid.NAMESPACE_URL, first["uri"]))


def test_tags_are_as_ckan_demands_them(document: Document) -> None:
    tags = [tag["name"] for tag in document["tags"]]
    assert [tag for tag in tags if not TAG.fullmatch(tag)] == []
    assert len(set(tags)) == len(tags) > 3


def test_extras_are_texts_that_stand_once(document: Document) -> None:
    said = extras(document)
    assert len(said) == len(document["extras"])
    assert {type(value) for value in said.values()} == {str}
    assert said["uri"] == DATASET.value
    assert (said["temporal_start"], said["temporal_end"]) == ("2018-04-01", "2019-03-31")
    assert said["frequency"].endswith("/NEVER")
    assert json.loads(said["language"])[0].endswith("/JPN")
    assert said["spatial_text"] == "郡山市"


def test_an_address_is_given_without_its_scheme(triples: list[Triple]) -> None:
    contact = next(t.object for t in triples if t.predicate == dcat.contactPoint)
    has_email = NamedNode("http://www.w3.org/2006/vcard/ns#hasEmail")
    mail = Triple(contact, has_email, NamedNode("mailto:desk@example.org"))  # type: ignore[arg-type]
    others = [t for t in triples if t.predicate != has_email]
    said = extras(read(ckan_document([*others, mail], DATASET)))
    assert said["contact_email"] == "desk@example.org"
