"""The mouse on the shot list: choose rows, drag them, fold scenes, open what a cell leads to."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent, QRegion
from PySide6.QtWidgets import QToolTip

from topa_studio.ui.film.drag import Drag, Load
from topa_studio.ui.shot_list.cell_words import tick_rect
from topa_studio.ui.shot_list.columns import Column
from topa_studio.ui.shot_list.dragging import drag_marks
from topa_studio.ui.shot_list.going import Going
from topa_studio.ui.shot_list.ground import Ground
from topa_studio.ui.shot_list.lines import AtScene, AtShot
from topa_studio.ui.shot_list.scene_row import sign_rect
from topa_studio.ui.widgets.plain import plain_tip

_AROUND = 6


class Pointer(QObject):
    """Works for one view, as a filter of its viewport's events.

    Signals:
        opened: the current cell was pressed twice.
        pressed: the key of the shot whose box it was.
    """

    opened = Signal()
    pressed = Signal(str)

    def __init__(self, view: Ground, going: Going) -> None:
        super().__init__(view)
        self._view = view
        self._going = going
        self.drag = Drag(view, self._drag_changed, self)
        self._alone: str | None = None
        self._marks = QRegion()
        view.viewport().installEventFilter(self)
        view.laid_out.connect(self._moved_under)
        view.verticalScrollBar().valueChanged.connect(self._moved_under)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the viewport's pointer events; all others go on."""
        match event:
            case QMouseEvent():
                return self._mouse(event)
            case QContextMenuEvent():
                self.menu(event)
                return True
            case QHelpEvent():
                self._tip(event)
                return True
        return False

    def _mouse(self, event: QMouseEvent) -> bool:
        at = event.position().toPoint()
        left = event.button() is Qt.MouseButton.LeftButton
        match event.type():
            case QEvent.Type.MouseButtonPress if left:
                self._press(at, event.modifiers())
            case QEvent.Type.MouseButtonDblClick if left:
                self._press(at, event.modifiers())
                self.cancel()
                self._twice(at)
            case QEvent.Type.MouseMove if event.buttons() & Qt.MouseButton.LeftButton:
                if self._view.editable:
                    self.drag.move(at)
            case QEvent.Type.MouseButtonRelease if left:
                self._release()
        return True

    def _press(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        view, line = self._view, self._view.line_at(at.y())
        self.cancel()
        if isinstance(line, AtScene):
            self._press_scene(line, at)
        elif isinstance(line, AtShot):
            key = view.shots.shot(line.row).key
            if self._is_on_box(line.row, at):
                self.pressed.emit(key)
                return
            column = view.column_at(at.x())
            if column is not None:
                view.column = column
            self._press_row(line.row, modifiers)
            self._going.show_cell()
            if view.selectionModel().isSelected(view.shots.index(line.row)):
                self.drag.begin(Load(tuple(view.selected_keys()), pressed=key), at)

    def _press_row(self, row: int, modifiers: Qt.KeyboardModifier) -> None:
        """Several that are chosen stay so while they may be dragged: a click leaves one of them."""
        view, keys = self._view, self._view.selected_keys()
        key = view.shots.shot(row).key
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self._going.toggle(row)
        elif modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._going.select(row, extends=True)
        elif key in keys and len(keys) > 1:
            self._alone = key
            self._going.stand_on(row)
        else:
            self._going.select(row)

    def _is_on_box(self, row: int, at: QPoint) -> bool:
        view = self._view
        if view.table.offers.box(view.shots.shot(row).key) is None:
            return False
        box = tick_rect(view.cell_rect(row, Column.TITLE), view.look)
        return box.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND).contains(at)

    def _press_scene(self, line: AtScene, at: QPoint) -> None:
        view = self._view
        scene = view.shots.scenes[line.scene].id
        sign = sign_rect(view.line_rect(line)).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
        if sign.contains(at):
            view.fold(scene, folded=not view.is_folded(scene))
        else:
            self._going.to(line)
            self.drag.begin(Load(scene=scene), at)

    # Dragging.

    def _release(self) -> None:
        was_active, alone = self.drag.active, self._alone
        dropped, self._alone = self.drag.drop(), None
        view = self._view
        if dropped is not None:
            load, place = dropped
            if load.scene is not None:
                view.scene_dropped.emit(load.scene, place.index)
            else:
                view.shots_dropped.emit(list(load.keys), place.scene, place.index)
        elif not was_active and alone is not None and (row := view.shots.row(alone)) is not None:
            self._going.select(row)

    def cancel(self) -> bool:
        """Give up a drag; whether there was one."""
        was_active, self._alone = self.drag.active, None
        self.drag.cancel()
        return was_active

    def _drag_changed(self) -> None:
        load = self.drag.load if self.drag.active else None
        dragged = frozenset(load.keys) if load is not None else frozenset()
        before, self._marks = self._marks, drag_marks(self._view, self.drag)
        if dragged != self._view.dragged:
            self._view.dragged = dragged
            self._view.viewport().update()
        else:
            self._view.viewport().update(before + self._marks)

    def _moved_under(self, *_signal: object) -> None:
        """The rows moved under the pointer, or are gone."""
        load, view = self.drag.load, self._view
        if load is not None and (
            any(view.shots.row(key) is None for key in load.keys)
            or (load.scene is not None and view.scene_at(load.scene) is None)
        ):
            self.cancel()
        elif self.drag.active:
            self.drag.move(self.drag.at)
            self._view.viewport().update()

    def _twice(self, at: QPoint) -> None:
        view, line = self._view, self._view.line_at(at.y())
        if isinstance(line, AtShot):
            self.opened.emit()
        elif isinstance(line, AtScene):
            scene = view.shots.scenes[line.scene].id
            if not sign_rect(view.line_rect(line)).contains(at) and view.editable:
                view.title_wanted.emit("scene", scene)

    def menu(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is under the pointer; by keyboard, of where that is."""
        view, at, where = self._view, event.pos(), event.globalPos()
        by_keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
        line = view.here() if by_keyboard else view.line_at(at.y())
        if by_keyboard and line is not None:
            where = view.viewport().mapToGlobal(view.line_rect(line).bottomLeft())
        if isinstance(line, AtScene):
            view.menu_requested.emit(where, view.shots.scenes[line.scene].id)
            return
        if isinstance(line, AtShot):
            if not view.selectionModel().isSelected(view.shots.index(line.row)):
                self._going.select(line.row)
        elif not by_keyboard:
            view.selectionModel().clear()
        view.menu_requested.emit(where, "")

    def _tip(self, event: QHelpEvent) -> None:
        """The words that a cell has to shorten."""
        view, line = self._view, self._view.line_at(event.pos().y())
        column, words = view.column_at(event.pos().x()), ""
        if isinstance(line, AtShot) and column is not None:
            if column in (Column.STATE, Column.TAKES, Column.NUMBER, Column.PICTURE):
                told = view.shots.data(view.shots.index(line.row), Qt.ItemDataRole.ToolTipRole)
                words = str(told or "")
            else:
                words = plain_tip(view.values.text(line.row, column, view.look))
        QToolTip.showText(event.globalPos(), words, view.viewport())
