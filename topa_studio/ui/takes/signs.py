"""The four quiet signs of a take: star, reject, note, trash."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from topa_studio.model.marks import Marks
from topa_studio.ui.commands.table import COMMANDS
from topa_studio.ui.look.icons import icon
from topa_studio.ui.look.theme import scaled, set_role, tokens
from topa_studio.ui.widgets.plain import plain_tip

STAR, REJECT, NOTE, TRASH = "take_star", "take_reject", "take_note", "take_trash"
SIGNS = (STAR, REJECT, NOTE, TRASH)
_SIDE, _ICON = 24, 15


class Signs(QWidget):
    """Pressed by the pointer; the keyboard presses them by their keys, wherever the row has it.

    Signals:
        pressed: STAR, REJECT, NOTE or TRASH.
    """

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.buttons = {name: self._button(name) for name in SIGNS}
        for button in self.buttons.values():
            row.addWidget(button)

    def _button(self, name: str) -> QToolButton:
        made = QToolButton()
        made.setFixedSize(scaled(_SIDE), scaled(_SIDE))
        made.setIconSize(QSize(scaled(_ICON), scaled(_ICON)))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_role(made, "sign")
        made.clicked.connect(lambda: self.pressed.emit(name))
        return made

    def show_marks(self, marks: Marks, about: str, *, editable: bool) -> None:
        """How the take is marked; `about` is "T3"."""
        now = tokens()
        signs = {
            STAR: ("star" if marks.star else "star-outline", marks.star, now.accent),
            REJECT: ("reject", marks.rejected, now.text),
            NOTE: ("note", bool(marks.note), now.text),
            TRASH: ("trash", False, now.text),
        }
        for name, (sign, is_on, colour) in signs.items():
            button, command = self.buttons[name], COMMANDS[name]
            button.setIcon(icon(sign, colour if is_on else now.dim, scaled(_ICON)))
            button.setAccessibleName(f"{about}: {command.says}")
            button.setToolTip(plain_tip(command.with_key()))
            button.setEnabled(editable)
