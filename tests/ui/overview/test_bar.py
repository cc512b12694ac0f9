"""Where shots lie in the overview: by seconds, in order, with gaps between scenes, none lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from topa_studio.model.scenario import Scene, Shot
from topa_studio.ui.film.tally import Filter
from topa_studio.ui.overview.bar import Bar, same_shape
from topa_studio.ui.overview.marks import Mark, mark_of, parts_of

_SECONDS = st.lists(st.lists(st.integers(1, 15), max_size=8), max_size=12)


def scenes_of(seconds: list[list[int]]) -> tuple[Scene, ...]:
    return tuple(
        Scene(
            id=f"s{n}",
            shots=tuple(
                Shot(id=f"{at}", key=f"{n}__{at}", duration=length)
                for at, length in enumerate(lengths)
            ),
        )
        for n, lengths in enumerate(seconds)
    )


def test_two_scenes_share_the_line_by_their_seconds_with_a_gap_between() -> None:
    bar = Bar(scenes_of([[5, 5], [10]]), 14, 14 + 206, gap=6)
    assert bar.span(0, 0) == (14, 64)
    assert bar.span(1, 1) == (64, 114)
    assert bar.span(2, 2) == (120, 220)
    assert bar.heads == [(14, 114), (120, 220)]
    assert [bar.row_at(x) for x in (0, 20, 64, 117, 121, 500)] == [0, 0, 1, 1, 2, 2]
    assert bar.x_of(0) == 14
    assert bar.x_of(7.5) == 89
    assert bar.x_of(10) == 120
    assert bar.x_of(99) == 220
    assert (bar.row("1__0"), bar.row("nowhere")) == (2, None)


@given(_SECONDS, st.integers(10, 2000))
def test_every_shot_is_in_one_cell_and_cells_lie_in_order(
    seconds: list[list[int]], wide: int
) -> None:
    bar = Bar(scenes_of(seconds), 14, 14 + wide, gap=6)
    rows = [row for cell in bar.cells for row in range(cell.first, cell.last + 1)]
    assert rows == list(range(len(bar.keys)))
    for before, after in pairwise(bar.cells):
        assert before.right <= after.left + 1e-6
    if bar.cells:
        assert bar.cells[0].left >= 14
        ends = [end for _, end in bar.heads]
        assert ends[-1] == pytest.approx(14 + wide, abs=1e-3)
        assert bar.x_of(0) is not None
    for row in rows:
        left, right = bar.span(row, row)
        if right - left > 1e-3:
            assert bar.row_at((left + right) / 2) == row
            (cell,) = bar.cells_of([row])
            assert cell.first <= row <= cell.last


def test_ten_thousand_shots_are_painted_as_no_more_cells_than_there_are_pixels() -> None:
    bar = Bar(scenes_of([[5] * 10] * 1000), 14, 962, gap=6)
    assert len(bar.keys) == 10_000
    assert len(bar.cells) <= 948
    assert sum(cell.last - cell.first + 1 for cell in bar.cells) == 10_000


def test_words_change_no_shape_and_seconds_do() -> None:
    before = scenes_of([[5, 5], [10]])
    assert same_shape(before, scenes_of([[5, 5], [10]]))
    assert not same_shape(before, scenes_of([[5, 6], [10]]))
    assert not same_shape(before, scenes_of([[5], [5, 10]]))
    assert not same_shape(before, before[:1])


def test_the_worst_of_a_shot_is_its_mark_and_every_mark_has_another_shape() -> None:
    assert mark_of(()) is Mark.MADE
    assert mark_of({Filter.MISSING}) is Mark.NOT_MADE
    assert mark_of({Filter.OUT_OF_DATE, Filter.FAILED}) is Mark.FAILED
    assert mark_of({Filter.RUNNING, Filter.MISSING}) is Mark.RUNNING
    line = QRectF(0, 0, 40, 3)
    shapes = {
        mark: [(r.x(), r.y(), r.width(), r.height()) for r in parts_of(line, mark)]
        for mark in Mark
        if mark is not Mark.RUNNING  # whole as one that is made: what runs is told elsewhere, too
    }
    assert len({str(shape) for shape in shapes.values()}) == len(shapes)
    for mark in Mark:
        assert all(line.contains(part) for part in parts_of(line, mark)), mark
