"""Marks behind words that are looked for: where they lie, and how they are painted."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from topa_studio.ui.film.look import Look
from topa_studio.ui.film.search import Hit, Span
from topa_studio.ui.look.theme import mix, tokens

_OUT, _RADIUS, _SHARE = 2, 3, 0.34
_ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"


def mark_colour(ground: QColor) -> QColor:
    """The ground behind a hit on this ground; words on it are those of the look."""
    return mix(ground, tokens().accent, _SHARE)


def mark_rects(
    shown: str, spans: Iterable[Span], metrics: QFontMetrics, start: QPointF
) -> list[QRectF]:
    """Where hits lie in a line that begins at `start` of its base; what is elided has none."""
    seen = len(shown) - 1 if shown.endswith(_ELLIPSIS) else len(shown)
    top, high = start.y() - metrics.ascent() - 1, metrics.ascent() + metrics.descent() + 2
    found = []
    for begin, end in spans:
        if begin < seen:
            left = start.x() + metrics.horizontalAdvance(shown[:begin])
            right = start.x() + metrics.horizontalAdvance(shown[: min(end, seen)])
            found.append(QRectF(left - _OUT, top, right - left + 2 * _OUT, high))
    return found


def paint_marks(
    painter: QPainter, start: QPointF, shown: str, spans: Iterable[Span], look: Look
) -> None:
    """Paint the ground behind hits in the painter's font."""
    spans = tuple(spans)
    if not spans:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mark_colour(look.colours.raised))
    for rect in mark_rects(shown, spans, painter.fontMetrics(), start):
        painter.drawRoundedRect(rect, _RADIUS, _RADIUS)


def paint_hit(painter: QPainter, start: QPointF, room: int, hit: Hit, look: Look) -> None:
    """The words around a hit, which stand out from the others."""
    advance = look.meta_metrics.horizontalAdvance
    if hit.marks and advance(f"{hit.words[: hit.marks[0][1]]}…") > room:
        hit = hit.closer
    words = look.meta_metrics.elidedText(hit.words, Qt.TextElideMode.ElideRight, room)
    paint_marks(painter, start, words, hit.marks, look)
    painter.setPen(look.colours.dim)
    at, left = 0, start.x()
    for begin, end in (*hit.marks, (len(words), len(words))):
        for part, colour in (
            (words[at:begin], look.colours.dim),
            (words[begin:end], look.colours.text),
        ):
            painter.setPen(colour)
            painter.drawText(QPointF(left, start.y()), part)
            left = start.x() + advance(words[: at + len(part)])
            at += len(part)
