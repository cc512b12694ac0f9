"""What can be done with one picture: four signs over it, and two buttons while it is cropped."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from topa_studio.ui.commands.table import COMMANDS
from topa_studio.ui.look.icons import icon
from topa_studio.ui.look.theme import scaled
from topa_studio.ui.widgets.chips import over_picture
from topa_studio.ui.widgets.parts import icon_button

_SIGNS = {
    "picture_keep": "check",
    "picture_put_back": "undo",
    "picture_frontal": "star-outline",
    "picture_crop": "crop",
    "picture_replace": "up",
    "picture_trash": "trash",
}
_SIDE = 26


class ToolStrip(QWidget):
    """Signals.

    asked: the name of a command of pictures.
    """

    asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(2)
        self.buttons: dict[str, QToolButton] = {}
        for name, sign in _SIGNS.items():
            made = icon_button(sign, COMMANDS[name].with_key(), role="quiet", px=14)
            made.setFixedSize(QSize(scaled(_SIDE), scaled(_SIDE)))
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.clicked.connect(partial(self.asked.emit, name))
            self.buttons[name] = made
            row.addWidget(made)
        self.hide()

    def offer(self, names: frozenset[str]) -> None:
        """Which of them can be done now."""
        for name, button in self.buttons.items():
            button.setVisible(name in names)
        self.adjustSize()

    @property
    def offers(self) -> bool:
        """Whether any of them can be pressed: one that cannot would only hide the picture."""
        return any(b.isVisibleTo(self) and b.isEnabled() for b in self.buttons.values())

    def mark_frontal(self, *, on: bool) -> None:
        """A full star where it is the first one already."""
        button = self.buttons["picture_frontal"]
        button.setIcon(icon("star" if on else "star-outline", px=scaled(14)))
        button.setEnabled(not on)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground of what lies over pictures."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(over_picture())
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
