"""Where keys and presses lead on the shot list, and which rows they choose on the way."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel

from topa_studio.ui.shot_list.ground import Ground
from topa_studio.ui.shot_list.keys import RINGS, Act
from topa_studio.ui.shot_list.lines import AtScene, AtShot, Line

_FLAG = QItemSelectionModel.SelectionFlag


class Going:
    """Moves the keyboard of one view from line to line and from cell to cell."""

    def __init__(self, view: Ground) -> None:
        self._view = view

    # Rows.

    def select(self, row: int, *, extends: bool = False) -> None:
        """Make `row` the current one, alone or with all between it and the last one."""
        view = self._view
        model, index = view.selectionModel(), view.shots.index(row)
        if extends:
            anchor = self._anchor()
            model.setCurrentIndex(index, _FLAG.NoUpdate)
            between = range(min(anchor, row), max(anchor, row) + 1)
            model.select(view.shots.runs(between), _FLAG.ClearAndSelect)
        else:
            model.setCurrentIndex(index, _FLAG.ClearAndSelect)
        view.choose_scene(None)
        view.scrollTo(index)

    def stand_on(self, row: int) -> None:
        """Make `row` the current one; what is chosen stays."""
        self._view.selectionModel().setCurrentIndex(self._view.shots.index(row), _FLAG.NoUpdate)

    def toggle(self, row: int) -> None:
        """Choose a row beside the others, or do not."""
        self._view.selectionModel().setCurrentIndex(self._view.shots.index(row), _FLAG.Toggle)

    def toggle_here(self) -> None:
        """Choose the current row beside the others, or do not any more."""
        index = self._view.currentIndex()
        if index.isValid():
            self._view.selectionModel().select(index, _FLAG.Toggle)

    def all_rows(self) -> None:
        """Choose all shots that are shown; the current one stays."""
        view = self._view
        rows = range(view.shots.rowCount())
        if rows:
            view.selectionModel().select(view.shots.runs(rows), _FLAG.ClearAndSelect)

    def _anchor(self) -> int:
        """Where an extension began: the end of the selection that is not the current row."""
        current = self._view.currentIndex().row()
        rows = [index.row() for index in self._view.selectionModel().selectedIndexes()]
        if not rows:
            return max(0, current)
        return max(rows) if current == min(rows) else min(rows)

    def to(self, line: Line | None, *, extends: bool = False) -> None:
        """Go to a line; an extension stops at none of a scene."""
        view = self._view
        if isinstance(line, AtShot):
            self.select(line.row, extends=extends)
        elif isinstance(line, AtScene) and not extends:
            scene = view.shots.scenes[line.scene]
            view.choose_scene(scene.id)
            view.reveal(line)
            view.scene_chosen.emit(scene.id)

    # Keys.

    def go(self, act: Act, *, extends: bool) -> None:
        """Do what a key asks for that leads somewhere."""
        match act:
            case Act.LEFT | Act.RIGHT if isinstance(here := self._view.here(), AtScene):
                scene = self._view.shots.scenes[here.scene].id
                self._view.fold(scene, folded=act is Act.LEFT)
            case Act.LEFT:
                self.beside(-1)
            case Act.RIGHT:
                self.beside(1)
            case Act.ROW_START | Act.ROW_END:
                self._to_place(0 if act is Act.ROW_START else -1)
            case Act.RING_CHOOSE:
                self.toggle_here()
            case Act.RING_UP | Act.RING_DOWN if isinstance(self._view.here(), AtShot):
                self._ring(act)
            case _:
                self._go_down(RINGS.get(act, act), extends)

    def _go_down(self, act: Act, extends: bool) -> None:
        lines, here = self._view.lines(), self._view.here()
        back = act in (Act.UP, Act.PAGE_UP, Act.START)
        room = self._view.viewport().height() - lines.heights.shot
        target: Line | None
        if here is None or act in (Act.START, Act.END):
            first = act is not Act.END
            back = not first
            target = lines.at(0 if first else lines.height - 1)
            target = self._a_shot(target, 1 if first else -1) or target
        elif act in (Act.UP, Act.DOWN):
            target = lines.before(here) if back else lines.after(here)
        else:
            target = lines.page(here, -room if back else room)
        if extends:
            target = self._a_shot(target, -1 if back else 1)
        if target is not None:
            self.to(target, extends=extends)

    def _ring(self, act: Act) -> None:
        """The keyboard goes to the shot above or below; what is chosen stays."""
        view, here = self._view, self._view.here()
        if here is None:
            return
        lines, back = view.lines(), act is Act.RING_UP
        line = lines.before(here) if back else lines.after(here)
        target = self._a_shot(line, -1 if back else 1)
        if target is not None:
            self.stand_on(target.row)
            view.scrollTo(view.shots.index(target.row))

    def _a_shot(self, line: Line | None, step: int) -> AtShot | None:
        row = self._view.lines().shot_near(line, step)
        return None if row is None else AtShot(row)

    # Cells.

    def beside(self, step: int) -> bool:
        """Go to the cell before or behind; whether there is one."""
        places = self._view.places()
        here = places.place_of(self._view.column)
        there = (0 if here is None else here) + step
        if not 0 <= there < len(places.spans) or not self._view.currentIndex().isValid():
            return False
        self._to_place(there)
        return True

    def below(self) -> None:
        """Go to the same cell of the next shot that is seen."""
        lines, here = self._view.lines(), self._view.here()
        target = self._a_shot(lines.after(here), 1) if here is not None else None
        if target is not None:
            self.to(target)

    def _to_place(self, place: int) -> None:
        self._view.column = self._view.places().spans[place].column
        self.show_cell()

    def show_cell(self) -> None:
        """Bring the cell that has the keyboard into sight, and tell of it."""
        view = self._view
        place, bar = view.places().place_of(view.column), view.horizontalScrollBar()
        if place is not None:
            room = view.viewport().width()
            bar.setValue(view.places().scroll_for(place, bar.value(), room))
        row = view.currentIndex().row()
        if row >= 0:
            view.repaint_rows((row,))
        view.tell_cell()
