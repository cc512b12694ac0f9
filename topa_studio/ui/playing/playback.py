"""Plays a composition: the clock says which frame is due, the stream has it ready."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal

from topa_studio.base.errors import MediaError
from topa_studio.film.composition import Composition
from topa_studio.film.engine.burning import Burnt
from topa_studio.film.engine.mixer import Mixer
from topa_studio.film.engine.renderer import Renderer
from topa_studio.film.engine.stream import FrameStream
from topa_studio.film.rate import moment_of
from topa_studio.film.span import Span
from topa_studio.film.timing import HARD, Cut
from topa_studio.media.stamp import stamp_of
from topa_studio.model.scenario import Scenario
from topa_studio.ui.playing.clock import Clock
from topa_studio.ui.playing.images import image_of
from topa_studio.ui.playing.speaker import RATE, Speaker
from topa_studio.ui.playing.stretch import Stretch
from topa_studio.ui.words import sentence

if TYPE_CHECKING:
    from topa_studio.media.hearing import Samples

NOTHING = Composition(Scenario(), ())
_TICK_MS = 4
_LONGEST_DRY = 12
_FASTEST = 4.0


class Playback(QObject):
    """Where the film is, and how it goes on.

    Signals:
        frame_shown: the picture that is due, a QImage.
        moved: the playhead, in seconds of the film.
        playing_changed: whether it plays.
        clip_failed: the key of a shot whose file cannot be shown, and the MediaError.
    Attributes:
        frame: the frame on screen.
        arrived: how many exact pictures were shown so far.
        rate: how many times as fast as life it plays; below 0 backwards.
        speed: the rate at which it plays on when it is asked to play.
    """

    frame_shown = Signal(object)
    moved = Signal(float)
    playing_changed = Signal(bool)
    clip_failed = Signal(str, object)
    _ready = Signal()
    _failed = Signal(str, object)

    def __init__(self, files: Callable[[str], Path], speaker: Speaker, parent: QObject) -> None:
        super().__init__(parent)
        self.composition = NOTHING
        self.stretch = Stretch()
        self.frame = self.index = self.arrived = 0
        self.playing = False
        self.rate = self.speed = 1.0
        self._waits = self._looks = False
        self._dry = 0
        self._clock = Clock(speaker)
        self._mixer = Mixer(NOTHING, files)
        self._mixing = threading.Lock()
        self._faces: dict[str, Path] = {}
        self._seen: object = None
        self._taken: int | None = None
        self._flow: tuple[int, tuple[int, int] | None] = 1, None
        self._files = files
        self._renderer = Renderer(
            NOTHING,
            files,
            (640, 360),
            face=lambda name: self._faces.get(name),
            said=lambda error: sentence(error.code, error.params),
            told=self._failed.emit,
        )
        self._stream = FrameStream(self._renderer, self._ready.emit)
        self._ready.connect(self._came, Qt.ConnectionType.QueuedConnection)
        self._failed.connect(self._told_failed, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)

    # What is there.

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
        """The film is this now: stay in the shot on screen, at the same place in it.

        `faces` are the first pictures of elements, for slates.
        """
        self._faces = faces
        before, inside = self.cut, self.frame - self.cut.first if self.cut else 0
        self.composition = composition
        frame = self._same_place(before, inside)
        self._stream.put(composition)
        with self._mixing:
            self._mixer.take(composition)
        moved = frame != self.frame
        self._stand(frame)
        look = self._look()
        if moved or look != self._seen:
            self._taken = None
            if moved or not self.playing:
                self._begin(frame)
        self._seen = look

    def _look(self) -> object:
        """What the picture on screen is made of."""
        cut = self.cut
        stamp = stamp_of(self._files(cut.path)) if cut is not None and cut.path else None
        return self._renderer.look(self.composition, self.frame), stamp, self._faces

    def _same_place(self, before: Cut | None, inside: int) -> int:
        last = max(0, self.composition.frames - 1)
        if before is None:
            return min(self.frame, last)
        index = self.composition.place_of(before.key)
        if index is None:
            return min(self.frame, last)
        now = self.cuts[index]
        self.stretch.move_along(before, now, self.composition.frames)
        return now.first + min(inside, now.frames - 1)

    def burn(self, burnt: Burnt) -> None:
        """Paint these words over the picture from now on, as an export does."""
        self._renderer.burn(burnt)
        self._begin(self.frame)

    def resize(self, size: QSize) -> None:
        """Pictures are shown this large, in pixels of the screen."""
        self._taken = None
        self._stream.resize((size.width(), size.height()))
        self._waits = self._waits or (bool(self.cuts) and not self.playing)

    def seek(self, frame: int) -> None:
        """Go to a frame; it goes on playing if it played."""
        self.stretch.span = None
        self._stand(frame)
        self._begin(self.frame)
        self._seen = self._look()

    def seek_seconds(self, seconds: float) -> None:
        """Go to the frame that is on screen at a moment of the film."""
        self.seek(int(seconds * self.composition.rate + 1e-6))

    def look_at(self, cut: Cut, inside: int) -> None:
        """Show a frame of a cut's file, perhaps beyond what the film shows; the playhead stays."""
        self.pause()
        offset = max(0.0, cut.offset + moment_of(inside, cut.rate))
        shown = replace(cut.shown, offset=offset)
        alone = replace(cut, first=0, frames=1, shown=shown, join=HARD)
        self._stream.put(Composition(self.composition.scenario, (alone,)))
        self._taken = None
        self._stream.go(0)
        self._looks = self._waits = True
        self._came()

    def step(self, frames: int) -> None:
        """Pause, and go some frames on or back."""
        self.pause()
        self.seek(self.frame + frames)

    def play(self, span: Span | None = None) -> None:
        """Play from the playhead to the end of `span` (None: of the reach that is set).

        At the end, or outside of the span, it starts at the span's beginning.
        """
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
        self._waits = False
        self.rate = self.speed
        self._set_playing(False)

    def shuttle(self, direction: int) -> None:
        """J and L: play backwards (-1) or on (1), faster with each press up to four times."""
        if not self.cuts:
            return
        same = self.playing and (self.rate > 0) == (direction > 0)
        self._run(direction * min(_FASTEST, abs(self.rate) * 2) if same else float(direction))

    def set_speed(self, speed: float) -> None:
        """How fast it plays from now on, 0.25 to 2."""
        self.speed = speed
        if self.playing:
            self._run(speed)
        else:
            self.rate = speed

    def take_loop(self, value: str) -> None:
        """Play so much again and again, a value of `Reach`."""
        self.stretch.take_loop(value)
        if self.playing:
            self._begin(self.frame)

    def close(self) -> None:
        """Stop, and let go of all files."""
        self.pause()
        self._stream.close()
        self._mixer.close()

    # Going on.

    def _run(self, rate: float) -> None:
        self.rate = rate
        self._set_playing(True)
        self._begin(self.frame)

    def _begin(self, frame: int) -> None:
        """Show this frame as soon as it is there, and go on from it."""
        self._clock.stop()
        if self._looks:
            self._looks, self._taken = False, None
            self._stream.put(self.composition)
        self._waits = True
        step, loop = 1, None
        if self.playing:
            step = max(1, round(abs(self.rate))) * (1 if self.rate > 0 else -1)
            limit = self.limit()
            loop = (limit.first, limit.last) if self.stretch.loops else None
        flow = step, loop
        if self._taken == frame and self._flow == flow:
            self._go_on()  # it is on screen, and what follows is ready or being made
            return
        self._flow, self._taken = flow, None
        with self._mixing:
            self._mixer.prepare(round(self.position * RATE))
        self._stream.go(frame, step, loop=loop, rough=not self.playing)
        self._came()

    def _came(self) -> None:
        """A frame that was waited for is there."""
        if not self._waits or not self._take(0 if self._looks else self.frame):
            return
        self._go_on()

    def _go_on(self) -> None:
        self._waits = False
        if self.playing:
            self._dry = 0
            self._clock.start(self.position, self.rate, self._sound)
            self._timer.start()

    def _tick(self) -> None:
        if self._waits:
            return
        rate = self.composition.rate
        frame = int(self._clock.seconds() * rate.numerator / rate.denominator + 1e-6)
        limit = self.limit()
        if self.rate > 0 and frame >= limit.last:
            self._reach_end(limit)
        elif self.rate < 0 and frame <= limit.first:
            self._stand(limit.first)
            self.pause()
            self._begin(self.frame)
        elif frame != self.frame:
            self._advance(frame)

    def _advance(self, frame: int) -> None:
        self._stand(frame)
        self._dry = 0 if self._take(frame) else self._dry + 1
        if self._dry > _LONGEST_DRY:
            self._begin(frame)

    def _reach_end(self, limit: Span) -> None:
        if self.stretch.loops:
            # The stream has gone on with the first frames of the loop already.
            self._clock.start(moment_of(limit.first, self.composition.rate), self.rate, self._sound)
            self._advance(limit.first)
            return
        self._advance(limit.last - 1)
        self.pause()

    def _take(self, frame: int) -> bool:
        """Show what is ready for a frame; whether it is that very frame."""
        ready = self._stream.take(frame)
        if ready is None:
            return False
        self.frame_shown.emit(image_of(ready.frame))
        self.arrived += ready.exact
        self._taken = ready.number if ready.exact else None
        return ready.exact

    def _stand(self, frame: int) -> None:
        self.frame = min(max(frame, 0), max(0, self.composition.frames - 1))
        self.index = self.composition.index_at(self.frame)
        self.moved.emit(self.position)

    def _sound(self, start: int, count: int) -> Samples:
        """What the sound card is given, asked for in its thread."""
        with self._mixing:
            return self._mixer.block(start, count)

    def _told_failed(self, key: str, error: MediaError) -> None:
        self.clip_failed.emit(key, error)

    def _set_playing(self, playing: bool) -> None:
        if playing != self.playing:
            self.playing = playing
            self.playing_changed.emit(playing)
