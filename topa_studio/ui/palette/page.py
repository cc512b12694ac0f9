"""The palette's card over a shade: a field, and the lines that answer what is typed in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from topa_studio.ui.commands.command import pressed
from topa_studio.ui.look.icons import icon_pixmap
from topa_studio.ui.look.theme import scaled, set_role, tokens
from topa_studio.ui.notices.announcing import announce
from topa_studio.ui.palette.entries import Entry
from topa_studio.ui.palette.results import Line
from topa_studio.ui.palette.rows import Data, LineDelegate, Lines, Pictures, spoken
from topa_studio.ui.timeline.hints import Hint, HintsRow
from topa_studio.ui.widgets.parts import ElidedLabel, text_label, thin_rule

_SHADE = QColor(0, 0, 0, 140)
_WIDE, _TOP, _AROUND, _ROWS = 680, 112, 24, 9
_STEPS = {"Up": -1, "Down": 1, "PgUp": 1 - _ROWS, "PgDown": _ROWS - 1}
# The keyboard comes back by itself from another window or a menu.
_BACK_SOON = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PaletteCard(QWidget):
    """Lies over its whole window while it is open.

    `lines_of` answers what is typed. Signals:
        wanted: the entry that was chosen; the palette is gone, and the keyboard back.
    """

    wanted = Signal(object)

    def __init__(
        self, window: QWidget, lines_of: Callable[[str], Sequence[Line]], pictures: Pictures
    ) -> None:
        super().__init__(window)
        self._lines_of = lines_of
        self._focus: QWidget | None = None
        self.field = QLineEdit()
        self.model = Lines(self)
        self.list = QListView()
        self.card = QFrame(self)
        self.setAccessibleName(self.tr("Palette"))
        set_role(self.card, "pop-up")
        self._lay_out(pictures)
        self.field.textChanged.connect(self.refresh)
        self.field.installEventFilter(self)
        window.installEventFilter(self)
        self.hide()

    def _lay_out(self, pictures: Pictures) -> None:
        set_role(self.field, "palette")
        self.field.setPlaceholderText(self.tr("What do you want to do, or where to go?"))
        self.field.setAccessibleName(self.tr("Commands, shots, elements, settings"))
        sign = QLabel()
        sign.setPixmap(icon_pixmap("search", scaled(15), tokens().dim, self.devicePixelRatioF()))
        self.aside = ElidedLabel(self.field.accessibleName(), "dim")
        self.aside.setAlignment(Qt.AlignmentFlag.AlignRight)
        escape = text_label("Esc", "key")
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 14, 10)
        head.setSpacing(10)
        head.addWidget(sign)
        head.addWidget(self.field, 3)
        head.addWidget(self.aside, 2)
        head.addWidget(escape)
        set_role(self.list, "palette")
        self.list.setModel(self.model)
        self.list.setItemDelegate(LineDelegate(pictures, self))
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.clicked.connect(self._choose)
        self.list.viewport().installEventFilter(self)
        hints = (
            Hint(("↑", "↓"), self.tr("choose")),
            Hint(("Enter",), self.tr("do it")),
            Hint((">",), self.tr("commands only")),
            Hint(("@",), self.tr("elements")),
            Hint(("2.3",), self.tr("a shot")),
        )
        column = QVBoxLayout(self.card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(thin_rule())
        column.addSpacing(4)
        column.addWidget(self.list)
        column.addSpacing(6)
        column.addWidget(thin_rule())
        column.addWidget(HintsRow(hints))

    # Opening and leaving.

    def open_over(self) -> None:
        """Show it with nothing typed, the keyboard in its field."""
        if self.isHidden():
            self._focus = self.window().focusWidget()
        self.field.clear()
        self.refresh()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self) -> None:
        """Go, and give the keyboard back to where it was."""
        if self.isHidden():
            return
        self.hide()
        before, self._focus = self._focus, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Answer what is typed, the first line that can be done chosen."""
        self.model.show_lines(self._lines_of(self.field.text()))
        rows = self._rows()
        if rows:
            self._show_current(rows[0])
        self._lie_over()

    # Choosing.

    def _rows(self) -> list[int]:
        return [row for row, line in enumerate(self.model.lines) if line.entry is not None]

    def entry(self) -> Entry | None:
        """The entry that is chosen."""
        row = self.list.currentIndex().row()
        return self.model.lines[row].entry if 0 <= row < len(self.model.lines) else None

    def _step(self, steps: int) -> None:
        rows, here = self._rows(), self.list.currentIndex().row()
        if rows:
            place = rows.index(here) if here in rows else 0
            self._show_current(rows[max(0, min(len(rows) - 1, place + steps))])

    def _show_current(self, row: int) -> None:
        before = self.list.currentIndex().row()
        self.list.setCurrentIndex(self.model.index(row))
        self.list.scrollTo(self.model.index(max(0, row - 1) if row == 1 else row))
        self.list.viewport().update()
        entry = self.model.lines[row].entry
        if entry is not None and (row != before or self.isVisible()):
            rows = self._rows()
            place = self.tr("{place} of {count}")
            said = place.format(place=rows.index(row) + 1, count=len(rows))
            words = f"{spoken(entry)}. {said}"
            self.field.setAccessibleDescription(words)
            announce(self.field, words)

    def _choose(self, _index: QModelIndex | None = None) -> None:
        entry = self.entry()
        if entry is not None and entry.is_able:
            self.leave()
            self.wanted.emit(entry)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the field, the pointer over the lines, the window's size."""
        if watched is self.field and isinstance(event, QKeyEvent):
            return event.type() is QEvent.Type.KeyPress and self._key(event)
        if isinstance(event, QFocusEvent) and watched is self.field:
            self._focus_moved(event)
        elif watched is self.list.viewport() and event.type() is QEvent.Type.MouseMove:
            if isinstance(event, QMouseEvent):
                self._point(event.position().toPoint())
        elif watched is self.parent() and event.type() is QEvent.Type.Resize and self.isVisible():
            self._lie_over()
        return super().eventFilter(watched, event)

    def _focus_moved(self, event: QFocusEvent) -> None:
        """Whoever takes the keyboard ends it, but for another window and a menu."""
        if event.lostFocus() and event.reason() not in _BACK_SOON:
            self.hide()

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in _ENTER:
            self._choose()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._step(1 if key == Qt.Key.Key_Tab else -1)
        elif steps := _STEPS.get(pressed(event, Qt.KeyboardModifier.NoModifier)):
            self._step(steps)
        else:
            return False
        return True

    def _point(self, at: QPoint) -> None:
        index = self.list.indexAt(at)
        line = index.data(Data.LINE)
        is_entry = isinstance(line, Line) and line.entry is not None
        if is_entry and index != self.list.currentIndex():
            self._show_current(index.row())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the card leaves it."""
        if not self.card.geometry().contains(event.position().toPoint()):
            self.leave()

    # Lying.

    def _lie_over(self) -> None:
        room = self.window().rect()
        self.setGeometry(room)
        wide = min(scaled(_WIDE), room.width() - 2 * _AROUND)
        self.list.setFixedHeight(0)
        around = self.card.sizeHint().height()
        top = min(_TOP, max(_AROUND, room.height() // 8))
        most = room.height() - top - _AROUND - around
        self.list.setFixedHeight(max(scaled(38), min(self._high(), most)))
        self.card.setGeometry((room.width() - wide) // 2, top, wide, self.card.sizeHint().height())
        self.aside.setVisible(wide >= scaled(_WIDE) * 3 // 4)

    def _high(self) -> int:
        """How high the lines are, of more than nine the first ones."""
        heights, count = 0, 0
        for row, line in enumerate(self.model.lines):
            count += line.entry is not None
            if count > _ROWS:
                break
            heights += self.list.sizeHintForRow(row)
        return heights

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The shade over the window."""
        QPainter(self).fillRect(self.rect(), _SHADE)
