"""A page over the film that shows what a file would change in it, and asks once."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QPushButton, QVBoxLayout, QWidget

from topa_studio.ui.look.theme import scaled, set_role
from topa_studio.ui.widgets.cover import Cover
from topa_studio.ui.widgets.parts import (
    ElidedLabel,
    ScrollColumn,
    icon_button,
    text_label,
    thin_rule,
)

translate = QCoreApplication.translate


class ComingPage(Cover):
    """Signals.

    agreed: what is shown shall be brought.
    """

    agreed = Signal()

    def __init__(
        self, window: QMainWindow, title: str, source: str, brings: str, changes: QWidget
    ) -> None:
        super().__init__(window)
        self.setAccessibleName(title)
        self.bring = QPushButton(brings)
        set_role(self.bring, "primary")
        self.bring.setMinimumHeight(scaled(36))
        self.put_away = QPushButton(translate("ScriptAgain", "Leave the film as it is"))
        self.put_away.setMinimumHeight(scaled(36))
        back = translate("ScriptAgain", "Back (Esc)")
        self.close_button = icon_button("close", back, role="quiet", px=14)
        head = QHBoxLayout()
        head.setContentsMargins(24, 12, 16, 12)
        head.setSpacing(12)
        head.addWidget(text_label(title, "title"))
        head.addWidget(ElidedLabel(source, "dim"), 1)
        head.addWidget(self.close_button)
        self.note = text_label("", "dim", wrap=True)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 12, 24, 16)
        foot.setSpacing(12)
        foot.addWidget(self.note, 1)
        foot.addWidget(self.put_away)
        foot.addWidget(self.bring)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(thin_rule())
        self.list = ScrollColumn(changes, translate("ScriptAgain", "What changes"), 24)
        self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column.addWidget(self.list, 1)
        column.addWidget(thin_rule())
        column.addLayout(foot)
        self.bring.clicked.connect(self.agreed)
        self.put_away.clicked.connect(self.leave)
        self.close_button.clicked.connect(self.leave)

    def show_changes(self, changes: QWidget) -> None:
        """Show others instead."""
        old = self.list.takeWidget()
        self.list.setWidget(changes)
        if old is not None:
            old.deleteLater()

    def open_over(self) -> None:
        """Show it; the keyboard is at the careful answer."""
        super().open_over()
        self.put_away.setFocus(Qt.FocusReason.OtherFocusReason)
