"""One clock for all that is shown: it counts whole frames of a stretch, and knows no picture."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from topa_studio.model.rate import moment_of
from topa_studio.ui.playing.clock import Clock
from topa_studio.ui.playing.speaker import Speaker

if TYPE_CHECKING:
    from topa_studio.ui.playing.speaker import Blocks

_TICK_MS = 4
_FASTEST = 4


class ReelClock(QObject):
    """Frames `first` to before `last`, at a speed, once or again and again.

    Signals:
        moved: the frame that is due now.
        jumped: it is not the next in order: what runs ahead begins anew from it.
        playing_changed: whether it runs.
    Attributes:
        blocks: what is heard at speed 1, in samples of the same time; None: nothing.
    """

    moved = Signal(int)
    jumped = Signal(int)
    playing_changed = Signal(bool)

    def __init__(self, speaker: Speaker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rate = Fraction(24)
        self.first, self.last, self.frame = 0, 1, 0
        self.speed = 1.0
        self.loops = True
        self.playing = False
        self.direction = 1
        self.blocks: Blocks | None = None
        self._time = Clock(speaker)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def frames(self) -> int:
        """How many there are."""
        return self.last - self.first

    @property
    def span(self) -> tuple[int, int] | None:
        """What is played again and again now; None: nothing is, or it is played once."""
        return (self.first, self.last) if self.loops and self.playing else None

    def set_span(self, first: int, last: int, rate: Fraction) -> None:
        """Another stretch; the frame stays where it is, if that is in it."""
        self.first, self.last, self.rate = first, max(first + 1, last), rate
        self.seek(self.frame)

    def seek(self, frame: int) -> None:
        """Go to a frame, or the nearest there is; it goes on playing if it played."""
        self.frame = min(max(frame, self.first), self.last - 1)
        self.jumped.emit(self.frame)
        self.moved.emit(self.frame)
        self._begin()

    def step(self, frames: int) -> None:
        """Pause, and go some frames on or back."""
        self.pause()
        self.seek(self.frame + frames)

    def play(self, direction: int = 1) -> None:
        """Run on, below 0 backwards; from the other end where there is nothing left."""
        ends = self.frame >= self.last - 1 if direction > 0 else self.frame <= self.first
        if ends:
            self.frame = self.first if direction > 0 else self.last - 1
        self.direction = direction
        was_playing, self.playing = self.playing, True
        self.seek(self.frame)
        self._timer.start()
        if not was_playing:
            self.playing_changed.emit(True)

    def pause(self) -> None:
        """Stay at the frame."""
        self._timer.stop()
        self._time.stop()
        self.direction = 1
        if self.playing:
            self.playing = False
            self.playing_changed.emit(False)

    def toggle(self) -> None:
        """Run, or stay."""
        if self.playing:
            self.pause()
        else:
            self.play()

    def shuttle(self, direction: int) -> None:
        """J and L: backwards (-1) or on (1), twice as fast with each press up to four times."""
        same = self.playing and self.direction * direction > 0
        self.play(direction * min(_FASTEST, abs(self.direction) * 2) if same else direction)

    def set_speed(self, speed: float) -> None:
        """1 is as fast as life."""
        self.speed = speed
        self._begin()

    def hear(self, blocks: Blocks | None) -> None:
        """Something else is heard from now on; None: nothing."""
        self.blocks = blocks
        self._begin()

    def tick(self) -> None:
        """Tell the frame that is due now, if it is another."""
        due = int(self._time.seconds() * self.rate.numerator / self.rate.denominator + 1e-6)
        if not self.first <= due < self.last:
            self._end(due)
        elif due != self.frame:
            self.frame = due
            self.moved.emit(due)

    def _end(self, due: int) -> None:
        if not self.loops:
            self.frame = self.last - 1 if due >= self.last else self.first
            self.moved.emit(self.frame)
            self.pause()
            return
        # What runs ahead has gone on with the other end of the loop already.
        self.frame = self.first if due >= self.last else self.last - 1
        self.moved.emit(self.frame)
        self._begin()

    def _begin(self) -> None:
        if self.playing:
            rate = self.speed * self.direction
            self._time.start(moment_of(self.frame, self.rate), rate, self.blocks)
