"""A thin line in the status: the program quits once what was sent is here."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from topa_studio.ui.look.theme import set_role
from topa_studio.ui.widgets.parts import text_label


class LeavingLine(QWidget):
    """Hidden while nobody waits for the end.

    Signals:
        now_pressed: the user quits without waiting.
        back_pressed: the user works on after all.
    """

    now_pressed = Signal()
    back_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.text = text_label("", "run")
        self.now = QPushButton(self.tr("now"))
        self.now.setAccessibleName(self.tr("Quit now"))
        self.back = QPushButton(self.tr("work on"))
        self.back.setAccessibleName(self.tr("Do not quit: work on"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.text)
        for button in (self.now, self.back):
            set_role(button, "link")
            button.setToolTip(button.accessibleName())
            row.addWidget(button)
        self.now.clicked.connect(self.now_pressed)
        self.back.clicked.connect(self.back_pressed)
        self.hide()

    def tell(self, count: int) -> None:
        """So many are still on their way; 0: nobody waits for them."""
        self.setVisible(count > 0)
        self.text.setText(self.tr("Quits when %n are here ·", "", count))
        self.setAccessibleName(self.text.text())
