"""Answers are held up to a size; the one that nobody asked for goes first."""

from kyodo_lod.serve.answers import Answers
from kyodo_lod.serve.message import Reply

KIB = 1024


def reply(size: int) -> Reply:
    return Reply(200, b"x" * size)


def test_an_answer_is_given_again() -> None:
    held, given = Answers(), reply(1)
    held.put("a", given)
    assert held.get("a") is given
    assert held.get("b") is None


def test_the_longest_unasked_goes_first() -> None:
    held = Answers(40 * KIB)
    for n in range(8):
        held.put(f"{n}", reply(4 * KIB))
    assert held.get("0") is not None
    held.put("8", reply(4 * KIB))
    assert [n for n in range(9) if held.get(f"{n}") is None] == [1]


def test_a_large_answer_does_not_drive_out_the_others() -> None:
    held = Answers(40 * KIB)
    held.put("a", reply(1))
    held.put("b", reply(5 * KIB))
    assert held.get("a") is not None
    assert held.get("b") is None


def test_the_same_answer_counts_once() -> None:
    held = Answers(40 * KIB)
    held.put("a", reply(1))
    for _ in range(100):
        held.put("b", reply(4 * KIB))
    assert held.get("a") is not None


def test_an_answer_without_a_key_is_not_held() -> None:
    held = Answers()
    held.put("", reply(1))
    assert held.get("") is None
