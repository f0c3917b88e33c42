"""The numbers of a page are counted in the dump, statement by statement."""

from pathlib import Path

from publish.conftest import SLUG

from kyodo_lod.publish.pages.figures import figures


def test_they_are_those_of_the_real_plan(complete: Path) -> None:
    found = figures(complete / "dataset" / SLUG / f"{SLUG}.nt")
    assert [figure.number for figure in found] == [76, 2, 22, 7, 44, 2373]
    assert all(figure.label.ja and figure.label.en for figure in found)


def test_a_text_that_looks_like_a_statement_is_none(tmp_path: Path) -> None:
    kyo, rdf = "https://w3id.org/kyodo-lod/def#", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    lines = [
        f"<x:1> <{rdf}type> <{kyo}PlannedProject> .",
        f'<x:1> <{kyo}nameAsListed> "<x:2> <{rdf}type> <{kyo}PlannedProject> ."@ja .',
        f'<x:1> <{kyo}markedNew> "true"^^<http://www.w3.org/2001/XMLSchema#boolean> .',
        f'<x:2> <{kyo}markedNew> "false"^^<http://www.w3.org/2001/XMLSchema#boolean> .',
    ]
    dump = tmp_path / "dump.nt"
    dump.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
    assert [figure.number for figure in figures(dump)] == [1, 1, 0, 0, 0, 4]
