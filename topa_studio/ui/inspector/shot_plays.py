"""How a shot plays in the film: its caption, how it begins, its clip's sound, its slow move."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from topa_studio.document.edits import SetField, ShotTarget, UnsetField
from topa_studio.model.scenario import Scenario, Shot
from topa_studio.ui.desk import Desk
from topa_studio.ui.inspector.choice_box import ChoiceBox
from topa_studio.ui.inspector.moves import move_choices, show_move
from topa_studio.ui.widgets.number_box import NumberBox
from topa_studio.ui.widgets.parts import Switch, captioned, text_label
from topa_studio.ui.writing.fields import TextBox

QUIETER = -12.0
_USUAL_SECONDS = 1.0
_LEAST_DB, _MOST_DB = -60.0, 24.0


class ShotPlays(QWidget):
    """None of it is part of a request, so no take goes out of date by it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._key = ""
        self._most = _USUAL_SECONDS
        self.caption = TextBox(self.tr("Caption"), self.tr("Words over the whole shot"), 1)
        self.transition = Switch(
            self.tr("Begins with"),
            (("cut", self.tr("Cut")), ("fade", self.tr("Fade")), ("dissolve", self.tr("Dissolve"))),
        )
        self.seconds = NumberBox(
            self.tr("Seconds of the transition"), 0.0, 60.0, step=0.25, unit=self.tr("s")
        )
        self.sound = Switch(
            self.tr("Sound of its clip"),
            (("on", self.tr("On")), ("quieter", self.tr("Quieter")), ("off", self.tr("Off"))),
        )
        self.gain = NumberBox(
            self.tr("Loudness of its clip"), _LEAST_DB, _MOST_DB, step=1, unit=self.tr("dB")
        )
        self.move_choice = ChoiceBox()
        self._lay_out()
        self.caption.committed.connect(self._set_caption)
        self.transition.chosen.connect(self._set_transition)
        self.seconds.committed.connect(self._set_seconds)
        self.sound.chosen.connect(self._set_sound)
        self.gain.committed.connect(self._set_gain)
        self.move_choice.activated.connect(self._set_move)

    def _lay_out(self) -> None:
        self._moves = QWidget()
        moves = captioned(self.tr("Slow move"), self.move_choice)
        moves.setContentsMargins(0, 0, 0, 0)
        self._moves.setLayout(moves)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(text_label(self.tr("IN THE FILM"), "section"))
        whole.addLayout(captioned(self.tr("Caption"), self.caption))
        for words, switch, number in (
            (self.tr("Begins with"), self.transition, self.seconds),
            (self.tr("Sound of its clip"), self.sound, self.gain),
        ):
            column = captioned(words, switch)
            row = QHBoxLayout()
            row.addWidget(number)
            row.addStretch(1)
            column.addLayout(row)
            whole.addLayout(column)
        whole.addWidget(self._moves)

    def show_shot(self, scenario: Scenario, key: str) -> None:
        """Show how this shot plays now."""
        if key != self._key:
            self.flush()
            self._key = key
        shot = scenario.shot(key)
        self.caption.show_value(shot.caption)
        self.caption.setReadOnly(not self._desk.editable)
        self.transition.set_value(shot.transition.kind)
        self.seconds.setVisible(shot.transition.kind != "cut")
        self.seconds.show_value(shot.transition.seconds)
        self._most = _most_seconds(scenario, shot)
        self._show_sound(shot.clip_gain_db)
        choices = move_choices(scenario.film.move or "none", film=self.tr("As the film"))
        show_move(self.move_choice, choices, shot.move or "")

    def refresh_status(self) -> None:
        """A slow move is for what stands still: nothing to choose where there is a clip."""
        film, session = self._desk.film, self._desk.session
        if film.has_shot(self._key):
            stands = bool(film.shot(self._key).still) or session.shot(self._key).chosen is None
            self._moves.setVisible(stands)

    def _show_sound(self, gain: float | None) -> None:
        value = "off" if gain is None else "on" if gain == 0 else "quieter"
        self.sound.set_value(value)
        self.gain.setVisible(value == "quieter")
        self.gain.show_value(gain or 0.0)

    def flush(self) -> None:
        """Tell what was typed and not told yet."""
        if self._key:
            self.caption.flush()
            self.seconds.flush()
            self.gain.flush()

    # What the user asks for.

    @property
    def _target(self) -> ShotTarget:
        return ShotTarget(self._key)

    def _set_caption(self, words: object) -> None:
        self._desk.set(self.tr("Change caption"), self._target, "caption", str(words))

    def _set_transition(self, kind: str) -> None:
        label = self.tr("Change transition")
        if kind == "cut":
            self._desk.apply(label, UnsetField(self._target, "transition"))
            return
        seconds = self._desk.film.shot(self._key).transition.seconds
        wanted = seconds or min(_USUAL_SECONDS, self._most)
        edit = SetField(self._target, "transition", {"kind": kind, "seconds": wanted})
        self._desk.apply(label, edit)

    def _set_seconds(self, seconds: float) -> None:
        kind = self._desk.film.shot(self._key).transition.kind
        if kind != "cut":
            edit = SetField(self._target, "transition", {"kind": kind, "seconds": seconds})
            self._desk.apply(self.tr("Change transition"), edit)

    def _set_sound(self, value: str) -> None:
        label = self.tr("Change clip sound")
        if value == "on":
            self._desk.apply(label, UnsetField(self._target, "clip_gain_db"))
        else:
            gain: float | str = "mute" if value == "off" else QUIETER
            self._desk.apply(label, SetField(self._target, "clip_gain_db", gain))

    def _set_gain(self, gain: float) -> None:
        label = self.tr("Change clip sound")
        self._desk.override(label, self._target, "clip_gain_db", gain, 0.0)

    def _set_move(self, place: int) -> None:
        label, move = self.tr("Change slow move"), self.move_choice.itemData(place)
        if move:
            self._desk.apply(label, SetField(self._target, "move", move))
        else:
            self._desk.apply(label, UnsetField(self._target, "move"))


def _most_seconds(scenario: Scenario, shot: Shot) -> float:
    """The longest transition into a shot: half of the shorter one of it and that before."""
    before = scenario.shot_before(shot.key)
    seconds = shot.seconds if before is None else min(before.seconds, shot.seconds)
    return round(seconds / 2, 3)
