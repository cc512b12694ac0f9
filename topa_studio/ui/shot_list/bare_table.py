"""A table view, which Qt can read to a screen reader, and of whose layout nothing is used."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QModelIndex, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from topa_studio.ui.shot_list.cells import Index


class BareTable(QTableView):
    """Scrolls by pixels; rows, keys and the pointer are for whoever lays it out."""

    def go_bare(self) -> None:
        """Take its own ways from it; called once whoever lays it out can be asked."""
        self.setFrameShape(QAbstractItemView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAutoScroll(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def doItemsLayout(self) -> None:
        """Nothing is laid out row by row."""
        QAbstractItemView.doItemsLayout(self)

    def horizontalOffset(self) -> int:
        """How far it is scrolled sideways."""
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:
        """How far it is scrolled down."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, _index: Index) -> bool:
        """Rows that are not shown are not in the model; folded ones are read all the same."""
        return False

    def setSelection(self, rect: QRect, flags: object) -> None:
        """No rubber band: the pointer selects row by row."""

    def moveCursor(
        self, _action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Keys are handled in `keyPressEvent`."""
        return QTableView.currentIndex(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the scroll bars again."""
        QAbstractItemView.resizeEvent(self, event)
        self.updateGeometries()

    # A table tells a reader of its own cells, which are none here: `ui/accessible` tells of these.

    def currentChanged(self, now: Index, before: Index) -> None:
        """Another cell is the current one."""
        QAbstractItemView.currentChanged(self, now, before)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Other cells are chosen."""
        QAbstractItemView.selectionChanged(self, selected, deselected)
