"""The list of columns: which are shown, and in which order."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from topa_studio.ui.commands.command import Place
from topa_studio.ui.commands.table import named
from topa_studio.ui.look.icons import icon_pixmap
from topa_studio.ui.look.theme import mix, scaled, set_role, tokens, ui_font
from topa_studio.ui.shot_list.columns import ALWAYS, Column, Columns, spoken_word
from topa_studio.ui.widgets.parts import text_label, thin_rule

_DATA = Qt.ItemDataRole.UserRole
_ROW, _WIDE, _BOX, _GRIP, _PAD = 28, 226, 14, 12, 10
Index = QModelIndex | QPersistentModelIndex


class ColumnRow(QStyledItemDelegate):
    """A grip, a box, the name; what is always shown says so."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """As high as a line of a menu."""
        return QSize(scaled(_WIDE), scaled(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint it in the window's own colours."""
        colours, rect = tokens(), option.rect
        column = Column(index.data(_DATA))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mix(colours.raised, colours.text, 0.07))
            painter.drawRoundedRect(rect, 5, 5)
        ratio = painter.device().devicePixelRatio()
        grip, box = grip_rect(rect), box_rect(rect)
        painter.drawPixmap(grip, icon_pixmap("grip", grip.width(), colours.faint, ratio))
        shown = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        fixed = column in ALWAYS
        painter.setPen(QPen(colours.accent if shown else colours.dim, 1))
        painter.setBrush(colours.accent if shown else colours.well)
        painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), 4, 4)
        if shown:
            inner = box.width() - 4
            tick = icon_pixmap("check", inner, colours.on_accent, ratio)
            painter.drawPixmap(box.topLeft() + QPoint(2, 2), tick)
        painter.setFont(ui_font(13))
        painter.setPen(colours.dim if fixed else colours.text)
        words = rect.adjusted(box.right() - rect.left() + _PAD, 0, -_PAD, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), spoken_word(column))
        if fixed:
            painter.setFont(ui_font(12))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(words, int(flags), self.tr("always"))
        painter.restore()


def grip_rect(row: QRect) -> QRect:
    """Where the grip of a row is."""
    size = scaled(_GRIP)
    return QRect(row.x() + _PAD - 2, row.center().y() - size // 2 + 1, size, size)


def box_rect(row: QRect) -> QRect:
    """Where the box of a row is."""
    size = scaled(_BOX)
    left = grip_rect(row).right() + _PAD
    return QRect(left, row.center().y() - size // 2 + 1, size, size)


class ColumnList(QListWidget):
    """Space or a press shows and hides, the grip or Alt and arrows order.

    Signals:
        chosen: the columns as they are now.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.columns = Columns()
        self._dragged = False
        set_role(self, "bare")
        self.setItemDelegate(ColumnRow(self))
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Columns of the shot list"))

    def show_columns(self, columns: Columns) -> None:
        """List these; the line the keyboard is on stays."""
        row, self.columns = max(0, self.currentRow()), columns
        self.clear()
        for column in columns.order:
            item = QListWidgetItem(spoken_word(column))
            item.setData(_DATA, str(column))
            shown = column not in columns.hidden
            state = Qt.CheckState.Checked if shown else Qt.CheckState.Unchecked
            item.setData(Qt.ItemDataRole.CheckStateRole, state)
            says = self.tr("shown") if shown else self.tr("hidden")
            says = self.tr("always shown") if column in ALWAYS else says
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{spoken_word(column)}, {says}")
            self.addItem(item)
        self.setCurrentRow(min(row, self.count() - 1))

    def column(self, row: int) -> Column:
        """The column of a line."""
        return Column(self.item(row).data(_DATA))

    def sizeHint(self) -> QSize:
        """All lines, without a scroll bar."""
        return QSize(scaled(_WIDE) + 12, self.count() * scaled(_ROW) + 12)

    def minimumSizeHint(self) -> QSize:
        """Some lines."""
        return QSize(scaled(_WIDE) + 12, 3 * scaled(_ROW) + 12)

    def _change(self, columns: Columns, row: int) -> None:
        if columns != self.columns:
            self.show_columns(columns)
            self.setCurrentRow(row)
            self.chosen.emit(columns)

    def _turn(self, row: int) -> None:
        column = self.column(row)
        self._change(self.columns.show(column, shown=column in self.columns.hidden), row)

    def _move(self, row: int, to: int) -> None:
        if 0 <= to < self.count():
            self._change(self.columns.move(self.column(row), to), to)

    def event(self, event: QEvent) -> bool:
        """Its keys are its own, whatever they mean in the window."""
        match event:
            case QKeyEvent() if event.type() is QEvent.Type.ShortcutOverride:
                if named(Place.COLUMNS, event):
                    event.accept()
                    return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show or hide, or move a line."""
        row = self.currentRow()
        match named(Place.COLUMNS, event):
            case "column_show" if row >= 0:
                self._turn(row)
            case "column_earlier":
                self._move(row, row - 1)
            case "column_later":
                self._move(row, row + 1)
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the grip begins to drag; one anywhere else shows or hides."""
        row = self.row_at(event.position().toPoint())
        if row is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        self.setCurrentRow(row)
        grip = grip_rect(self.visualItemRect(self.item(row)))
        self._dragged = event.position().x() <= grip.right() + _PAD // 2
        if not self._dragged:
            self._turn(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The line follows the pointer."""
        row = self.row_at(event.position().toPoint())
        if self._dragged and row is not None and row != self.currentRow():
            self._move(self.currentRow(), row)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """It stays where it is."""
        self._dragged = False

    def row_at(self, at: QPoint) -> int | None:
        """The line under a point."""
        index = self.indexAt(at)
        return index.row() if index.isValid() else None


class Chooser(QFrame):
    """Pops up under a button.

    Signals:
        chosen: the columns the user wants.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        set_role(self, "pop-up")
        self.setAccessibleName(self.tr("Columns"))
        self.list = ColumnList()
        self._first = Columns()
        self.reset = QPushButton(self.tr("As at the start"))
        set_role(self.reset, "link")
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 10, 6, 8)
        column.setSpacing(6)
        head = text_label(self.tr("COLUMNS"), "section")
        head.setContentsMargins(8, 0, 0, 0)
        column.addWidget(head)
        column.addWidget(self.list)
        column.addWidget(thin_rule())
        column.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignLeft)
        self.list.chosen.connect(self.chosen)
        self.reset.clicked.connect(self._reset)

    def _reset(self) -> None:
        self.list.show_columns(self._first)
        self.chosen.emit(self._first)

    def open_under(self, button: QWidget, columns: Columns, first: Columns) -> None:
        """Show it under a button, whole on the screen; `first`: those as at the start."""
        self._first = first
        self.list.show_columns(columns)
        room = button.screen().availableGeometry()
        self.adjustSize()
        size = self.sizeHint().boundedTo(room.size())
        at = button.mapToGlobal(QPoint(0, button.height() + 4))
        at.setX(max(room.x(), min(at.x(), room.right() + 1 - size.width())))
        at.setY(max(room.y(), min(at.y(), room.bottom() + 1 - size.height())))
        self.setGeometry(QRect(at, size))
        self.show()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)
