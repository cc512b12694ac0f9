"""The new film's one empty shot as its slate, in the format that is chosen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from topa_studio.paint.slate import draw_slate

_ROUND = 11.0


class FirstShot(QWidget):
    """As large as fits, its proportions kept."""

    def __init__(self) -> None:
        super().__init__()
        self._ratio = "16:9"
        self._slate: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("The first shot"))

    def set_ratio(self, ratio: str) -> None:
        """Show it in another format."""
        self._ratio, self._slate = ratio, None
        self.update()

    def minimumSizeHint(self) -> QSize:
        """It gives way to everything else."""
        return QSize(120, 80)

    def shot_rect(self) -> QRectF:
        """Where the slate is."""
        wide, _, high = self._ratio.partition(":")
        size = QSizeF(int(wide), int(high)).scaled(
            QSizeF(self.size()), Qt.AspectRatioMode.KeepAspectRatio
        )
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        # Where there is room to spare, it lies near its heading.
        return QRectF(left, min(top, 24.0), size.width(), size.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The slate with round corners."""
        rect = self.shot_rect()
        size = (rect.size() * self.devicePixelRatioF()).toSize()
        if self._slate is None or self._slate.size() != size:
            pixels = (max(2, size.width()), max(2, size.height()))
            self._slate = draw_slate(pixels, "1.1", "", (self.tr("Say what happens"),))
        with QPainter(self) as painter:
            painter.setRenderHints(
                QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
            )
            shape = QPainterPath()
            shape.addRoundedRect(rect, _ROUND, _ROUND)
            painter.setClipPath(shape)
            painter.drawImage(rect, self._slate)
