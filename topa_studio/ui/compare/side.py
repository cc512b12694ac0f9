"""One take on the compare page: its picture, what is known of it, and the button that takes it."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from topa_studio.model.take import Take
from topa_studio.provider.service import service
from topa_studio.ui.parts import ElidedLabel
from topa_studio.ui.reel.glass import Glass
from topa_studio.ui.theme import scaled, set_role
from topa_studio.ui.words import credits_word, moment, sentence

translate = QCoreApplication.translate


class Side(QWidget):
    """The line under a picture; `glass` is the picture.

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
        self.use = QPushButton()
        self.use.setMinimumHeight(scaled(28))
        self.use.clicked.connect(self.used)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 4, 4)
        row.setSpacing(8)
        row.addWidget(self.facts, 1)
        row.addWidget(self.use)

    def show_take(
        self,
        number: int,
        take: Take | None,
        *,
        chosen: bool,
        lit: bool,
        heard: bool,
        why: str = "",
        editable: bool = True,
    ) -> None:
        """Show this take; None: its file is gone. `why` says what is wrong with its file."""
        left = f"T{number}"
        if chosen:
            left = translate("Compare", "{take} · in the film").format(take=left)
        missing = why or (gone_words() if take is None else "")
        self.glass.tell(left, str(number), lit=lit, sounds=heard, missing=missing)
        self.facts.setText(facts_of(take) if take is not None else "")
        words = translate("Compare", "Use this")
        self.use.setText(translate("Compare", "In the film now") if chosen else words)
        said = translate("Compare", "Take {number}: {words}")
        self.use.setAccessibleName(said.format(number=number, words=self.use.text()))
        self.use.setEnabled(not chosen and take is not None and editable)
        set_role(self.use, "primary" if lit and self.use.isEnabled() else "")


def gone_words() -> str:
    """What stands where a clip was."""
    return translate("Compare", "The clip is not on the disk any more.")


def facts_of(take: Take) -> str:
    """What a take cost, when it was made, and what differs from what was asked."""
    parts = []
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
