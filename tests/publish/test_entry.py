"""An entry of the catalogue: what it says of its dataset in plain words."""

import dataclasses
from pathlib import Path

import pytest

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.errors import ManifestError
from kyodo_lod.publish.entry import Entry, dataset_description


def test_the_description_tells_what_it_holds(of_plan: tuple[Path, Entry]) -> None:
    text = dataset_description(of_plan[1])
    assert "76事業" in text.ja
    assert "郡山市の「第二次郡山市協働推進基本計画 2018年度実施計画」" in text.ja
    assert "76 projects that Koriyama City lists for FY2018" in text.en
    assert min(len(text.ja), len(text.en)) >= 50


def test_without_english_the_japanese_stands_in(of_plan: tuple[Path, Entry]) -> None:
    entry = of_plan[1]
    city = dataclasses.replace(entry.manifest.municipality, name=Bilingual("郡山市", ""))
    text = dataset_description(
        dataclasses.replace(entry, manifest=dataclasses.replace(entry.manifest, municipality=city))
    )
    assert "郡山市 lists" in text.en


def test_an_entry_without_publisher_names_the_remedy(of_plan: tuple[Path, Entry]) -> None:
    entry = of_plan[1]
    bare = dataclasses.replace(
        entry, manifest=dataclasses.replace(entry.manifest, publication=None)
    )
    with pytest.raises(ManifestError) as caught:
        _ = bare.publication
    assert caught.value.line("en").startswith("fy2018/source.toml: no publisher.toml")
    assert "問い合わせ先を書いてください" in caught.value.line("ja")
    assert entry.publication.contact.page
