"""Where a drop on the board would land, and the mark that says so: arithmetic, without any Qt."""

from __future__ import annotations

from bisect import bisect_right

from topa_studio.ui.board.grid import Grid
from topa_studio.ui.board.sizes import Box
from topa_studio.ui.film.place import Place

_LONGER, _THICK = 4, 3


def place_at(grid: Grid, x: int, y: int) -> Place | None:
    """Where shots dropped there would land; on a heading: at the end of its scene.

    At a row's end it is the end of that row, not the start of the next.
    """
    if not grid.scenes:
        return None
    scene, sizes = _nearest_scene(grid, x, y), grid.sizes
    frame, head, count = grid.frame(scene), grid.head(scene), len(grid.rows_of(scene))
    last = max(0, (count - 1) // sizes.columns)
    within = min(max((y - frame.top - sizes.pad) // sizes.step_y, 0), last)
    on_line = min(sizes.columns, count - within * sizes.columns)
    begins = frame.left + sizes.pad
    # So many cards have their middle left of `x`.
    across = -((sizes.card_width - 2 * (x - begins)) // (2 * sizes.step_x))
    across = min(max(across, 0), on_line)
    if head.top <= y < head.bottom:
        within, across = last, count - last * sizes.columns
    caret = begins + across * sizes.step_x - sizes.gap // 2 - 1
    index = within * sizes.columns + across
    return Place(scene, index, caret, grid.lines_of(scene).start + within)


def caret_of(grid: Grid, place: Place) -> Box:
    """The mark of a place between cards: in the gap, a bit higher than a card."""
    top = grid.line_top(place.line) - _LONGER
    return Box(place.caret - 1, top, _THICK, grid.sizes.card_height + 2 * _LONGER)


def scene_place_at(grid: Grid, x: int, y: int) -> Place | None:
    """Where a scene dropped there would land; `scene` and `index` are the same number."""
    if not grid.scenes:
        return None
    sizes, nearest = grid.sizes, _nearest_scene(grid, x, y)
    frame, head = grid.frame(nearest), grid.head(nearest)
    line = grid.lines_of(nearest).start
    if sizes.flows:
        behind = x > frame.middle
        edge = frame.right if behind else frame.left - sizes.apart
        return Place(nearest + behind, nearest + behind, edge + sizes.apart // 2, line)
    behind = y > (head.top + frame.bottom) // 2
    edge = frame.bottom if behind else head.top - sizes.between
    return Place(nearest + behind, nearest + behind, edge + sizes.between // 2, line)


def scene_caret_of(grid: Grid, place: Place) -> Box:
    """The mark of a place between scenes: across the board, or where frames flow upright."""
    scene = grid.scene_on(place.line)
    frame, head = grid.frame(scene), grid.head(scene)
    if grid.sizes.flows:
        return Box(place.caret - 1, head.top, _THICK, frame.bottom - head.top)
    return Box(frame.left, place.caret - 1, frame.width, _THICK)


def _nearest_scene(grid: Grid, x: int, y: int) -> int:
    scenes = grid.scenes_on(grid.shelf_at(y) or 0)
    half = grid.sizes.apart // 2
    at = bisect_right(scenes, x + half, key=lambda scene: grid.frame(scene).left)
    return scenes[max(0, at - 1)]
