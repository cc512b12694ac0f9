"""The shots that have no clip: how many, where they are, and what becomes of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
)

from topa_studio.ui.parts import text_label
from topa_studio.ui.theme import set_role


class Missing(QFrame):
    """Signals.

    changed: what becomes of them is another.
    wanted: the user wants to see them in the film.
    """

    changed = Signal()
    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "box")
        self.words = text_label("", "strong", wrap=True)
        self.show_them = QPushButton(self.tr("Show them"))
        set_role(self.show_them, "link")
        self.stand_in = QRadioButton(self.tr("Panel, else slate"))
        self.leave_out = QRadioButton(self.tr("Leave them out"))
        self.stand_in.setChecked(True)
        for button in (self.show_them, self.stand_in, self.leave_out):
            button.setAccessibleName(button.text())
        head = QHBoxLayout()
        head.addWidget(self.words, 1)
        head.addWidget(self.show_them)
        self._ways = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._ways.setSpacing(20)
        self._ways.addWidget(self.stand_in)
        self._ways.addWidget(self.leave_out)
        self._ways.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 10, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self._ways)
        self.leave_out.toggled.connect(lambda _on: self.changed.emit())
        self.show_them.clicked.connect(self.wanted)

    def show_missing(self, count: int, of: int, *, can_leave: bool) -> None:
        """So many of so many have none; `can_leave`: they may be left out."""
        self.setVisible(count > 0)
        template = self.tr("%n of {all} shots have no clip", "", count)
        self.words.setText(template.format(all=of))
        for button in (self.stand_in, self.leave_out):
            button.setVisible(can_leave)
