"""The ground that rows are painted on: what was painted once is put there again as it was."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QHideEvent, QPainter, QPixmap, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget


class Sheet(QWidget):
    """A viewport that keeps a picture of itself.

    Qt paints all of a viewport that is scrolled while anything lies over a part of it, a note or a
    message. What `update` was not called for since it was painted is taken from the picture.
    """

    def __init__(self) -> None:
        super().__init__()
        self._kept = QPixmap()
        self._old = QRegion()

    def update(self, *where: object) -> None:
        """Paint this anew: all, or a rectangle or region of it."""
        match where:
            case (QRect() | QRegion() as part,):
                self._old += QRegion(part)
            case _:
                self._old = QRegion(self.rect())
        super().update(*where)

    def move_down(self, down: int) -> None:
        """Move what was painted by so many pixels; only what comes into sight is painted anew."""
        if not self._kept.isNull():
            ratio = round(self._kept.devicePixelRatio())
            self._kept.scroll(0, down * ratio, self._kept.rect())
        self._old.translate(0, down)
        self._old += QRegion(self.rect()) - QRegion(self.rect().translated(0, down))
        self.scroll(0, down)

    def ground(self, region: QRegion) -> tuple[QWidget | QPixmap, QRegion]:
        """What to paint on, and which part of it, so that `show` can put `region` on the screen."""
        ratio = self.devicePixelRatioF()
        if ratio != round(ratio):  # a picture would not lie on whole pixels
            self._kept = QPixmap()
            return self, region
        size = self.size() * round(ratio)
        if self._kept.size() != size:
            self._kept = QPixmap(size)
            self._kept.setDevicePixelRatio(ratio)
            self._old = QRegion(self.rect())
        due = self._old & region
        self._old -= region
        return self._kept, due

    def show_kept(self, region: QRegion) -> None:
        """Put what is kept of a part on the screen; nothing where nothing is kept."""
        if self._kept.isNull():
            return
        with QPainter(self) as painter:
            painter.setClipRegion(region)
            painter.drawPixmap(0, 0, self._kept)

    def forget(self) -> None:
        """What is painted from now on looks otherwise."""
        self._old = QRegion(self.rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Nothing is where it was."""
        super().resizeEvent(event)
        self.forget()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees it: it takes no room."""
        super().hideEvent(event)
        self._kept = QPixmap()
        self.forget()
