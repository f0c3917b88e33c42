"""Each fate but an answer has a status, and words that say what to do."""

import pytest

from kyodo_lod.bilingual import Bilingual
from kyodo_lod.serve.fates import NO_FAULT, busy, overdrawn, refused_by
from kyodo_lod.serve.job import Fate, Outcome
from kyodo_lod.serve.limits import LIMITED
from kyodo_lod.serve.taken import Taken

STATUS = {
    Fate.REFUSED: 400,
    Fate.MISFIT: 406,
    Fate.UNFIT: 406,
    Fate.LARGE: 503,
    Fate.SLOW: 503,
    Fate.MEMORY: 503,
    Fate.DEEP: 400,
    Fate.LOST: 503,
}
TABLE, GRAPH = Taken("json", ""), Taken("", "turtle")


def test_every_fate_but_an_answer_has_a_status() -> None:
    assert set(STATUS) == set(Fate) - {Fate.ANSWERED, Fate.KNOWN}


@pytest.mark.parametrize("fate", STATUS)
def test_a_fate_has_words_of_one_line(fate: Fate) -> None:
    refused = refused_by(Outcome(fate, words=Bilingual("だめ", "no")), TABLE, LIMITED)
    assert refused.status == STATUS[fate]
    for said in refused.words:
        assert said
        assert "\n" not in said
        assert "{" not in said


def test_a_limit_is_named() -> None:
    said = {fate: refused_by(Outcome(fate), TABLE, LIMITED).words.en for fate in STATUS}
    assert f"{LIMITED.seconds} s" in said[Fate.SLOW]
    assert f"{LIMITED.result:,} bytes" in said[Fate.LARGE]
    assert f"{LIMITED.memory:,} bytes" in said[Fate.MEMORY]


@pytest.mark.parametrize("fate", [Fate.SLOW, Fate.LARGE, Fate.MEMORY])
def test_the_dumps_are_told_of_without_an_address(fate: Fate) -> None:
    words = refused_by(Outcome(fate), TABLE, LIMITED).words
    assert "the first page of this site" in words.en
    assert "/" not in words.ja + words.en


def test_only_what_may_help_is_advised() -> None:
    later = [fate for fate in STATUS if refused_by(Outcome(fate), TABLE, LIMITED).again]
    assert later == [Fate.LOST]


def test_a_misfit_is_told_the_formats_of_what_it_is() -> None:
    misfit = Outcome(Fate.MISFIT)
    assert "text/turtle" in refused_by(misfit, TABLE, LIMITED).words.en
    assert "sparql-results+json" in refused_by(misfit, GRAPH, LIMITED).words.en


@pytest.mark.parametrize(
    ("refused", "status"), [(busy(3), 503), (busy(3, 2), 503), (overdrawn(3), 429)]
)
def test_who_may_come_back_is_told_when(refused: object, status: int) -> None:
    assert (refused.status, refused.again) == (status, 3)
    assert "3" in refused.words.ja
    assert refused.outcome in NO_FAULT


def test_whose_own_queries_keep_it_out_is_not_told_of_others() -> None:
    own, others = busy(5, 2).words, busy(5).words
    assert own.en.startswith("your queries that run now: 2, ")
    assert "waited 5 s" in own.en
    assert "2 件" in own.ja
    assert "5 秒待ちました" in own.ja
    assert others.en.startswith("too many queries are waiting")
