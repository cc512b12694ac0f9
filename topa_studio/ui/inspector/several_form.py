"""The inspector of several chosen shots: it says which, offers to make them, changes nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from topa_studio.ui.desk import Desk
from topa_studio.ui.inspector.act import GenerateButton
from topa_studio.ui.parts import text_label
from topa_studio.ui.places import in_order
from topa_studio.ui.told import ToldLines
from topa_studio.ui.words import numbers_word, seconds_word


class SeveralForm(QWidget):
    """Shows the shots whose keys `show_shots` was given.

    Signals:
        generate_requested: keys of the shots to make, and the credits on the button.
    """

    generate_requested = Signal(list, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session = desk.session
        self.keys: tuple[str, ...] = ()
        self.heading = text_label("", "title", wrap=True)
        self.numbers = text_label("", "dim", wrap=True)
        hint = self.tr("Words and settings belong to one shot: choose it alone to change them.")
        self.generate = GenerateButton()
        self.generate.requested.connect(self.generate_requested)
        self.told = ToldLines()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 0, 14, 14)
        whole.setSpacing(14)
        for part in (self.heading, self.numbers, text_label(hint, wrap=True)):
            whole.addWidget(part)
        whole.addWidget(self.generate)
        whole.addWidget(self.told)
        whole.addStretch(1)

    def show_shots(self, keys: tuple[str, ...]) -> None:
        """Show other shots."""
        self.keys = keys
        self.refresh()

    def flush(self) -> None:
        """Nothing is typed here."""

    def refresh(self) -> None:
        """Show the shots as the document says them now."""
        film = self._desk.film
        keys = in_order(film, self.keys)
        seconds = seconds_word(sum(film.shot(key).seconds for key in keys))
        words = self.tr("%n shots are chosen", "", len(keys))
        self.heading.setText(f"{words} · {seconds}")
        self.numbers.setText(numbers_word(film, keys))
        self.refresh_status()

    def refresh_status(self) -> None:
        """Offer what of them can be made."""
        keys = in_order(self._desk.film, self.keys)
        self.told.tell(self.generate.offer_shots(self._session, keys))
