"""The shots as rows and the columns that are shown: what Qt reads of the table to a reader."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from topa_studio.ui.film.model import Role, ShotsModel
from topa_studio.ui.shot_list.columns import Column, spoken_word

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROLE = Qt.ItemDataRole


class Cells(QAbstractTableModel):
    """Thin: its rows are those of `shots`, one for one.

    `text` and `spoken` say what stands in a cell, and what a reader says of it.
    """

    def __init__(
        self,
        shots: ShotsModel,
        columns: tuple[Column, ...],
        text: Callable[[int, Column], str],
        spoken: Callable[[int, Column], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._shots = shots
        self._columns = columns
        self._text, self._spoken = text, spoken
        shots.rowsAboutToBeInserted.connect(self._about_to_insert)
        shots.rowsInserted.connect(lambda *_: self.endInsertRows())
        shots.rowsAboutToBeRemoved.connect(self._about_to_remove)
        shots.rowsRemoved.connect(lambda *_: self.endRemoveRows())
        shots.rowsAboutToBeMoved.connect(self._about_to_move)
        shots.rowsMoved.connect(lambda *_: self.endMoveRows())
        shots.modelAboutToBeReset.connect(self.beginResetModel)
        shots.modelReset.connect(self.endResetModel)
        shots.dataChanged.connect(self._changed)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns that are shown, from left to right."""
        return self._columns

    def show_columns(self, columns: tuple[Column, ...]) -> None:
        """Show these instead."""
        if columns != self._columns:
            self.beginResetModel()
            self._columns = columns
            self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many shots are shown."""
        return 0 if parent.isValid() else self._shots.rowCount()

    def columnCount(self, parent: Index = _ROOT) -> int:
        """How many columns are shown."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        """The words of a cell, the sentence for a screen reader, and whose cell it is."""
        if not index.isValid() or index.row() >= self._shots.rowCount():
            return None
        column = self._columns[index.column()]
        if role == _ROLE.DisplayRole:
            return self._text(index.row(), column)
        if role == _ROLE.AccessibleTextRole:
            return self._spoken(index.row(), column)
        return self._shots.shot(index.row()).key if role == Role.KEY else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> object:
        """The word over a column, the number before a row."""
        if role != _ROLE.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return spoken_word(self._columns[section])
        return self._shots.number(section) if section < self._shots.rowCount() else None

    # The same as the shots tell.

    def _about_to_insert(self, _parent: Index, first: int, last: int) -> None:
        self.beginInsertRows(_ROOT, first, last)

    def _about_to_remove(self, _parent: Index, first: int, last: int) -> None:
        self.beginRemoveRows(_ROOT, first, last)

    def _about_to_move(self, _from: Index, first: int, last: int, _to: Index, place: int) -> None:
        self.beginMoveRows(_ROOT, first, last, _ROOT, place)

    def _changed(self, first: Index, last: Index) -> None:
        if self._columns:
            end = self.index(last.row(), len(self._columns) - 1)
            self.dataChanged.emit(self.index(first.row(), 0), end)
