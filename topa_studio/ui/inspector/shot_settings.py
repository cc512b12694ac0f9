"""A shot's length, quality, first frame and sound, within what the chosen model allows."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.document.edits import SetField, ShotTarget, UnsetField
from topa_studio.model.mentions import mentioned_names
from topa_studio.model.scenario import Scenario
from topa_studio.ui.desk import Desk
from topa_studio.ui.inspector.options import OptionFields
from topa_studio.ui.inspector.seconds_box import SecondsBox
from topa_studio.ui.inspector.start import StartChoice
from topa_studio.ui.parts import Switch, captioned
from topa_studio.ui.theme import LARGE_PERCENT, text_percent
from topa_studio.ui.words import mode_word
from topa_studio.ui.writing.pending import REST_MS


class ShotSettings(QWidget):
    """Four fields in a grid, and what else the model takes.

    Signals:
        file_wanted: the user wants to choose a picture to start from (the shot's key).
    """

    file_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._key = ""
        self._below_mode: str | None = None
        self._below_sound: bool | None = None
        self.length = SecondsBox(self.tr("Length in seconds"))
        self.quality = Switch(self.tr("Quality"))
        self.start = StartChoice()
        self.sound = Switch(self.tr("Sound"), (("on", self.tr("On")), ("off", self.tr("Off"))))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(12)
        fields = (
            captioned(self.tr("Length"), self.length),
            captioned(self.tr("Quality"), self.quality),
            captioned(self.tr("Starts from"), self.start),
            captioned(self.tr("Sound"), self.sound),
        )
        fields[0].addWidget(self.length.note)
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
        self.start.start_chosen.connect(self.set_start)
        self.start.file_wanted.connect(lambda: self.file_wanted.emit(self._key))

    def show_shot(self, scenario: Scenario, key: str) -> None:
        """Show the shot's settings as they are in force."""
        same = key == self._key
        self._key = key
        shot, scene = scenario.shot(key), scenario.scene_of(key)
        below, now = self._desk.session.inherited(scene), self._desk.session.settings(key)
        self._below_mode, self._below_sound = below.mode, below.sound
        model = Catalogue.bundled().clip_model(now.model)
        self._show_length(shot.duration, model.limits.min_seconds, model.limits.max_seconds, same)
        self.quality.set_choices([(mode, mode_word(mode)) for mode in model.modes])
        self.quality.set_value(now.mode)
        self.sound.setEnabled(model.has_sound)
        self.sound.set_value("on" if now.sound and model.has_sound else "off")
        options = Catalogue.bundled().options_of(model)
        self.options.show_options(self._target, options, shot.settings.options, below.options)
        pictured = bool(shot.elements) or bool(mentioned_names(shot.prompt, scenario.names))
        needs_frame = model.elements_need_frame and pictured
        self.start.show_start(scenario, key, shot.start, needs_frame)

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
        self._desk.override(self.tr("Change quality"), self._target, "mode", mode, self._below_mode)

    def _set_sound(self, value: str) -> None:
        label = self.tr("Change sound")
        self._desk.override(label, self._target, "sound", value == "on", self._below_sound)

    def set_start(self, start: str) -> None:
        """Start from `start`; "" for what is usual."""
        label = self.tr("Change first frame")
        if start:
            self._desk.apply(label, SetField(self._target, "start", start))
        else:
            self._desk.apply(label, UnsetField(self._target, "start"))
