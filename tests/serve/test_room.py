"""Bodies in memory are bounded, in all and for each client."""

from kyodo_lod.serve.room import Room


def test_a_client_fills_its_part_and_no_more() -> None:
    room = Room(100)
    assert room.take("a", 20)
    assert not room.take("a", 6)
    assert room.take("a", 5)
    room.give_back("a", 25)
    assert room.take("a", 25)


def test_all_together_fill_the_whole() -> None:
    room = Room(100)
    assert [room.take(client, 25) for client in "abcde"] == [True] * 4 + [False]
    room.give_back("b", 25)
    assert room.take("e", 25)


def test_who_holds_nothing_is_forgotten() -> None:
    room = Room(100)
    for n in range(10):
        assert room.take(str(n), 1)
        room.give_back(str(n), 1)
    assert not room._held
