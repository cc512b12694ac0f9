"""Two or four pictures side by side, or two in one place with a line under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from topa_studio.ui.compare.choosing import FOUR
from topa_studio.ui.compare.side import Side
from topa_studio.ui.reel.glass import Glass

_SETTLE_MS = 120


class Board(QWidget):
    """The sides in their places.

    Signals:
        resized: pictures need another size.
    """

    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sides = tuple(Side() for _ in range(FOUR))
        self.wipe = Glass()
        self.wipe.split = 0.5
        self.wipe.pointed.connect(self._split)
        self._count, self._wiping = 0, False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 10, 12, 4)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(2)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self.resized)
        for side in self.sides:
            side.glass.setParent(self)
            side.setParent(self)
        self.wipe.setParent(self)
        self.arrange(2, wiping=False)

    def arrange(self, count: int, *, wiping: bool) -> None:
        """Show so many sides; `wiping`: the first two in one place."""
        if (count, wiping) == (self._count, self._wiping):
            return
        self._count, self._wiping = count, wiping
        while self._grid.count():
            self._grid.takeAt(0)
        for place, side in enumerate(self.sides):
            row, column = place // 2 * 2, place % 2
            shown = place < count
            side.setVisible(shown)
            side.glass.setVisible(shown and not wiping)
            self._grid.setRowStretch(row, 1 if 2 * (place // 2) < count else 0)
            if shown:
                self._grid.addWidget(side.glass, row, column)
                self._grid.addWidget(side, row + 1, column)
        self.wipe.setVisible(wiping)
        if wiping:
            self._grid.addWidget(self.wipe, 0, 0, 1, 2)
        self._fit()

    def _fit(self) -> None:
        """No picture has more height than its width can fill."""
        half = (self.width() - 30) // 2
        for side in self.sides:
            side.glass.setMaximumHeight(side.glass.heightForWidth(half))
        self.wipe.setMaximumHeight(self.wipe.heightForWidth(self.width() - 24))
        picture = (self.wipe if self._wiping else self.sides[0].glass).maximumHeight()
        below = max(side.sizeHint().height() for side in self.sides[: self._count])
        row = picture + below + 2
        self.setMaximumHeight(-(-self._count // 2) * row + 20)
        self._settle.start()

    def show_notes(self, *, shown: bool) -> None:
        """Each side has a line for its note, where one of them has a note."""
        sides = self.sides[: self._count]
        some = shown and any(side.note.text() for side in sides)
        for side in self.sides:
            side.note.setVisible(some)
        self._fit()

    def set_ratio(self, ratio: float) -> None:
        """The film's shape."""
        for glass in (*(side.glass for side in self.sides), self.wipe):
            glass.ratio = ratio
        self._fit()

    def size_of(self) -> tuple[int, int]:
        """Pixels of one picture."""
        return (self.wipe if self._wiping else self.sides[0].glass).wanted_size()

    def show_picture(self, place: int, picture: QImage) -> None:
        """A frame of a side."""
        self.sides[place].glass.show_picture(picture)
        if place == 0:
            self.wipe.show_picture(picture)
        elif place == 1:
            self.wipe.show_over(picture)

    def tell_wipe(self) -> None:
        """The words of both sides over the one picture."""
        first, second = self.sides[0].glass, self.sides[1].glass
        missing = first.missing or second.missing
        self.wipe.tell(first.left, second.left, missing=missing)

    def _split(self, share: float) -> None:
        self.wipe.split = share
        self.wipe.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures follow once the size rests."""
        super().resizeEvent(event)
        self._fit()

    def side_at(self, screen: QPoint) -> int | None:
        """The side under a place on the screen."""
        at = self.mapFromGlobal(screen)
        for place, side in enumerate(self.sides[: self._count]):
            if side.glass.geometry().united(side.geometry()).contains(at):
                return place
        return None
