"""Where a new film will lie: its folder in words, and the button that asks for another place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from topa_studio.ui.look.icons import icon_pixmap
from topa_studio.ui.look.theme import scaled, set_role, tokens
from topa_studio.ui.widgets.parts import ElidedLabel, text_label


class PlaceBox(QFrame):
    """Signals.

    change_wanted: another folder for the film's own is asked for.
    """

    change_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "box")
        self.setAccessibleName(self.tr("It will lie in"))
        sign = QLabel()
        sign.setPixmap(icon_pixmap("folder", scaled(16), tokens().dim, self.devicePixelRatioF()))
        self._above = ElidedLabel("", "dim")
        self._name = ElidedLabel("", "strong")
        for label in (self._above, self._name):
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        about = text_label(
            self.tr("A new folder: the film's file, its pictures and its clips"), "dim", wrap=True
        )
        self.change = QPushButton(self.tr("Change…"))
        self.change.setAccessibleName(self.tr("Change the folder it will lie in"))
        self.change.clicked.connect(self.change_wanted)
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(self._above)
        line.addWidget(self._name)
        line.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(line)
        words.addWidget(about)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 10, 10)
        row.setSpacing(12)
        row.addWidget(sign)
        row.addLayout(words, 1)
        row.addWidget(self.change)

    def show_place(self, folder: Path) -> None:
        """Say where this folder will be."""
        self._above.setText(f"{_said(folder.parent)} / ")
        self._name.setText(folder.name)
        self.setAccessibleDescription(str(folder))


def _said(folder: Path) -> str:
    """A folder as people say it: from the user's own on."""
    try:
        parts = folder.relative_to(Path.home()).parts
    except ValueError:
        return str(folder)
    return " / ".join(parts) or str(folder)
