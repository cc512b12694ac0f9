"""A list view, which Qt can read to a screen reader, and of whose layout nothing is used."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QModelIndex, QRect, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from topa_studio.ui.film.model import Index


class BareList(QListView):
    """Keys, the pointer and where rows lie are for whoever lays it out."""

    def doItemsLayout(self) -> None:
        """Nothing is laid out row by row, and nothing at all while another view is shown."""
        if not self.isHidden():
            QAbstractItemView.doItemsLayout(self)

    def lay_out(self, *_signal: object) -> None:
        """What is shown was changed: measure it again."""

    def showEvent(self, event: QShowEvent) -> None:
        """Measure what has changed in the meantime."""
        super().showEvent(event)
        self.lay_out()

    def horizontalOffset(self) -> int:
        """The first visible pixel from the left."""
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:
        """The first visible pixel from above."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, _index: Index) -> bool:
        """No row is ever hidden."""
        return False

    def setSelection(self, rect: QRect, flags: object) -> None:
        """No rubber band of Qt's own."""

    def moveCursor(
        self, _action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Keys are handled in `keyPressEvent`."""
        return self.currentIndex()

    # A list tells a reader of its own rows, which are none here: `ui/accessible` tells of cards.

    def currentChanged(self, now: Index, before: Index) -> None:
        """Another row is the current one."""
        QAbstractItemView.currentChanged(self, now, before)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Other rows are chosen."""
        QAbstractItemView.selectionChanged(self, selected, deselected)
