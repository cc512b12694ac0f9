"""Widgets one after another, on as many lines as they need."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget


def flowed(sizes: Sequence[QSize], width: int, gap: int) -> list[QRect]:
    """Where each lies in a column so wide; one that is wider than that is as wide as it."""
    places: list[QRect] = []
    x = y = high = 0
    for size in sizes:
        wide = min(size.width(), width)
        if x and x + wide > width:
            x, y, high = 0, y + high + gap, 0
        places.append(QRect(x, y, wide, size.height()))
        x, high = x + wide + gap, max(high, size.height())
    return places


class Flow(QLayout):
    """Lays out its widgets as words of a paragraph."""

    def __init__(self, parent: QWidget | None = None, gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """One more at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, place: int) -> QLayoutItem | None:
        """The one at this place, None where there is none."""
        return self._items[place] if 0 <= place < len(self._items) else None

    def takeAt(self, place: int) -> QLayoutItem | None:
        """Take one out."""
        return self._items.pop(place) if 0 <= place < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """None: it is as high as its lines."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high its lines are together."""
        places = self._places(width)
        return max((place.bottom() + 1 for place in places), default=0)

    def setGeometry(self, rect: QRect) -> None:
        """Put each in its place."""
        super().setGeometry(rect)
        for item, place in zip(self._items, self._places(rect.width()), strict=True):
            item.setGeometry(place.translated(rect.topLeft()))

    def sizeHint(self) -> QSize:
        """The least there is."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """As high as one of them; their words can be shortened."""
        return QSize(0, max((item.minimumSize().height() for item in self._items), default=0))

    def _places(self, width: int) -> list[QRect]:
        return flowed([item.sizeHint() for item in self._items], width, self._gap)


def flowing(gap: int = 6) -> tuple[QWidget, Flow]:
    """A widget whose height follows its width, and the layout in it."""
    made = QWidget()
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    return made, Flow(made, gap)
