"""The matrix: the numbers that SPARQL publishes, in squares that stand in their cells."""

import csv

from kyodo_lod.site.matrix import CELL_HEIGHT, CELL_WIDTH, Matrix, matrix
from kyodo_lod.site.published import Published
from kyodo_lod.site.responsibilities import policies, responsibilities


def _matrix(published: Published) -> Matrix:
    plan = published.plans[0]
    found = responsibilities(plan, published)
    return matrix(found, policies(plan, found, published), published)


def test_its_numbers_are_those_of_the_published_answer(published: Published) -> None:
    path = published.folder / "queries" / "bureau-policy-matrix.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    asked = {r["bureau"]: [int(r[f"policy{n}"]) for n in range(1, 8)] for r in rows}
    drawn = _matrix(published)
    shown = {
        published.data.label(row.bureau).ja: [len(cell.projects) for cell in row.cells]
        for row in drawn.rows
    }
    assert shown == asked
    assert [row.projects for row in drawn.rows] == sorted(map(sum, asked.values()), reverse=True)
    assert [column.projects for column in drawn.columns] == [6, 6, 8, 15, 7, 19, 15]
    assert drawn.projects == 76


def test_every_project_stands_behind_a_number(published: Published) -> None:
    drawn = _matrix(published)
    behind = [
        project
        for column in drawn.columns
        for cell in drawn.filled(column)
        for project in cell.projects
    ]
    assert len(behind) == len(set(behind)) == 76
    anchors = [cell.anchor for column in drawn.columns for cell in drawn.filled(column)]
    assert len(anchors) == len(set(anchors))


def test_squares_grow_with_their_numbers_and_stay_in_their_cells(published: Published) -> None:
    cells = [cell for row in _matrix(published).rows for cell in row.cells]
    by_number = sorted(cells, key=lambda cell: len(cell.projects))
    assert [cell.side for cell in by_number] == sorted(cell.side for cell in cells)
    assert all(cell.side < min(CELL_WIDTH, CELL_HEIGHT) for cell in cells)
    assert all((cell.side == 0) == (not cell.projects) for cell in cells)


def test_a_small_one_fits_a_phone_and_a_large_one_scrolls(published: Published) -> None:
    drawn = _matrix(published)
    assert drawn.shrinks
    plan = published.plans[0]
    found = responsibilities(plan, published)
    many = [*policies(plan, found, published), *(each.project for each in found[:20])]
    assert not matrix(found, many, published).shrinks


def test_nothing_makes_an_empty_one(published: Published) -> None:
    drawn = matrix([], [], published)
    assert (drawn.rows, drawn.columns, drawn.projects) == ((), (), 0)
    assert drawn.width > 0
    assert drawn.height > 0
