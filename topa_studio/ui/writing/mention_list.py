"""The list that `@` opens: elements whose names fit what is typed, best first."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QTextEdit

from topa_studio.ui.theme import scaled, set_role

_ROWS = 8


class MentionList(QObject):
    """A list beside the cursor; the editor keeps the focus and hands on its keys.

    Signals:
        accepted: the name the user chose.
    """

    accepted = Signal(str)

    def __init__(self, editor: QTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._known: Sequence[tuple[str, QColor, QPixmap | None]] = ()
        self._view = QListWidget(editor.window())
        self._view.setWindowFlags(Qt.WindowType.ToolTip)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setAccessibleName(self.tr("Elements to mention"))
        self._view.setIconSize(QSize(scaled(32), scaled(24)))
        set_role(self._view, "popup")
        self._view.itemClicked.connect(lambda _row: self._choose())
        self._view.hide()

    def set_known(self, known: Sequence[tuple[str, QColor, QPixmap | None]]) -> None:
        """Offer these (name, colour, picture)."""
        self._known = known

    @property
    def is_open(self) -> bool:
        """Whether the list is on screen."""
        return self._view.isVisible()

    def names(self) -> tuple[str, ...]:
        """The names that are offered now."""
        rows = (self._view.item(row) for row in range(self._view.count()))
        return tuple(row.data(Qt.ItemDataRole.UserRole) for row in rows)

    def offer(self, begun: str, beside: QRect) -> None:
        """Show what fits `begun` under the rectangle `beside` of the editor's viewport."""
        wanted = _plain(begun)
        found = [known for known in self._known if fits(known[0], begun)]
        found.sort(key=lambda known: not _plain(known[0]).startswith(wanted))
        if not found or (len(found) == 1 and found[0][0] == begun):
            self.close()
            return
        self._view.clear()
        for name, colour, picture in found[:_ROWS]:
            row = QListWidgetItem(_sign(colour, picture), f"@{name}")
            row.setData(Qt.ItemDataRole.UserRole, name)
            self._view.addItem(row)
        self._view.setCurrentRow(0)
        height = sum(self._view.sizeHintForRow(row) for row in range(self._view.count()))
        self._view.resize(scaled(220), height + 14)
        below = self._editor.viewport().mapToGlobal(beside.bottomLeft() + QPoint(0, 4))
        self._view.move(below)
        self._view.show()

    def step(self, by: int) -> None:
        """Go to the next or previous name, around the ends."""
        count = self._view.count()
        self._view.setCurrentRow((self._view.currentRow() + by) % max(1, count))

    def accept(self, begun: str) -> bool:
        """Choose the current name; False where there is none that fits `begun`."""
        row = self._view.currentRow()
        if row < 0 or not fits(self.names()[row], begun):
            self.close()
            return False
        self._choose()
        return True

    def _choose(self) -> None:
        self.close()
        self.accepted.emit(self.names()[self._view.currentRow()])

    def close(self) -> None:
        """Put the list away."""
        self._view.hide()


def fits(name: str, begun: str) -> bool:
    """Whether a name has what was typed in it, however its letters are put together."""
    return _plain(begun) in _plain(name)


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _sign(colour: QColor, picture: QPixmap | None) -> QIcon:
    if picture is not None and not picture.isNull():
        return QIcon(picture)
    swatch = QPixmap(scaled(16), scaled(16))
    swatch.fill(colour)
    return QIcon(swatch)
