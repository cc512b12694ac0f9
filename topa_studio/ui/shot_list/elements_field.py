"""The elements of a shot over their cell: chips, and a line with the list of those that fit."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QListWidgetItem, QWidget

from topa_studio.ui.look.theme import scaled, set_role
from topa_studio.ui.shot_list.cell_field import put_away
from topa_studio.ui.shot_list.chips import Chip, chip_width, paint_chip
from topa_studio.ui.shot_list.look import ListLook
from topa_studio.ui.widgets.parts import text_label
from topa_studio.ui.writing.likeness import ranked

_DATA = Qt.ItemDataRole.UserRole
_GAP, _INSET, _LEAST, _ROWS = 6, 8, 60, 8
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class ElementsField(QFrame):
    """Letters narrow the list, Enter takes a name of it, Backspace takes the last chip away.

    `chips_of` makes chips of names; `known` are all elements, `lasting` those that the words of the
    shot mention, so that no list can take them away.
    """

    def __init__(
        self,
        inside: QWidget,
        says: str,
        look: ListLook,
        chips_of: Callable[[tuple[str, ...]], list[Chip]],
        known: Sequence[str],
        lasting: Sequence[str],
    ) -> None:
        super().__init__(inside)
        set_role(self, "cell")
        self._look, self._chips_of = look, chips_of
        self._known, self._lasting = tuple(known), frozenset(lasting)
        self.names: tuple[str, ...] = ()
        self.line = QLineEdit(self)
        self.line.setAccessibleName(says)
        self.line.textEdited.connect(lambda _text: self._offer())
        self.line.installEventFilter(self)
        self.list = QListWidget(inside)
        # A press on a chip or in the list leaves the keyboard in the line.
        for part in (self, self.list):
            part.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            part.setFocusProxy(self.line)
        self.list.setAccessibleName(self.tr("Elements that fit"))
        self.list.setIconSize(QSize(scaled(28), scaled(20)))
        set_role(self.list, "popup")
        self.list.itemClicked.connect(lambda _item: self._take())
        self.list.hide()
        self.reason: QLabel = text_label("", "reason")
        self.reason.setParent(inside)
        self.reason.hide()
        self._room = QRect()

    def widget(self) -> QWidget:
        """The frame."""
        return self

    def typed(self) -> QWidget:
        """The line behind the chips."""
        return self.line

    def takes(self, event: QKeyEvent) -> bool:
        """Enter, Tab and Esc are the list's where something was typed."""
        if self.list.isHidden() or not self.line.text():
            return False
        return event.key() in (*_ENTER, Qt.Key.Key_Escape)

    def value(self) -> object:
        """Names in their order; letters that are no name yet are none."""
        return self.names

    def so_far(self) -> object:
        """The same: nothing is composed in it."""
        return self.value()

    def show_value(self, value: object) -> None:
        """Show the film's."""
        if isinstance(value, tuple):
            self.names = value
            self._lie()

    def begin(self, *, replaces: bool) -> None:
        """Take the keyboard, and offer all that are not in it yet."""
        del replaces
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._offer()

    def place(self, cell: QRect, room: QRect) -> None:
        """Over the cell, in as many lines as its chips need."""
        self._room = room
        wide = max(cell.width(), scaled(196))
        left = min(cell.x(), room.right() + 1 - wide)
        self.setGeometry(left, cell.y() + 2, wide, cell.height() - 5)
        self._lie()

    def put_away(self) -> None:
        """Go for good."""
        put_away(self, self.list, self.reason)

    def refuses(self) -> bool:
        """Letters that are no name are refused: nobody is called so."""
        begun = self.line.text().strip().lstrip("@")
        if begun and begun not in self._known:
            self._tell(self.tr("No element is called {name}.").format(name=begun))
            return True
        if begun:
            self._add(begun)
        return False

    # Where its parts lie.

    def _chip_places(self) -> list[QRect]:
        left, top, places = _INSET, _INSET - 2, []
        high = self._look.badge_metrics.height() + 6
        for name in self.names:
            wide = min(chip_width(name, self._look), self.width() - 2 * _INSET)
            if left + wide > self.width() - _INSET:
                left, top = _INSET, top + high + 4
            places.append(QRect(left, top, wide, high))
            left += wide + _GAP
        return places

    def _lie(self) -> None:
        places, high = self._chip_places(), self._look.badge_metrics.height() + 6
        left, top = _INSET, _INSET - 2
        if places:
            left, top = places[-1].right() + _GAP, places[-1].y()
        if left + scaled(_LEAST) > self.width() - _INSET:
            left, top = _INSET, top + high + 4
        self.line.setGeometry(left, top, self.width() - left - _INSET, high)
        needed = top + high + _INSET - 2
        rect = self.geometry()
        rect.setHeight(max(rect.height(), needed))
        if self._room.height() and rect.bottom() > self._room.bottom():
            rect.moveBottom(self._room.bottom())
        if rect != self.geometry():
            self.setGeometry(rect)
        self._place_list()
        self.update()

    def _place_list(self) -> None:
        if self.list.isHidden():
            return
        rows = range(min(_ROWS, self.list.count()))
        high = sum(self.list.sizeHintForRow(row) for row in rows) + 12
        wide = max(self.width(), scaled(180))
        top = self.geometry().bottom() + 4
        if top + high > self._room.bottom() and self.y() - 4 - high >= self._room.y():
            top = self.y() - 4 - high
        high = min(high, max(scaled(60), self._room.bottom() - top))
        self.list.setGeometry(min(self.x(), self._room.right() + 1 - wide), top, wide, high)
        self.list.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chips on the frame."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            chips = self._chips_of(self.names)
            for place, chip in zip(self._chip_places(), chips, strict=False):
                paint_chip(painter, place, chip, self._look)

    # Keys.

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The arrows go through the list; Backspace before the first letter takes a chip."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        key = event.key()
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(key))
        if step is not None and not self.list.isHidden():
            count = self.list.count()
            self.list.setCurrentRow((self.list.currentRow() + step) % max(1, count))
            return True
        if key == Qt.Key.Key_Backspace and not self.line.text():
            self._take_away()
            return True
        if self.takes(event):
            if key == Qt.Key.Key_Escape:
                self.line.clear()
                self._offer()
            else:
                self._take()
            return True
        return False

    def _take_away(self) -> None:
        if not self.names:
            return
        last = self.names[-1]
        if last in self._lasting:
            self._tell(self.tr("@{name} stands in the words of the shot.").format(name=last))
            return
        self.names = self.names[:-1]
        self._offer()
        self._lie()

    def _take(self) -> None:
        item = self.list.currentItem() or self.list.item(0)
        if item is not None:
            self._add(item.data(_DATA))

    def _add(self, name: str) -> None:
        self.names = tuple(dict.fromkeys((*self.names, name)))
        self.line.clear()
        self._offer()
        self._lie()

    def _offer(self) -> None:
        """Offer those that fit what is typed and are not here yet."""
        self.reason.hide()
        begun = self.line.text().strip().lstrip("@")
        free = [name for name in self._known if name not in self.names]
        found = ranked(free, begun)
        self.list.clear()
        for chip in self._chips_of(tuple(found)):
            item = QListWidgetItem(_sign(chip), f"@{chip.name}")
            item.setData(_DATA, chip.name)
            self.list.addItem(item)
        self.list.setCurrentRow(0 if begun else -1)
        self.list.setVisible(bool(found))
        self._place_list()

    def _tell(self, words: str) -> None:
        self.reason.setText(words)
        self.reason.adjustSize()
        left = max(0, min(self.x(), self._room.right() + 1 - self.reason.width()))
        above = self.y() - self.reason.height() - 4
        self.reason.move(left, above if above >= 0 else self.geometry().bottom() + 4)
        self.reason.show()
        self.reason.raise_()


def _sign(chip: Chip) -> QIcon:
    if chip.picture is not None:
        return QIcon(chip.picture)
    swatch = QPixmap(scaled(14), scaled(14))
    swatch.fill(chip.colour)
    return QIcon(swatch)
