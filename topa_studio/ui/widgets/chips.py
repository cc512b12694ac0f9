"""Words and signs over pictures: what they lie on, and chips in which they stand."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from topa_studio.ui.look.icons import icon_pixmap
from topa_studio.ui.look.theme import scaled, tokens, ui_font

_ROUND = 5


def veil(alpha: float) -> QColor:
    """What words over a picture lie on."""
    ground = QColor(tokens().stage if tokens().is_dark else Qt.GlobalColor.white)
    ground.setAlphaF(alpha)
    return ground


def over_picture() -> QColor:
    """The ground of everything over a picture that is not the picture."""
    return veil(0.82 if tokens().is_dark else 0.92)


def _chip_font(*, small: bool) -> QFont:
    return ui_font(10 if small else 11, QFont.Weight.DemiBold)


def chip_size(words: str, sign: str = "", *, small: bool = False) -> QSize:
    """How large a chip with these words is."""
    metrics = QFontMetrics(_chip_font(small=small))
    wide = metrics.horizontalAdvance(words) + (8 if small else 12)
    return QSize(wide + (scaled(11) + 5 if sign else 0), metrics.height() + (2 if small else 5))


def paint_chip(
    painter: QPainter,
    place: QPointF,
    words: str,
    ink: QColor,
    sign: str = "",
    ratio: float = 1.0,
    *,
    small: bool = False,
) -> None:
    """Words on a ground of their own, with an orange sign before them where there is one."""
    size = chip_size(words, sign, small=small)
    box = QRectF(place, size)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(over_picture())
    painter.drawRoundedRect(box, 3 if small else _ROUND, 3 if small else _ROUND)
    inner = box.adjusted(4 if small else 6, 0, 0, 0)
    if sign:
        px = scaled(11)
        pixmap = icon_pixmap(sign, px, tokens().accent, ratio)
        painter.drawPixmap(QPointF(inner.x(), box.center().y() - px / 2), pixmap)
        inner.setLeft(inner.x() + px + 5)
    painter.setFont(_chip_font(small=small))
    painter.setPen(ink)
    painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter), words)
