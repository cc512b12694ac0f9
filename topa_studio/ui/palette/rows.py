"""The lines of the palette: a model of them, and how they are painted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from topa_studio.ui.film.marked import mark_colour, mark_rects
from topa_studio.ui.look.icons import icon_pixmap
from topa_studio.ui.look.theme import mix, scaled, tokens, ui_font
from topa_studio.ui.palette.entries import Entry, Kind
from topa_studio.ui.palette.results import Line

Index = QModelIndex | QPersistentModelIndex
Pictures = Callable[[Entry, QSize], QPixmap | None]
_ROOT = QModelIndex()
_ROW, _CAPTION = 38, 32
_INSET, _PICTURE, _HIGH, _SIGN = 8, 44, 26, 15
_SIGNS = {
    "generate": "wand", "generate_missing": "wand", "refresh": "loop", "refresh_scene": "loop",
    "accept": "lock", "delete": "trash", "delete_scene": "trash", "past": "trash",
    "compare": "compare", "seam_before": "seam", "seam_after": "seam", "undo": "undo",
    "redo": "redo", "find": "search", "replace": "search", "new_shot": "plus",
    "new_scene": "plus", "add_music": "music", "add_caption": "captions", "play": "play",
    "add_captions": "captions", "open": "folder", "open_folder": "folder", "film_out": "film",
    "save_picture": "picture", "costs": "clock", "star_chosen": "star", "pause": "pause",
    "full_screen": "fullscreen", "sound": "volume",
}  # fmt: skip
_KINDS = {
    Kind.DO: "chevron-right",
    Kind.SHOT: "film",
    Kind.SCENE: "film",
    Kind.ELEMENT: "picture",
    Kind.SETTING: "eye",
    Kind.SEARCH: "search",
}


class Data(IntEnum):
    """What a row holds."""

    LINE = Qt.ItemDataRole.UserRole + 1


class Lines(QAbstractListModel):
    """The lines that are shown now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many lines there are, captions included."""
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A caption is not chosen."""
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual if self.lines[index.row()].entry else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The line, its words, and what a screen reader says."""
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == Data.LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.caption if line.entry is None else line.entry.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.caption if line.entry is None else spoken(line.entry)
        return None


def spoken(entry: Entry) -> str:
    """An entry as it is read: number, name, what stands behind it, its price, its key."""
    parts = (entry.number, entry.name, entry.aside, entry.price, entry.key)
    return ", ".join(filter(None, parts))


def caps_of(key: str) -> tuple[str, ...]:
    """A key as caps, held ones first."""
    held, _, last = key[:-1].rpartition("+")
    return tuple(filter(None, (*held.split("+"), f"{last}{key[-1:]}")))


def cap_width(cap: str, metrics: QFontMetrics) -> int:
    """How wide a key's cap is painted."""
    return max(metrics.height() + 4, metrics.horizontalAdvance(cap) + 12)


def paint_cap(painter: QPainter, rect: QRectF, cap: str) -> None:
    """One key."""
    now = tokens()
    painter.setBrush(now.raised)
    painter.setPen(QPen(now.line, 1))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setFont(ui_font(11))
    painter.setPen(now.text)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, cap)


class LineDelegate(QStyledItemDelegate):
    """Paints captions quietly, and of an entry its sign, number, name, aside and key."""

    def __init__(self, pictures: Pictures, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the line is at the size of text in force."""
        line = index.data(Data.LINE)
        is_entry = isinstance(line, Line) and line.entry is not None
        return QSize(0, scaled(_ROW if is_entry else _CAPTION))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        line = index.data(Data.LINE)
        if not isinstance(line, Line):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRect(option.rect)
        if line.entry is None:
            painter.setFont(ui_font(11, QFont.Weight.DemiBold))
            painter.setPen(tokens().dim)
            inside = rect.adjusted(2 * _INSET + 4, 0, -_INSET, -scaled(6))
            flags = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
            painter.drawText(inside, flags, line.caption.upper())
        else:
            is_current = index.row() == self._current(option)
            self._entry(painter, rect, line, line.entry, is_current=is_current)
        painter.restore()

    @staticmethod
    def _current(option: QStyleOptionViewItem) -> int:
        view = option.widget
        current = getattr(view, "currentIndex", None)
        return int(current().row()) if current is not None else -1

    def _entry(
        self, painter: QPainter, rect: QRect, line: Line, entry: Entry, *, is_current: bool
    ) -> None:
        now, ground = tokens(), tokens().raised
        if is_current:
            ground = mix(now.raised, now.text, 0.08)
            painter.setBrush(ground)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(rect).adjusted(_INSET, 0, -_INSET, 0), 6, 6)
        self._sign(painter, rect, entry)
        left = rect.left() + 2 * _INSET + scaled(_PICTURE) + 2
        right = self._caps(painter, rect, entry) - 10
        base = self._base(rect, QFontMetrics(ui_font(13)))
        if entry.price:
            painter.setFont(ui_font(13, QFont.Weight.DemiBold))
            right -= painter.fontMetrics().horizontalAdvance(entry.price)
            painter.setPen(now.accent)
            painter.drawText(right, base, entry.price)
            right -= 12
        colour = now.text if entry.is_able else now.dim
        if entry.number:
            painter.setFont(ui_font(13, QFont.Weight.DemiBold))
            painter.setPen(colour)
            painter.drawText(left, base, entry.number)
            left += painter.fontMetrics().horizontalAdvance(entry.number) + 8
        painter.setFont(ui_font(13, QFont.Weight.Medium))
        metrics = painter.fontMetrics()
        name = metrics.elidedText(entry.name, Qt.TextElideMode.ElideRight, max(0, right - left))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mark_colour(ground))
        for mark in mark_rects(name, line.spans, metrics, QPointF(left, base)):
            painter.drawRoundedRect(mark, 3, 3)
        painter.setPen(colour)
        painter.drawText(left, base, name)
        left += metrics.horizontalAdvance(name) + 10
        painter.setFont(ui_font(12))
        aside = painter.fontMetrics().elidedText(
            entry.aside, Qt.TextElideMode.ElideRight, max(0, right - left)
        )
        painter.setPen(now.dim)
        if aside not in ("", "…"):
            painter.drawText(left, base, aside)

    @staticmethod
    def _base(rect: QRect, metrics: QFontMetrics) -> int:
        return rect.top() + (rect.height() + metrics.ascent() - metrics.descent()) // 2

    def _sign(self, painter: QPainter, rect: QRect, entry: Entry) -> None:
        size = QSize(scaled(_PICTURE), scaled(_HIGH))
        left = rect.left() + 2 * _INSET - 2
        box = QRect(left, rect.center().y() - size.height() // 2 + 1, size.width(), size.height())
        picture = self._pictures(entry, size)
        if picture is not None and not picture.isNull():
            shape = QPainterPath()
            shape.addRoundedRect(QRectF(box), 3, 3)
            painter.save()
            painter.setClipPath(shape)
            ratio = max(box.width() / picture.width(), box.height() / picture.height())
            wide, high = picture.width() * ratio, picture.height() * ratio
            middle = QRectF(box).center()
            target = QRectF(middle.x() - wide / 2, middle.y() - high / 2, wide, high)
            painter.drawPixmap(target, picture, QRectF(picture.rect()))
            painter.restore()
            return
        side, name = scaled(_SIGN), _SIGNS.get(entry.id, _KINDS[entry.kind])
        ink = tokens().dim if entry.is_able else tokens().faint
        sign = icon_pixmap(name, side, ink, painter.device().devicePixelRatioF())
        at = QPointF(box.center()) - QPointF(side / 2, side / 2)
        painter.drawPixmap(at, sign)

    @staticmethod
    def _caps(painter: QPainter, rect: QRect, entry: Entry) -> int:
        """Paint the key at the right end; where it begins."""
        metrics = QFontMetrics(ui_font(11))
        left = rect.right() - 2 * _INSET
        high = metrics.height() + 5
        for cap in reversed(caps_of(entry.key)):
            wide = cap_width(cap, metrics)
            left -= wide
            top = rect.center().y() - high / 2 + 1
            paint_cap(painter, QRectF(left, top, wide, high), cap)
            left -= 4
        return left
