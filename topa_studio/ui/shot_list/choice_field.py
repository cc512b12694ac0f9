"""A list over its cell of what can be chosen: quality, sound, what a shot starts from."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from topa_studio.ui.look.theme import scaled, set_role
from topa_studio.ui.shot_list.cell_field import put_away

_DATA = Qt.ItemDataRole.UserRole
_AROUND = 12


class ChoiceField:
    """Arrows go through the list, Enter or a press takes one; `taken` is called then."""

    def __init__(self, inside: QWidget, says: str, taken: Callable[[], None]) -> None:
        self.list = QListWidget(inside)
        self.list.setAccessibleName(says)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_role(self.list, "popup")
        self.list.itemClicked.connect(lambda _item: taken())

    def offer(self, choices: Sequence[tuple[str, str]], value: str) -> None:
        """Offer words with their values, and stand on one; one that is not offered is one more."""
        known = [said for _, said in choices]
        shown = choices if value in known else [*choices, (value.rpartition("/")[2], value)]
        for words, said in shown:
            item = QListWidgetItem(words)
            item.setData(_DATA, said)
            self.list.addItem(item)
        self.show_value(value)

    def widget(self) -> QWidget:
        """The list."""
        return self.list

    def typed(self) -> QWidget:
        """The list."""
        return self.list

    def takes(self, _event: QKeyEvent) -> bool:
        """It needs none of the keys that leave it."""
        return False

    def value(self) -> object:
        """What the list stands on."""
        item = self.list.currentItem()
        return None if item is None else item.data(_DATA)

    def so_far(self) -> object:
        """The same: nothing is composed in it."""
        return self.value()

    def show_value(self, value: object) -> None:
        """Stand on what the film says."""
        for row in range(self.list.count()):
            if self.list.item(row).data(_DATA) == value:
                self.list.setCurrentRow(row)

    def begin(self, *, replaces: bool) -> None:
        """Take the keyboard."""
        del replaces
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self, cell: QRect, room: QRect) -> None:
        """Under the top of the cell, as wide as its words."""
        high = sum(self.list.sizeHintForRow(r) for r in range(self.list.count())) + _AROUND
        wide = max(cell.width(), self.list.sizeHintForColumn(0) + scaled(24))
        wide, high = min(wide, room.width()), min(high, room.height())
        left = max(room.x(), min(cell.x(), room.right() + 1 - wide))
        top = max(room.y(), min(cell.y(), room.bottom() + 1 - high))
        self.list.setGeometry(left, top, wide, high)

    def put_away(self) -> None:
        """Go for good."""
        put_away(self.list)

    def refuses(self) -> bool:
        """What is offered can be."""
        return False
