"""Paints a track: its wave as loud as it is heard, its fades, what is too long, and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from topa_studio.film.sound import factor
from topa_studio.model.scenario import AudioTrack
from topa_studio.ui.film.look import Look, faded
from topa_studio.ui.look.theme import mix
from topa_studio.ui.timeline.lanes.boxes import Box
from topa_studio.ui.timeline.lanes.scale import Scale

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ROUND, KNOB = 5.0, 4.0
_EVERY = 3
_FULL = 127
_LOUDEST = 1.0


def paint_wave(
    painter: QPainter, rect: QRect, box: Box, scale: Scale, colour: QColor, seen: QRect
) -> None:
    """A thin bar each few pixels of what is seen of it; nothing as long as there is no wave."""
    part = rect.intersected(seen).adjusted(-_EVERY, 0, _EVERY, 0).intersected(rect)
    if box.wave is None or box.wave.peaks is None or box.track is None or part.isEmpty():
        return
    first = part.left() - (part.left() - rect.left()) % _EVERY
    lows, highs = _heights(box, scale, first, part.right() + 1)
    middle, room = rect.center().y() + 0.5, (rect.height() - 6) / 2
    lines = [
        QLineF(x, middle - max(0.5, high * room), x, middle + max(0.5, -low * room))
        for x, low, high in zip(range(first, part.right() + 1, _EVERY), lows, highs, strict=False)
    ]
    painter.setPen(QPen(colour, 1.5))
    painter.drawLines(lines)


def _heights(box: Box, scale: Scale, left: int, right: int) -> tuple[list[float], list[float]]:
    """Lowest and highest of the wave in each bar, -1 to 1, as loud as it is heard there."""
    import numpy as np

    from topa_studio.media.waveform import STEPS

    track, wave = box.track, box.wave
    if track is None or wave is None or wave.peaks is None or not len(wave.peaks):
        return [], []
    knots = list(scale.knots(left, right + _EVERY))
    edges = np.arange(left, right + _EVERY, _EVERY, dtype=float)
    frames = np.interp(edges, [x for x, _frame in knots], [frame for _x, frame in knots])
    inside = (frames - box.first) / float(scale.film.rate)
    steps = np.clip(((inside + track.begin) * STEPS).astype(int), 0, len(wave.peaks) - 1)
    begins, ends = steps[:-1], np.maximum(steps[1:], steps[:-1] + 1)
    loud = _loudness(track, inside[:-1], (box.last - box.first) / float(scale.film.rate))
    picks = np.stack((begins, np.minimum(ends, len(wave.peaks))), axis=1).ravel()
    picks = np.minimum(picks, len(wave.peaks) - 1)
    lows = np.minimum.reduceat(wave.peaks[:, 0], picks)[::2] / _FULL * loud
    highs = np.maximum.reduceat(wave.peaks[:, 1], picks)[::2] / _FULL * loud
    return np.clip(lows, -1, 0).tolist(), np.clip(highs, 0, 1).tolist()


def _loudness(track: AudioTrack, inside: NDArray[np.float64], length: float) -> NDArray[np.float64]:
    """How loud it is at moments of the track; a fade is a straight line."""
    import numpy as np

    gain = np.full(len(inside), min(_LOUDEST * 2, factor(track.gain_db)))
    if track.fade_in > 0:
        gain *= np.clip(inside / track.fade_in, 0, 1)
    if track.fade_out > 0:
        gain *= np.clip((length - inside) / track.fade_out, 0, 1)
    return gain


def paint_body(painter: QPainter, rect: QRect, colour: QColor, look: Look, *, chosen: bool) -> None:
    """The ground of a box; a chosen one has a ring in the accent."""
    ground = mix(look.colours.raised, colour, 0.16)
    painter.setBrush(ground)
    painter.setPen(QPen(look.colours.accent if chosen else mix(look.colours.line, colour, 0.45),
                        2 if chosen else 1))  # fmt: skip
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), ROUND, ROUND)


def paint_fades(painter: QPainter, rect: QRect, knobs: tuple[int, int], colour: QColor) -> None:
    """The line of its loudness: up at the beginning, down at the end."""
    left, right = knobs
    top, bottom = rect.top() + 4.5, rect.bottom() - 1.0
    line = QPolygonF([
        QPointF(rect.left() + 1, bottom if left > rect.left() else top), QPointF(left, top),
        QPointF(right, top), QPointF(rect.right(), bottom if right < rect.right() else top),
    ])  # fmt: skip
    painter.setPen(QPen(faded(colour, 0.75), 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(line)


def paint_knobs(painter: QPainter, rect: QRect, knobs: tuple[int, int], look: Look) -> None:
    """Two white knobs by which fades are dragged."""
    painter.setPen(QPen(look.colours.stage if look.colours.is_dark else look.colours.text, 1))
    painter.setBrush(QColor("white"))
    for x in knobs:
        at = max(rect.left() + KNOB + 1, min(float(x), rect.right() - KNOB))
        painter.drawEllipse(QPointF(at, rect.top() + 4.5), KNOB, KNOB)


def paint_too_long(painter: QPainter, rect: QRect, from_x: int, look: Look) -> None:
    """Red hatch over what sticks out behind the shot or the film."""
    part = rect.adjusted(max(0, from_x - rect.left()), 1, -1, -1)
    if part.width() > 0:
        painter.fillRect(part, faded(look.colours.bad, 0.16))
        painter.fillRect(part, QBrush(faded(look.colours.bad, 0.6), Qt.BrushStyle.BDiagPattern))


def paint_words(painter: QPainter, rect: QRect, words: str, look: Look, colour: QColor) -> None:
    """Words over a wave, in sight as long as the box is."""
    painter.setFont(look.badge)
    inside = rect.adjusted(8, 0, -6, 0)
    told = look.badge_metrics.elidedText(words, Qt.TextElideMode.ElideRight, inside.width())
    painter.setPen(colour)
    painter.drawText(inside, int(Qt.AlignmentFlag.AlignTop), told)
