"""What of an address is unknown, and what comes near."""

import pytest
from deploy.servers import DIST
from hypothesis import given
from hypothesis import strategies as st

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.serve.missing import missing
from kyodo_lod.serve.things import things
from kyodo_lod.site.published import Published

PLAN = "id/072036/plan/kyodo-2"
KNOWN = dict(
    sorted(
        dict.fromkeys(
            [
                "catalog", "context", "def", "def/1.0.0", "id/072036", "id/072036-x", "id/fy/2018",
                PLAN, f"{PLAN}/fy2018", f"{PLAN}/fy2018/p/1-01", f"{PLAN}/fy2018/p/4-05",
                f"{PLAN}/fy2018/p/4-15", f"{PLAN}/fy2020", f"{PLAN}/fy2020/p/4-15", f"{PLAN}/policy",
                "id/072036/unit/somu-bu", "id/072036/unit/somu-bu-jinji-ka", "scheme/account",
                "dataset/072036-kyodo-2", "dataset/072036-kyodo-2-fy2018", "scheme/account/suido",
                "dataset/072036-kyodo-2-fy2018/1.0.0",
            ]
        ).items()
    )
)  # fmt: skip


@pytest.mark.parametrize(
    ("path", "what", "name", "known", "near"),
    [
        # a year that is not published, whatever is asked for in it
        (f"{PLAN}/fy2019/p/4-15", "fiscal year", "2019", ("2018", "2020"), f"{PLAN}/fy2018/p/4-15"),
        (f"{PLAN}/fy2019/p/9-99", "fiscal year", "2019", ("2018", "2020"), f"{PLAN}/fy2018"),
        (f"{PLAN}/fy2019/", "fiscal year", "2019", ("2018", "2020"), f"{PLAN}/fy2018"),
        (f"{PLAN}/fy2018/p/4-5", "planned project", "4-5", ("1-01", "4-05", "4-15"), f"{PLAN}/fy2018/p/4-05"),
        (f"{PLAN}/fy2018/p/4-15/s/1", "sub-item", "1", (), f"{PLAN}/fy2018/p/4-15"),
        # a city that is unknown, and a unit of one that is known
        ("id/112233/unit/somu-bu", "municipality", "112233", ("072036",), None),
        ("id/072037/unit/somu-bu", "municipality", "072037", ("072036",), "id/072036/unit/somu-bu"),
        ("id/072036/unit/somubu", "unit", "somubu", ("somu-bu", "somu-bu-jinji-ka"), "id/072036/unit/somu-bu"),
        ("id/fy/2019", "fiscal year", "2019", ("2018",), "id/fy/2018"),
        ("dataset/072036-kyodo-2-fy2019", "dataset", "072036-kyodo-2-fy2019",
         ("072036-kyodo-2", "072036-kyodo-2-fy2018"), "dataset/072036-kyodo-2-fy2018"),
        ("dataset/072036-kyodo-2-fy2018/2.0.0", "version", "2.0.0", ("1.0.0",), "dataset/072036-kyodo-2-fy2018/1.0.0"),
        ("scheme/account/kaigo", "code", "kaigo", ("suido",), "scheme/account"),
        ("catalogue", "", "catalogue", (), "catalog"),
        ("nothing", "", "nothing", (), None),
        ("", "", "", (), None),
        ("id/", "", "id", (), None),
        (f"{PLAN}/fy2018/p/4-15.xyz", "planned project", "4-15.xyz", ("1-01", "4-05", "4-15"), f"{PLAN}/fy2018/p/4-15"),
    ],
)  # fmt: skip
def test_it_says_which_part_is_unknown(
    path: str, what: str, name: str, known: tuple[str, ...], near: str | None
) -> None:
    found = missing(path, KNOWN)
    assert (found.what.en, found.name, found.known) == (what, name, known)
    assert next(iter(found.near), None) == near


def test_nothing_is_looked_for_in_an_address_that_nobody_writes() -> None:
    found = missing("id/072036/unit/somu-b" + "u" * 10_000, KNOWN)
    assert (found.what, found.known, found.near) == (Bilingual("", ""), (), ())
    assert len(found.name) == 100


def test_what_nobody_sees_is_shown() -> None:
    assert missing("id/072036/unit/\u202egnp\x1b[31m", KNOWN).name == "<U+202E>gnp<U+001B>[31m"


def test_of_very_many_names_those_that_begin_alike_are_near() -> None:
    many = [f"id/{code}" for code in range(100_000, 103_000)]
    deep = [f"id/{code}/unit/a" for code in range(100_000, 103_000)]
    found = missing("id/1029015", dict.fromkeys(sorted(many + deep)))
    assert (found.what, found.known) == (Bilingual("", ""), ())
    assert "id/102901" in found.near


@given(st.text("id/fy2018p4-15.kyodo\0%", max_size=60) | st.text(max_size=400))
def test_whatever_is_asked_for_what_is_near_is_known(path: str) -> None:
    found = missing(path, KNOWN)
    assert set(found.near) <= set(KNOWN)
    assert len(found.near) <= 5
    assert len(found.known) <= 12


def test_every_thing_is_near_when_a_letter_is_wrong() -> None:
    known = things(Published(DIST))
    for path in known:
        assert path in missing(f"{path}x", known).near, path
