"""The bar under the picture: the whole film in frames, with a mark at each cut."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider, QToolTip, QWidget

from topa_studio.film.ladder import Source
from topa_studio.film.span import Span, time_code
from topa_studio.film.timing import Cut
from topa_studio.ui.look.theme import mix, scaled, theme_signals, tokens

_EDGE = 7
_CLOSEST = 4
_MADE = (Source.CLIP, Source.STILL)


class SeekBar(QSlider):
    """A slider whose values are frames of the film.

    Signals:
        sought: the frame the user went to.
    """

    sought = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._scenes: tuple[tuple[int, bool], ...] = ()
        self._filled: tuple[tuple[int, int], ...] = ()
        self._cuts: Sequence[Cut] = ()
        self._rects: tuple[int, list[QRectF], list[QRectF]] | None = None
        self._rate = Fraction(24)
        self._frames = 0
        self._range: Span | None = None
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Place in the film"))
        theme_signals().changed.connect(self.update)

    def set_film(self, cuts: Sequence[Cut], rate: Fraction) -> None:
        """Show these cuts; those of a film that looks the same here are not drawn anew."""
        before, self._cuts = self._cuts, cuts
        if rate == self._rate and len(before) == len(cuts):
            pairs = zip(before, cuts, strict=True)
            if all(old is new or _looks(old) == _looks(new) for old, new in pairs):
                return
        self._rate = rate
        self._frames = cuts[-1].last if cuts else 0
        scenes = [cut.scene for cut in cuts]
        self._scenes = tuple(
            (cuts[at].first, scenes[at] != scenes[at - 1]) for at in range(1, len(cuts))
        )
        self._filled = tuple((cut.first, cut.last) for cut in cuts if cut.source in _MADE)
        self._rects = None
        self.setRange(0, max(0, self._frames - 1))
        self.setPageStep(round(rate))
        self.update()

    def mark(self, marks: Span | None) -> None:
        """Show the range between I and O; None: none is marked."""
        if marks != self._range:
            self._range = marks
            self.update()

    def sizeHint(self) -> QSize:
        """A line that is easy to hit."""
        return QSize(200, scaled(22))

    def minimumSizeHint(self) -> QSize:
        """Any width."""
        return QSize(80, scaled(22))

    def _x_of(self, frame: float) -> float:
        width = self.width() - 2 * _EDGE
        return _EDGE + (frame / self._frames * width if self._frames else 0.0)

    def _frame_at(self, x: float) -> int:
        share = (x - _EDGE) / max(1, self.width() - 2 * _EDGE)
        return min(int(min(max(share, 0.0), 1.0) * self._frames), self.maximum())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where the pointer is."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._seek(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go along; without a press, tell the time under the pointer."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._seek(event)
        else:
            words = time_code(self._frame_at(event.position().x()), self._rate)
            QToolTip.showText(event.globalPosition().toPoint(), words, self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The end of a drag."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(False)

    def _seek(self, event: QMouseEvent) -> None:
        self.sought.emit(self._frame_at(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys belong to the player, which knows frames and seconds."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Track, what is made, what is played, cut marks, the marked range, knob."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            colours = tokens()
            middle = self.height() / 2
            track = QRectF(_EDGE, middle - 2, self.width() - 2 * _EDGE, 4)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mix(colours.stage, colours.line, 0.7))
            painter.drawRoundedRect(track, 2, 2)
            self._paint_filled(painter, middle)
            here = self._x_of(self.value())
            painter.setBrush(colours.accent)
            painter.drawRoundedRect(QRectF(_EDGE, middle - 2, here - _EDGE, 4), 2, 2)
            self._paint_marks(painter, middle)
            self._paint_range(painter, middle)
            painter.setPen(QPen(colours.run, 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(colours.text)
            painter.drawEllipse(QPointF(here, middle), 6, 6)

    def _paint_filled(self, painter: QPainter, middle: float) -> None:
        painter.setBrush(mix(tokens().line, tokens().dim, 0.45))
        start = end = None
        for first, last in (*self._filled, (1 << 60, 1 << 60)):
            if end is not None and first == end:
                end = last
                continue
            if start is not None and end is not None:
                left = self._x_of(start)
                painter.drawRect(QRectF(left, middle - 2, self._x_of(end) - left, 4))
            start, end = first, last

    def _paint_marks(self, painter: QPainter, middle: float) -> None:
        if self._rects is None or self._rects[0] != self.width():
            self._rects = self.width(), *self._marked()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.translate(0, middle)
        for colour, rects in zip((tokens().stage, tokens().dim), self._rects[1:], strict=True):
            painter.setBrush(colour)
            painter.drawRects(rects)
        painter.translate(0, -middle)

    def _marked(self) -> tuple[list[QRectF], list[QRectF]]:
        """The marks of cuts, as far as there is room between them, and of scenes."""
        found: tuple[list[QRectF], list[QRectF]] = [], []
        drawn, left, step = -_CLOSEST, self._x_of(0), self._x_of(1) - self._x_of(0)
        for frame, scene in self._scenes:
            x = left + frame * step
            if scene or x - drawn >= _CLOSEST:
                drawn, high = int(x), 6 if scene else 2
                found[scene].append(QRectF(x - 0.75, -high, 1.5, 2 * high))
        return found

    def _paint_range(self, painter: QPainter, middle: float) -> None:
        """Brackets around what loops or is exported."""
        if self._range is None:
            return
        left, right = self._x_of(self._range.first), self._x_of(self._range.last)
        painter.setPen(QPen(tokens().run, 2))
        for x, inward in ((left, 4), (right, -4)):
            painter.drawPolyline(
                [
                    QPointF(x + inward, middle - 8),
                    QPointF(x, middle - 8),
                    QPointF(x, middle + 8),
                    QPointF(x + inward, middle + 8),
                ]
            )


def _looks(cut: Cut) -> tuple[object, ...]:
    return cut.first, cut.frames, cut.scene, cut.source
