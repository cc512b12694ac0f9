"""The list that `@` opens: elements whose names fit what is typed, best first."""

from __future__ import annotations

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
        self._view.itemClicked.connect(lambda _row: self.accept())
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
        wanted = begun.lower()
        fits = [k for k in self._known if wanted in k[0].lower()]
        fits.sort(key=lambda known: not known[0].lower().startswith(wanted))
        if not fits or (len(fits) == 1 and fits[0][0] == begun):
            self.close()
            return
        self._view.clear()
        for name, colour, picture in fits[:_ROWS]:
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

    def accept(self) -> bool:
        """Choose the current name; False where there is none."""
        self.close()
        if self._view.currentRow() < 0:
            return False
        row = self._view.currentItem()
        self.accepted.emit(row.data(Qt.ItemDataRole.UserRole))
        return True

    def close(self) -> None:
        """Put the list away."""
        self._view.hide()


def _sign(colour: QColor, picture: QPixmap | None) -> QIcon:
    if picture is not None and not picture.isNull():
        return QIcon(picture)
    swatch = QPixmap(scaled(16), scaled(16))
    swatch.fill(colour)
    return QIcon(swatch)
