"""Icons are our own SVG outlines, painted in whatever colour the look asks for."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from topa_studio.base.resources import resource
from topa_studio.ui.look.theme import tokens

_INK = b"#000"
_RATIOS = (1.0, 2.0)


@lru_cache(maxsize=64)
def _outline(name: str) -> bytes:
    return resource("icons", f"{name}.svg").read_bytes()


def icon_pixmap(name: str, px: int, colour: QColor | None = None, ratio: float = 1.0) -> QPixmap:
    """An icon as a picture of `px` by `px` points; `ratio` is the screen's pixels a point."""
    ink = (colour or tokens().text).name()
    known = f"topa-icon {name} {px} {ink} {ratio}"
    pixmap = QPixmap()
    if QPixmapCache.find(known, pixmap):
        return pixmap
    renderer = QSvgRenderer(QByteArray(_outline(name).replace(_INK, ink.encode())))
    pixmap = QPixmap(QSize(px, px) * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, px * ratio, px * ratio))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    QPixmapCache.insert(known, pixmap)
    return pixmap


def icon_before(name: str, px: int, after: int) -> QIcon:
    """An icon for a button with words, `after` points away from these besides Qt's own few."""
    bare, made = icon(name, px=px), QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
        for ratio in _RATIOS:
            wide = QPixmap(QSize(px + after, px) * ratio)
            wide.setDevicePixelRatio(ratio)
            wide.fill(Qt.GlobalColor.transparent)
            painter = QPainter(wide)
            painter.drawPixmap(0, 0, bare.pixmap(QSize(px, px), ratio, mode))
            painter.end()
            made.addPixmap(wide, mode)
    return made


def icon(name: str, colour: QColor | None = None, px: int = 16) -> QIcon:
    """An icon (a file of resources/icons without its ending) in `colour`, else that of words."""
    made = QIcon()
    for ratio in _RATIOS:
        made.addPixmap(icon_pixmap(name, px, colour, ratio))
        faded = icon_pixmap(name, px, tokens().faint, ratio)
        made.addPixmap(faded, QIcon.Mode.Disabled)
    return made
