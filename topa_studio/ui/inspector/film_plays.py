"""How the whole film plays: its frames a second, its slow moves, how it ends."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from topa_studio.document.edits import FilmTarget, SetField, UnsetField
from topa_studio.model.scenario import FilmConfig
from topa_studio.ui.desk import Desk
from topa_studio.ui.inspector.choice_box import ChoiceBox
from topa_studio.ui.inspector.moves import move_choices, show_move
from topa_studio.ui.widgets.number_box import NumberBox
from topa_studio.ui.widgets.parts import Switch, captioned, text_label

_RATES = (23.976, 24, 25, 29.97, 30, 50, 59.94, 60)
_USUAL_RATE, _USUAL_SECONDS = 24, 1.0


class FilmPlays(QWidget):
    """None of it is part of a request, so no take goes out of date by it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.rate = ChoiceBox()
        self.move_choice = ChoiceBox()
        self.ending = Switch(
            self.tr("Ends with"), (("cut", self.tr("Cut")), ("fade", self.tr("Fade")))
        )
        self.seconds = NumberBox(
            self.tr("Seconds of the ending"), 0.0, 60.0, step=0.25, unit=self.tr("s")
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(text_label(self.tr("IN THE FILM"), "section"))
        whole.addLayout(captioned(self.tr("Frames a second"), self.rate))
        moves = self.tr("Slow move of panels and pictures")
        whole.addLayout(captioned(moves, self.move_choice))
        ends = captioned(self.tr("Ends with"), self.ending)
        row = QHBoxLayout()
        row.addWidget(self.seconds)
        row.addStretch(1)
        ends.addLayout(row)
        whole.addLayout(ends)
        self.rate.activated.connect(self._set_rate)
        self.move_choice.activated.connect(self._set_move)
        self.ending.chosen.connect(self._set_ending)
        self.seconds.committed.connect(self._set_seconds)

    def show_film(self, film: FilmConfig) -> None:
        """Show how the film plays now."""
        rates = _RATES if film.fps in _RATES else (film.fps, *_RATES)
        with QSignalBlocker(self.rate):
            self.rate.clear()
            for rate in rates:
                self.rate.addItem(f"{rate:g}" if rate != 23.976 else "23.976", rate)
            self.rate.setCurrentIndex(rates.index(film.fps))
        show_move(self.move_choice, move_choices(), film.move or "none")
        self.ending.set_value(film.ending.kind)
        self.seconds.setVisible(film.ending.kind == "fade")
        self.seconds.show_value(film.ending.seconds)

    def flush(self) -> None:
        """Tell what was typed and not told yet."""
        self.seconds.flush()

    def _set_rate(self, place: int) -> None:
        label, rate = self.tr("Change frame rate"), self.rate.itemData(place)
        self._desk.override(label, FilmTarget(), "fps", rate, _USUAL_RATE)

    def _set_move(self, place: int) -> None:
        label, move = self.tr("Change slow move"), self.move_choice.itemData(place)
        self._desk.override(label, FilmTarget(), "move", move, "none")

    def _set_ending(self, kind: str) -> None:
        label = self.tr("Change ending")
        if kind == "cut":
            self._desk.apply(label, UnsetField(FilmTarget(), "ending"))
            return
        seconds = self._desk.film.film.ending.seconds or _USUAL_SECONDS
        edit = SetField(FilmTarget(), "ending", {"kind": kind, "seconds": seconds})
        self._desk.apply(label, edit)

    def _set_seconds(self, seconds: float) -> None:
        if self._desk.film.film.ending.kind != "cut":
            edit = SetField(FilmTarget(), "ending", {"kind": "fade", "seconds": seconds})
            self._desk.apply(self.tr("Change ending"), edit)
