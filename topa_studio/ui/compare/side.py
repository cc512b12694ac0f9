"""One take on the compare page: its picture, what is known of it, and the button that takes it."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from topa_studio.model.marks import NO_MARKS
from topa_studio.model.request import ClipRequest, Request
from topa_studio.model.take import Take
from topa_studio.provider.service import service
from topa_studio.ui.compare.row_words import seconds_word
from topa_studio.ui.compare.signs import Signs
from topa_studio.ui.look.theme import scaled, set_role
from topa_studio.ui.reel.glass import Glass
from topa_studio.ui.widgets.parts import ElidedLabel
from topa_studio.ui.words import credits_word, mode_word, moment, sentence

translate = QCoreApplication.translate
_FACTS = 40


class Side(QWidget):
    """The lines under a picture; `glass` is the picture.

    Signals:
        used: the button was pressed. pressed: a click on the picture.
    """

    used = Signal()
    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.glass = Glass()
        self.glass.pressed.connect(self.pressed)
        self.facts = ElidedLabel("", "dim")
        self.signs = Signs()
        self.note = ElidedLabel("")
        self.use = QPushButton()
        self.use.setMinimumHeight(scaled(28))
        self.use.clicked.connect(self.used)
        self._upper, self._lower = QHBoxLayout(), QHBoxLayout()
        self._upper.setSpacing(12)
        self._upper.addWidget(self.facts, 1)
        self._upper.addWidget(self.signs)
        self._upper.addWidget(self.use)
        self._lower.setSpacing(8)
        self._lower.addWidget(self.note, 1)
        self._lower.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 2, 4, 4)
        column.setSpacing(2)
        column.addLayout(self._upper)
        column.addLayout(self._lower)
        self.note.hide()
        self._is_tight = False

    def show_take(
        self,
        number: int,
        take: Take | None,
        request: Request | None,
        *,
        chosen: bool,
        lit: bool,
        heard: bool,
        why: str = "",
        editable: bool = True,
    ) -> None:
        """Show this take; None: it cannot be seen. `why` says why not."""
        left = f"T{number}"
        if chosen:
            left = translate("Compare", "{take} · in the film").format(take=left)
        self.glass.tell(left, str(number), lit=lit, sounds=heard, missing=why)
        self.facts.setText(facts_of(take, request) if take is not None else "")
        marks = NO_MARKS if take is None else take.marks
        self.signs.show_marks(number, marks, able=editable and take is not None)
        note = translate("NoteLine", "“{note}”").format(note=marks.note)
        self.note.setText(note if marks.note else "")
        words = translate("Compare", "Use this")
        self.use.setText(translate("Compare", "In the film now") if chosen else words)
        said = translate("Compare", "Take {number}: {words}")
        self.use.setAccessibleName(said.format(number=number, words=self.use.text()))
        self.use.setEnabled(not chosen and take is not None and editable)
        set_role(self.use, "primary" if lit and self.use.isEnabled() else "")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What has no room beside the button goes below it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.signs.sizeHint().width() + self.use.minimumSizeHint().width()
        tight = self.width() < wide + scaled(_FACTS) + 2 * self._upper.spacing()
        if tight == self._is_tight:
            return
        self._is_tight = tight
        if tight:
            self._upper.removeWidget(self.signs)
            self._lower.insertWidget(0, self.signs)
        else:
            self._lower.removeWidget(self.signs)
            self._upper.insertWidget(1, self.signs)

    def note_rect(self, inside: QWidget) -> QRect:
        """Where the note is written, in another widget's places."""
        line = self.note if self.note.isVisible() else self.facts
        return QRect(line.mapTo(inside, QPoint(0, 0)), line.size())


def facts_of(take: Take, request: Request | None) -> str:
    """How a take was asked for, what it cost, when it came, and what is not as it was asked."""
    parts = []
    if isinstance(request, ClipRequest):
        parts += [seconds_word(request.duration), mode_word(request.mode)]
    if take.credits is not None:
        parts.append(credits_word(take.credits, service(take.provider).currency))
    elif take.is_own:
        parts.append(translate("Compare", "a file of your own"))
    if take.made_at:
        made = datetime.fromtimestamp(take.made_at, UTC)
        parts.append(moment(made, datetime.now(UTC)))
    if take.marks.rejected:
        parts.append(translate("Compare", "rejected"))
    parts += [sentence(flag) for flag in take.flags]
    return " · ".join(parts)
