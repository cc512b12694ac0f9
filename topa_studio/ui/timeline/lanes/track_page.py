"""The fields of one track: name, kind, loudness, when it begins, which part of it, fades."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QGridLayout, QPushButton, QVBoxLayout, QWidget

from topa_studio.model.rate import frame_of
from topa_studio.model.scenario import AudioTrack
from topa_studio.ui.desk import Desk
from topa_studio.ui.look.theme import scaled
from topa_studio.ui.running.binding import bind
from topa_studio.ui.timeline.lanes.boxes import Box, begin_of
from topa_studio.ui.timeline.lanes.sound_lane import SoundLane
from topa_studio.ui.timeline.lanes.track_changes import (
    LEAST_PERCENT,
    MOST_PERCENT,
    as_loud,
    begun_at,
    percent,
)
from topa_studio.ui.timeline.lanes.words import begin_words, too_long, trouble
from topa_studio.ui.widgets.number_box import NumberBox
from topa_studio.ui.widgets.parts import Switch, captioned, text_label
from topa_studio.ui.writing.fields import TextLine

_MOST_SECONDS = 36_000.0
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TrackPage(QDialog):
    """A window of its own beside the work; it follows its track while it is open."""

    def __init__(self, parent: QWidget, desk: Desk, lane: SoundLane, number: int) -> None:
        super().__init__(parent)
        self._desk, self._lane, self._number = desk, lane, number
        self._file = desk.film.film.audio[number].file
        self.setObjectName("track")
        self.setWindowTitle(self.tr("Music and voices"))
        self.setAccessibleName(self.windowTitle())
        self.heading = text_label("", "title", wrap=True)
        self.facts = text_label("", "dim", wrap=True)
        self.name = TextLine(self.tr("Name"), self._file.rpartition("/")[2])
        self.kind = Switch(
            self.tr("Kind"),
            (("music", self.tr("Music")), ("voice", self.tr("Voice")), ("sound", self.tr("Sound"))),
        )
        self.loud = NumberBox(
            self.tr("Loudness"), LEAST_PERCENT, MOST_PERCENT, step=5, unit="%"
        )  # fmt: skip
        self.loud.setDecimals(0)
        self.start = self._seconds(self.tr("Begins at"))
        self.begin = self._seconds(self.tr("From second of the file"))
        self.end = self._seconds(self.tr("To second of the file"))
        self.fade_in = self._seconds(self.tr("Fade in"))
        self.fade_out = self._seconds(self.tr("Fade out"))
        self.mute = QCheckBox(self.tr("Muted, also when the film goes out"))
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.setAutoDefault(False)
        self._lay_out()
        self._connect()
        self.refresh()

    def _seconds(self, says: str) -> NumberBox:
        return NumberBox(says, 0.0, _MOST_SECONDS, unit=self.tr("s"))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        fields = (
            self.loud, self.start, self.begin, self.end, self.fade_in, self.fade_out,
        )  # fmt: skip
        for place, field in enumerate(fields):
            grid.addLayout(captioned(field.accessibleName(), field), place // 2, place % 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.setSpacing(12)
        whole.addWidget(self.heading)
        whole.addWidget(self.facts)
        whole.addLayout(captioned(self.tr("Name"), self.name))
        whole.addLayout(captioned(self.tr("Kind"), self.kind))
        whole.addLayout(grid)
        whole.addWidget(self.mute)
        whole.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        self.setMinimumWidth(scaled(360))

    def _connect(self) -> None:
        self.name.committed.connect(lambda words: self._set(name=str(words).strip()))
        self.kind.chosen.connect(lambda kind: self._set(kind=kind))
        self.loud.committed.connect(
            lambda value: self._say(lambda track: as_loud(track, round(value)))
        )
        self.start.committed.connect(self._begin_at)
        self.begin.committed.connect(lambda value: self._set(begin=value))
        self.end.committed.connect(lambda value: self._set(end=value or None))
        self.fade_in.committed.connect(lambda value: self._set(fade_in=value))
        self.fade_out.committed.connect(lambda value: self._set(fade_out=value))
        self.mute.clicked.connect(lambda on: self._set(mute=on))
        self.close_button.clicked.connect(self.close)
        bind(self, self._desk.session.changed, lambda _change: self.refresh())
        self._lane.waves_came.connect(self.refresh)

    @property
    def _track(self) -> AudioTrack:
        return self._desk.film.film.audio[self._number]

    @property
    def _is_there(self) -> bool:
        tracks = self._desk.film.film.audio
        return self._number < len(tracks) and tracks[self._number].file == self._file

    def _set(self, **changes: object) -> None:
        self._say(lambda track: replace(track, **changes))  # type: ignore[arg-type]

    def _say(self, changed: Callable[[AudioTrack], AudioTrack]) -> None:
        if self._is_there:
            self._lane.change(self._number, changed)

    def _begin_at(self, seconds: float) -> None:
        session = self._desk.session

        def begun(track: AudioTrack) -> AudioTrack:
            film = session.composition()
            return begun_at(track, frame_of(seconds, film.rate), film)

        self._say(begun)

    def refresh(self) -> None:
        """Show the track as the film says it now; one that is gone takes its page along."""
        if not self._is_there:
            self.close()
            return
        track, film = self._track, self._desk.session.composition()
        wave = self._lane.wave_of(track.file)
        self.heading.setText(track.name or self._file.rpartition("/")[2])
        self.name.show_value(track.name)
        self.kind.set_value(track.kind)
        self.loud.show_value(percent(track))
        self.start.show_value(round(begin_of(track, film), 3))
        known = wave.seconds if wave is not None else 0.0
        for field, value in (
            (self.begin, track.begin),
            (self.end, track.end if track.end is not None else known),
            (self.fade_in, track.fade_in),
            (self.fade_out, track.fade_out),
        ):
            field.show_value(value)
        self.mute.setChecked(track.mute)
        box = self._lane.boxed(self._number, track)
        self.facts.setText(" · ".join(part for part in self._told(box) if part))
        for widget in (self.name, self.kind, self.loud, self.start, self.begin, self.end,
                       self.fade_in, self.fade_out, self.mute):  # fmt: skip
            widget.setEnabled(self._desk.editable)

    def _told(self, box: Box) -> tuple[str, ...]:
        film = self._desk.session.composition()
        return self._file, begin_words(box, film), trouble(box), too_long(box, film)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes a field and closes nothing."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
