"""Where a picture of an element could be: a dashed tile that says how one comes there."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from topa_studio.ui.look.icons import icon_pixmap
from topa_studio.ui.look.theme import scaled, tokens, ui_font


class DashedTile(QWidget):
    """Signals.

    pressed: a click, which asks for a file.
    """

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._head, self._under = "", ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def say(self, head: str, under: str) -> None:
        """What would stand here, and how it comes."""
        self._head, self._under = head, under
        self.setAccessibleName(", ".join(part for part in (head, under) if part))
        self.update()

    @property
    def words(self) -> str:
        """What it says."""
        return self.accessibleName()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for a file."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dashes, a sign and words."""
        now = tokens()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            edge = now.dim if self.underMouse() else now.faint
            painter.setPen(QPen(edge, 1.4, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 8, 8)
            px = scaled(22)
            sign = icon_pixmap("picture", px, now.faint, self.devicePixelRatioF())
            top = box.center().y() - scaled(36)
            painter.drawPixmap(QPointF(box.center().x() - px / 2, top), sign)
            words = box.adjusted(12, 0, -12, -8)
            words.setTop(top + px + scaled(10))
            flags = (
                Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            )
            painter.setFont(ui_font(12))
            painter.setPen(now.dim)
            said = "\n".join(part for part in (self._head, self._under) if part)
            painter.drawText(words, int(flags), said)
