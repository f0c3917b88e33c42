"""What takes too long is interrupted, in Python and in compiled code, with one line."""

import contextlib
import re
import subprocess
import sys
import threading

import pytest
from cli.running import plain_environment

from kyodo_lod.cli.time_limit import within
from kyodo_lod.errors import GraphError

#: joins a thousand triples four times over; no row comes of it
_QUERY = """
import kyodo_lod.cli.time_limit as limit, pyoxigraph as ox
limit._GRACE = 0.5
store = ox.Store()
store.bulk_extend(ox.Quad(ox.NamedNode(f"a:{n}"), ox.NamedNode("a:p"), ox.Literal(n)) for n in range(1000))
with limit.within(1, "own.ttl"):
    print(list(store.query("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?c + ?f + ?i + ?l < 0) }")))
"""


def test_a_pattern_is_interrupted() -> None:
    with (
        pytest.raises(GraphError, match=r"^a\.nt: takes more than 1 s of CPU time"),
        within(1, "a.nt"),
    ):
        re.match("(a+)+$", "a" * 60 + "!")


def test_no_handler_of_a_library_holds_it_up() -> None:
    def never_ends() -> None:
        while True:
            with contextlib.suppress(Exception):  # as libraries do
                re.match("(a+)+$", "a" * 60 + "!")

    with pytest.raises(GraphError), within(1, "a.nt"):
        never_ends()


def test_a_query_is_ended_with_the_process() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _QUERY],
        env=plain_environment(), capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, b"")
    assert re.fullmatch(rb"own\.ttl: takes more than 1 s [^\n]*\n", done.stderr), done.stderr


def test_what_ends_is_left_alone() -> None:
    with within(1, "a.nt"), within(0, "b.nt"):
        pass
    thread = threading.Thread(target=lambda: within(1, "a.nt").__enter__())
    thread.start()
    thread.join()
