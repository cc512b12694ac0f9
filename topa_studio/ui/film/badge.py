"""A card's badge: the state as a shape, and words as long as the card is wide."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from topa_studio.model.status import ShotStatus, Stage
from topa_studio.ui.film.look import Look
from topa_studio.ui.look.theme import scaled
from topa_studio.ui.words import duration, mistake_mark, place_word, stage_word

translate = QCoreApplication.translate
WORDS_FROM, LONG_FROM = 132, 150


class Shape(Enum):
    """The state without a colour or a word."""

    RING = auto()
    DISC = auto()
    HALF = auto()
    CROSS = auto()
    TRIANGLE = auto()
    SQUARE = auto()


@dataclass(frozen=True, slots=True)
class Badge:
    """A shape in its colour, and words: the longest, shorter ones, a number or ""."""

    shape: Shape
    colour: QColor
    long: str
    short: str
    number: str = ""

    def words(self, width: int) -> str:
        """What is said on a card of this width."""
        if width < scaled(WORDS_FROM):
            return self.number
        return self.long if width >= scaled(LONG_FROM) else self.short


def badge_of(status: ShotStatus, now: float, look: Look, place: int = 0) -> Badge | None:
    """The badge of a shot that is at `place` in the line; None where the picture says it all."""
    colours = look.colours
    going = _going(status, now, look, place)
    if going is not None:
        return going
    if status.mistake is not None:
        mark = mistake_mark(status.mistake)
        return Badge(Shape.SQUARE, colours.bad, mark, mark, "@?" if mark.startswith("@") else "")
    word = stage_word(status.stage)
    match status.stage:
        case Stage.FAILED:
            return Badge(Shape.CROSS, colours.bad, word, word)
        case Stage.NEEDS_YOU | Stage.MISSING:
            return Badge(Shape.TRIANGLE, colours.warn, word, word)
        case Stage.NOT_MADE:
            short = translate("ShotCard", "Not made")
            return Badge(Shape.RING, colours.dim, short, short)
        case Stage.MADE if status.undecided:
            return Badge(Shape.HALF, colours.warn, look.undecided, look.undecided, "?")
        case Stage.MADE if status.out_of_date:
            return Badge(Shape.HALF, colours.warn, look.out_of_date, look.out_of_date)
    return None


def _going(status: ShotStatus, now: float, look: Look, place: int) -> Badge | None:
    """The badge of what is being made."""
    word = stage_word(status.stage)
    run = look.colours.run
    match status.stage:
        case Stage.IN_LINE:
            at = place_word(place) if place else ""
            long = f"{word} · {at}" if at else word
            return Badge(Shape.DISC, look.colours.dim, long, word, at)
        case Stage.SENDING:
            return Badge(Shape.DISC, run, word, word)
        case Stage.DRAWING:
            gone = duration(now - status.since) if status.since else ""
            told = f"{word} {gone}".strip()
            return Badge(Shape.DISC, run, told, told, gone)
        case Stage.DOWNLOADING:
            share = f"{round(status.fetched * 100)}\N{NO-BREAK SPACE}%"
            short = translate("ShotCard", "Fetching {share}").format(share=share)
            return Badge(Shape.DISC, run, f"{word} {share}", short, share)
    return None


def paint_shape(painter: QPainter, box: QRectF, shape: Shape, colour: QColor) -> None:
    """The shape, as large as `box`."""
    line = QPen(colour, max(1.6, box.width() / 5))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    match shape:
        case Shape.DISC:
            painter.drawEllipse(box)
        case Shape.SQUARE:
            painter.drawRoundedRect(box, 2, 2)
        case Shape.TRIANGLE:
            top = QPointF(box.center().x(), box.top())
            painter.drawPolygon(QPolygonF([top, box.bottomRight(), box.bottomLeft()]))
        case Shape.CROSS:
            painter.setPen(line)
            painter.drawLine(box.topLeft(), box.bottomRight())
            painter.drawLine(box.topRight(), box.bottomLeft())
        case Shape.RING | Shape.HALF:
            inner = box.adjusted(1, 1, -1, -1)
            if shape is Shape.HALF:
                painter.drawPie(inner, 90 * 16, 180 * 16)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour, max(1.4, box.width() / 6)))
            painter.drawEllipse(inner)
