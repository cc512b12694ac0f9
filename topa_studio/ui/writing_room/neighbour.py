"""The words of the shot before or after, to be read while one writes; a press goes there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from topa_studio.model.scenario import Scenario
from topa_studio.ui.look.icons import icon
from topa_studio.ui.look.theme import scaled, set_role
from topa_studio.ui.widgets.parts import text_label
from topa_studio.ui.widgets.plain import plain_act, plain_tip

_MOST = 600


class Neighbour(QWidget):
    """Nothing at all where there is no such shot.

    Signals:
        wanted: the user wants to write that shot.
    """

    wanted = Signal()

    def __init__(self, sign: str, says: str) -> None:
        super().__init__()
        self._says = says
        self.head = QPushButton()
        self.head.setIcon(icon(sign, px=scaled(14)))
        self.head.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.head.setToolTip(plain_tip(says))
        set_role(self.head, "flat")
        self.head.clicked.connect(self.wanted)
        self.words = text_label("", "dim", wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setContentsMargins(scaled(8), 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.head, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.words)

    def show_shot(self, film: Scenario, key: str | None) -> None:
        """Show the words of this shot; None: there is none."""
        self.setVisible(key is not None)
        if key is None:
            return
        shot = film.shot(key)
        name = f"{film.number_of(key)} · {shot.title}" if shot.title else film.number_of(key)
        self.head.setText(
            plain_act(name if len(name) <= _MOST // 10 else f"{name[: _MOST // 10]}…")
        )
        self.head.setAccessibleName(f"{self._says}: {name}")
        words = " ".join(shot.prompt.split())
        self.words.setText(words if len(words) <= _MOST else f"{words[:_MOST]}…")
        self.words.setVisible(bool(words))
