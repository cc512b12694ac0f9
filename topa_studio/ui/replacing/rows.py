"""The list of places in which words were found: whose they are, and the words around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from topa_studio.ui.film.marked import mark_colour, mark_rects
from topa_studio.ui.look.icons import icon_pixmap
from topa_studio.ui.look.theme import mix, scaled, set_role, tokens, ui_font
from topa_studio.ui.widgets.plain import plain_tip

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROW = Qt.ItemDataRole.UserRole + 1
_HIGH, _PAD, _SIGN = 50, 14, 12


@dataclass(frozen=True, slots=True)
class Row:
    """One place.

    Attributes:
        number, title: of its shot or scene. field: which of its texts. aside: why it stays.
        words, begin, end: the line, and where the hit is in it.
    """

    number: str
    title: str
    field: str
    words: str
    begin: int
    end: int
    is_accepted: bool = False
    aside: str = ""

    @property
    def spoken(self) -> str:
        """The row as it is read."""
        return ", ".join(
            filter(None, (self.number, self.title, self.field, self.words, self.aside))
        )


class Rows(QAbstractListModel):
    """The places that were found."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, and its words for tooltips and readers."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == _ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        return plain_tip(row.words) if role == Qt.ItemDataRole.ToolTipRole else None


class HitList(QListView):
    """The list; its rows are painted, all equally high."""

    def __init__(self, says: str) -> None:
        super().__init__()
        set_role(self, "list")
        self.rows = Rows()
        self.setModel(self.rows)
        self.setItemDelegate(_Painted(self))
        self.setUniformItemSizes(True)
        self.setAccessibleName(says)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def at(self) -> int:
        """The row that is chosen; -1: none."""
        return self.currentIndex().row()

    def go_to(self, row: object) -> None:
        """Choose a row, if there is such a one."""
        if isinstance(row, int) and 0 <= row < self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(row))


class _Painted(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines at the size of text in force."""
        return QSize(0, scaled(_HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Whose words over the words around the hit, which is marked."""
        row = index.data(_ROW)
        if not isinstance(row, Row):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now, rect = tokens(), QRect(option.rect)
        ground = now.bg
        if option.state & QStyle.StateFlag.State_Selected:
            ground = mix(now.bg, now.text, 0.1)
            painter.fillRect(rect, ground)
        inside = rect.adjusted(_PAD, 0, -_PAD, 0)
        self._head(painter, inside, row)
        metrics = QFontMetrics(ui_font(13))
        base = inside.bottom() - scaled(8) - metrics.descent()
        painter.setFont(ui_font(13))
        words = metrics.elidedText(row.words, Qt.TextElideMode.ElideRight, inside.width())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mark_colour(ground) if not row.aside else mix(ground, now.text, 0.12))
        start = QPointF(inside.left(), base)
        for mark in mark_rects(words, ((row.begin, row.end),), metrics, start):
            painter.drawRoundedRect(mark, 3, 3)
        painter.setPen(now.dim if row.aside else now.text)
        painter.drawText(start, words)
        painter.restore()

    @staticmethod
    def _head(painter: QPainter, inside: QRect, row: Row) -> None:
        now, left = tokens(), inside.left()
        painter.setFont(ui_font(12, QFont.Weight.DemiBold))
        metrics = painter.fontMetrics()
        base = inside.top() + scaled(7) + metrics.ascent()
        painter.setPen(now.dim)
        painter.drawText(left, base, row.number)
        left += metrics.horizontalAdvance(row.number) + 7
        if row.is_accepted:
            side = scaled(_SIGN)
            sign = icon_pixmap("lock", side, now.dim, painter.device().devicePixelRatioF())
            painter.drawPixmap(QPointF(left, base - side + 1), sign)
            left += side + 6
        painter.setFont(ui_font(12))
        rest = " · ".join(filter(None, (row.title, row.field, row.aside)))
        room = inside.right() - left
        words = painter.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, room)
        painter.drawText(left, base, words)
