"""The page of a shot's takes in the inspector."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from topa_studio.ui.desk import Desk
from topa_studio.ui.inspector.act import GenerateButton
from topa_studio.ui.takes.acts import TakeActs
from topa_studio.ui.thumbnails import Thumbnails


class TakesTab(QWidget):
    """Shows the takes of the shot whose key `show_shot` was given.

    Signals:
        generate_requested: a list with the shot's key, and the credits on the button.
        play_requested: the key of a shot to play.
        answered: see `Answers`.
    """

    generate_requested = Signal(list, object)
    play_requested = Signal(str)
    answered = Signal(str, str)

    def __init__(self, desk: Desk, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._desk = desk
        self._thumbnails = thumbnails
        self.acts = TakeActs(desk)
        self.key = ""
        self.generate = GenerateButton()
        self.generate.requested.connect(self.generate_requested)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 0, 14, 14)
        whole.addWidget(self.generate)
        whole.addStretch(1)

    def show_shot(self, key: str) -> None:
        """Show another shot."""
        self.key = key
        self.refresh_status()

    def flush(self) -> None:
        """Tell what was typed and not told yet."""

    def refresh_status(self) -> None:
        """Show the takes as they are now."""
        self.generate.offer_shot(self._desk.session, self.key)
