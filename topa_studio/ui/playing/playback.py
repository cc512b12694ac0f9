"""Plays a composition: the clock says which frame is due, the stream has it ready."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal

from topa_studio.film.composition import Composition
from topa_studio.film.engine.burning import Burnt
from topa_studio.film.span import Span
from topa_studio.film.timing import Cut
from topa_studio.model.rate import frame_of, moment_of
from topa_studio.ui.playing.clock import Clock
from topa_studio.ui.playing.frames import NOTHING, Frames
from topa_studio.ui.playing.sound import Sound
from topa_studio.ui.playing.speaker import Speaker
from topa_studio.ui.playing.stretch import Stretch

_TICK_MS = 4
_LONGEST_DRY = 12
_FASTEST = 4.0


class Playback(QObject):
    """Where the film is, and how it goes on.

    Signals:
        frame_shown: the picture that is due, a QImage.
        moved: the playhead, in seconds of the film.
        playing_changed: whether it plays.
        rate_changed: how fast it plays from now on, or would; see `rate`.
        clip_failed: the key of a shot whose file cannot be shown, and the MediaError.
    Attributes:
        frame: the frame on screen.
        frames: what makes the pictures.
        rate: how many times as fast as life it plays; below 0 backwards.
        speed: the rate at which it plays on when it is asked to play.
    """

    frame_shown = Signal(object)
    moved = Signal(float)
    playing_changed = Signal(bool)
    rate_changed = Signal(float)
    clip_failed = Signal(str, object)

    def __init__(self, files: Callable[[str], Path], speaker: Speaker, parent: QObject) -> None:
        super().__init__(parent)
        self.composition = NOTHING
        self.stretch = Stretch()
        self.frame = self.index = 0
        self.playing = self._waits = False
        self.rate = self.speed = 1.0
        self._dry = 0
        self._clock = Clock(speaker)
        self._sound = Sound(NOTHING, files)
        self._seen: object = None
        self.frames = frames = Frames(files, self)
        frames.shown.connect(self.frame_shown)
        frames.came.connect(self._came)
        frames.failed.connect(self.clip_failed)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)

    @property
    def cuts(self) -> tuple[Cut, ...]:
        """The cuts of the film."""
        return self.composition.cuts

    @property
    def cut(self) -> Cut | None:
        """The cut on screen."""
        return self.cuts[self.index] if self.cuts else None

    @property
    def position(self) -> float:
        """The playhead, in seconds of the film."""
        return moment_of(self.frame, self.composition.rate)

    def limit(self) -> Span:
        """From where to where it is played."""
        return self.stretch.limit(self.cuts, self.index)

    # What is asked.

    def show(self, composition: Composition, faces: dict[str, Path]) -> None:
        """The film is this now: stay in the shot on screen, at the same place in its clip.

        `faces` are the first pictures of elements, for slates.
        """
        before, inside = self.cut, self.frame - self.cut.first if self.cut else 0
        self.composition = composition
        frame = self._same_place(before, inside)
        self.frames.put(composition, faces)
        if not composition.cuts:
            self.pause()
        self._sound.take(composition)
        moved = frame != self.frame
        self._stand(frame)
        seen, self._seen = self._seen, self.frames.look(self.frame, self.cut)
        if moved or seen != self._seen:
            self.frames.taken = None
            if moved or not self.playing:
                self._begin()

    def _same_place(self, before: Cut | None, inside: int) -> int:
        film, now = self.composition, None
        if before is not None:
            index = film.place_of(before.key)
            now = None if index is None else self.cuts[index]
            self.stretch.move_along(before, now, film.frames)
            if now is not None:
                # Where its clip begins later or earlier now, the frame on screen stays.
                inside += frame_of(before.offset, before.rate) - frame_of(now.offset, now.rate)
                return now.first + max(0, min(inside, now.frames - 1))
        return min(self.frame, max(0, film.frames - 1))

    def burn(self, burnt: Burnt) -> None:
        """Paint these words over the picture from now on, as an export does."""
        self.frames.burn(burnt)
        self._begin()

    def resize(self, size: QSize) -> None:
        """Pictures are shown this large, in pixels of the screen."""
        self.frames.resize(size)
        self._waits = self._waits or (bool(self.cuts) and not self.playing)

    def seek(self, frame: int) -> None:
        """Go to a frame; it goes on playing if it played."""
        self.stretch.span = None
        self._stand(frame)
        self._begin()
        self._seen = self.frames.look(self.frame, self.cut)

    def seek_seconds(self, seconds: float) -> None:
        """Go to the frame that is on screen at a moment of the film."""
        self.seek(int(seconds * self.composition.rate + 1e-6))

    def look_at(self, cut: Cut, inside: int) -> None:
        """Show a frame of a cut's file, perhaps beyond what the film shows; the playhead stays."""
        self.pause()
        self.frames.go_apart(cut, inside)
        self._waits = True
        self._came()

    def step(self, frames: int) -> None:
        """Pause, and go some frames on or back."""
        self.pause()
        self.seek(self.frame + frames)

    def play(self, span: Span | None = None) -> None:
        """Play `span` (None: the reach that is set) from the playhead, else from its beginning."""
        if not self.cuts:
            return
        self.stretch.span = span
        limit = self.limit()
        if not limit.first <= self.frame < limit.last - 1:
            self._stand(limit.first)
        self._run(self.speed)

    def pause(self) -> None:
        """Stay where it is."""
        self._timer.stop()
        self._clock.stop()
        self._take_rate(self.speed)
        if self.playing:
            self._set_playing(False)
            if self.frames.taken != self.frame:
                self._begin()  # what was left out while it played is seen now

    def shuttle(self, direction: int) -> None:
        """J and L: play backwards (-1) or on (1), faster with each press up to four times."""
        if not self.cuts:
            return
        same = self.playing and (self.rate > 0) == (direction > 0)
        self._run(direction * min(_FASTEST, abs(self.rate) * 2) if same else float(direction))

    def set_speed(self, speed: float) -> None:
        """How fast it plays from now on, 0.25 to 2."""
        self.speed = speed
        (self._run if self.playing else self._take_rate)(speed)

    def take_loop(self, value: str) -> None:
        """Play so much again and again, a value of `Reach`."""
        self.stretch.take_loop(value)
        if self.playing:
            self._begin()

    def close(self) -> None:
        """Stop, and let go of all files."""
        self.pause()
        self.frames.close()
        self._sound.close()

    # Going on.

    def _run(self, rate: float) -> None:
        self._take_rate(rate)
        self._set_playing(True)
        self._begin()

    def _begin(self) -> None:
        """Show the playhead's frame as soon as it is there, and go on from it."""
        self._clock.stop()
        self._waits = bool(self.cuts)
        if not self.cuts:
            return
        step, loop = 1, None
        if self.playing:
            step = max(1, round(abs(self.rate))) * (1 if self.rate > 0 else -1)
            limit = self.limit()
            loop = (limit.first, limit.last) if self.stretch.loops else None
        self._sound.prepare(self.position)
        if self.frames.go(self.frame, (step, loop), rough=not self.playing):
            self._go_on()
        else:
            self._came()

    def _came(self) -> None:
        """A frame that was waited for is there."""
        if self._waits and self.frames.take(self.frame):
            self._go_on()

    def _go_on(self) -> None:
        self._waits = False
        if self.playing:
            self._dry = 0
            self._clock.start(self.position, self.rate, self._sound.block)
            self._timer.start()

    def _tick(self) -> None:
        if self._waits:
            return
        rate = float(self.composition.rate)
        frame, limit = int(self._clock.seconds() * rate + 1e-6), self.limit()
        if self.rate > 0 and frame >= limit.last:
            self._reach_end(limit)
        elif self.rate < 0 and frame <= limit.first:
            self._stand(limit.first)
            self.pause()
        elif frame != self.frame:
            self._advance(frame)

    def _advance(self, frame: int) -> None:
        self._stand(frame)
        self._dry = 0 if self.frames.take(frame) else self._dry + 1
        if self._dry > _LONGEST_DRY:
            self._begin()

    def _reach_end(self, limit: Span) -> None:
        if self.stretch.loops:
            # The stream has gone on with the first frames of the loop already.
            self._advance(limit.first)
            self._clock.start(self.position, self.rate, self._sound.block)
            return
        self._advance(limit.last - 1)
        self.pause()

    def _stand(self, frame: int) -> None:
        self.frame = min(max(frame, 0), max(0, self.composition.frames - 1))
        self.index = self.composition.index_at(self.frame)
        self.moved.emit(self.position)

    def _take_rate(self, rate: float) -> None:
        self.rate = rate
        self.rate_changed.emit(rate)

    def _set_playing(self, playing: bool) -> None:
        if playing != self.playing:
            self.playing = playing
            self.playing_changed.emit(playing)
