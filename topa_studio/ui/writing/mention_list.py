"""The list that `@` opens: elements whose names fit what is typed, best first, or a new one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QIcon, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QTextEdit, QWidget

from topa_studio.model.scripts_without_spaces import likely_name
from topa_studio.ui.look.icons import icon
from topa_studio.ui.look.theme import scaled, set_role
from topa_studio.ui.writing.likeness import ranked

if TYPE_CHECKING:
    from topa_studio.ui.writing.known import Known

_SEEN, _MOST, _GAP, _PADDING = 8, 60, 4, 8
_NEW = Qt.ItemDataRole.UserRole + 1
_MOVED = (QEvent.Type.Move, QEvent.Type.Resize)


def place_beside(caret: QRect, wanted: QSize, ground: QRect) -> QRect:
    """Where the list lies: under the caret, above it where there is more room, never outside."""
    below = ground.bottom() + 1 - (caret.bottom() + 1 + _GAP)
    above = caret.top() - _GAP - ground.top()
    wide = min(wanted.width(), ground.width())
    room = below if wanted.height() <= below or below >= above else above
    high = max(0, min(wanted.height(), room))
    left = max(ground.left(), min(caret.left(), ground.right() + 1 - wide))
    top = caret.bottom() + 1 + _GAP if room == below else caret.top() - _GAP - high
    return QRect(left, top, wide, high)


class MentionList(QObject):
    """A list beside the cursor; the editor keeps the focus and hands on its keys.

    Signals:
        accepted: the name the user chose.
        element_wanted: the name of an element that nobody has made, and that the user wants.
    """

    accepted = Signal(str)
    element_wanted = Signal(str)

    def __init__(self, editor: QTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._known: Sequence[Known] = ()
        self._begun = ""
        self._told = ""
        self._watched: list[QWidget] = []
        self._view = view = QListWidget(editor)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setAccessibleName(self.tr("Elements to mention"))
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        set_role(view, "popup")
        view.itemClicked.connect(lambda _row: self._choose())
        view.hide()

    def set_known(self, known: Sequence[Known]) -> None:
        """Offer these, also where the list is open already."""
        self._known = known
        if self.is_open:
            self._fill(self._view.currentRow())

    @property
    def is_open(self) -> bool:
        """Whether the list is on screen."""
        return not self._view.isHidden()

    def names(self) -> tuple[str, ...]:
        """The names that are offered now."""
        rows = (self._view.item(row) for row in range(self._view.count()))
        return tuple(_name(row) for row in rows if not row.data(_NEW))

    def offer(self, begun: str) -> None:
        """Show what fits `begun` beside the editor's cursor."""
        found = ranked([one.name for one in self._known], begun)
        if found == [begun] or (not found and not begun):
            self.close()
            return
        again = self.is_open and begun == self._begun
        self._begun = begun
        self._fill(self._view.currentRow() if again else 0)
        if not self.is_open:
            self._open()
        self._place()
        self._tell()

    def step(self, by: int) -> None:
        """Go to the next or previous name, around the ends."""
        count, row = self._view.count(), self._view.currentRow()
        self._view.setCurrentRow(count - 1 if row < 0 and by < 0 else (row + by) % max(1, count))
        self._tell()

    def accept(self, begun: str) -> bool:
        """Choose the current name; False where there is none that fits `begun`."""
        row = self._view.currentItem()
        if row is None or not (row.data(_NEW) or ranked([_name(row)], begun)):
            self.close()
            return False
        self._choose()
        return True

    def close(self) -> None:
        """Put the list away."""
        if shiboken6.isValid(self._view):  # it may go with its window before the editor does
            self._view.hide()
        self._told = ""
        for widget in self._watched:
            widget.removeEventFilter(self)
        self._watched.clear()

    # Inside.

    def _choose(self) -> None:
        row = self._view.currentItem()
        self.close()
        if row is not None:
            (self.element_wanted if row.data(_NEW) else self.accepted).emit(_name(row))

    def _fill(self, row: int) -> None:
        view, known = self._view, {one.name: one for one in self._known}
        names = ranked(known, self._begun)[:_MOST]
        view.clear()
        view.setIconSize(QSize(scaled(32), scaled(24)))
        for name in names:
            item = QListWidgetItem(_sign(known[name].colour, known[name].picture), f"@{name}")
            item.setData(Qt.ItemDataRole.UserRole, name)
            view.addItem(item)
        if names:
            view.setCurrentRow(max(0, min(row, len(names) - 1)))
        elif self._begun:
            self._add_new(likely_name(self._begun))

    def _add_new(self, name: str) -> None:
        """It is not chosen by itself: Enter behind a word of nobody is still a new line."""
        words = self.tr("New element “{name}”…").format(name=name)
        item = QListWidgetItem(icon("plus", px=scaled(16)), words)
        item.setData(Qt.ItemDataRole.UserRole, name)
        item.setData(_NEW, True)
        self._view.addItem(item)
        self._view.setCurrentRow(-1)

    def _open(self) -> None:
        window = self._editor.window()
        if self._view.parentWidget() is not window:
            self._view.setParent(window)
        widget: QWidget | None = self._editor
        while widget is not None:
            self._watched.append(widget)
            widget.installEventFilter(self)
            widget = None if widget is window else widget.parentWidget()
        self._view.show()
        self._view.raise_()

    def _place(self) -> None:
        view, window, port = self._view, self._editor.window(), self._editor.viewport()
        view.ensurePolished()
        caret = self._editor.cursorRect()
        caret.moveTopLeft(port.mapTo(window, caret.topLeft()))
        rows = min(_SEEN, view.count())
        around = 2 * view.frameWidth() + _PADDING
        high = sum(view.sizeHintForRow(row) for row in range(rows)) + around
        wide = max(scaled(220), min(view.sizeHintForColumn(0) + around + 16, scaled(420)))
        ground = window.rect().adjusted(_GAP, _GAP, -_GAP, -_GAP)
        view.setGeometry(place_beside(caret, QSize(wide, high), ground))

    def _tell(self) -> None:
        """Have a screen reader say the entry: the keyboard never leaves the words."""
        view = self._view
        if not view.count():
            return
        item = view.item(max(0, view.currentRow()))
        words = item.text()
        if not item.data(_NEW):
            place = self.tr("{place} of {count}").format(
                place=view.row(item) + 1, count=view.count()
            )
            words = f"{words}, {place}"
        if words != self._told:
            self._told = words
            said = QAccessibleAnnouncementEvent(self._editor, words)
            QAccessible.updateAccessibility(said)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What the editor stands in has moved, or has another size."""
        if event.type() in _MOVED:
            self._place()
        elif event.type() is QEvent.Type.Hide:
            self.close()
        return super().eventFilter(watched, event)


def _name(row: QListWidgetItem) -> str:
    return str(row.data(Qt.ItemDataRole.UserRole))


def _sign(colour: QColor, picture: QPixmap | None) -> QIcon:
    if picture is not None and not picture.isNull():
        return QIcon(picture)
    swatch = QPixmap(scaled(16), scaled(16))
    swatch.fill(colour)
    return QIcon(swatch)
