"""A shot's length, quality, first frame and sound, within what the chosen model allows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QSpinBox, QWidget

from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.document.edits import SetField, ShotTarget, UnsetField
from topa_studio.model.mentions import mentioned_names
from topa_studio.model.scenario import Scenario
from topa_studio.ui.editing import Editing
from topa_studio.ui.inspector.limits import clip_model, in_force, inherited
from topa_studio.ui.inspector.options import OptionFields
from topa_studio.ui.inspector.pending import REST_MS
from topa_studio.ui.inspector.start import StartChoice
from topa_studio.ui.parts import Switch, captioned
from topa_studio.ui.theme import LARGE_PERCENT, text_percent
from topa_studio.ui.undo_keys import leaves_space_to_the_film, leaves_undo_to_the_film
from topa_studio.ui.words import mode_word


class SecondsBox(QSpinBox):
    """Whole seconds."""

    def event(self, event: QEvent) -> bool:
        """Undo and redo are the film's, and Space plays it."""
        left = leaves_undo_to_the_film(event) or leaves_space_to_the_film(event)
        return left or super().event(event)


class ShotSettings(QWidget):
    """Four fields in a grid, and what else the model takes.

    Signals:
        file_wanted: the user wants to choose a picture to start from (the shot's key).
    """

    file_wanted = Signal(str)

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self._key = ""
        self._below_mode: str | None = None
        self._below_sound: bool | None = None
        self.length = SecondsBox()
        self.length.lineEdit().setTextMargins(6, 0, 6, 0)
        self.length.setAccessibleName(self.tr("Length in seconds"))
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
        columns = 1 if text_percent() >= LARGE_PERCENT else 2
        for place, field in enumerate(fields):
            grid.addLayout(field, place // columns, place % columns)
            grid.setColumnStretch(place % columns, 1)
        self.options = OptionFields(editing)
        grid.addWidget(self.options, len(fields), 0, 1, columns)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._tell_length)
        self.length.valueChanged.connect(lambda _value: self._rest.start())
        self.length.editingFinished.connect(self.flush)
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
        below = inherited(scenario, scene)
        now = in_force(shot, below)
        self._below_mode, self._below_sound = below.mode, below.sound
        model = clip_model(now.model)
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
        if same and self._rest.isActive() and seconds == self._length_shown:
            return
        self._length_shown = seconds
        with QSignalBlocker(self.length):
            # A length outside the model's range is shown as it is; the problem tells of it.
            self.length.setRange(min(low, seconds), max(high, seconds))
            self.length.setSuffix(self.tr(" s ({low}–{high})").format(low=low, high=high))
            self.length.setValue(seconds)

    def flush(self) -> None:
        """Tell a length that was typed or stepped to, however far."""
        self.length.interpretText()
        self._tell_length()
        self.options.flush()

    def _tell_length(self) -> None:
        self._rest.stop()
        seconds = self.length.value()
        if self._key and seconds != self._length_shown:
            self._length_shown = seconds
            self._editing.set(self.tr("Change length"), self._target, "duration", seconds)

    @property
    def _target(self) -> ShotTarget:
        return ShotTarget(self._key)

    def _set_mode(self, mode: str) -> None:
        self._editing.override(
            self.tr("Change quality"), self._target, "mode", mode, self._below_mode
        )

    def _set_sound(self, value: str) -> None:
        label = self.tr("Change sound")
        self._editing.override(label, self._target, "sound", value == "on", self._below_sound)

    def set_start(self, start: str) -> None:
        """Start from `start`; "" for what is usual."""
        label = self.tr("Change first frame")
        if start:
            self._editing.apply(label, SetField(self._target, "start", start))
        else:
            self._editing.apply(label, UnsetField(self._target, "start"))
