"""A shot's length, quality, frames and sound, within what the chosen model allows."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.document.edits import Edit, SetField, ShotTarget, UnsetField
from topa_studio.film.seams import SOFT, copies_of
from topa_studio.model.scenario import Scenario
from topa_studio.ui.desk import Desk
from topa_studio.ui.film.copies import copies_told
from topa_studio.ui.film.shot_edits import (
    Step,
    mode_choices,
    mode_step,
    needs_frame,
    sound_step,
    start_step,
    takes_end,
)
from topa_studio.ui.inspector.options import OptionFields
from topa_studio.ui.inspector.start import EndChoice, StartChoice
from topa_studio.ui.look.theme import LARGE_PERCENT, set_role, text_percent
from topa_studio.ui.widgets.parts import Switch, captioned, text_label
from topa_studio.ui.writing.pending import REST_MS
from topa_studio.ui.writing.seconds_box import SecondsBox


class ShotSettings(QWidget):
    """Fields in a grid, and what else the model takes.

    Signals:
        file_wanted: the user wants to choose a picture: the shot's key, "start" or "end".
        file_given: a picture was dropped: the shot's key, "start" or "end", its path.
    """

    file_wanted = Signal(str, str)
    file_given = Signal(str, str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._key = ""
        self.length = SecondsBox(self.tr("Length in seconds"))
        self.quality = Switch(self.tr("Quality"))
        self.start, self.end = StartChoice(), EndChoice()
        self.copies = text_label("", "small", wrap=True)
        self.unused = text_label("", "small", wrap=True)
        self.sound = Switch(self.tr("Sound"), (("on", self.tr("On")), ("off", self.tr("Off"))))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(12)
        fields = (
            captioned(self.tr("Length"), self.length),
            captioned(self.tr("Quality"), self.quality),
            captioned(self.tr("Starts from"), self.start),
            captioned(self.tr("Ends with"), self.end),
            captioned(self.tr("Sound"), self.sound),
        )
        fields[0].addWidget(self.length.note)
        fields[2].addWidget(self.copies)
        fields[2].addWidget(self.unused)
        columns = 1 if text_percent() >= LARGE_PERCENT else 2
        for place, field in enumerate(fields):
            grid.addLayout(field, place // columns, place % columns, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(place % columns, 1)
        self.options = OptionFields(desk)
        grid.addWidget(self.options, len(fields), 0, 1, columns)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._tell_length)
        self.length.valueChanged.connect(lambda _value: self._rest.start())
        self.length.typed.connect(self._rest.start)
        self.length.refused.connect(self._rest.stop)
        self.length.editingFinished.connect(self._tell_length)
        self._length_shown = 0
        self.quality.chosen.connect(self._set_mode)
        self.sound.chosen.connect(self._set_sound)
        self.start.picked.connect(self.set_start)
        self.end.picked.connect(self._set_end)
        for name, choice in (("start", self.start), ("end", self.end)):
            choice.file_wanted.connect(lambda name=name: self.file_wanted.emit(self._key, name))
            choice.dropped.connect(
                lambda path, name=name: self.file_given.emit(self._key, name, path)
            )

    def show_shot(self, scenario: Scenario, key: str) -> None:
        """Show the shot's settings as they are in force; the rest `refresh_status` tells."""
        same = key == self._key
        self._key = key
        shot, scene = scenario.shot(key), scenario.scene_of(key)
        below, now = self._desk.session.inherited(scene), self._desk.session.settings(key)
        model = Catalogue.bundled().clip_model(now.model)
        self._show_length(shot.duration, model.limits.min_seconds, model.limits.max_seconds, same)
        self.quality.set_choices(mode_choices(model))
        self.quality.set_value(now.mode)
        self.sound.setEnabled(model.has_sound)
        self.sound.set_value("on" if now.sound and model.has_sound else "off")
        options = Catalogue.bundled().options_of(model)
        self.options.show_options(self._target, options, shot.settings.options, below.options)
        self.start.show_start(scenario, key, needs_frame=needs_frame(scenario, key, model))
        self.end.show_end(scenario, key, takes_end=takes_end(self._desk.session, key))
        self._show_copies(copies_of(scenario, key))

    def refresh_status(self) -> None:
        """Tell of a panel that is there and, as nothing is said, is not what the clip starts from.

        It is the start where the model needs a frame, and only there.
        """
        session, film = self._desk.session, self._desk.film
        panel = session.shot(self._key).panel if film.has_shot(self._key) else None
        starts = panel is None or bool(film.shot(self._key).start or film.shot(self._key).still)
        if panel is not None and not starts:
            model = Catalogue.bundled().clip_model(session.settings(self._key).model)
            starts = needs_frame(film, self._key, model)
        number = 0 if panel is None else panel.number
        words = self.tr("It starts from nothing: panel {number} is not its start.")
        self.unused.setText("" if starts else words.format(number=number))
        self.unused.setVisible(not starts)

    def _show_copies(self, copies: int) -> None:
        """How often the first frame was taken over; it never forbids anything."""
        self.copies.setText(copies_told(copies) if copies else "")
        self.copies.setVisible(copies > 0)
        set_role(self.copies, "warn" if copies >= SOFT else "small")

    def _show_length(self, seconds: int, low: int, high: int, same: bool) -> None:
        typing = self._rest.isActive() or self.length.is_wrong
        if same and typing and seconds == self._length_shown:
            return
        self._length_shown = seconds
        self.length.show_seconds(seconds, low, high, anew=not same)

    def flush(self) -> None:
        """Tell a length that was typed or stepped to, however far."""
        self._tell_length()
        self.options.flush()

    def _tell_length(self) -> None:
        self.length.finish()
        self._rest.stop()
        seconds = self.length.value()
        if self._key and seconds != self._length_shown:
            self._length_shown = seconds
            self._desk.set(self.tr("Change length"), self._target, "duration", seconds)

    @property
    def _target(self) -> ShotTarget:
        return ShotTarget(self._key)

    def _set_mode(self, mode: str) -> None:
        self._apply(mode_step(self._desk.session, self._key, mode))

    def _set_sound(self, value: str) -> None:
        self._apply(sound_step(self._desk.session, self._key, on=value == "on"))

    def set_start(self, start: str) -> None:
        """Start from `start`; "" for what is usual."""
        self._apply(start_step(self._desk.film, self._key, start))

    def _apply(self, step: Step) -> None:
        self._desk.apply(step.label, *step.edits)

    def _set_end(self, end: str) -> None:
        self._desk.apply(self.tr("Change last frame"), self._frame("end", end))

    def _frame(self, field: str, value: str) -> Edit:
        return SetField(self._target, field, value) if value else UnsetField(self._target, field)
