"""The cell that says how far a shot is: a shape and words, how much is done, and a padlock."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from topa_studio.model.status import RUNNING, ShotStatus, Stage
from topa_studio.ui.film.badge import Badge, Shape, badge_of, paint_shape
from topa_studio.ui.look.icons import icon_pixmap
from topa_studio.ui.look.theme import scaled
from topa_studio.ui.shot_list.look import ListLook
from topa_studio.ui.words import stage_word

_GAP, _LOCK, _BAR = 7, 14, 3
_LEAST_BAR = 0.04


def state_badge(status: ShotStatus, now: float, look: ListLook, place: int) -> Badge:
    """What a shot's badge says; one that is made has one here too."""
    found = badge_of(status, now, look, place)
    if found is not None:
        return found
    word = stage_word(status.stage)
    if status.stage is Stage.EMPTY:
        return Badge(Shape.RING, look.colours.faint, word, word)
    return Badge(Shape.SQUARE, look.colours.ok, word, word)


def lock_rect(inside: QRect) -> QRect:
    """Where the padlock of an accepted shot is: at the right end."""
    size = scaled(_LOCK)
    return QRect(inside.right() - size + 1, inside.center().y() - size // 2, size, size)


def paint_state(
    painter: QPainter,
    inside: QRect,
    badge: Badge,
    status: ShotStatus,
    look: ListLook,
    *,
    locked: bool,
) -> None:
    """Paint it into a cell without its margins."""
    right = inside.right()
    if locked:
        lock = lock_rect(inside)
        sign = icon_pixmap("lock", lock.width(), look.colours.dim, look.ratio)
        painter.drawPixmap(lock.topLeft(), sign)
        right = lock.left() - _GAP
    mark = look.mark
    middle = inside.center().y() + 1
    box = QRectF(inside.x(), middle - mark / 2, mark, mark)
    paint_shape(painter, box, badge.shape, badge.colour)
    left = inside.x() + mark + _GAP
    painter.setFont(look.meta)
    painter.setPen(words_colour(badge, look))
    words = fitting_words(badge, right - left + 1, look)
    base = middle + look.rise
    painter.drawText(QPointF(left, base), words)
    if status.stage in RUNNING and status.progress > 0:
        _bar(painter, QRect(inside.x(), 0, right - inside.x() + 1, 0), base, status, look)


def fitting_words(badge: Badge, room: int, look: ListLook) -> str:
    """The longest words of a badge for which there is room."""
    for words in (badge.long, badge.short):
        shown, _wide = look.fitted(words, room)
        if shown == words:
            return words
    return look.fitted(badge.short or badge.number, room)[0]


def words_colour(badge: Badge, look: ListLook) -> QColor:
    """Words have the colour of their shape where that asks for a look; else that of words."""
    colours = look.colours
    if badge.shape in (Shape.HALF, Shape.TRIANGLE, Shape.CROSS):
        return badge.colour
    if badge.shape is Shape.DISC or badge.colour == colours.bad:
        return badge.colour
    return colours.dim if badge.shape is Shape.RING else colours.text


def _bar(painter: QPainter, across: QRect, base: float, status: ShotStatus, look: ListLook) -> None:
    top = base + look.meta_metrics.descent() + 4
    ground = QRectF(across.x(), top, min(across.width(), scaled(72)), _BAR)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colours.line)
    painter.drawRoundedRect(ground, 1.5, 1.5)
    ground.setWidth(ground.width() * min(max(status.progress, _LEAST_BAR), 1.0))
    painter.setBrush(look.colours.run)
    painter.drawRoundedRect(ground, 1.5, 1.5)
