"""A list of two-lined rows under captions, worked by mouse and by keys alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPainterPath
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from topa_studio.ui.look.icons import icon_pixmap
from topa_studio.ui.look.theme import scaled, set_role, tokens, ui_font
from topa_studio.ui.past.pictures import Pictures
from topa_studio.ui.past.seen import Seen
from topa_studio.ui.widgets.parts import covering
from topa_studio.ui.widgets.plain import plain_tip

ID = Qt.ItemDataRole.UserRole + 1
"""Which row it is."""
_UNDER = Qt.ItemDataRole.UserRole + 2
_ROW_OF = Qt.ItemDataRole.UserRole + 3
_PAD, _ROW, _CAPTION = 12, 46, 32
_WIDE, _HIGH, _GAP, _RADIUS = 64, 36, 10, 4


@dataclass(frozen=True, slots=True)
class Row:
    """One line to choose, with a smaller one below it; `id` names it.

    Attributes:
        seen: what there is to see of it; None: nothing. sign: what stands there instead; "": a
            list of such rows has no pictures.
    """

    id: str
    title: str
    under: str
    seen: Seen | None = None
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Caption:
    """Words over the rows that follow."""

    words: str


class Listing(QListWidget):
    """Rows to choose one of.

    Signals:
        chosen: the id of the current row, "" where there is none.
        wanted: Enter or a double click: the id of the row.
    """

    chosen = Signal(str)
    wanted = Signal(str)

    def __init__(self, says: str, pictures: Pictures) -> None:
        super().__init__()
        set_role(self, "list")
        self.setAccessibleName(says)
        self.setItemDelegate(_TwoLines(pictures, self))
        pictures.ready.connect(self._come)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMinimumWidth(scaled(190))
        self.currentItemChanged.connect(lambda *_items: self.chosen.emit(self.current))
        self.itemDoubleClicked.connect(lambda _row: self.wanted.emit(self.current))

    def _come(self, _path: str) -> None:
        """A picture is there; a lambda would be called when the page has gone, too."""
        self.viewport().update()

    @property
    def current(self) -> str:
        """The id of the row the keyboard is on, or ""."""
        row = self.currentItem()
        return str(row.data(ID)) if row is not None else ""

    @property
    def ids(self) -> tuple[str, ...]:
        """All rows, from above."""
        rows = (self.item(place) for place in range(self.count()))
        return tuple(row.data(ID) for row in rows if row.data(ID))

    def show_rows(self, lines: Sequence[Row | Caption]) -> None:
        """Show these; the current row stays, or the one that took its place is current."""
        before, place = self.current, max(0, self.currentRow())
        self.blockSignals(True)
        self.clear()
        for line in lines:
            self.addItem(_entry(line))
        self.blockSignals(False)
        rows = [at for at in range(self.count()) if self.item(at).data(ID)]
        same = [at for at in rows if self.item(at).data(ID) == before]
        near = [at for at in rows if at >= place] or rows[-1:]
        if same or near:
            self.setCurrentRow((same or near)[0])
        else:
            self.chosen.emit("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter wants the current row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current:
            self.wanted.emit(self.current)
        else:
            super().keyPressEvent(event)


def _entry(line: Row | Caption) -> QListWidgetItem:
    if isinstance(line, Caption):
        made = QListWidgetItem(line.words)
        made.setFlags(Qt.ItemFlag.NoItemFlags)
        return made
    made = QListWidgetItem(line.title)
    made.setData(ID, line.id)
    made.setData(_UNDER, line.under)
    made.setData(_ROW_OF, line)
    made.setData(Qt.ItemDataRole.AccessibleTextRole, f"{line.title}, {line.under}")
    made.setToolTip(plain_tip(line.title))
    return made


class _TwoLines(QStyledItemDelegate):
    """Paints a row's title over its smaller line beside its picture, and captions quietly."""

    def __init__(self, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures = pictures

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As high as the lines are at the size of text in force."""
        return QSize(0, scaled(_ROW if index.data(ID) else _CAPTION))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        self.initStyleOption(option, index)
        words, option.text = option.text, ""
        rect, now = QRect(option.rect).adjusted(_PAD, 0, -_PAD, 0), tokens()
        painter.save()
        if not index.data(ID):
            low = Qt.AlignmentFlag.AlignBottom
            font = ui_font(11, QFont.Weight.DemiBold)
            _write(painter, rect.adjusted(0, 0, 0, -scaled(5)), words, font, now.dim, low)
        else:
            style = option.widget.style()
            style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
            line = index.data(_ROW_OF)
            if isinstance(line, Row) and line.sign:
                rect.setLeft(self._picture(painter, rect, line))
            middle = rect.center().y()
            above = QRect(rect.topLeft(), QSize(rect.width(), middle - rect.top()))
            below = QRect(rect.left(), middle + 2, rect.width(), rect.bottom() - middle)
            title = ui_font(13, QFont.Weight.Medium)
            _write(painter, above, words, title, now.text, Qt.AlignmentFlag.AlignBottom)
            _write(painter, below, index.data(_UNDER), ui_font(11), now.dim)
        painter.restore()

    def _picture(self, painter: QPainter, rect: QRect, line: Row) -> int:
        """Paint what there is to see of it, else its sign; where words begin."""
        size = QSize(scaled(_WIDE), scaled(_HIGH))
        box = QRect(QPoint(rect.left(), rect.center().y() - size.height() // 2 + 1), size)
        ratio = painter.device().devicePixelRatioF()
        found, now = self._pictures.of(line.seen, size, ratio), tokens()
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(box), _RADIUS, _RADIUS)
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(box, now.line)
        if found is not None:
            painter.drawPixmap(QRectF(box), found, covering(found, size))
        else:
            side = scaled(16)
            sign = icon_pixmap(line.sign, side, now.dim, ratio)
            painter.drawPixmap(QPointF(QRectF(box).center()) - QPointF(side / 2, side / 2), sign)
        painter.restore()
        return box.right() + 1 + scaled(_GAP)


def _write(
    painter: QPainter,
    rect: QRect,
    words: str,
    font: QFont,
    colour: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignTop,
) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    right = Qt.TextElideMode.ElideRight
    shown = painter.fontMetrics().elidedText(words, right, rect.width())
    painter.drawText(rect, int(align | Qt.AlignmentFlag.AlignLeft), shown)
