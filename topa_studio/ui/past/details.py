"""The side of the page that says what the chosen row is, and has its one button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from topa_studio.ui.look.theme import set_role
from topa_studio.ui.past.pictures import Pictures, Strip
from topa_studio.ui.past.seen import Seen
from topa_studio.ui.widgets.parts import ScrollColumn, text_label
from topa_studio.ui.widgets.plain import plain_act


class Details(QWidget):
    """A heading, pictures, some lines, what went wrong, and a button.

    Signals:
        pressed: the button was pressed.
    """

    pressed = Signal()

    def __init__(self, says: str, pictures: Pictures) -> None:
        super().__init__()
        body = QWidget()
        self.heading = text_label("", "title", wrap=True)
        self.button = QPushButton()
        set_role(self.button, "primary")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.pressed)
        self.trouble = text_label("", "bad", wrap=True)
        self.strip = Strip(pictures)
        self._lines: list[QLabel] = []
        self._inside = QVBoxLayout(body)
        self._inside.setContentsMargins(20, 16, 20, 8)
        self._inside.setSpacing(8)
        self._inside.addWidget(self.heading)
        self._inside.addWidget(self.strip)
        self._inside.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 16)
        whole.setSpacing(8)
        whole.addWidget(ScrollColumn(body, says, margin=20), 1)
        whole.addWidget(_indented(self.trouble))
        whole.addWidget(_indented(self.button))
        self.tell_trouble("")

    @property
    def lines(self) -> tuple[str, ...]:
        """What is said under the heading."""
        return tuple(label.text() for label in self._lines)

    def show_words(
        self,
        heading: str,
        lines: Sequence[str],
        note: str = "",
        shown: Sequence[tuple[str, Seen | None]] = (),
    ) -> None:
        """Say this; `note` comes last and quietly, `shown` are pictures with their words."""
        self.strip.show_all(shown)
        self.heading.setText(heading)
        for old in self._lines:
            self._inside.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = [text_label(words, wrap=True) for words in lines]
        if note:
            self._lines.append(text_label(note, "dim", wrap=True))
        for place, label in enumerate(self._lines, 2):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._inside.insertWidget(place, label)

    def offer(self, words: str, *, can: bool) -> None:
        """What the button does; "" hides it."""
        self.button.setText(plain_act(words))
        self.button.setAccessibleName(f"{words}: {self.heading.text()}")
        self.button.setEnabled(can)
        self.button.setVisible(bool(words))

    def tell_trouble(self, words: str) -> None:
        """Why it could not be done; "" for nothing."""
        self.trouble.setText(f"{words[:1].upper()}{words[1:]}")
        self.trouble.setAccessibleName(words)
        self.trouble.setVisible(bool(words))


def _indented(widget: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(20, 0, 20, 0)
    column.addWidget(widget)
    return made
