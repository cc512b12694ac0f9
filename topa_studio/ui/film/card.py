"""Paints one shot card; it is given all it shows and asks nobody."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from topa_studio.model.scenario import Shot
from topa_studio.model.status import RUNNING, ShotStatus, Stage
from topa_studio.ui.film.badge import WORDS_FROM, Badge, badge_of, paint_shape
from topa_studio.ui.film.corner import (
    box_rect,
    corner_rect,
    corner_words,
    more_rect,
    paint_box,
    paint_corner,
    paint_more,
)
from topa_studio.ui.film.faces import paint_faces
from topa_studio.ui.film.foot import paint_foot
from topa_studio.ui.film.look import RADIUS, Look, faded, top_rounded
from topa_studio.ui.film.sliver import is_sliver, paint_sliver
from topa_studio.ui.look.icons import icon_pixmap
from topa_studio.ui.look.theme import scaled
from topa_studio.ui.words import trouble_words

if TYPE_CHECKING:
    from topa_studio.ui.film.search import Hit

_EDGE, _WIDE = 6, 800
_LINES = 2
_LEAST_BAR = 0.04
_FADED = 0.28
_TELLS_WHY = frozenset({Stage.FAILED, Stage.NEEDS_YOU, Stage.MISSING})
_DASHED = Qt.PenStyle.DashLine
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Card:
    """What a card shows.

    Attributes:
        several: it is one of several that are chosen.
        price, verb: the number and the words of the button that makes it, "" for none.
        on_verb, on_more: the pointer is on a button.
        shown: how far the buttons have faded in, 0 to 1.
        place: its place in the line, from 1.
        hit: where it says what is looked for; None: nothing is, or it is elsewhere.
        box: whether the box of it is ticked; None: it has none.
        now: seconds since 1970.
    """

    number: str
    shot: Shot
    status: ShotStatus
    picture: QPixmap | None = None
    faces: tuple[QPixmap, ...] = ()
    selected: bool = False
    several: bool = False
    focused: bool = False
    hovered: bool = False
    dragged: bool = False
    price: str = ""
    verb: str = ""
    on_verb: bool = False
    on_more: bool = False
    shown: float = 0.0
    place: int = 0
    hit: Hit | None = None
    box: bool | None = None
    now: float = 0.0


def picture_rect(card: QRect, look: Look) -> QRect:
    """The part of a card that is its picture."""
    return QRect(card.x(), card.y(), card.width(), max(1, card.height() - look.foot))


def paint_card(painter: QPainter, rect: QRect, card: Card, look: Look) -> None:
    """Paint `card` into `rect`; the painter's state is as before afterwards."""
    painter.save()
    if card.dragged:
        painter.setOpacity(_FADED)
    picture = picture_rect(rect, look)
    _ground(painter, rect, card, look)
    _picture(painter, picture, card, look)
    if card.status.stage in RUNNING and card.status.progress > 0:
        _bar(painter, picture, card.status, look)
    foot = QRect(rect.x(), picture.bottom() + 1, rect.width(), look.foot)
    if is_sliver(rect):
        paint_sliver(
            painter, picture, foot, card.number, badge_of(card.status, card.now, look), look
        )
    else:
        _trouble(painter, picture, card, look)
        _badge(painter, picture, card, look)
        if card.shown:
            _buttons(painter, picture, card, look)
        paint_foot(painter, foot, card.number, card.shot, card.status, look, card.hit)
    _outline(painter, rect, card, look)
    painter.restore()


def _ground(painter: QPainter, rect: QRect, card: Card, look: Look) -> None:
    def draw(part: QPainter) -> None:
        part.setPen(Qt.PenStyle.NoPen)
        part.setBrush(look.hover if card.hovered else look.colours.raised)
        part.drawRoundedRect(QRectF(QRect(QPoint(), rect.size())), RADIUS, RADIUS)

    look.paint(painter, rect, ("ground", card.hovered), draw)


def _edge(painter: QPainter, rect: QRect, card: Card, look: Look) -> None:
    def draw(part: QPainter) -> None:
        edge = look.colours.faint if card.hovered or card.dragged else look.colours.line
        part.setBrush(Qt.BrushStyle.NoBrush)
        part.setPen(QPen(edge, 1, _DASHED if card.dragged else Qt.PenStyle.SolidLine))
        box = QRectF(QRect(QPoint(), rect.size())).adjusted(0.5, 0.5, -0.5, -0.5)
        part.drawRoundedRect(box, RADIUS, RADIUS)

    look.paint(painter, rect, ("edge", card.hovered, card.dragged), draw)


def _outline(painter: QPainter, rect: QRect, card: Card, look: Look) -> None:
    _edge(painter, rect, card, look)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if card.selected:
        painter.setPen(QPen(look.colours.accent, 2))
        painter.drawRoundedRect(QRectF(rect).adjusted(-2, -2, 2, 2), RADIUS + 2, RADIUS + 2)
    if card.focused:
        painter.setPen(QPen(look.colours.run, 2))
        painter.drawRoundedRect(QRectF(rect).adjusted(-5, -5, 5, 5), RADIUS + 5, RADIUS + 5)


def _picture(painter: QPainter, rect: QRect, card: Card, look: Look) -> None:
    if card.picture is not None and not card.picture.isNull():
        painter.drawPixmap(rect.topLeft(), look.cover(card.picture, rect.size()))
        if card.status.chosen is None:
            # A panel never looks like a clip.
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(faded(look.colours.stage, 0.34))
            painter.drawPath(top_rounded(QRectF(rect)))
        return
    if rect.width() <= _WIDE:
        # Painted anew for each card it was half of what a card takes.
        painter.drawPixmap(rect.topLeft(), look.striped(rect.size()))
    else:
        painter.setBrushOrigin(rect.topLeft())
        painter.setBrush(look.stripes)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPath(top_rounded(QRectF(rect)))
    if is_sliver(rect):
        return
    if card.status.stage is Stage.EMPTY:
        _well(painter, rect, look)
    elif card.status.stage not in _TELLS_WHY:
        paint_faces(painter, rect, card.faces, look, rect.y() + _EDGE + _chip(look) + 4)


def _well(painter: QPainter, rect: QRect, look: Look) -> None:
    """The dashed well of a shot that does not say yet what happens."""
    box = rect.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    painter.setBrush(faded(look.colours.well, 0.6))
    painter.setPen(QPen(look.colours.faint, 1, _DASHED))
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    words = translate("ShotCard", "Say what happens")
    line = look.meta_metrics.lineSpacing()
    lines = look.wrapped(words, box.width() - 12, max(1, min(_LINES, box.height() // line)))
    size = scaled(14)
    has_sign = box.height() >= size + 8 + line * len(lines) and rect.width() >= scaled(WORDS_FROM)
    high = line * len(lines) + (size + 6 if has_sign else 0)
    top = box.center().y() - high // 2
    if has_sign:
        sign = icon_pixmap("note", size, look.colours.dim, look.ratio)
        painter.drawPixmap(QPointF(box.center().x() - size / 2, top), sign)
        top += size + 6
    painter.setFont(look.meta)
    painter.setPen(look.colours.dim)
    for place, part in enumerate(lines):
        row = QRect(box.x(), top + place * line, box.width(), line)
        painter.drawText(row, Qt.AlignmentFlag.AlignCenter, part)


def _bar(painter: QPainter, rect: QRect, status: ShotStatus, look: Look) -> None:
    ground = QRect(rect.x() + 1, rect.bottom() - 3, rect.width() - 2, 4)
    painter.fillRect(ground, faded(look.colours.stage, 0.75))
    width = round(ground.width() * min(max(status.progress, _LEAST_BAR), 1.0))
    painter.fillRect(QRect(ground.x(), ground.y(), width, 4), look.colours.run)


def _badge(painter: QPainter, rect: QRect, card: Card, look: Look) -> None:
    right = rect.right() - _EDGE
    if card.box is not None:
        place = box_rect(rect, look)
        paint_box(painter, place, look, ticked=card.box)
        right -= place.width() + 4
    elif card.several and card.selected:
        right -= _tick(painter, rect, look) + 4
    elif card.shot.locked:
        right -= _padlock(painter, rect, look) + 4
    found = badge_of(card.status, card.now, look, card.place)
    if found is None:
        return
    left, top = rect.x() + _EDGE, rect.y() + _EDGE
    words, room = found.words(rect.width()), max(1, right - left)
    look.paint(
        painter,
        QRect(left, top, room, _chip(look)),
        ("badge", found.shape, found.colour.rgba(), words),
        partial(_paint_badge, found, words, room, look),
    )


def _paint_badge(found: Badge, words: str, room: int, look: Look, painter: QPainter) -> None:
    """Shape and words, in the left corner of so much room."""
    metrics = look.badge_metrics
    mark = max(7, metrics.height() // 2)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0, room - mark - 19))
    wide = metrics.horizontalAdvance(shown) + 5 if shown else 0
    chip = QRectF(0, 0, mark + 14 + wide, _chip(look))
    look.paint_chip(painter, chip)
    box = QRectF(chip.x() + 7, chip.center().y() - mark / 2, mark, mark)
    paint_shape(painter, box, found.shape, found.colour)
    painter.setFont(look.badge)
    painter.setPen(look.colours.text)
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(chip.adjusted(mark + 12, 0, 0, 0), flags, shown)


def _chip(look: Look) -> int:
    """How high what lies along a picture's upper edge is."""
    return look.badge_metrics.height() + 5


def _tick(painter: QPainter, rect: QRect, look: Look) -> int:
    """The mark of one of several that are chosen."""
    size = _chip(look)
    box = QRectF(rect.right() - _EDGE - size, rect.y() + _EDGE, size, size)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colours.accent)
    painter.drawEllipse(box)
    inner = round(size * 0.6)
    sign = icon_pixmap("check", inner, look.colours.on_accent, look.ratio)
    painter.drawPixmap(QPointF(box.x() + (size - inner) / 2, box.y() + (size - inner) / 2), sign)
    return size


def _padlock(painter: QPainter, rect: QRect, look: Look) -> int:
    size = _chip(look)
    chip = QRectF(rect.right() - _EDGE - size, rect.y() + _EDGE, size, size)
    look.paint_chip(painter, chip)
    unit = size / 12
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colours.text, max(1.2, unit)))
    centre = chip.center()
    bow = QRectF(centre.x() - 2 * unit, centre.y() - 4 * unit, 4 * unit, 5 * unit)
    painter.drawArc(bow, 0, 180 * 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colours.text)
    body = QRectF(centre.x() - 3 * unit, centre.y() - 1.4 * unit, 6 * unit, 4.6 * unit)
    painter.drawRoundedRect(body, unit, unit)
    return size


def _trouble(painter: QPainter, rect: QRect, card: Card, look: Look) -> None:
    """Two lines of the reason; the inspector has it whole."""
    trouble = card.status.trouble
    if trouble is None or card.status.stage not in _TELLS_WHY:
        return
    top = rect.y() + look.badge_metrics.height() + 17
    box = QRect(rect.x() + 8, top, rect.width() - 16, rect.bottom() - 8 - top)
    line = look.meta_metrics.lineSpacing()
    if box.height() < line or rect.width() < scaled(WORDS_FROM):
        return
    lines = look.wrapped(trouble_words(trouble), box.width(), min(_LINES, box.height() // line))
    box.setHeight(line * len(lines))
    if card.picture is not None:
        painter.fillRect(box.adjusted(-4, -3, 4, 3), faded(look.colours.stage, 0.82))
    painter.setFont(look.meta)
    painter.setPen(look.colours.text)
    for place, words in enumerate(lines):
        painter.drawText(
            QPointF(box.x(), box.y() + place * line + look.meta_metrics.ascent()), words
        )


def _buttons(painter: QPainter, rect: QRect, card: Card, look: Look) -> None:
    before = painter.opacity()
    painter.setOpacity(before * card.shown)
    if card.price:
        words = corner_words(rect, look, card.verb, card.price) if card.on_verb else card.price
        place = corner_rect(rect, look, words)
        paint_corner(painter, place, words, look, lit=card.on_verb)
    marked = card.shot.locked or (card.several and card.selected) or card.box is not None
    paint_more(painter, more_rect(rect, marked=marked), look, lit=card.on_more)
    painter.setOpacity(before)
