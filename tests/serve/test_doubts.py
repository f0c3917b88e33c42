"""serve/doubts.py: what is to be looked at before any line of a document."""

from pathlib import Path

import pytest
from conftest import KORIYAMA

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.model.proposal import describe
from kyodo_lod.serve.doubts import doubts
from kyodo_lod.serve.known_plans import KnownPlan
from kyodo_lod.source.readers import open_document

PLAN = (KORIYAMA / "plan.txt").read_bytes()
NAME = Path("plan.txt")
KNOWN = (
    KnownPlan("072036", "郡山市", "kyodo-2", "計画"),
    KnownPlan("072010", "福島市", "kyodo", "計画"),
)


def found(data: bytes, code: str = "072036") -> list[Bilingual]:
    manifest = describe(NAME, code, "kyodo-2", 2018, data)
    rows = open_document(NAME, manifest.document.encoding, data=data).rows
    return list(doubts(manifest, rows, KNOWN))


@pytest.mark.parametrize("encoding", ["utf-8", "cp932", "utf-16"])
def test_a_document_of_its_own_city_raises_none(encoding: str) -> None:
    assert found(PLAN.decode().encode(encoding)) == []


def test_a_few_lost_letters_are_no_garble() -> None:
    assert found(PLAN.replace("総務部人事課".encode(), "\ufffd務部人事課".encode())) == []


@pytest.mark.parametrize(
    ("written", "read"), [("utf-8", "cp932"), ("cp932", "utf-8"), ("utf-8", "latin-1")]
)
def test_a_document_that_was_read_in_a_wrong_encoding_is_told_as_a_whole(
    written: str, read: str
) -> None:
    garbled = PLAN.decode().encode(written).decode(read, "replace")
    [doubt] = found(garbled.encode())
    assert doubt.ja.startswith("全体が文字化けしています。")


@pytest.mark.parametrize(
    ("code", "own"), [("011002", "011002 です"), ("072010", "072010 (福島市) です")]
)
def test_a_title_that_names_another_city_is_told(code: str, own: str) -> None:
    [doubt] = found(PLAN, code)
    assert "郡山市の計画のようですが" in doubt.ja
    assert own in doubt.ja


def test_a_title_that_names_no_published_city_tells_nothing() -> None:
    assert found(PLAN.replace("郡山市".encode(), "札幌市".encode()), "011002") == []
