"""The words over the columns; the film's order stands, so nothing here sorts."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QWidget

from topa_studio.ui.shot_list.columns import ALWAYS, PAD, RIGHT, head_word, spoken_word
from topa_studio.ui.shot_list.laid import Laid
from topa_studio.ui.widgets.plain import plain_act


class Head(QWidget):
    """Lies over the rows of one view and scrolls sideways with them.

    Signals:
        choosing_wanted: the user wants to choose columns.
    """

    choosing_wanted = Signal()

    def __init__(self, view: Laid) -> None:
        super().__init__(view)
        self._view = view
        self.setAccessibleName(self.tr("Columns"))
        view.laid_out.connect(self._show)
        view.horizontalScrollBar().valueChanged.connect(lambda _value: self.update())
        self._show()

    def sizeHint(self) -> QSize:
        """As high as one line of words with room around."""
        return QSize(200, self._view.look.head_height)

    def _show(self) -> None:
        said = ", ".join(spoken_word(column) for column in self._view.columns.shown)
        self.setAccessibleDescription(said)
        self.update()

    def cell(self, place: int) -> QRect:
        """Where the word of a column is."""
        places = self._view.places()
        left = places.left(place, self._view.horizontalOffset())
        return QRect(left, 0, places.spans[place].width, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words, those of pinned columns over the others."""
        with QPainter(self) as painter:
            colours, places = self._view.look.colours, self._view.places()
            painter.fillRect(self.rect(), colours.panel)
            for place in range(places.pinned, len(places.spans)):
                self._paint(painter, place)
            painter.fillRect(QRect(0, 0, places.pinned_width, self.height()), colours.panel)
            for place in range(places.pinned):
                self._paint(painter, place)
            painter.setPen(QPen(colours.line, 1))
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def _paint(self, painter: QPainter, place: int) -> None:
        look, cell = self._view.look, self.cell(place)
        span = self._view.places().spans[place]
        metrics, words = look.head_metrics, head_word(span.column)
        left = cell.x() + PAD
        if span.column in RIGHT:
            left = cell.right() + 1 - PAD - metrics.horizontalAdvance(words)
        base = (self.height() - 1 - metrics.height()) / 2 + metrics.ascent()
        painter.setFont(look.head_font)
        painter.setPen(look.colours.dim)
        painter.drawText(QPointF(left, base), words)
        if place + 1 < len(self._view.places().spans):
            painter.setPen(QPen(look.colours.line, 1))
            painter.drawLine(cell.right(), 0, cell.right(), self.height())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Hide this column, or choose among all."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        column = self._view.column_at(event.pos().x())
        if column is not None and column not in ALWAYS:
            words = self.tr("Hide {column}").format(column=head_word(column))
            shown = self._view.columns.show(column, shown=False)
            menu.addAction(plain_act(words), lambda: self._view.show_columns(shown))
        menu.addAction(self.tr("Choose columns…"), self.choosing_wanted.emit)
        menu.popup(event.globalPos())
        event.accept()
