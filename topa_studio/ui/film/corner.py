"""The corner of a card that makes it: where its buttons lie, for paint and pointer alike."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from topa_studio.ui.film.look import Look, faded
from topa_studio.ui.look.icons import icon_pixmap
from topa_studio.ui.look.theme import scaled

_EDGE = 6
_PAD = 8
_HIGH = 24
_SIGN = 12


def corner_rect(picture: QRect, look: Look, words: str) -> QRect:
    """The button in the lower right corner of a picture: sign and number, or more words.

    It grows to the left, so the place where it was met stays on it.
    """
    high = scaled(_HIGH)
    wide = look.badge_metrics.horizontalAdvance(words) + scaled(_SIGN) + 5 + 2 * _PAD
    right, bottom = picture.right() + 1 - _EDGE, picture.bottom() + 1 - _EDGE
    return QRect(right - wide, bottom - high, max(0, wide), high)


def corner_words(picture: QRect, look: Look, verb: str, price: str) -> str:
    """The words of the button under the pointer, as far as they fit; its price always does."""
    room = picture.width() - 2 * _EDGE - scaled(_SIGN) - 5 - 2 * _PAD
    ways = (verb, verb.rpartition(" · ")[2])
    fits = (words for words in ways if look.badge_metrics.horizontalAdvance(words) <= room)
    return next(fits, price)


def more_rect(picture: QRect, *, marked: bool) -> QRect:
    """The button that opens the menu: upper right, left of a padlock or tick (`marked`)."""
    high = scaled(_HIGH)
    right = picture.right() + 1 - _EDGE - (high + 4 if marked else 0)
    return QRect(right - high, picture.y() + _EDGE, high, high)


def box_rect(picture: QRect, look: Look) -> QRect:
    """The box of a shot among which the user chooses, in the upper right corner."""
    high = look.badge_metrics.height() + 5
    return QRect(picture.right() + 1 - _EDGE - high, picture.y() + _EDGE, high, high)


def paint_box(painter: QPainter, rect: QRect, look: Look, *, ticked: bool) -> None:
    """A box on a picture, ticked or not."""
    ground = look.colours.accent if ticked else faded(look.colours.stage, 0.82)
    painter.setPen(QPen(look.colours.accent if ticked else look.colours.text, 1.4))
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(rect).adjusted(0.7, 0.7, -0.7, -0.7), 4, 4)
    if ticked:
        size = round(rect.width() * 0.66)
        sign = icon_pixmap("check", size, look.colours.on_accent, look.ratio)
        inset = (rect.width() - size) / 2
        painter.drawPixmap(QPointF(rect.x() + inset, rect.y() + inset), sign)


def paint_corner(painter: QPainter, rect: QRect, words: str, look: Look, *, lit: bool) -> None:
    """The button that makes the shot; lit under the pointer."""
    ink = look.colours.on_accent if lit else look.colours.text
    _ground(painter, rect, look, lit=lit)
    size = scaled(_SIGN)
    sign = icon_pixmap("wand", size, ink, look.ratio)
    top = rect.y() + (rect.height() - size) / 2
    painter.drawPixmap(QPointF(rect.x() + _PAD, top), sign)
    painter.setFont(look.badge)
    painter.setPen(ink)
    room = rect.adjusted(_PAD + size + 5, 0, -_PAD + 2, 0)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


def paint_more(painter: QPainter, rect: QRect, look: Look, *, lit: bool) -> None:
    """The button that opens the menu."""
    _ground(painter, rect, look, lit=False)
    size = scaled(14)
    sign = icon_pixmap("more", size, look.colours.accent if lit else look.colours.text, look.ratio)
    inset = (rect.width() - size) / 2
    painter.drawPixmap(QPointF(rect.x() + inset, rect.y() + inset), sign)


def _ground(painter: QPainter, rect: QRect, look: Look, *, lit: bool) -> None:
    painter.setPen(QPen(look.colours.accent, 1) if lit else Qt.PenStyle.NoPen)
    alpha = 0.82 if look.colours.is_dark else 0.92
    painter.setBrush(look.colours.accent if lit else faded(look.colours.stage, alpha))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
