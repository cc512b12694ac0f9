"""Where a key leads on the board, up and down: to the nearest card of the next line."""

from __future__ import annotations

from topa_studio.ui.board.grid import Grid
from topa_studio.ui.film.steps import AtRow, AtScene, Stop


def line_step(grid: Grid, here: Stop, x: int, *, down: bool, rows_only: bool) -> Stop:
    """The card nearest to `x` on the next line that has any; a scene without shots is a place, too.

    `rows_only`: pass such scenes by, as they cannot be in a selection of shots. Where there is no
    such line, it is `here`.
    """
    step = 1 if down else -1
    line = _line_of(grid, here, down=down) + step
    while 0 <= line < grid.lines:
        row = grid.nearest_on(line, x)
        if row is not None:
            return AtRow(row)
        scene = grid.scene_on(line)
        if not grid.rows_of(scene) and not rows_only:
            return AtScene(scene)
        line += step
    return here


def scene_end(grid: Grid, here: Stop, *, last: bool) -> Stop:
    """The first or the last card of the scene one is in."""
    rows = grid.rows_of(here.scene if isinstance(here, AtScene) else grid.scene_of(here.row))
    if not rows:
        return here
    return AtRow(rows[-1] if last else rows[0])


def _line_of(grid: Grid, here: Stop, *, down: bool) -> int:
    if isinstance(here, AtRow):
        return grid.line_of(here.row)
    lines = grid.lines_of(here.scene)
    # From a scene that is chosen as a whole, down leads to its own first card.
    return lines.start - 1 if down and grid.rows_of(here.scene) else lines.start
