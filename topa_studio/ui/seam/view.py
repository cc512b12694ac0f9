"""The two pictures of a seam: side by side, over each other, or by turns in one place."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from topa_studio.ui.reel.glass import Glass

SIDE, OVER, FLIP = "side", "over", "flip"
_SETTLE_MS = 120
_STEP = 0.1


class SeamView(QWidget):
    """Shows the last frame of A and the first of B, or the film that plays over the cut.

    Signals:
        resized: pictures need another size.
    """

    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.left, self.right, self.single = Glass(), Glass(), Glass()
        self.way = SIDE
        self.mixed = 0.5
        self.shows_second = False
        self._still = {"left": QImage(), "right": QImage()}
        self._small = {"left": QImage(), "right": QImage()}
        self._plays: bool | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 2)
        row.setSpacing(6)
        for glass in (self.left, self.right, self.single):
            row.addWidget(glass, 1)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self.resized)
        self.set_way(SIDE)

    def set_way(self, way: str) -> None:
        """Another way to show both."""
        self.way = way
        self.left.setVisible(way == SIDE)
        self.right.setVisible(way == SIDE)
        self.single.setVisible(way != SIDE)
        self.rest()
        self._fit()

    def _fit(self) -> None:
        """No more height than its pictures can fill."""
        wide = self.width() - 24
        one = self.single.heightForWidth(wide)
        high = one if self.way != SIDE else self.left.heightForWidth((wide - 6) // 2)
        self.setMaximumHeight(max(90, high + 12))
        self._settle.start()

    def set_ratio(self, ratio: float) -> None:
        """The film's shape."""
        for glass in (self.left, self.right, self.single):
            glass.ratio = ratio
        self._fit()

    def size_of(self) -> tuple[int, int]:
        """Pixels of one picture."""
        return (self.left if self.way == SIDE else self.single).wanted_size()

    def tell(self, before: tuple[str, str], after: tuple[str, str]) -> None:
        """Words over both: what it is, and which frame."""
        self.left.tell(*before)
        self.right.tell(*after)
        self.rest()

    def clear(self) -> None:
        """Another seam."""
        self._still = {"left": QImage(), "right": QImage()}
        self._small = {"left": QImage(), "right": QImage()}
        self.rest()

    def still(self, side: str) -> QImage:
        """What stands on "left" or "right" while nothing plays."""
        return self._still[side]

    def show_small(self, side: str, picture: QPixmap | None) -> None:
        """What stands on "left" or "right" until its frame has been read."""
        if self._still[side].isNull() and picture is not None and not picture.isNull():
            self._small[side] = _framed(picture, self.left.ratio)
            if self._plays is None:
                self.rest()

    def _seen(self, side: str) -> QImage:
        return self._small[side] if self._still[side].isNull() else self._still[side]

    def show_still(self, side: str, picture: QImage) -> None:
        """The frame at the cut."""
        self._still[side] = picture
        if self._plays is None:
            self.rest()

    def flip(self) -> None:
        """The other picture in the same place."""
        self.shows_second = not self.shows_second
        self.rest()

    def mix(self, step: int) -> None:
        """See more of B (1) or of A (-1)."""
        self.mixed = round(min(1.0, max(0.0, self.mixed + step * _STEP)), 2)
        self.rest()

    def show_film(self, picture: QImage, *, second: bool) -> None:
        """A frame of the film that plays, before or behind the cut."""
        side = self.right if second else self.left
        if second != self._plays:
            self.single.tell(side.left, "")
        self._plays = second
        self.single.show_over(QImage())
        self.single.show_picture(picture)
        side.show_picture(picture)

    def rest(self) -> None:
        """Nothing plays: both frames at the cut."""
        self._plays = None
        left, right = self._seen("left"), self._seen("right")
        self.left.show_picture(left)
        self.right.show_picture(right)
        single = self.single
        single.split, single.mixed = None, self.mixed
        if self.way == OVER:
            single.show_picture(left)
            single.show_over(right)
            single.tell(self.left.left, self.right.left)
        else:
            second = self.shows_second
            single.show_picture(right if second else left)
            single.show_over(QImage())
            side = self.right if second else self.left
            single.tell(side.left, side.right)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures follow once the size rests."""
        super().resizeEvent(event)
        self._fit()


def _framed(picture: QPixmap, ratio: float) -> QImage:
    """A small picture in the film's shape, black where it leaves some of it free."""
    whole = QSize(picture.width(), max(1, round(picture.width() / ratio)))
    made = QImage(whole, QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.black)
    place = QRectF(made.rect())
    size = picture.size().scaled(whole, Qt.AspectRatioMode.KeepAspectRatio)
    inner = QRectF(0, 0, size.width(), size.height())
    inner.moveCenter(place.center())
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(inner, picture, QRectF(picture.rect()))
    painter.end()
    return made
