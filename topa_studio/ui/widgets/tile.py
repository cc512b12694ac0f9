"""A choice as a tile: a sign, a name and a word about it; arrow keys go to the neighbour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from topa_studio.ui.look.icons import icon_pixmap
from topa_studio.ui.look.theme import mix, scaled, tokens, ui_font

_EDGE, _SIGN, _GAP, _HIGH = 14, 44, 12, 76
_ROUND = 8.0


class Tile(QAbstractButton):
    """One of several: chosen it has an orange frame, with the keyboard at it a blue one inside.

    The sign is an icon's name, or the sides of a format such as "16:9".
    """

    def __init__(self, sign: str, name: str, about: str, high: int = _HIGH) -> None:
        super().__init__()
        self._high = high
        self._sign = sign
        self._about = about
        self.setText(name)
        self.setCheckable(True)
        self.setAccessibleName(f"{name}: {about}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """Room for the sign and its words."""
        words = max(
            QFontMetrics(_name_font()).horizontalAdvance(self.text()),
            QFontMetrics(ui_font(12)).horizontalAdvance(self._about),
        )
        return QSize(scaled(2 * _EDGE + _SIGN + _GAP) + words, scaled(self._high))

    def minimumSizeHint(self) -> QSize:
        """The words may end in an ellipsis."""
        return QSize(scaled(2 * _EDGE + _SIGN + _GAP + 40), scaled(self._high))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right choose the neighbour; Enter belongs to the page."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        elif step is None:
            super().keyPressEvent(event)
        elif (group := self.group()) is not None:
            tiles = group.buttons()
            at = max(0, min(len(tiles) - 1, tiles.index(self) + step))
            tiles[at].setFocus(Qt.FocusReason.TabFocusReason)
            tiles[at].click()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, frame, sign, words."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            now = tokens()
            ground = mix(now.raised, now.text, 0.05) if self.underMouse() else now.raised
            width = 2 if self.isChecked() else 1
            painter.setBrush(ground)
            painter.setPen(QPen(now.accent if self.isChecked() else now.line, width))
            frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(frame, _ROUND, _ROUND)
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(now.run, 2))
                painter.drawRoundedRect(frame.adjusted(3, 3, -3, -3), _ROUND - 2, _ROUND - 2)
            box = QRectF(scaled(_EDGE), (self.height() - scaled(_SIGN)) / 2, scaled(_SIGN), 0)
            box.setHeight(scaled(_SIGN))
            self._paint_sign(painter, box)
            self._paint_words(painter, box.right() + scaled(_GAP))

    def _paint_sign(self, painter: QPainter, box: QRectF) -> None:
        now = tokens()
        wide, colon, high = self._sign.partition(":")
        painter.setBrush(now.well)
        if not colon:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, 6, 6)
            px = scaled(16)
            sign = icon_pixmap(self._sign, px, now.dim, self.devicePixelRatioF())
            painter.drawPixmap(box.center() - QPointF(px / 2, px / 2), sign)
            return
        size = QSizeF(int(wide), int(high)).scaled(
            box.size() - QSizeF(2, 2), Qt.AspectRatioMode.KeepAspectRatio
        )
        shape = QRectF(box.center() - QPointF(size.width() / 2, size.height() / 2), size)
        ink = now.accent if self.isChecked() else mix(now.dim, now.text, 0.3)
        painter.setPen(QPen(ink, 2))
        painter.drawRoundedRect(shape, 3, 3)

    def _paint_words(self, painter: QPainter, left: float) -> None:
        now, room = tokens(), int(self.width() - left - scaled(_EDGE) / 2)
        name, about = QFontMetrics(_name_font()), QFontMetrics(ui_font(12))
        top = (self.height() - name.height() - about.height() - 2) / 2
        lines = (
            (self.text(), _name_font(), name, now.text, top),
            (self._about, ui_font(12), about, now.dim, top + name.height() + 2),
        )
        for words, font, metrics, ink, at in lines:
            painter.setFont(font)
            painter.setPen(ink)
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPointF(left, at + metrics.ascent()), shown)


def _name_font() -> QFont:
    return ui_font(13, QFont.Weight.DemiBold)
