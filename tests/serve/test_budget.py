"""What a client has used is given back evenly; nobody else pays for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyodo_lod.serve.budget import Budgets
from kyodo_lod.serve.limits import ServeLimits


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """Give the time that was set."""
        return self.now


def budgets(clock: Clock, clients: int = 10, **limits: int) -> Budgets:
    return Budgets(ServeLimits(**limits), clock, clients)


def test_work_within_the_budget_is_free() -> None:
    held = budgets(Clock(), busy=60)
    held.charge("a", 60)
    assert held.wait("a") == 0


def test_what_is_overdrawn_is_waited_for() -> None:
    clock = Clock()
    held = budgets(clock, busy=30)
    held.charge("a", 40)
    assert held.wait("a") == 20
    assert held.wait("b") == 0
    clock.now = 19.5
    assert held.wait("a") == 1
    clock.now = 20
    assert held.wait("a") == 0


def test_errors_have_a_budget_of_their_own() -> None:
    clock = Clock()
    held = budgets(clock, errors=6, busy=60)
    for _ in range(7):
        held.fault("a")
    assert held.wait("a") == 10
    clock.now = 10
    assert held.wait("a") == 0


def test_no_more_is_given_back_than_was_there() -> None:
    clock = Clock()
    held = budgets(clock, busy=10)
    held.charge("a", 1)
    clock.now = 10_000
    held.charge("a", 11)
    assert held.wait("a") == 6


def test_nothing_is_no_limit() -> None:
    held = budgets(Clock(), busy=0, errors=0)
    held.charge("a", 1e6)
    held.fault("a")
    assert held.wait("a") == 0


def test_the_client_that_asked_the_longest_ago_is_forgotten() -> None:
    held = budgets(Clock(), clients=2, busy=1)
    for client in ("a", "b", "a", "c"):
        held.charge(client, 5)
    assert [held.wait(client) > 0 for client in "abc"] == [True, False, True]


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 100))))
def test_after_the_wait_the_client_may_ask(steps: list[tuple[float, float]]) -> None:
    clock = Clock()
    held = budgets(clock, busy=60)
    for pause, work in steps:
        clock.now += pause
        held.charge("a", work)
    clock.now += held.wait("a")
    assert held.wait("a") == pytest.approx(0)
