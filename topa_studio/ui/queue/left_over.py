"""Over the queue: what was in line when the program ended, to go on with or to clear."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from topa_studio.ui.look.theme import set_role
from topa_studio.ui.widgets.parts import text_label


class LeftOver(QFrame):
    """Hidden where nothing is left of last time.

    Signals:
        go_on_pressed, clear_pressed: make it now; forget it.
    """

    go_on_pressed = Signal()
    clear_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "bar-info")
        self.text = text_label("", "dim", wrap=True)
        self.go_on = QPushButton(self.tr("Continue"))
        self.clear = QPushButton(self.tr("Clear"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.go_on, 1)
        row.addWidget(self.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(6)
        column.addWidget(self.text)
        column.addLayout(row)
        self.go_on.clicked.connect(self.go_on_pressed)
        self.clear.clicked.connect(self.clear_pressed)
        self.hide()

    def tell(self, words: str, go_on: str) -> None:
        """Show what there is, and what going on costs; "" hides it."""
        self.setVisible(bool(words))
        self.text.setText(words)
        self.setAccessibleName(words)
        self.go_on.setText(go_on)
        self.go_on.setAccessibleName(go_on or self.tr("Continue"))
        self.clear.setAccessibleName(self.clear.text())
        for button in (self.go_on, self.clear):
            button.setAccessibleDescription(words)
