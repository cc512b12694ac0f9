"""The mouse on the shot list: choose rows, go to a cell, fold scenes, open what a cell leads to."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

from topa_studio.ui.plain import plain_tip
from topa_studio.ui.shot_list.columns import Column
from topa_studio.ui.shot_list.going import Going
from topa_studio.ui.shot_list.ground import Ground
from topa_studio.ui.shot_list.lines import AtScene, AtShot
from topa_studio.ui.shot_list.scene_row import sign_rect

_AROUND = 6


class Pointer(QObject):
    """Works for one view, as a filter of its viewport's events.

    Signals:
        opened: the current cell was pressed twice.
    """

    opened = Signal()

    def __init__(self, view: Ground, going: Going) -> None:
        super().__init__(view)
        self._view = view
        self._going = going
        view.viewport().installEventFilter(self)

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
                self._twice(at)
        return True

    def _press(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        view, line = self._view, self._view.line_at(at.y())
        if isinstance(line, AtScene):
            self._press_scene(line, at)
        elif isinstance(line, AtShot):
            column = view.column_at(at.x())
            if column is not None:
                view.column = column
            if modifiers & Qt.KeyboardModifier.ControlModifier:
                self._going.toggle(line.row)
            else:
                extends = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
                self._going.select(line.row, extends=extends)
            self._going.show_cell()

    def _press_scene(self, line: AtScene, at: QPoint) -> None:
        view = self._view
        scene = view.shots.scenes[line.scene].id
        sign = sign_rect(view.line_rect(line)).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
        if sign.contains(at):
            view.fold(scene, folded=not view.is_folded(scene))
        else:
            self._going.to(line)

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
