"""A cell of the shot list for a screen reader."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface

from topa_studio.ui.accessible.node import Act, Node
from topa_studio.ui.accessible.within import InFilm, InShot
from topa_studio.ui.shot_list.columns import EDITED, Column

translate = QCoreApplication.translate


class CellNode(Node):
    """Of one shot in one column."""

    def __init__(self, film: InFilm, shot: InShot, column: Column) -> None:
        super().__init__()
        self._film = film
        self._shot = shot
        self.column = column

    @property
    def _row(self) -> int | None:
        """The row of its shot; None: this cell is not shown."""
        row = self._shot.row
        return row if row is not None and self.column in self._film.columns else None

    @property
    def _area(self) -> QRect:
        from topa_studio.ui.shot_list.ground import Ground

        row, view = self._row, self._film.view
        if row is None or not isinstance(view, Ground):
            return QRect()
        return view.cell_rect(row, self.column)

    def name(self) -> str:
        """ "Seconds, 5, shot 3.3"."""
        from topa_studio.ui.shot_list.ground import Ground

        row, columns, view = self._row, self._film.columns, self._film.view
        if row is None or not isinstance(view, Ground):
            return ""
        index = view.cells.index(row, columns.index(self.column))
        return str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")

    def description(self) -> str:
        """The words of its shot, how far it is and all."""
        return self._shot.name() if self._row is not None else ""

    def acts(self) -> Sequence[Act]:
        """A press is Enter on the cell; besides, what can be done with its shot."""
        if self._row is None:
            return ()
        edits = self._film.view.editable and self.column in EDITED
        words = translate("ShotCard", "Edit") if edits else translate("ShotCard", "Open")
        return (
            Act(QAccessibleActionInterface.pressAction(), words, self._press),
            *self._shot.acts()[1:],
        )

    def _press(self) -> None:
        from topa_studio.ui.shot_list.view import ShotListView

        row, view = self._row, self._film.view
        if row is None or not isinstance(view, ShotListView):
            return
        view.column = self.column
        self._film.choose(row)
        view.going.show_cell()
        view.open_cell()

    # What Qt asks.

    def isValid(self) -> bool:
        """Whether it is shown."""
        return self._row is not None

    def parent(self) -> QAccessibleInterface:
        """The row."""
        return self._shot

    def rect(self) -> QRect:
        """Where it is painted."""
        return self._film.on_screen(self._area)

    def role(self) -> QAccessible.Role:
        """A cell."""
        return QAccessible.Role.Cell

    def state(self) -> QAccessible.State:
        """Whether its row is chosen, and the keyboard is here."""
        state, view = self._shot.state(), self._film.view
        state.focused = view.hasFocus() and self._film.at_keyboard() is self
        state.offscreen = not self._film.is_in_sight(self._area)
        state.editable = view.editable and self.column in EDITED and not state.readOnly
        return state
