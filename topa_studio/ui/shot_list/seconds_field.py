"""Seconds over their cell: minus, the value, plus; what cannot be is told under it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from topa_studio.ui.look.icons import icon
from topa_studio.ui.look.theme import scaled, set_role
from topa_studio.ui.shot_list.cell_field import put_away
from topa_studio.ui.widgets.plain import plain_tip
from topa_studio.ui.writing.seconds_box import SecondsBox

_SIGN = 12
_GAP = 4


class SecondsField:
    """The same field as the inspector's, with its reason over the rows below."""

    def __init__(self, inside: QWidget, says: str, low: int, high: int) -> None:
        self._low, self._high = low, high
        self._frame = QFrame(inside)
        set_role(self._frame, "cell")
        self.box = SecondsBox(says, narrow=True)
        self.box.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.box.lineEdit().setTextMargins(0, 0, 0, 0)
        # A press on the frame or on its signs leaves the keyboard in it.
        self._frame.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._frame.setFocusProxy(self.box)
        self.minus = self._button("minus", self.box.tr("One second less"), -1)
        self.plus = self._button("plus", self.box.tr("One second more"), 1)
        row = QHBoxLayout(self._frame)
        row.setContentsMargins(2, 0, 2, 0)
        row.setSpacing(0)
        row.addWidget(self.minus)
        row.addWidget(self.box, 1)
        row.addWidget(self.plus)
        self.reason = self.box.note
        self.reason.setParent(inside)
        set_role(self.reason, "reason")
        self._shown = 0
        self._cell, self._room = QRect(), QRect()
        # Behind the box's own, which says what is wrong.
        self.box.lineEdit().textEdited.connect(lambda _text: self._show_wrong())
        self.box.lineEdit().inputRejected.connect(self._show_wrong)
        self.box.valueChanged.connect(lambda _value: self._show_wrong())

    def _button(self, sign: str, says: str, step: int) -> QToolButton:
        made = QToolButton(self._frame)
        made.setIcon(icon(sign, px=scaled(_SIGN)))
        made.setAccessibleName(says)
        made.setToolTip(plain_tip(says))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_role(made, "sign")
        made.setFixedWidth(scaled(_SIGN) + 4)
        made.clicked.connect(lambda: self._step(step))
        return made

    def _step(self, step: int) -> None:
        self.box.stepBy(step)
        self.box.selectAll()
        self._show_wrong()

    def widget(self) -> QWidget:
        """The frame with all three."""
        return self._frame

    def typed(self) -> QWidget:
        """The value."""
        return self.box

    def takes(self, _event: QKeyEvent) -> bool:
        """It needs none of the keys that leave it."""
        return False

    def value(self) -> object:
        """The seconds; as they were where what stands there cannot be."""
        self.box.finish()
        return self.box.value()

    def so_far(self) -> object:
        """The same: nothing is composed in it."""
        return self.value()

    def show_value(self, value: object) -> None:
        """Show the film's seconds."""
        if isinstance(value, int):
            self._shown = value
            self.box.show_seconds(value, self._low, self._high, anew=False)
            self._show_wrong()

    def begin(self, *, replaces: bool) -> None:
        """All is chosen, so that a digit replaces it."""
        del replaces
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.box.selectAll()

    def place(self, cell: QRect, room: QRect) -> None:
        """In the cell; the reason under it, or over it where there is no room below."""
        self._cell, self._room = cell, room
        least = self.minus.width() + self.plus.width() + 8
        least += self.box.fontMetrics().horizontalAdvance(f"15{self.box.suffix()}") + 8
        wide = max(cell.width() - 4, least)
        left = min(cell.x() + 2, room.right() + 1 - wide)
        self._frame.setGeometry(left, cell.y() + 2, wide, cell.height() - 5)
        self._place_reason()

    def _place_reason(self) -> None:
        self.reason.setWordWrap(False)
        self.reason.adjustSize()
        size, room = self.reason.size(), self._room
        left = max(room.x(), min(self._cell.x(), room.right() + 1 - size.width()))
        top = self._cell.bottom() + _GAP
        if top + size.height() > room.bottom():
            top = self._cell.y() - _GAP - size.height()
        self.reason.move(left, top)
        self.reason.raise_()

    def _show_wrong(self) -> None:
        told = bool(self.reason.text())
        set_role(self._frame, "cell-bad" if told else "cell")
        if told:
            self._place_reason()

    def put_away(self) -> None:
        """Go for good."""
        put_away(self._frame, self.reason)

    def refuses(self) -> bool:
        """What cannot be is not written: the value stays, and the reason is told."""
        wrong = self.box.is_wrong
        if wrong:
            self.box.finish()
            self.box.selectAll()
            self._show_wrong()
        return wrong
