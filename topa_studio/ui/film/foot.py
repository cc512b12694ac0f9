"""Paints the words under a card's picture: number and title, length and takes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from topa_studio.model.scenario import Shot
from topa_studio.model.status import ShotStatus, Stage
from topa_studio.ui.film.badge import Shape, paint_shape
from topa_studio.ui.film.look import Look
from topa_studio.ui.film.words import takes_word, title_of
from topa_studio.ui.theme import scaled
from topa_studio.ui.words import seconds_word

_INSET = 9
_DOT = 6
_GAP = 4
# Below this width only the chosen take is named.
_ALL_FROM = 112


def paint_foot(
    painter: QPainter, rect: QRect, number: str, shot: Shot, status: ShotStatus, look: Look
) -> None:
    """Two lines, or the first where height is short."""
    left, right = rect.x() + _INSET, rect.right() - _INSET
    line = rect.y() + 8 + look.title_metrics.ascent()
    painter.setPen(look.colours.text)
    painter.setFont(look.number)
    painter.drawText(left, line, number)
    start = left + look.number_metrics.horizontalAdvance(number) + 8
    painter.setFont(look.title)
    title = look.elided(title_of(shot), right - start)
    if status.stage is Stage.EMPTY:
        painter.setPen(look.colours.dim)
    painter.drawText(start, line, title)
    if status.mistake is not None:
        _wave(painter, start, line + 3, look.title_metrics.horizontalAdvance(title), look)
    if look.short:
        return
    line += look.title_metrics.descent() + 5 + look.meta_metrics.ascent()
    painter.setFont(look.meta)
    if status.mistake is not None and status.out_of_date:
        size = look.meta_metrics.ascent() - 2
        box = QRectF(left, line - size, size, size)
        paint_shape(painter, box, Shape.HALF, look.colours.warn)
        left += size + _GAP
    seconds = seconds_word(shot.seconds)
    painter.setPen(look.colours.dim)
    painter.drawText(left, line, seconds)
    room = right - left - look.meta_metrics.horizontalAdvance(seconds) - 8
    _takes(painter, QPointF(right + 1, line), room, status, look, wide=rect.width())


def title_rect(rect: QRect, number: str, look: Look) -> QRect:
    """Where the title stands in the foot `rect`, behind the number."""
    start = rect.x() + _INSET + look.number_metrics.horizontalAdvance(number) + 8
    width = max(1, rect.right() - _INSET - start)
    return QRect(start - 5, rect.y() + 4, width + 9, look.title_metrics.height() + 8)


def _wave(painter: QPainter, left: int, base: int, width: int, look: Look) -> None:
    """The line under words that have a mistake."""
    path = QPainterPath(QPointF(left, base))
    for step in range(width // 2):
        path.lineTo(left + 2 * (step + 1), base + (2 if step % 2 == 0 else 0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colours.bad, 1))
    painter.drawPath(path)


def _takes(
    painter: QPainter, end: QPointF, room: int, status: ShotStatus, look: Look, *, wide: int
) -> None:
    """All takes; of many the chosen one has a dot before it, and is all that a small card names."""
    metrics, several = look.meta_metrics, len(status.takes) > 1
    words = takes_word(status)
    chosen = f"T{status.chosen.number}" if status.chosen is not None and several else ""
    dot = _DOT + _GAP if chosen else 0
    short = wide < scaled(_ALL_FROM) or metrics.horizontalAdvance(words) + dot > room
    if chosen and short:
        words = f"… {chosen}" if wide >= scaled(_ALL_FROM) else chosen
        words = chosen if metrics.horizontalAdvance(words) + dot > room else words
    left = end.x() - metrics.horizontalAdvance(words) - dot
    before, mark, after = _parted(words, chosen)
    painter.setPen(look.colours.dim)
    painter.drawText(QPointF(left, end.y()), before)
    left += metrics.horizontalAdvance(before)
    if mark:
        top = end.y() - (metrics.xHeight() + _DOT) / 2
        paint_shape(painter, QRectF(left, top, _DOT, _DOT), Shape.DISC, look.colours.accent)
        left += dot
        painter.setPen(look.colours.text)
        painter.drawText(QPointF(left, end.y()), mark)
        left += metrics.horizontalAdvance(mark)
    painter.setPen(look.colours.dim)
    painter.drawText(QPointF(left, end.y()), after)


def _parted(words: str, chosen: str) -> tuple[str, str, str]:
    """The words before the chosen take, that take, and those after it."""
    parts = words.split(" · ")
    if chosen not in parts:
        before, mark, after = words.rpartition(chosen) if chosen else (words, "", "")
        return before, mark, after
    at = parts.index(chosen)
    before = "".join(f"{part} · " for part in parts[:at])
    return before, chosen, "".join(f" · {part}" for part in parts[at + 1 :])
