"""Fields over cells of words: a line for the title, a well over the rows below for the rest."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from topa_studio.ui.look.theme import scaled
from topa_studio.ui.shot_list.cell_field import put_away
from topa_studio.ui.writing.fields import TextBox, TextLine
from topa_studio.ui.writing.prompt import PromptEditor

_LEAST, _LINES, _AROUND = 104, 8, 18
_NARROWEST = 220


class LineField:
    """One line over its cell; `rested` is called when words were typed and the hand rests."""

    def __init__(self, inside: QWidget, says: str, rested: Callable[[], None]) -> None:
        self.line = TextLine(says, role="in-place")
        self.line.setParent(inside)
        self.line.committed.connect(lambda _words: rested())

    def widget(self) -> QWidget:
        """The line."""
        return self.line

    def typed(self) -> QWidget:
        """The line."""
        return self.line

    def takes(self, _event: QKeyEvent) -> bool:
        """It needs none of the keys that leave it."""
        return False

    def value(self) -> object:
        """Its words."""
        self.line.flush()
        return self.line.words()

    def so_far(self) -> object:
        """Its words without what is composed."""
        return self.line.words()

    def show_value(self, value: object) -> None:
        """Show the film's words."""
        self.line.show_value(str(value))
        if self.line.hasFocus():
            self.line.end(False)

    def begin(self, *, replaces: bool) -> None:
        """The cursor stands behind the last letter, or all is chosen."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.end(False)
        if replaces:
            self.line.selectAll()

    def place(self, cell: QRect, _room: QRect) -> None:
        """In the middle of the cell."""
        high = max(self.line.sizeHint().height(), scaled(28))
        top = cell.center().y() - high // 2
        self.line.setGeometry(cell.x() + 3, top, cell.width() - 6, high)

    def put_away(self) -> None:
        """Go for good."""
        put_away(self.line)

    def refuses(self) -> bool:
        """Any title can be."""
        return False


class WellField:
    """Several lines as wide as the cell, over the rows below; `rested` as in `LineField`."""

    def __init__(self, inside: QWidget, box: TextBox, rested: Callable[[], None]) -> None:
        self.box = box
        box.setParent(inside)
        box.committed.connect(lambda _words: rested())
        box.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._cell, self._room = QRect(), QRect()
        box.document().documentLayout().documentSizeChanged.connect(lambda _size: self._lie())

    def widget(self) -> QWidget:
        """The box."""
        return self.box

    def typed(self) -> QWidget:
        """The box."""
        return self.box

    def takes(self, _event: QKeyEvent) -> bool:
        """The list of mentions needs Enter, Tab and Esc while it is open."""
        return isinstance(self.box, PromptEditor) and self.box.offers

    def value(self) -> object:
        """Its words."""
        self.box.flush()
        return self.box.words()

    def so_far(self) -> object:
        """Its words without what is composed."""
        return self.box.words()

    def show_value(self, value: object) -> None:
        """Show the film's words."""
        self.box.show_value(str(value))

    def begin(self, *, replaces: bool) -> None:
        """The cursor stands behind the last letter, or all is chosen."""
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.box.moveCursor(QTextCursor.MoveOperation.End)
        if replaces:
            self.box.selectAll()

    def place(self, cell: QRect, room: QRect) -> None:
        """From the top of the cell on, as high as its words, up to eight lines."""
        self._cell, self._room = cell, room
        self._lie()

    def _lie(self) -> None:
        if self._cell.isEmpty():
            return
        line = self.box.fontMetrics().lineSpacing() * 1.4
        most = round(line * _LINES) + _AROUND
        wanted = round(self.box.document().size().height()) + _AROUND
        high = min(max(scaled(_LEAST), min(wanted, most)), self._room.height())
        wide = min(max(self._cell.width() + 2, scaled(_NARROWEST)), self._room.width())
        left = min(self._cell.x() - 1, self._room.right() + 1 - wide)
        top = min(self._cell.y() - 1, self._room.bottom() + 1 - high)
        rect = QRect(max(left, self._room.x()), max(top, self._room.y()), wide, high)
        if rect != self.box.geometry():
            self.box.setGeometry(rect)

    def put_away(self) -> None:
        """Go for good."""
        put_away(self.box)

    def refuses(self) -> bool:
        """Any words can be."""
        return False
