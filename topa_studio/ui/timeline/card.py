"""Paints one shot card; it is given all it shows and asks nobody."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from topa_studio.model.scenario import Shot
from topa_studio.model.status import RUNNING, ShotStatus, Stage
from topa_studio.ui.timeline.look import RADIUS, Look, faded, top_rounded
from topa_studio.ui.timeline.words import takes_word, title_of
from topa_studio.ui.words import duration, seconds_word, stage_word, trouble_words

_INSET = 9
_FACES = 3
_TELLS_WHY = frozenset({Stage.FAILED, Stage.NEEDS_YOU, Stage.MISSING})


@dataclass(frozen=True, slots=True)
class Card:
    """What a card shows. `now`: seconds since 1970; `verb`: the words of its button, or ""."""

    number: str
    shot: Shot
    status: ShotStatus
    picture: QPixmap | None = None
    faces: tuple[QPixmap, ...] = ()
    selected: bool = False
    focused: bool = False
    hovered: bool = False
    dimmed: bool = False
    verb: str = ""
    verb_hovered: bool = False
    now: float = 0.0


def picture_rect(card: QRect, look: Look) -> QRect:
    """The part of a card that is its picture."""
    return QRect(card.x(), card.y(), card.width(), max(1, card.height() - look.foot))


def verb_rect(card: QRect, look: Look, verb: str) -> QRect:
    """Where the card's button lies: at the lower edge of the picture, as wide as its words."""
    picture = picture_rect(card, look)
    width = min(look.badge_metrics.horizontalAdvance(verb) + 20, picture.width() - 12)
    height = look.badge_metrics.height() + 10
    return QRect(
        picture.center().x() - width // 2, picture.bottom() - height - 9, max(0, width), height
    )


def paint_card(painter: QPainter, rect: QRect, card: Card, look: Look) -> None:
    """Paint `card` into `rect`; the painter's state is as before afterwards."""
    painter.save()
    if card.dimmed:
        painter.setOpacity(0.28)
    picture = picture_rect(rect, look)
    _ground(painter, rect, card, look)
    _picture(painter, picture, card, look)
    if card.status.stage in RUNNING:
        _bar(painter, picture, card.status.progress, look)
    _trouble(painter, picture, card, look)
    _badge(painter, picture, card, look)
    if card.verb:
        _verb(painter, verb_rect(rect, look, card.verb), card, look)
    _foot(painter, QRect(rect.x(), picture.bottom() + 1, rect.width(), look.foot), card, look)
    _outline(painter, rect, card, look)
    painter.restore()


def _ground(painter: QPainter, rect: QRect, card: Card, look: Look) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.hover if card.hovered else look.colours.raised)
    painter.drawRoundedRect(QRectF(rect), RADIUS, RADIUS)


def _outline(painter: QPainter, rect: QRect, card: Card, look: Look) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colours.faint if card.hovered else look.colours.line, 1))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    if card.selected:
        painter.setPen(QPen(look.colours.accent, 2))
        painter.drawRoundedRect(QRectF(rect).adjusted(-2, -2, 2, 2), RADIUS + 2, RADIUS + 2)
    if card.focused:
        painter.setPen(QPen(look.colours.text, 1, Qt.PenStyle.DotLine))
        painter.drawRoundedRect(QRectF(rect).adjusted(2.5, 2.5, -2.5, -2.5), RADIUS, RADIUS)


def _picture(painter: QPainter, rect: QRect, card: Card, look: Look) -> None:
    if card.picture is not None and not card.picture.isNull():
        painter.drawPixmap(rect.topLeft(), look.cover(card.picture, rect.size()))
        return
    painter.setBrushOrigin(rect.topLeft())
    painter.setBrush(look.stripes)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPath(top_rounded(QRectF(rect)))
    _faces(painter, rect, card, look)


def _faces(painter: QPainter, rect: QRect, card: Card, look: Look) -> None:
    size = min(look.face, rect.height() // 3)
    faces = card.faces[:_FACES]
    if not faces or size < 16 or card.status.stage is Stage.FAILED:
        return
    fits = max(1, (rect.width() - 16) // (size + 4))
    shown = faces[:fits]
    left = rect.center().x() - (len(shown) * (size + 4) - 4) // 2
    top = rect.center().y() - size // 2 - (size // 4 if card.verb else 0)
    painter.setOpacity(painter.opacity() * 0.75)
    for place, face in enumerate(shown):
        painter.drawPixmap(left + place * (size + 4), top, look.circle(face, size))
    painter.setOpacity(0.28 if card.dimmed else 1.0)


def _bar(painter: QPainter, rect: QRect, progress: float, look: Look) -> None:
    ground = QRect(rect.x() + 1, rect.bottom() - 3, rect.width() - 2, 4)
    painter.fillRect(ground, faded(look.colours.stage, 0.75))
    width = round(ground.width() * min(max(progress, 0.0), 1.0))
    painter.fillRect(QRect(ground.x(), ground.y(), width, 4), look.colours.run)


def badge_of(status: ShotStatus, now: float, look: Look) -> tuple[str, QColor] | None:
    """Word and colour of the state; None for a made shot that needs no word."""
    colours = look.colours
    match status.stage:
        case Stage.DRAWING | Stage.SENDING | Stage.DOWNLOADING:
            word = stage_word(status.stage)
            shown = f"{word} {duration(now - status.since)}" if status.since else word
            return shown, colours.run
        case Stage.IN_LINE:
            return stage_word(status.stage), colours.dim
        case Stage.FAILED:
            return stage_word(status.stage), colours.bad
        case Stage.NEEDS_YOU:
            return stage_word(status.stage), colours.warn
        case Stage.MISSING:
            return stage_word(status.stage), colours.warn
        case Stage.NOT_MADE:
            return stage_word(status.stage), colours.faint
        case Stage.MADE:
            return (look.out_of_date, colours.warn) if status.out_of_date else None


def _badge(painter: QPainter, rect: QRect, card: Card, look: Look) -> None:
    found = badge_of(card.status, card.now, look)
    right = rect.right() - 6
    if card.shot.locked:
        right -= _padlock(painter, rect, look) + 4
    if found is None:
        return
    word, colour = found
    metrics = look.badge_metrics
    dot = max(7, metrics.height() // 2)
    left = rect.x() + 6
    room = right - left - dot - 18
    shown = metrics.elidedText(word, Qt.TextElideMode.ElideRight, room)
    width = dot + 18 + metrics.horizontalAdvance(shown)
    chip = QRectF(left, rect.y() + 6, min(width, right - left), metrics.height() + 5)
    look.paint_chip(painter, chip)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QRectF(chip.x() + 7, chip.center().y() - dot / 2, dot, dot))
    painter.setFont(look.badge)
    painter.setPen(look.colours.text)
    words = chip.adjusted(dot + 12, 0, 0, 0)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def _padlock(painter: QPainter, rect: QRect, look: Look) -> int:
    size = look.badge_metrics.height() + 5
    chip = QRectF(rect.right() - 6 - size, rect.y() + 6, size, size)
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
    trouble = card.status.trouble
    if trouble is None or card.status.stage not in _TELLS_WHY:
        return
    top = rect.y() + look.badge_metrics.height() + 17
    below = look.badge_metrics.height() + 22 if card.verb else 8
    box = QRect(rect.x() + 8, top, rect.width() - 16, rect.bottom() - below - top)
    line = look.meta_metrics.lineSpacing()
    if box.height() < line:
        return
    if card.picture is not None:
        painter.fillRect(box.adjusted(-4, -3, 4, 3), faded(look.colours.stage, 0.82))
    painter.setFont(look.meta)
    painter.setPen(look.colours.text)
    lines = look.wrapped(trouble_words(trouble), box.width(), box.height() // line)
    for place, words in enumerate(lines):
        painter.drawText(
            QPointF(box.x(), box.y() + place * line + look.meta_metrics.ascent()), words
        )


def _verb(painter: QPainter, rect: QRect, card: Card, look: Look) -> None:
    painter.setPen(QPen(look.colours.accent, 1))
    painter.setBrush(look.colours.accent if card.verb_hovered else faded(look.colours.stage, 0.88))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    painter.setFont(look.badge)
    painter.setPen(look.colours.on_accent if card.verb_hovered else look.colours.text)
    words = look.badge_metrics.elidedText(
        card.verb, Qt.TextElideMode.ElideRight, max(0, rect.width() - 12)
    )
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)


def _foot(painter: QPainter, rect: QRect, card: Card, look: Look) -> None:
    left, right = rect.x() + _INSET, rect.right() - _INSET
    line = rect.y() + 8 + look.title_metrics.ascent()
    painter.setPen(look.colours.text)
    painter.setFont(look.number)
    painter.drawText(left, line, card.number)
    start = left + look.number_metrics.horizontalAdvance(card.number) + 8
    painter.setFont(look.title)
    painter.drawText(start, line, look.elided(title_of(card.shot), right - start))
    line += look.title_metrics.descent() + 5 + look.meta_metrics.ascent()
    seconds = seconds_word(card.shot.duration)
    painter.setFont(look.meta)
    painter.setPen(look.colours.dim)
    painter.drawText(left, line, seconds)
    room = right - left - look.meta_metrics.horizontalAdvance(seconds) - 8
    _takes(painter, right, line, room, card.status, look)


def _takes(
    painter: QPainter, right: int, line: int, room: int, status: ShotStatus, look: Look
) -> None:
    words = takes_word(status)
    chosen = f"T{status.chosen.number} ★" if status.chosen is not None else ""
    metrics = look.meta_metrics
    if chosen and metrics.horizontalAdvance(words) > room:
        words = f"… {chosen}"
    if chosen and metrics.horizontalAdvance(words) > room:
        words = chosen
    left = right + 1 - metrics.horizontalAdvance(words)
    before, mark, after = words.partition(chosen) if len(status.takes) > 1 else (words, "", "")
    for part, colour in ((before, look.colours.dim), (mark, look.colours.text), (after, None)):
        painter.setPen(colour or look.colours.dim)
        painter.drawText(left, line, part)
        left += metrics.horizontalAdvance(part)
