"""The page over the film that shows what a newer script would bring, and brings it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QPushButton, QVBoxLayout

from topa_studio.app.scripts.coming import Coming
from topa_studio.ui.cover import Cover
from topa_studio.ui.parts import ElidedLabel, ScrollColumn, icon_button, text_label, thin_rule
from topa_studio.ui.script_again.rows import rows
from topa_studio.ui.theme import scaled, set_role


class ScriptAgain(Cover):
    """Signals.

    agreed: what is shown shall be brought.
    """

    agreed = Signal()

    def __init__(self, window: QMainWindow, coming: Coming) -> None:
        super().__init__(window)
        self.setAccessibleName(self.tr("The script again"))
        self.coming = coming
        self.bring = QPushButton(self.tr("Bring it into the film"))
        set_role(self.bring, "primary")
        self.bring.setMinimumHeight(scaled(36))
        self.put_away = QPushButton(self.tr("Leave the film as it is"))
        self.put_away.setMinimumHeight(scaled(36))
        self.close_button = icon_button("close", self.tr("Back (Esc)"), role="quiet", px=14)
        head = QHBoxLayout()
        head.setContentsMargins(24, 12, 16, 12)
        head.setSpacing(12)
        head.addWidget(text_label(self.tr("The script again"), "title"))
        head.addWidget(ElidedLabel(coming.source.name, "dim"), 1)
        head.addWidget(self.close_button)
        self.note = text_label("", "dim", wrap=True)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 12, 24, 16)
        foot.setSpacing(12)
        foot.addWidget(self.note, 1)
        foot.addWidget(self.put_away)
        foot.addWidget(self.bring)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addWidget(thin_rule())
        self.list = ScrollColumn(rows(coming.again.changes), self.tr("What changes"), 24)
        self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._column.addWidget(self.list, 1)
        self._column.addWidget(thin_rule())
        self._column.addLayout(foot)
        self.bring.clicked.connect(self.agreed)
        self.put_away.clicked.connect(self.leave)
        self.close_button.clicked.connect(self.leave)
        self.show_coming(coming)

    def show_coming(self, coming: Coming) -> None:
        """Show what it brings now."""
        if coming is not self.coming:
            self.coming = coming
            old = self.list.takeWidget()
            self.list.setWidget(rows(coming.again.changes))
            if old is not None:
                old.deleteLater()
        kept = sum(change.what == "kept" for change in coming.again.changes)
        brings = len(coming.again.changes) - kept
        words = [self.tr("Takes stay with their shots, and Undo takes all of it back.")]
        if not coming.again.changes:
            words.insert(0, self.tr("Only the places of shots in the script change."))
        elif not brings:
            words.insert(0, self.tr("All of it was changed by hand: nothing else comes."))
        self.note.setText(" ".join(words))
        self.bring.setEnabled(bool(coming.again.edits))

    def open_over(self) -> None:
        """Show it; the keyboard is at the careful answer."""
        super().open_over()
        self.put_away.setFocus(Qt.FocusReason.OtherFocusReason)
