"""Fonts, colours and ready-made pixmaps of the timeline, made once for each theme and text size."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPixmap,
    QTextLayout,
)

from topa_studio.ui.look.theme import mix, scaled, tokens, ui_font

RADIUS = 8.0
_NO_PICTURE = 0  # no cache key of a picture
_COVERS = 120
# Parts of cards that are painted once: few sizes are in sight together.
_PARTS, _WIDE = 48, 800
_WORDS = 600
K = TypeVar("K")
V = TypeVar("V")


def top_rounded(rect: QRectF) -> QPainterPath:
    """A rectangle whose upper corners are those of a card."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(rect, RADIUS, RADIUS)
    path.addRect(rect.adjusted(0, RADIUS, 0, 0))
    return path


def faded(colour: QColor, alpha: float) -> QColor:
    """`colour` with an opacity of 0..1."""
    made = QColor(colour)
    made.setAlphaF(alpha)
    return made


class Look:
    """Everything a card is painted with; make a new one when `theme_signals().changed` fires.

    Attributes:
        foot: height of the words under a card's picture, in pixels.
        head: height of a scene's heading; `face`: diameter of an element's picture.
        ratio: device pixels a pixel. short: the words are one line instead of two.
    """

    def __init__(self, ratio: float = 1.0, *, short: bool = False) -> None:
        self.ratio = ratio
        self.short = short
        self.colours = tokens()
        self.hover = mix(self.colours.raised, self.colours.text, 0.05)
        self.title = ui_font(13, QFont.Weight.Medium)
        self.number = ui_font(13, QFont.Weight.Medium)
        self.meta = ui_font(12)
        self.badge = ui_font(11, QFont.Weight.DemiBold)
        self.heading = ui_font(13, QFont.Weight.DemiBold)
        self.title_metrics = QFontMetrics(self.title)
        self.number_metrics = QFontMetrics(self.number)
        self.meta_metrics = QFontMetrics(self.meta)
        self.badge_metrics = QFontMetrics(self.badge)
        self.heading_metrics = QFontMetrics(self.heading)
        self.foot = self.title_metrics.height() + 14
        if not short:
            self.foot += self.meta_metrics.height() + 8
        self.head = self.heading_metrics.height() + 18
        self.face = scaled(38)
        self.stripes = self._stripes()
        self.out_of_date = QCoreApplication.translate("ShotCard", "Out of date")
        self.undecided = QCoreApplication.translate("ShotCard", "Out of date?")
        self._covers: OrderedDict[tuple[int, int, int], QPixmap] = OrderedDict()
        self._circles: OrderedDict[tuple[int, int], QPixmap] = OrderedDict()
        self._painted: OrderedDict[Hashable, QPixmap] = OrderedDict()
        self._elided: OrderedDict[tuple[str, int], str] = OrderedDict()
        self._wrapped: OrderedDict[tuple[str, int, int], tuple[str, ...]] = OrderedDict()

    def elided(self, title: str, width: int) -> str:
        """`title` as far as it fits."""
        return _kept(
            self._elided,
            (title, width),
            _WORDS,
            lambda: self.title_metrics.elidedText(title, Qt.TextElideMode.ElideRight, width),
        )

    def wrapped(self, text: str, width: int, lines: int) -> tuple[str, ...]:
        """`text` broken at words into at most `lines` lines, the last one elided."""
        return _kept(
            self._wrapped, (text, width, lines), _WORDS, lambda: self._wrap(text, width, lines)
        )

    def _wrap(self, text: str, width: int, lines: int) -> tuple[str, ...]:
        layout = QTextLayout(text, self.meta)
        layout.beginLayout()
        parts: list[str] = []
        while len(parts) < lines:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            rest = text[line.textStart() :] if len(parts) == lines - 1 else ""
            part = text[line.textStart() : line.textStart() + line.textLength()]
            parts.append(rest or part)
        layout.endLayout()
        mode = Qt.TextElideMode.ElideRight
        return tuple(self.meta_metrics.elidedText(part.strip(), mode, width) for part in parts)

    def cover(self, picture: QPixmap, size: QSize) -> QPixmap:
        """`picture` cut to fill `size`, its upper corners rounded like a card's."""
        key = (picture.cacheKey(), size.width(), size.height())
        return _kept(self._covers, key, _COVERS, lambda: _covered(picture, size, self.ratio))

    def striped(self, size: QSize) -> QPixmap:
        """What stands where a card has no picture, its upper corners rounded."""
        key = (_NO_PICTURE, size.width(), size.height())
        return _kept(self._covers, key, _COVERS, lambda: self._striped(size))

    def _striped(self, size: QSize) -> QPixmap:
        def paint(painter: QPainter) -> None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.stripes)
            painter.drawPath(top_rounded(QRectF(0, 0, size.width(), size.height())))

        return self._drawn(size, paint)

    def paint(
        self,
        painter: QPainter,
        place: QRect,
        kind: Hashable,
        draw: Callable[[QPainter], None],
    ) -> None:
        """Paint what `draw` draws into the size of `place`: once for all cards that have it."""
        size = place.size()
        if size.width() > _WIDE:
            painter.translate(place.topLeft())
            draw(painter)
            painter.translate(-place.topLeft())
            return
        key = kind, size.width(), size.height()
        made = _kept(self._painted, key, _PARTS, lambda: self._drawn(size, draw))
        painter.drawPixmap(place.topLeft(), made)

    def _drawn(self, size: QSize, draw: Callable[[QPainter], None]) -> QPixmap:
        made = QPixmap(size * self.ratio)
        made.setDevicePixelRatio(self.ratio)
        made.fill(Qt.GlobalColor.transparent)
        with QPainter(made) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw(painter)
        return made

    def circle(self, picture: QPixmap, size: int) -> QPixmap:
        """`picture` as a round portrait."""
        return _kept(
            self._circles,
            (picture.cacheKey(), size),
            _COVERS,
            lambda: _round(picture, size, self.ratio),
        )

    def paint_chip(self, painter: QPainter, rect: QRectF) -> None:
        """The ground of words that lie on a picture."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faded(self.colours.stage, 0.78 if self.colours.is_dark else 0.9))
        painter.drawRoundedRect(rect, 5, 5)

    def _stripes(self) -> QBrush:
        tile = QPixmap(32, 32)
        tile.fill(mix(self.colours.bg, self.colours.panel, 0.35))
        painter = QPainter(tile)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mix(self.colours.panel, self.colours.raised, 0.35))
        for left in (-32, 0, 32):
            path = QPainterPath()
            path.moveTo(left, 32)
            path.lineTo(left + 16, 32)
            path.lineTo(left + 48, 0)
            path.lineTo(left + 32, 0)
            path.closeSubpath()
            painter.drawPath(path)
        painter.end()
        return QBrush(tile)


def _kept(store: OrderedDict[K, V], key: K, most: int, make: Callable[[], V]) -> V:
    found = store.get(key)
    if found is None:
        found = store[key] = make()
        while len(store) > most:
            store.popitem(last=False)
    else:
        store.move_to_end(key)
    return found


def _fill(picture: QPixmap, target: QRectF, painter: QPainter) -> None:
    """Draw the middle of `picture` so that it fills `target` without distortion."""
    scale = max(target.width() / picture.width(), target.height() / picture.height())
    width, height = target.width() / scale, target.height() / scale
    source = QRectF((picture.width() - width) / 2, (picture.height() - height) / 2, width, height)
    painter.drawPixmap(target, picture, source)


def _masked(size: QSize, shape: QPainterPath, picture: QPixmap, ratio: float) -> QPixmap:
    made = QPixmap(size * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.black)
    painter.drawPath(shape)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    _fill(picture, QRectF(0, 0, size.width(), size.height()), painter)
    painter.end()
    return made


def _covered(picture: QPixmap, size: QSize, ratio: float) -> QPixmap:
    return _masked(size, top_rounded(QRectF(0, 0, size.width(), size.height())), picture, ratio)


def _round(picture: QPixmap, size: int, ratio: float) -> QPixmap:
    shape = QPainterPath()
    shape.addEllipse(0, 0, size, size)
    return _masked(QSize(size, size), shape, picture, ratio)
