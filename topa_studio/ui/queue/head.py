"""Over the lines of the queue: why all of it stands still, pause, and cancel all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from topa_studio.model.status import Trouble
from topa_studio.ui.look.calm import set_name, set_words
from topa_studio.ui.look.theme import set_role
from topa_studio.ui.queue.stops import acts_of
from topa_studio.ui.widgets.confirm import Confirm
from topa_studio.ui.widgets.parts import ElidedLabel, text_label
from topa_studio.ui.words import trouble_words

_MINUTE = 60


class StopBox(QFrame):
    """One calm line with its acts; hidden where nothing stands still.

    Signals:
        pressed: an act of `stops`.
    """

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Trouble, bool] | None = None
        self.buttons: dict[str, QPushButton] = {}
        set_role(self, "bar-warning")
        self.text = text_label("", wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 8, 10, 8)
        self._column.setSpacing(6)
        self._column.addWidget(self.text)
        self.hide()

    def tell(self, trouble: Trouble | None, *, stops: bool, editable: bool) -> None:
        """Show why all stands still; None: nothing does."""
        self.setVisible(trouble is not None)
        shown = None if trouble is None else (trouble, stops)
        if shown == self._shown:
            return
        self._shown = shown
        if trouble is not None:
            self.text.setText(trouble_words(trouble))
            self.setAccessibleName(self.text.text())
        self._put(acts_of(trouble, stops=stops) if trouble and editable else ())

    def _put(self, acts: Sequence[tuple[str, str]]) -> None:
        for old in self.buttons.values():
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = {}
        for name, words in acts:
            button = QPushButton(words)
            button.setAccessibleName(words)
            button.setAccessibleDescription(self.text.text())
            button.clicked.connect(lambda _on=False, name=name: self.pressed.emit(name))
            self.buttons[name] = button
            self._column.addWidget(button)


class QueueHead(QWidget):
    """Signals.

    pressed: an act of `stops`.
    pause_toggled: pause, or go on.
    cancel_all_wanted: everything shall be stopped; the truth about it was told.
    """

    pressed = Signal(str)
    pause_toggled = Signal()
    cancel_all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.stop = StopBox()
        self.stop.pressed.connect(self.pressed)
        self.pause = _link("")
        self.pause.clicked.connect(self.pause_toggled)
        self.cancel_all = _link(self.tr("Cancel all"))
        self.cancel_all.setAccessibleName(self.cancel_all.text())
        self.cancel_all.clicked.connect(self._ask)
        self.confirm = Confirm()
        self.confirm.answered.connect(self._confirmed)
        self._counts = (0, 0)
        row = QHBoxLayout()
        row.setSpacing(4)
        self.left = ElidedLabel("", "small")
        row.addWidget(self.pause)
        row.addWidget(self.left, 1)
        row.addStretch(0)
        row.addWidget(self.cancel_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.stop)
        column.addLayout(row)
        column.addWidget(self.confirm)

    def show_line(self, waiting: int, sent: int, *, paused: bool, editable: bool) -> None:
        """How many wait unsent and how many were sent; whether the user paused."""
        self._counts = (waiting, sent)
        busy = bool(waiting or sent) and editable
        words = self.tr("Continue") if paused else self.tr("Pause")
        set_words(self.pause, words)
        set_name(
            self.pause, self.tr("Go on sending") if paused else self.tr("Pause: send nothing new")
        )
        self.pause.setVisible(busy and not self.stop.buttons)
        self.cancel_all.setVisible(busy)
        if busy:
            self.confirm.say(self._truth())
        else:
            self.confirm.close_question()

    def show_time_left(self, seconds: float | None) -> None:
        """How long all of it still takes; None: nothing is said."""
        words = ""
        if seconds is not None and seconds < _MINUTE:
            words = self.tr("less than a minute")
        elif seconds is not None:
            words = self.tr("about %n min left", "", round(seconds / _MINUTE))
        self.left.setText(words)
        self.left.setVisible(bool(words))

    def _ask(self) -> None:
        self.confirm.ask(self._truth(), yes=self.tr("Cancel all"), no=self.tr("Go on"))

    def _truth(self) -> str:
        waiting, sent = self._counts
        parts = []
        if waiting:
            parts.append(self.tr("%n in line were not sent: they cost nothing.", "", waiting))
        if sent:
            parts.append(
                self.tr(
                    "%n were sent: KIE may still finish and charge; results are collected.",
                    "",
                    sent,
                )
            )
        return " ".join(parts)

    def _confirmed(self, yes: bool) -> None:
        if yes:
            self.cancel_all_wanted.emit()
        else:
            self.cancel_all.setFocus(Qt.FocusReason.OtherFocusReason)


def _link(words: str) -> QPushButton:
    made = QPushButton(words)
    set_role(made, "link")
    return made
