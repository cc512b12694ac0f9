"""The trash of one shot under its list: how much is in it, what lies there, and emptying it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from topa_studio.app.take_trash import Weight
from topa_studio.ui.look.icons import icon_pixmap
from topa_studio.ui.look.theme import scaled, set_role, tokens
from topa_studio.ui.small_pictures.thumbnails import Thumbnails
from topa_studio.ui.takes.list import TakeList
from topa_studio.ui.takes.words import RowFacts
from topa_studio.ui.widgets.deaf import Deaf
from topa_studio.ui.widgets.parts import text_label
from topa_studio.ui.words import credits_word, number

_MB = 1_000_000


class TrashLine(QWidget):
    """A line, and below it the rows of the trash while they are shown.

    Signals:
        weigh_wanted: what emptying would take away is asked for; `ask` is to be called with it.
        empty_wanted: it was asked about, and is meant.
    """

    weigh_wanted = Signal()
    empty_wanted = Signal()

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._panel = False
        self._count = 0
        self._open = False
        self._sign = QLabel()
        self._sign.setPixmap(icon_pixmap("trash", scaled(15), tokens().dim, 2.0))
        self.words = text_label("", "dim")
        self.show_button = QPushButton()
        set_role(self.show_button, "link")
        self.show_button.clicked.connect(lambda: self.open(shown=not self._open))
        self.spent = text_label("", "dim")
        self.list = TakeList(thumbnails, self.tr("Trash of the shot"))
        self.empty = QPushButton(self.tr("Empty the trash…"))
        self.empty.clicked.connect(self.weigh_wanted)
        self.question = _Question()
        self.question.answered.connect(self._answered)
        line = QHBoxLayout()
        line.setSpacing(6)
        for widget in (self._sign, self.words, self.show_button):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self.spent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self.list)
        column.addWidget(self.question)
        column.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_trash((), spent=0.0, panel=False, editable=True)

    def show_trash(
        self, found: Sequence[RowFacts], *, spent: float, panel: bool, editable: bool
    ) -> None:
        """What lies in it, and what the shot has cost so far."""
        if panel != self._panel or not found:
            self.question.hide()
            self._open = False
        self._panel, self._count = panel, len(found)
        words = self.tr("%n takes in the trash", "", len(found))
        if panel:
            words = self.tr("%n panels in the trash", "", len(found))
        self.words.setText(words)
        self.empty.setEnabled(editable)
        self.list.show_takes(found)
        self.spent.setText(self.tr("Spent here {credits}").format(credits=credits_word(spent)))
        self.spent.setVisible(spent > 0)
        self._show()

    def open(self, *, shown: bool) -> None:
        """Show what lies in it, or put that away."""
        self._open = shown
        self.question.hide()
        self._show()
        if shown and self.list.rows():
            self.list.rows()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        some = self._count > 0
        for widget in (self._sign, self.words, self.show_button):
            widget.setVisible(some)
        self.show_button.setText(self.tr("Hide") if self._open else self.tr("Show"))
        self.show_button.setAccessibleName(f"{self.words.text()}: {self.show_button.text()}")
        self.list.setVisible(some and self._open)
        self.empty.setVisible(some and self._open and self.question.isHidden())

    def ask(self, weight: Weight) -> None:
        """Ask whether so much shall go for good, where the button was."""
        words = self.tr("%n takes are deleted for good.", "", weight.count)
        if self._panel:
            words = self.tr("%n panels are deleted for good.", "", weight.count)
        cost = self.tr("They cost {credits}, which stay spent.")
        if weight.count == 1:
            cost = self.tr("It cost {credits}, which stay spent.")
        cost = cost.format(credits=credits_word(weight.credits)) if weight.credits else ""
        room = self.tr("{size} MB of the disk come free. This cannot be undone.")
        size = number(max(0.1, round(weight.bytes / _MB, 1)))
        parts = (words, cost, room.format(size=size))
        self.question.ask(" ".join(part for part in parts if part))
        self.empty.hide()

    def _answered(self, sure: bool) -> None:
        self.question.hide()
        self._show()
        if sure:
            self.empty_wanted.emit()
        else:
            self.empty.setFocus(Qt.FocusReason.OtherFocusReason)


class _Question(QFrame):
    """Words and two buttons, which hear no press that was meant for what was there before.

    Signals:
        answered: whether it is meant.
    """

    answered = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "bar-warning")
        self.words = text_label("", wrap=True)
        self.yes = QPushButton(self.tr("Delete for good"))
        self.no = QPushButton(self.tr("Keep them"))
        self._deaf = Deaf(self)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button, sure in ((self.no, False), (self.yes, True)):
            button.clicked.connect(lambda _on=False, sure=sure: self.answered.emit(sure))
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addLayout(row)
        self.hide()

    def ask(self, words: str) -> None:
        """Show it, with the keyboard on the careful answer."""
        self.words.setText(words)
        self.setAccessibleName(words)
        self.yes.setAccessibleDescription(words)
        self.show()
        self._deaf.begin((self.yes,))
        self.no.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc keeps them."""
        if event.key() == Qt.Key.Key_Escape:
            self.answered.emit(False)
        else:
            super().keyPressEvent(event)
