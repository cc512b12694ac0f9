"""The buttons of a page that plays: one for all it shows, with its time and its speed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QToolButton, QVBoxLayout, QWidget

from topa_studio.film.span import time_code
from topa_studio.ui.commands.table import COMMANDS
from topa_studio.ui.look.icons import icon
from topa_studio.ui.look.theme import scaled, set_role
from topa_studio.ui.player.speed import rate_word, speed_word
from topa_studio.ui.player.transport import PlayButton
from topa_studio.ui.reel.clock import ReelClock
from topa_studio.ui.widgets.parts import Switch, icon_button, text_label, thin_rule
from topa_studio.ui.widgets.two_lines import TwoLines

SPEEDS = tuple((value, speed_word(float(value))) for value in ("0.25", "0.5", "1"))


class ReelBar(QWidget):
    """First, frame back, play, frame on, last, loop, time, slider, speed, sound.

    Signals:
        sound_wanted: the sound shall be on, or off.
    """

    sound_wanted = Signal(bool)

    def __init__(
        self, clock: ReelClock, place: str, words: Callable[[int], str] | None = None
    ) -> None:
        """`words` say what stands beside the slider for a frame; None: its time and the length.

        `place` begins the names of the commands whose keys are told.
        """
        super().__init__()
        self._place = place
        self._clock = clock
        self._words = words or self._time_of
        set_role(self, "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.play_button = PlayButton()
        self.time = text_label("", "dim")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(self.tr("Place"))
        self.slider.setMinimumWidth(scaled(60))
        self.loop_button = icon_button("loop", self.tr("Again and again"))
        self.loop_button.setCheckable(True)
        self.speed = Switch(self.tr("Speed"), SPEEDS)
        self.speed.set_value("1")
        self.sound = icon_button("volume", self.tr("Sound off"), role="quiet")
        self._heard = True
        self._flat = False
        self.choices = QHBoxLayout()
        self._lay_out()
        self._connect()
        self._show_loop()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        self._steps = self._buttons()
        for button in self._steps:
            row.addWidget(button)
        for widget in (self.loop_button, self.time):
            row.addWidget(widget)
        row.addWidget(self.slider, 1)
        self.choices.addWidget(self.speed)
        self.choices.addWidget(self.sound)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(thin_rule())
        self._lines = TwoLines(row, self.choices)
        rows.addWidget(self._lines)

    def _buttons(self) -> list[QToolButton]:
        clock = self._clock
        found = []
        for name, words, act in (
            ("first", self._told("start"), lambda: clock.seek(clock.first)),
            ("back", self.tr("One frame back"), lambda: clock.step(-1)),
            ("", "", clock.toggle),
            ("forward", self.tr("One frame on"), lambda: clock.step(1)),
            ("last", self._told("end"), lambda: clock.seek(clock.last - 1)),
        ):
            button = icon_button(name, words, px=15) if name else self.play_button
            button.clicked.connect(lambda _on=False, act=act: act())
            found.append(button)
        return found

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where room is short, what keys do as well gives way."""
        super().resizeEvent(event)
        self._fit()

    def set_flat(self, *, flat: bool) -> None:
        """Whether one line is worth more than the buttons that keys do as well."""
        if flat != self._flat:
            self._flat = flat
            self._fit()

    def _fit(self) -> None:
        self.time.setMinimumWidth(self.time.sizeHint().width())
        wide = sum(each.sizeHint().width() + 8 for each in (*self._steps, self.loop_button))
        wide += self.time.sizeHint().width() + self.slider.minimumWidth() + 48
        if self._flat:
            wide += self.choices.sizeHint().width()
        narrow = self.width() < wide
        for place in (0, 1, 3, 4):
            self._steps[place].setVisible(not narrow)
        self._lines.fit()

    def _told(self, command: str, words: str = "") -> str:
        """What a command of the page does, with its key."""
        return COMMANDS[f"{self._place}_{command}"].with_key(words)

    def _connect(self) -> None:
        clock = self._clock
        clock.playing_changed.connect(self._show_playing)
        clock.moved.connect(self._show_frame)
        self.slider.sliderMoved.connect(clock.seek)
        self.slider.actionTriggered.connect(lambda _act: clock.seek(self.slider.sliderPosition()))
        self.loop_button.clicked.connect(self._loop)
        self.speed.chosen.connect(lambda value: clock.set_speed(float(value)))
        self.sound.clicked.connect(lambda: self.sound_wanted.emit(not self._heard))
        self._show_playing(False)

    def show_span(self) -> None:
        """The clock has another stretch."""
        self.slider.setRange(self._clock.first, self._clock.last - 1)
        self._show_frame(self._clock.frame)
        self._fit()

    def show_sound(self, *, heard: bool, can: bool = True) -> None:
        """Whether anything is heard, and whether it could be."""
        self._heard = heard
        words = self.tr("Sound off") if heard else self.tr("Sound on")
        self.sound.setIcon(icon("volume" if heard and can else "muted", px=scaled(16)))
        self.sound.setToolTip(words if can else self.tr("There is no sound on this computer"))
        self.sound.setAccessibleName(self.sound.toolTip())
        self.sound.setEnabled(can)

    def _time_of(self, frame: int) -> str:
        clock = self._clock
        rate = clock.rate
        return f"{time_code(frame - clock.first, rate)} / {time_code(clock.frames, rate)}"

    def _show_frame(self, frame: int) -> None:
        clock, words = self._clock, self._words(frame)
        if clock.direction != 1:  # J and L
            words += f" · {rate_word(clock.speed * clock.direction)}"
        self.time.setText(words)
        self.slider.setValue(frame)

    def _show_playing(self, playing: bool) -> None:
        self.play_button.set_playing(playing)
        self._show_frame(self._clock.frame)
        words = self.tr("Pause") if playing else self.tr("Play")
        self.play_button.setToolTip(self._told("play", words))

    def _loop(self) -> None:
        self._clock.loops = not self._clock.loops
        self._clock.seek(self._clock.frame)
        self._show_loop()

    def _show_loop(self) -> None:
        self.loop_button.setChecked(self._clock.loops)
