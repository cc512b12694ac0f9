"""The bar of one shot: all of its clip, what of it is used, and two grips that change that."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from topa_studio.film.trim import Used
from topa_studio.model.rate import moment_of
from topa_studio.ui.look.theme import mix, scaled, theme_signals, tokens

_EDGE = 11
_GRIP = 9
_REACH = 12


class TrimBar(QWidget):
    """A clip from its first frame to its last; drags are told as they go and once at their end.

    Signals:
        sought: a frame of the clip.
        trying: what would be used, while a grip is dragged.
        trimmed: what is to be used.
    """

    sought = Signal(int)
    trying = Signal(object)
    trimmed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Used part of the clip"))
        self.used = Used(0, 1)
        self.editable = True
        self._rate = Fraction(24)
        self._here = 0
        self._held = ""
        theme_signals().changed.connect(self.update)

    def show_clip(self, used: Used, rate: Fraction, *, editable: bool) -> None:
        """Show what is used of a clip; while a grip is held the hand decides."""
        if self._held:
            return
        self.used, self._rate, self.editable = used, rate, editable
        self.setAccessibleDescription(self.words())
        self.update()

    def show_place(self, frame: int) -> None:
        """The frame of the clip that is on screen."""
        self._here = frame
        self.update()

    def words(self) -> str:
        """What is used, in words."""
        start, end = (f"{moment_of(n, self._rate):.2f}" for n in (self.used.first, self.used.last))
        if not self.used.whole:
            return self.tr("{start} to {end} s is used").format(start=start, end=end)
        whole = f"{moment_of(self.used.whole, self._rate):.2f}"
        told = self.tr("{start} to {end} s of {whole} s is used")
        return told.format(start=start, end=end, whole=whole)

    def sizeHint(self) -> QSize:
        """As high as the bar of the film."""
        return QSize(200, scaled(22))

    @property
    def _whole(self) -> int:
        return max(self.used.whole, self.used.last, 1)

    def _x_of(self, frame: float) -> float:
        return _EDGE + frame / self._whole * (self.width() - 2 * _EDGE)

    def _frame_at(self, x: float) -> int:
        share = (x - _EDGE) / max(1, self.width() - 2 * _EDGE)
        return round(min(max(share, 0.0), 1.0) * self._whole)

    def _grip_at(self, x: float) -> str:
        """Which grip a press would take: the nearer one, the outer one where both are as near."""
        first, last = self._x_of(self.used.first), self._x_of(self.used.last)
        away = {"in": abs(x - (first - _GRIP / 2)), "out": abs(x - (last + _GRIP / 2))}
        nearest = min(away, key=lambda grip: away[grip])
        return nearest if self.editable and away[nearest] <= _REACH else ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a grip, or go where the pointer is."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._held = self._grip_at(event.position().x()) or "place"
        self._follow(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag a grip or the place; without a press, tell the grips."""
        if event.buttons() & Qt.MouseButton.LeftButton and self._held:
            self._follow(event)
            return
        over = self._grip_at(event.position().x())
        self.setCursor(Qt.CursorShape.SizeHorCursor if over else Qt.CursorShape.ArrowCursor)
        QToolTip.showText(event.globalPosition().toPoint(), self.words(), self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The end of a drag."""
        if event.button() is not Qt.MouseButton.LeftButton or not self._held:
            return
        held, self._held = self._held, ""
        if held != "place":
            self.trimmed.emit(self.used)

    def cancel(self, used: Used) -> bool:
        """Give a drag up; whether there was one."""
        held, self._held = self._held, ""
        if held:
            self.used = used
            self.update()
        return held in ("in", "out")

    def _follow(self, event: QMouseEvent) -> None:
        frame = self._frame_at(event.position().x())
        if self._held == "in":
            self.used = self.used.begin_at(frame)
            self.trying.emit(self.used)
        elif self._held == "out":
            self.used = self.used.end_at(frame - 1)
            self.trying.emit(self.used)
        else:
            self.sought.emit(min(max(frame, self.used.first), self.used.last - 1))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The clip, its used part, the grips, the knob."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            colours, middle = tokens(), self.height() / 2
            first, last = self._x_of(self.used.first), self._x_of(self.used.last)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mix(colours.stage, colours.line, 0.7))
            painter.drawRoundedRect(QRectF(_EDGE, middle - 2, self.width() - 2 * _EDGE, 4), 2, 2)
            painter.setBrush(mix(colours.line, colours.dim, 0.45))
            painter.drawRect(QRectF(first, middle - 4, last - first, 8))
            if self.editable:
                painter.setBrush(colours.run)
                for x in (first - _GRIP, last):
                    painter.drawRoundedRect(QRectF(x, middle - 9, _GRIP, 18), 3, 3)
                painter.setPen(QPen(colours.bg, 1.5))
                for x in (first - _GRIP / 2, last + _GRIP / 2):
                    painter.drawLine(QPointF(x, middle - 4), QPointF(x, middle + 4))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.text)
            painter.drawEllipse(QPointF(self._x_of(self._here), middle), 5, 5)
