"""A small switch that is on or off."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from topa_studio.ui.look.theme import scaled, tokens

_WIDE, _HIGH = 30, 18


class Toggle(QAbstractButton):
    """Orange where it is on; its knob says so, too."""

    def __init__(self, says: str) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setAccessibleName(says)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Its own size, with room for the ring of the keyboard."""
        return QSize(scaled(_WIDE) + 4, scaled(_HIGH) + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A pill with a knob at one end."""
        now = tokens()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pill = QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5)
            half = pill.height() / 2
            edge = now.run if self.hasFocus() else now.accent if self.isChecked() else now.faint
            painter.setPen(QPen(edge, 2 if self.hasFocus() else 1))
            painter.setBrush(now.accent if self.isChecked() else now.well)
            painter.drawRoundedRect(pill, half, half)
            knob = pill.adjusted(3, 3, -3, -3)
            knob.setWidth(knob.height())
            if self.isChecked():
                knob.moveRight(pill.right() - 3)
            painter.setPen(Qt.PenStyle.NoPen)
            colour = now.on_accent if self.isChecked() else now.dim
            painter.setBrush(colour if self.isEnabled() else now.faint)
            painter.drawEllipse(knob)
