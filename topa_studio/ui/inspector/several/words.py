"""The words of several shots: never shown, but added to and replaced in all of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from topa_studio.ui.inspector.several.summary import Summary
from topa_studio.ui.look.theme import set_role
from topa_studio.ui.widgets.parts import bring_into_sight, captioned, text_label
from topa_studio.ui.words import number
from topa_studio.ui.writing.fields import TextLine
from topa_studio.ui.writing.pending import REST_MS

Count = Callable[[str, str], tuple[int, int]]


class SharedWords(QWidget):
    """A line whose words go to the end of all, and a find and replace that opens under it.

    Signals:
        added: words (str as an object).
        replaced: what to find, and what to put instead.
    """

    added = Signal(object)
    replaced = Signal(object, object)

    def __init__(self, count: Count) -> None:
        super().__init__()
        self.caption = text_label("", "dim")
        self.add = TextLine(self.tr("Add to the end"), rests=False)
        self.replace = QPushButton(self.tr("Replace…"))
        self.replace.setCheckable(True)
        self.finder = Replacing(count)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.add, 1)
        row.addWidget(self.replace)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.caption)
        column.addLayout(row)
        column.addWidget(self.finder)
        self.finder.hide()
        self.add.committed.connect(self._tell)
        self.replace.toggled.connect(self._open)
        self.finder.replaced.connect(self.replaced)

    def show_summary(self, found: Summary) -> None:
        """Which shots are meant is another, or their words."""
        same = found.words < 2
        self.caption.setText(self.tr("Words are the same") if same else self.tr("Words differ"))
        words = self.tr("Add to the end of all %n", "", len(found.keys))
        self.add.setPlaceholderText(words)
        self.add.setAccessibleName(words)
        self.finder.recount()

    def flush(self) -> None:
        """Add what was typed to the shots that are shown."""
        self.add.flush()

    def _tell(self, words: str) -> None:
        # It has gone to the shots: the line is free for the next.
        self.add.show_value(words)
        self.add.show_value("")
        if words.strip():
            self.added.emit(words.strip())

    def _open(self, on: bool) -> None:
        self.finder.setVisible(on)
        if on:
            self.finder.sought.setFocus()
            QTimer.singleShot(0, self, lambda: bring_into_sight(self.finder))


class Replacing(QFrame):
    """Two lines, and a button that says how often it would replace.

    Signals:
        replaced: what to find, and what to put instead.
    """

    replaced = Signal(object, object)

    def __init__(self, count: Count) -> None:
        super().__init__()
        set_role(self, "box")
        self._count = count
        self.sought = TextLine(self.tr("Find"), rests=False)
        self.instead = TextLine(self.tr("Replace with"), rests=False)
        self.hits = text_label("", "small", wrap=True)
        self.go = QPushButton()
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.hits, 1)
        foot.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(8)
        column.addLayout(captioned(self.tr("Find"), self.sought))
        column.addLayout(captioned(self.tr("Replace with"), self.instead))
        column.addLayout(foot)
        # Counting goes through all words of all chosen shots: once the typing rests.
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.recount)
        for line in (self.sought, self.instead):
            line.textEdited.connect(self._typed)
            line.returnPressed.connect(self._go)
        self.go.clicked.connect(self._go)
        self._say(0, 0)

    def recount(self) -> None:
        """Say how often it would be replaced now."""
        self._rest.stop()
        if not self.isHidden():
            find = self.sought.words()
            self._say(*(self._count(find, self.instead.words()) if find else (0, 0)))

    def _typed(self) -> None:
        self.go.setEnabled(False)
        self._rest.start()

    def _say(self, count: int, shots: int) -> None:
        told = ""
        if count:
            told = self.tr("In {shots} of the shots").format(shots=number(shots))
        elif self.sought.text():
            told = self.tr("Found nowhere; a part of an @name is never replaced")
        self.hits.setText(told)
        self.go.setText(self.tr("Replace %n", "", count) if count else self.tr("Replace"))
        self.go.setEnabled(count > 0)

    def _go(self) -> None:
        if self._rest.isActive():
            self.recount()
        elif self.go.isEnabled():
            self.replaced.emit(self.sought.words(), self.instead.words())
