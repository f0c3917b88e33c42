"""The manifests that init writes are those that are read."""

import hashlib
from pathlib import Path

import pytest

from kyodo_lod.errors import ManifestError
from kyodo_lod.source.manifest import Manifest
from kyodo_lod.source.manifest_files import load_manifest
from kyodo_lod.source.writing import (
    municipality_toml,
    plan_toml,
    publisher_toml,
    refreshed,
    source_toml,
)

ODD = "第二次\"例\\市\" 協働\u3000計画 # 2018年度 '{x}'"
SHA = hashlib.sha256(b"").hexdigest()


def written(tmp_path: Path, title: str = ODD, encoding: str | None = None) -> Manifest:
    (tmp_path / "municipality.toml").write_text(municipality_toml("072036", title), "utf-8")
    (tmp_path / "plan.toml").write_text(plan_toml("kyodo-2", title, 2), "utf-8")
    text = source_toml("plan.txt", SHA, title, 2018, encoding, "2026-11-23", title)
    (tmp_path / "source.toml").write_text(text, "utf-8")
    (tmp_path / "plan.txt").write_text("a")
    return load_manifest(tmp_path / "source.toml")


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    manifest = written(tmp_path, encoding="cp932")
    assert manifest.municipality.code == "072036"
    assert manifest.municipality.name.ja == manifest.plan.title.ja == manifest.document.title == ODD
    assert (manifest.plan.slug, manifest.plan.ordinal) == ("kyodo-2", 2)
    assert (manifest.document.sha256, manifest.document.encoding) == (SHA, "cp932")
    assert (manifest.release.issued, manifest.release.modified) == ("2026-11-23", "2026-11-23")


def test_utf8_and_no_ordinal_need_no_word(tmp_path: Path) -> None:
    assert written(tmp_path).document.encoding is None
    assert "ordinal" not in plan_toml("kyodo-2", "計画", None)


def test_the_publisher_is_read_back_with_its_contact_open(tmp_path: Path) -> None:
    (tmp_path / "publisher.toml").write_text(publisher_toml(ODD), "utf-8")
    publication = written(tmp_path).publication
    assert publication is not None
    assert publication.publisher.name == (ODD, "")
    assert (publication.contact.email, publication.contact.page) == (None, None)


def test_a_refreshed_manifest_differs_in_its_hash_only(tmp_path: Path) -> None:
    written(tmp_path)
    source = tmp_path / "source.toml"
    before = source.read_text("utf-8")
    now = hashlib.sha256(b"a").hexdigest()
    assert refreshed(source) == before.replace(SHA, now)
    source.write_text(
        before.replace(f'"{SHA}"', f"'{SHA}'  # old").replace("sha256", "  sha256"), "utf-8"
    )
    assert f'  sha256 = "{now}"  # old' in refreshed(source)


def test_a_hash_that_is_not_on_a_line_of_its_own_is_left_to_the_user(tmp_path: Path) -> None:
    written(tmp_path)
    source = tmp_path / "source.toml"
    text = source.read_text("utf-8").replace("sha256 =", '"sha256" =')
    source.write_text(text, "utf-8")
    with pytest.raises(ManifestError, match="needs exactly one line sha256"):
        refreshed(source)
