"""Paints the words under a card's picture: number and title, length and takes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from topa_studio.model.scenario import Shot
from topa_studio.model.status import ShotStatus, Stage
from topa_studio.ui.film.badge import Shape, paint_shape
from topa_studio.ui.film.look import Look
from topa_studio.ui.film.words import title_of
from topa_studio.ui.look.icons import icon_pixmap
from topa_studio.ui.look.theme import scaled
from topa_studio.ui.words import seconds_word

if TYPE_CHECKING:
    from topa_studio.ui.film.search import Hit

_INSET = 9
_DOT = 6
_GAP = 4
# Below this width only the chosen take is named.
_ALL_FROM = 112
_NAMED = 3
DOT, STAR = "dot", "star"
translate = QCoreApplication.translate


def paint_foot(
    painter: QPainter,
    rect: QRect,
    number: str,
    shot: Shot,
    status: ShotStatus,
    look: Look,
    hit: Hit | None = None,
) -> None:
    """Two lines, or the first where height is short; `hit` is marked in one of them."""
    left, right = rect.x() + _INSET, rect.right() - _INSET
    line = rect.y() + 8 + look.title_metrics.ascent()
    painter.setPen(look.colours.text)
    painter.setFont(look.number)
    painter.drawText(left, line, number)
    start = left + look.number_metrics.horizontalAdvance(number) + 8
    painter.setFont(look.title)
    title = look.elided(title_of(shot), right - start)
    if hit is not None and hit.title:
        _marks(painter, QPointF(start, line), title, hit, look)
    if status.stage is Stage.EMPTY:
        painter.setPen(look.colours.dim)
    painter.drawText(start, line, title)
    if status.mistake is not None:
        _wave(painter, start, line + 3, look.title_metrics.horizontalAdvance(title), look)
    if look.short:
        return
    line += look.title_metrics.descent() + 5 + look.meta_metrics.ascent()
    painter.setFont(look.meta)
    if hit is not None and hit.words:
        from topa_studio.ui.film.marked import paint_hit  # nothing is looked for at a start

        paint_hit(painter, QPointF(left, line), right - left, hit, look)
        return
    if status.mistake is not None and status.out_of_date:
        size = look.meta_metrics.ascent() - 2
        box = QRectF(left, line - size, size, size)
        paint_shape(painter, box, Shape.HALF, look.colours.warn)
        left += size + _GAP
    seconds = seconds_word(shot.seconds)
    painter.setPen(look.colours.dim)
    painter.drawText(left, line, seconds)
    taken = look.meta_metrics.horizontalAdvance(seconds) + 8
    taken += _comments(painter, QPointF(left + taken, line), right - left - taken, shot, look)
    room = right - left - taken
    _takes(painter, QPointF(right + 1, line), room, status, look, wide=rect.width())


def _marks(painter: QPainter, start: QPointF, title: str, hit: Hit, look: Look) -> None:
    from topa_studio.ui.film.marked import paint_marks  # nothing is looked for at a start

    paint_marks(painter, start, title, hit.title, look)
    painter.setPen(look.colours.text)


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


def _comments(painter: QPainter, start: QPointF, room: int, shot: Shot, look: Look) -> int:
    """How many comments are open, behind a sign; the room that this takes."""
    count = sum(not comment.done for comment in shot.comments)
    size = look.meta_metrics.ascent()
    words = str(count)
    wide = size + 3 + look.meta_metrics.horizontalAdvance(words) + 8
    if not count or wide > room / 2:
        return 0
    sign = icon_pixmap("note", size, look.colours.text, look.ratio)
    painter.drawPixmap(QPointF(start.x(), start.y() - size + 2), sign)
    painter.setPen(look.colours.text)
    painter.drawText(QPointF(start.x() + size + 3, start.y()), words)
    painter.setPen(look.colours.dim)
    return wide


def _takes(
    painter: QPainter, end: QPointF, room: int, status: ShotStatus, look: Look, *, wide: int
) -> None:
    """Up to three takes by name, of more the chosen one; a small card has room for that alone."""
    pieces = fitting_takes(status, room, look, small=wide < scaled(_ALL_FROM))
    paint_takes(painter, QPointF(end.x() - _width(pieces, look), end.y()), pieces, look)


def fitting_takes(status: ShotStatus, room: int, look: Look, *, small: bool) -> list[str]:
    """The longest way to say a shot's takes for which there is room."""
    ways = take_ways(status, small=small)
    return next((way for way in ways if _width(way, look) <= room), ways[-1])


def paint_takes(painter: QPainter, start: QPointF, pieces: Sequence[str], look: Look) -> None:
    """Such a way in words and signs, from a point on its base line on."""
    left = start.x()
    painter.setFont(look.meta)
    for place, piece in enumerate(pieces):
        if piece == DOT:
            top = start.y() - (look.meta_metrics.xHeight() + _DOT) / 2
            paint_shape(painter, QRectF(left, top, _DOT, _DOT), Shape.DISC, look.colours.accent)
        elif piece == STAR:
            top = start.y() - look.meta_metrics.ascent() + 1
            sign = icon_pixmap("star", _star(look), look.colours.accent, look.ratio)
            painter.drawPixmap(QPointF(left + _GAP, top), sign)
        else:
            is_chosen = place > 0 and pieces[place - 1] == DOT
            painter.setPen(look.colours.text if is_chosen else look.colours.dim)
            painter.drawText(QPointF(left, start.y()), piece)
        left += _width([piece], look)


def take_ways(status: ShotStatus, *, small: bool) -> list[list[str]]:
    """How a card may say its takes, in words and signs, the longest first."""
    least = [piece for piece in _chosen_alone(status) if piece != STAR]
    if small:
        return [least]
    ways = [_one_of_many(status), _chosen_alone(status), least]
    return ways if len(status.takes) > _NAMED else [_named(status), *ways]


def _width(pieces: Sequence[str], look: Look) -> int:
    signs = {DOT: _DOT + _GAP, STAR: _star(look) + _GAP}
    advance = look.meta_metrics.horizontalAdvance
    return sum(signs.get(piece) or advance(piece) for piece in pieces)


def _star(look: Look) -> int:
    return look.meta_metrics.ascent() - 1


def _named(status: ShotStatus) -> list[str]:
    """T1 · ●T2."""
    pieces: list[str] = []
    for take in status.takes:
        pieces += [" · "] if pieces else []
        pieces += _chosen_alone(status) if take == status.chosen else [f"T{take.number}"]
    return pieces or ["—"]


def _one_of_many(status: ShotStatus) -> list[str]:
    """●T3 ★ of 4."""
    count = len(status.takes)
    if status.chosen is None:
        return [translate("ShotCard", "%n takes", "", count)] if count else ["—"]
    return [*_chosen_alone(status), translate("ShotCard", " of {count}").format(count=count)]


def _chosen_alone(status: ShotStatus) -> list[str]:
    """●T3, of several; with a star where it is liked."""
    if status.chosen is None:
        return [f"T{status.takes[-1].number}" if status.takes else "—"]
    dot = [DOT] if len(status.takes) > 1 else []
    return [*dot, f"T{status.chosen.number}", *([STAR] if status.chosen.marks.star else [])]
