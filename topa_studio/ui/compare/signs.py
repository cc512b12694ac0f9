"""What is said of a take under its picture: liked, rejected but kept, a note; each one press."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from topa_studio.model.marks import NO_MARKS, Marks
from topa_studio.ui.commands.table import COMMANDS
from topa_studio.ui.look.icons import icon
from topa_studio.ui.look.theme import scaled, theme_signals, tokens
from topa_studio.ui.widgets.parts import icon_button
from topa_studio.ui.widgets.plain import plain_tip

translate = QCoreApplication.translate
_SIGN = 16
_BUTTON = 24


class Signs(QWidget):
    """Three quiet signs in a row.

    Signals:
        starred, rejected, noting: which of them was pressed.
    """

    starred = Signal()
    rejected = Signal()
    noting = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._marks = NO_MARKS
        self.star = self._button("compare_star")
        self.reject = self._button("compare_reject")
        self.note = self._button("compare_note")
        self.star.clicked.connect(self.starred)
        self.reject.clicked.connect(self.rejected)
        self.note.clicked.connect(self.noting)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button in (self.star, self.reject, self.note):
            row.addWidget(button)
        theme_signals().changed.connect(self._paint)
        self._paint()

    def _button(self, command: str) -> QToolButton:
        made = icon_button("star", COMMANDS[command].with_key(), role="quiet", px=_SIGN)
        made.setCheckable(True)
        made.setFixedSize(QSize(scaled(_BUTTON), scaled(_BUTTON)))
        return made

    def show_marks(self, take: int, marks: Marks, *, able: bool) -> None:
        """How they stand for a take; `able`: whether they may be pressed."""
        self._marks = marks
        on = (
            (self.star, marks.star, translate("Compare", "Liked"), "compare_star"),
            (self.reject, marks.rejected, translate("Compare", "Rejected"), "compare_reject"),
            (self.note, bool(marks.note), marks.note, "compare_note"),
        )
        for button, is_on, word, command in on:
            button.setChecked(is_on)
            button.setEnabled(able)
            says = COMMANDS[command].with_key(COMMANDS[command].says)
            button.setToolTip(plain_tip(f"{word}\n{says}" if is_on else says))
            name = translate("Compare", "Take {number}: {words}")
            spoken = f"{COMMANDS[command].says}, {word}" if is_on else COMMANDS[command].says
            button.setAccessibleName(name.format(number=take, words=spoken))
        self._paint()

    def _paint(self) -> None:
        now, px = tokens(), scaled(_SIGN)
        marks = self._marks
        star = icon("star", now.accent, px) if marks.star else icon("star-outline", now.dim, px)
        self.star.setIcon(star)
        self.reject.setIcon(icon("reject", now.text if marks.rejected else now.dim, px))
        self.note.setIcon(icon("note", now.text if marks.note else now.dim, px))
