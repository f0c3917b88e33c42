"""serve/doubts.py: what is to be looked at before any line of a document."""

from pathlib import Path

import pytest
from conftest import KORIYAMA

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.model.proposal import describe
from kyodo_lod.serve.doubts import doubts, is_garbled
from kyodo_lod.serve.known_plans import KnownPlan
from kyodo_lod.source.readers import open_document

PLAN = (KORIYAMA / "plan.txt").read_bytes()
NAME = Path("plan.txt")
KNOWN = (
    KnownPlan("072036", "郡山市", "kyodo-2", "計画"),
    KnownPlan("072010", "福島市", "kyodo", "計画"),
)


def found(data: bytes, code: str = "072036", plan: str = "kyodo-2") -> list[Bilingual]:
    return list(doubts(describe(NAME, code, plan, 2018, data), KNOWN))


def garbled(data: bytes) -> bool:
    encoding = describe(NAME, "072036", "kyodo-2", 2018, data).document.encoding
    return is_garbled(open_document(NAME, encoding, data=data).rows)


@pytest.mark.parametrize("encoding", ["utf-8", "cp932", "utf-16"])
def test_a_document_of_its_own_city_raises_none(encoding: str) -> None:
    assert found(PLAN.decode().encode(encoding)) == []
    assert not garbled(PLAN.decode().encode(encoding))


def test_a_few_lost_letters_are_no_garble() -> None:
    assert not garbled(PLAN.replace("総務部人事課".encode(), "\ufffd務部人事課".encode()))


@pytest.mark.parametrize(
    ("written", "read"), [("utf-8", "cp932"), ("cp932", "utf-8"), ("utf-8", "latin-1")]
)
def test_a_document_that_was_read_in_a_wrong_encoding_is_told_as_a_whole(
    written: str, read: str
) -> None:
    assert garbled(PLAN.decode().encode(written).decode(read, "replace").encode())


@pytest.mark.parametrize(
    ("code", "own"), [("011002", "011002 です"), ("072010", "072010 (福島市) です")]
)
def test_a_title_that_names_another_city_is_told(code: str, own: str) -> None:
    [doubt] = found(PLAN, code)
    assert "郡山市の計画のようですが" in doubt.ja
    assert own in doubt.ja


def test_a_title_that_names_no_published_city_tells_nothing() -> None:
    assert found(PLAN.replace("郡山市".encode(), "札幌市".encode()), "011002") == []


def test_a_plan_that_its_city_has_not_published_is_doubted_with_those_it_has() -> None:
    [doubt] = found(PLAN, plan="kyodo2")
    assert "計画の短い名前の欄は kyodo2 ですが" in doubt.ja
    assert "kyodo-2 (計画)" in doubt.ja
    assert "新しい計画でなければ" in doubt.ja
    assert "福島市" not in doubt.ja
