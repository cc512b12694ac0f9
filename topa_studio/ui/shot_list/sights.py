"""Where things of the shot list are, for other parts of the window that ask or want to see them."""

from __future__ import annotations

from PySide6.QtCore import QRect

from topa_studio.ui.in_place import Spot
from topa_studio.ui.shot_list.columns import PAD, Column
from topa_studio.ui.shot_list.ground import Ground
from topa_studio.ui.shot_list.lines import AtScene, AtShot
from topa_studio.ui.shot_list.scene_row import scene_row_of
from topa_studio.ui.shot_list.scene_row import title_rect as scene_title_rect
from topa_studio.ui.widgets.scrolled import Scrolled


class Sights(Ground):
    """The playhead, the part in sight, and the places of titles and of questions."""

    def show_playhead(self, seconds: float) -> None:
        """Mark the shot of this moment of the film."""
        before, self.playhead = self.playhead, self.values.playing_at(seconds)
        for each in (before, self.playhead):
            if each is not None and before != self.playhead:
                self.repaint_card(each[0])

    def first_in_sight(self) -> tuple[str, int]:
        """The key of the first shot in sight, and how far it is from our edge; "" without one."""
        for line in self.lines_in(self.viewport().rect()):
            if isinstance(line, AtShot):
                return self.shots.shot(line.row).key, self.line_rect(line).top()
        return "", 0

    def show_from(self, key: str, pixels: int) -> None:
        """Have the row of a shot so far from our edge, at once or when there is room for it."""
        row = self.shots.row(key)
        if row is not None:
            line = AtShot(row)
            Scrolled(self.verticalScrollBar(), lambda: (self.lines().top(line) or 0) - pixels)

    def spot_of(self, key: str) -> Spot | None:
        """Where a press that pays is asked about: on the cost of the row, else on its state."""
        row = self.shots.row(key)
        if row is None or row >= self.lines().rows or not self.isVisible():
            return None
        line = self.line_rect(AtShot(row))
        if not line.intersects(self.viewport().rect()):
            return None
        shown = (c for c in (Column.COST, Column.STATE, Column.TITLE) if c in self.columns.shown)
        cell = self.cell_rect(row, next(shown)).intersected(self.viewport().rect())
        return Spot(self.viewport(), cell if not cell.isEmpty() else line, line, points=True)

    def title_rect(self, key: str) -> QRect:
        """Where the title of a shot stands in the viewport, which comes into sight; or nowhere."""
        row = self.shots.row(key)
        if row is None:
            return QRect()
        self.scrollTo(self.shots.index(row))
        return self.cell_rect(row, Column.TITLE).adjusted(PAD - 5, 8, -PAD + 5, -8)

    def scene_title_rect(self, scene_id: str) -> QRect:
        """Where the title of a scene stands in the viewport; nowhere where it is not shown."""
        scene = self.scene_at(scene_id)
        if scene is None:
            return QRect()
        self.reveal(AtScene(scene))
        line = self.line_rect(AtScene(scene))
        return scene_title_rect(line, scene_row_of(self, scene), self.look)
