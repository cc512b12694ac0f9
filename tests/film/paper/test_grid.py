"""How shots lie on a page: none reaches out of it or over another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from topa_studio.film.paper.choices import MOST_A_PAGE, Sheet
from topa_studio.film.paper.grid import MARGIN, SIZES, grid_of

RATIOS = (16 / 9, 9 / 16, 1.0)


@given(st.sampled_from(Sheet), st.integers(1, MOST_A_PAGE), st.sampled_from(RATIOS))
def test_shots_lie_inside_the_page_and_apart(sheet: Sheet, each: int, ratio: float) -> None:
    grid = grid_of(sheet, each, ratio)
    assert sorted((grid.width, grid.height)) == sorted(SIZES[sheet])
    assert grid.columns * grid.rows >= each
    boxes = []
    for place in range(each):
        left, top = grid.corner(place)
        assert left >= MARGIN - 0.01
        assert left + grid.cell[0] <= grid.width - MARGIN + 0.01
        assert top + grid.cell[1] <= grid.height - MARGIN + 0.01
        boxes.append((left, top))
        words_left, words_top, wide, high = grid.words(place)
        assert wide > 60
        assert high > 30
        assert words_left + wide <= left + grid.cell[0] + 0.01
        assert words_top + high <= top + grid.cell[1] + 0.01
        apart = words_left >= left + grid.picture[0] or words_top >= top + grid.picture[1]
        assert apart
    assert len(set(boxes)) == each


@pytest.mark.parametrize(("each", "least"), [(1, 0.3), (6, 0.25), (12, 0.2)])
def test_pictures_are_large(each: int, least: float) -> None:
    grid = grid_of(Sheet.A4, each, 16 / 9)
    assert each * grid.picture[0] * grid.picture[1] > least * grid.width * grid.height
