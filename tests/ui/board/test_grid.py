"""Where cards lie on the board: hit, drawn and dropped at one and the same place."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from topa_studio.ui.board.grid import Grid
from topa_studio.ui.board.landing import caret_of, place_at, scene_caret_of, scene_place_at
from topa_studio.ui.board.sizes import Box, Sizes

films = st.lists(st.integers(0, 12), min_size=1, max_size=8)
hits = st.lists(st.integers(1, 12), min_size=1, max_size=12)
columns = st.integers(3, 8)
widths = st.integers(700, 2600)
pictures = st.sampled_from([9 / 16, 1.0, 16 / 9])


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    flows = draw(st.booleans())
    sizes = Sizes(
        draw(widths), draw(columns), draw(pictures), flows=flows, adds=draw(st.booleans())
    )
    return Grid(draw(hits if flows else films), sizes)


def boxes_of(grid: Grid) -> list[Box]:
    return [grid.card(row) for row in range(grid.rows)]


@given(grids())
def test_every_card_is_hit_at_its_middle_and_at_its_edges(grid: Grid) -> None:
    for row, box in enumerate(boxes_of(grid)):
        middle = box.top + box.height // 2
        assert grid.row_at(box.middle, middle) == row
        assert grid.row_at(box.left, box.top) == row
        assert grid.row_at(box.right - 1, box.bottom - 1) == row
        assert grid.row_at(box.left - 1, middle) is None
        assert grid.row_at(box.middle, box.bottom) is None


@given(grids())
def test_no_two_things_overlap_and_all_is_on_the_board(grid: Grid) -> None:
    adds = [box for scene in range(grid.scenes) if (box := grid.add(scene)) is not None]
    for one, two in combinations([*boxes_of(grid), *adds], 2):
        assert not one.meets(two)
    frames = [grid.frame(scene) for scene in range(grid.scenes)]
    heads = [grid.head(scene) for scene in range(grid.scenes)]
    for one, two in combinations([*frames, *heads], 2):
        assert not one.meets(two)
    for box in [*frames, *heads]:
        assert box.left >= grid.sizes.margin
        assert box.right <= grid.sizes.width - grid.sizes.margin
        assert 0 <= box.top < box.bottom <= grid.height
    for row, box in enumerate(boxes_of(grid)):
        frame = frames[grid.scene_of(row)]
        assert frame.left < box.left
        assert box.right < frame.right
        assert frame.top < box.top
        assert box.bottom < frame.bottom


@given(grids())
def test_cards_are_read_as_the_film_runs(grid: Grid) -> None:
    for one, two in pairwise(boxes_of(grid)):
        assert (one.top, one.left) < (two.top, two.left)
    order = [row for line in range(grid.lines) for row in grid.rows_on(line)]
    assert order == list(range(grid.rows))
    assert all(row in grid.rows_on(grid.line_of(row)) for row in range(grid.rows))


@given(columns, widths)
def test_a_row_is_filled_exactly(count: int, width: int) -> None:
    grid = Grid([count * 2], Sizes(width, count))
    assert grid.card(0).width == (width - 28 - 22 - 10 * (count - 1)) // count
    assert grid.card(count - 1).right + 11 == grid.frame(0).right
    assert grid.card(count).top > grid.card(0).bottom


@given(grids(), st.integers(-50, 2700), st.integers(-50, 3000))
def test_a_caret_stands_between_the_cards_its_place_is_between(grid: Grid, x: int, y: int) -> None:
    place = place_at(grid, x, y)
    assert place is not None
    caret, rows = caret_of(grid, place), grid.rows_of(place.scene)
    assert 0 <= place.index <= len(rows)
    frame = grid.frame(place.scene)
    assert frame.left < caret.left
    assert caret.right < frame.right
    assert frame.top < caret.top
    assert caret.bottom < frame.bottom
    assert not any(caret.meets(box) for box in boxes_of(grid))
    beside = [
        grid.card(row)
        for row in rows
        if grid.card(row).top < caret.bottom and caret.top < grid.card(row).bottom
    ]
    left = [box for box in beside if box.right <= caret.left]
    if place.index and left:
        assert grid.card(rows.start + place.index - 1) == left[-1]
        assert caret.left - left[-1].right < grid.sizes.gap
    elif rows:
        # The start of a row: the card behind it.
        assert grid.card(rows.start + place.index) == beside[0]
        assert beside[0].left - caret.right < grid.sizes.gap


@given(grids(), st.data())
def test_each_half_of_a_card_is_the_gap_on_that_side(grid: Grid, data: st.DataObject) -> None:
    if not grid.rows:
        return
    row = data.draw(st.integers(0, grid.rows - 1))
    box, scene = grid.card(row), grid.scene_of(row)
    at, line = row - grid.rows_of(scene).start, grid.line_of(row)
    y = box.top + box.height // 2
    before, behind = place_at(grid, box.left + 1, y), place_at(grid, box.right - 1, y)
    assert before is not None
    assert behind is not None
    assert (before.scene, before.index, before.line) == (scene, at, line)
    # At a row's end the mark stays on that row.
    assert (behind.scene, behind.index, behind.line) == (scene, at + 1, line)
    assert caret_of(grid, behind).left >= box.right


@given(grids(), st.data())
def test_a_heading_means_the_end_of_its_scene(grid: Grid, data: st.DataObject) -> None:
    scene = data.draw(st.integers(0, grid.scenes - 1))
    head = grid.head(scene)
    for x in (head.left, head.middle, head.right - 1):
        place = place_at(grid, x, head.top + 3)
        assert place is not None
        assert (place.scene, place.index) == (scene, len(grid.rows_of(scene)))


@given(grids(), st.integers(0, 2600), st.integers(0, 2500), st.integers(1, 900))
def test_what_is_in_a_rectangle_is_what_meets_it(grid: Grid, x: int, y: int, size: int) -> None:
    box = Box(x, y, size * 2, size)
    meets = [row for row, card in enumerate(boxes_of(grid)) if card.meets(box)]
    assert [row for run in grid.rows_in(box) for row in run] == meets
    band = Box(0, y, grid.sizes.width, size)
    rows = grid.rows_between(y, y + size)
    assert list(rows) == [row for row, card in enumerate(boxes_of(grid)) if card.meets(band)]
    scenes = grid.scenes_between(y, y + size)
    seen = [s for s in range(grid.scenes) if grid.frame(s).meets(band) or grid.head(s).meets(band)]
    assert list(scenes) == seen


@given(grids(), st.integers(0, 2600), st.integers(0, 3000))
def test_a_scene_lands_between_scenes(grid: Grid, x: int, y: int) -> None:
    place = scene_place_at(grid, x, y)
    assert place is not None
    assert 0 <= place.index <= grid.scenes
    caret = scene_caret_of(grid, place)
    things = [*boxes_of(grid), *(grid.frame(scene) for scene in range(grid.scenes))]
    assert not any(caret.meets(box) for box in things)


@given(grids(), st.data())
def test_the_nearest_card_of_a_line(grid: Grid, data: st.DataObject) -> None:
    line = data.draw(st.integers(0, grid.lines - 1))
    x = data.draw(st.integers(0, grid.sizes.width))
    rows = grid.rows_on(line)
    found = grid.nearest_on(line, x)
    if not rows:
        assert found is None
        return
    assert found in rows
    assert abs(grid.card(found).middle - x) == min(abs(grid.card(row).middle - x) for row in rows)
