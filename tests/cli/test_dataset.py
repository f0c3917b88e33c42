"""What a query is asked over: files of any format, packed or not, within limits."""

from gzip import compress
from pathlib import Path

import pytest
from cli.running import invoke

from kyodo_lod.check.limits import Limits
from kyodo_lod.cli.dataset import dataset
from kyodo_lod.cli.usage import Usage
from kyodo_lod.errors import GraphError

COUNT = "SELECT (COUNT(*) AS ?n) { ?p a kyo:PlannedProject }"


def test_own_data_may_be_many_files_and_stdin(plan_nt: Path, tmp_path: Path) -> None:
    (more := tmp_path / "more.ttl").write_text(
        "<http://x/p> a <https://w3id.org/kyodo-lod/def#PlannedProject> .", encoding="utf-8"
    )
    (query := tmp_path / "q.rq").write_text(COUNT, encoding="utf-8")
    files = ("--data", str(plan_nt), "--data", str(more))
    assert "77" in invoke("query", str(query), *files).out
    on_stdin = invoke(
        "query", str(query), "--data", "-", "--from", "turtle", stdin=more.read_bytes()
    )
    assert on_stdin.out == "n\r\n1\r\n"


def test_own_data_may_be_packed_and_have_the_limits_of_validate(
    plan_nt: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = tmp_path / "plan.nt.gz"
    packed.write_bytes(compress(plan_nt.read_bytes()))
    ask = ("query", "projects", "--data", str(packed))
    assert invoke(*ask).out == invoke(*ask[:3], str(plan_nt)).out
    monkeypatch.setattr("kyodo_lod.check.limits.LIMITED", Limits(triples=10))
    done = invoke(*ask)
    assert (done.code, done.out) == (2, "")
    assert done.err.endswith("split it, or lift the limits with --no-limits\n")
    assert invoke(*ask, "--no-limits").code == 0


@pytest.mark.parametrize(
    ("more", "place"),
    [
        (("--dist", "nope"), "nope: there is no such folder; run kyodo-lod build first"),
        (("--dist", "README.md"), "README.md: is no folder; name the one that"),
        (("--data", "nope.ttl"), "nope.ttl: cannot be read"),
        (("--data", "."), ".: its RDF format is not known; say it with --from"),
        (("--data", ".", "--from", "turtle"), ".: cannot be read"),
    ],
)
def test_data_that_cannot_be_read_are_said_in_one_line(more: tuple[str, ...], place: str) -> None:
    done = invoke("query", "projects", *more)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.startswith(place)


def test_the_format_that_is_stated_counts_before_the_name(tmp_path: Path) -> None:
    (path := tmp_path / "a.nt").write_text("@prefix x: <http://x/> . x:a x:b x:c .", "utf-8")
    store = dataset((str(path),), "dist", "turtle", limited=True)
    assert store.query("ASK { <http://x/a> <http://x/b> <http://x/c> }", "q", {}) is True
    with pytest.raises(GraphError):
        dataset((str(path),), "dist", None, limited=True)


def test_stdin_has_no_name_to_tell_a_format_by() -> None:
    with pytest.raises(Usage, match="needs --from"):
        dataset(("-",), "dist", None, limited=True)
