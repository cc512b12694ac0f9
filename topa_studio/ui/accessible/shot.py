"""A shot for a screen reader: a card, or a row with its cells."""

from __future__ import annotations

from collections.abc import Sequence

import shiboken6
from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface

from topa_studio.ui.accessible.cell import CellNode
from topa_studio.ui.accessible.node import NONE, Act, drop_node
from topa_studio.ui.accessible.within import InFilm, InShot
from topa_studio.ui.film.film_view import HasBoxes
from topa_studio.ui.shot_list.columns import Column

translate = QCoreApplication.translate
_ACTION = QAccessibleActionInterface


class ShotNode(InShot):
    """Of the shot with this permanent key."""

    def __init__(self, film: InFilm, key: str) -> None:
        super().__init__()
        self._film = film
        self.key = key
        self._cells: dict[Column, CellNode] = {}

    @property
    def row(self) -> int | None:
        """Its row; None: it is not shown."""
        if not shiboken6.isValid(self._film) or not self._film.isValid():
            return None
        row = self._film.view.shots.row(self.key)
        return row if row is not None and row < self._film.plan.rows else None

    def drop(self) -> None:
        """Have Qt forget it and its cells."""
        for cell in self._cells.values():
            drop_node(cell)
        drop_node(self)

    def cell(self, column: Column) -> CellNode:
        """One of its cells."""
        if column not in self._cells:
            self._cells[column] = CellNode(self._film, self, column)
        return self._cells[column]

    # What it says.

    def name(self) -> str:
        """ "Scene 2, shot 3, The kite, 5 seconds, take 2 chosen, chosen 2 of 3"."""
        row = self.row
        if row is None:
            return ""
        shots = self._film.view.shots
        said = shots.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
        box = self._film.offers.box(self.key)
        ticked = translate("ShotCard", "ticked") if box else translate("ShotCard", "not ticked")
        return ", ".join(filter(None, (said, "" if box is None else ticked, self._among(row))))

    def _among(self, row: int) -> str:
        """Where it stands among several that are chosen; that one is chosen is its state."""
        chosen = self._film.view.selectionModel().selection()
        before = count = 0
        inside = False
        for at in range(chosen.count()):
            run = chosen.at(at)
            count += run.height()
            inside = inside or run.top() <= row <= run.bottom()
            before += max(0, min(row, run.bottom() + 1) - run.top())
        if count < 2 or not inside:
            return ""
        words = translate("ShotCard", "chosen {number} of {count}")
        return words.format(number=before + 1, count=count)

    def description(self) -> str:
        """What a press on its button would make."""
        return "" if self.row is None else self._film.offers.shot(self.key)

    # What can be done.

    def acts(self) -> Sequence[Act]:
        """Those of the card."""
        row, film, view, key = self.row, self._film, self._film.view, self.key
        if row is None:
            return ()
        choose, play = translate("ShotCard", "Choose"), translate("ShotCard", "Play")
        beside, menu = translate("ShotCard", "Choose beside others"), translate("ShotCard", "Menu")
        acts = [
            Act(_ACTION.pressAction(), choose, lambda: film.choose(row)),
            Act(_ACTION.toggleAction(), beside, lambda: film.choose(row, beside=True)),
            Act("Play", play, lambda: view.play_requested.emit(key)),
        ]
        if offer := film.offers.shot(key):
            acts.append(Act("Generate", offer, lambda: view.generate_requested.emit([key])))
        if isinstance(view, HasBoxes) and film.offers.box(key) is not None:
            tick, boxes = translate("ShotCard", "Tick"), view.boxes
            acts.append(Act("Tick", tick, lambda: boxes.pressed.emit(key)))
        acts.append(Act(_ACTION.showMenuAction(), menu, self._open_menu))
        return acts

    def _open_menu(self) -> None:
        row, view = self.row, self._film.view
        if row is None:
            return
        if self.key not in view.selected_keys():
            self._film.choose(row)
        view.menu_requested.emit(self.rect().center(), "")

    # What Qt asks.

    def isValid(self) -> bool:
        """Whether it is shown."""
        return self.row is not None

    def parent(self) -> QAccessibleInterface:
        """Its scene."""
        row = self.row
        return NONE if row is None else self._film.scene(self._film.plan.scene_of(row))

    def childCount(self) -> int:
        """How many cells it has."""
        return 0 if self.row is None else len(self._film.columns)

    def child(self, index: int) -> QAccessibleInterface:
        """A cell."""
        columns = self._film.columns
        return self.cell(columns[index]) if 0 <= index < len(columns) else NONE

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Which cell that is."""
        columns = self._film.columns
        mine = isinstance(child, CellNode) and child.column in columns
        return columns.index(child.column) if isinstance(child, CellNode) and mine else -1

    def rect(self) -> QRect:
        """Where it is painted."""
        row = self.row
        return QRect() if row is None else self._film.on_screen(self._film.shot_area(row))

    def role(self) -> QAccessible.Role:
        """A row where it has cells."""
        return QAccessible.Role.Row if self._film.columns else QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Whether it is chosen, has the keyboard, is in sight, is accepted."""
        state, row, view = QAccessible.State(), self.row, self._film.view
        if row is None:
            state.invalid = True
            return state
        state.focusable = state.selectable = state.multiSelectable = True
        state.selected = view.selectionModel().isSelected(view.shots.index(row))
        state.focused = view.hasFocus() and self._film.at_keyboard() is self
        state.offscreen = not self._film.is_in_sight(self._film.shot_area(row))
        state.readOnly = not view.editable or view.shots.shot(row).locked
        box = self._film.offers.box(self.key)
        state.checkable, state.checked = box is not None, bool(box)
        return state
