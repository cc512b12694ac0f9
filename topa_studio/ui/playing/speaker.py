"""The sound card, fed by a thread of its own; what it has played is the time that pictures follow.

Measured with PulseAudio: the clock of a sink that was just opened stands for up to 1.7 s, and then
goes in steps of 20 to 48 ms. So it counts only once it goes evenly, and is smoothed.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QThread, Signal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtMultimedia import QAudioSink

    Blocks = Callable[[int, int], NDArray[np.float32]]

RATE = 48_000
_BLOCK = 1024
_BUFFER = 4096
_BYTES = 4  # two channels of 16 bits
_WAIT_S = 0.005
_IDLE_WAIT_S = 0.02
_IDLE_S = 120.0
_EVEN_S = 0.2
_SMOOTH = 0.08
_JUMP_S = 0.08


@dataclass(slots=True)
class _Playing:
    """What is played: blocks of a film from sample `start`, from frame `written` of the sink on.

    `begun` is the moment at which sample `start` was due, where the sound joins in later.
    """

    blocks: Blocks
    start: int
    cursor: int
    written: int | None = None
    begun: float | None = None


class Speaker(QThread):
    """Plays what it is given as soon as it can, and silence else, so that the card stays awake.

    Signals:
        found: whether there is a sound card that plays.
    """

    found = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._end = threading.Event()
        self._device: object | None = None
        self._devices: QObject | None = None
        self._playing: _Playing | None = None
        self._volume = 1.0
        self._heard: tuple[float, float] | None = None
        self._rested = 0.0

    # From the window's thread.

    def wake(self) -> None:
        """Open the sound card ahead of the first play; without one nothing happens."""
        self._rested = time.monotonic()
        if self.isRunning() or self._end.is_set():
            return
        device = self._look()
        if device is not None:
            self._device = device
            self.start(QThread.Priority.HighPriority)

    def play(self, blocks: Blocks, seconds: float) -> bool:
        """Play from this moment of the film. Whether its clock leads already.

        Where the card is not ready yet the sound joins in where the film is by then.
        """
        self.wake()
        with self._lock:
            leads = self._heard is not None
            start = max(0, round(seconds * RATE))
            begun = None if leads else time.monotonic()
            self._playing = _Playing(blocks, start, start, begun=begun)
        return leads

    def change(self, blocks: Blocks) -> None:
        """Go on with other sound at the same place of the film."""
        with self._lock:
            if self._playing is not None:
                self._playing.blocks = blocks

    def stop(self) -> None:
        """Be silent."""
        with self._lock:
            self._playing = None
            self._rested = time.monotonic()

    def seconds(self) -> float | None:
        """The moment of the film that is heard now; None: nothing of it is heard yet."""
        with self._lock:
            playing, heard = self._playing, self._heard_now()
        if playing is None or playing.written is None or heard is None:
            return None
        behind = heard - playing.written
        return (playing.start + behind) / RATE

    def set_volume(self, volume: float) -> None:
        """0 to 1, as it is felt."""
        self._volume = volume**2

    def close(self) -> None:
        """Let go of the sound card; returns once its thread has ended."""
        self._end.set()
        self.wait()

    def _look(self) -> object | None:
        try:
            from PySide6.QtMultimedia import QMediaDevices
        except ImportError:
            self.found.emit(False)
            return None
        if self._devices is None:
            self._devices = devices = QMediaDevices(self)
            devices.audioOutputsChanged.connect(self._other_card)
        device = QMediaDevices.defaultAudioOutput()
        self.found.emit(not device.isNull())
        return None if device.isNull() else device

    def _other_card(self) -> None:
        """A card was plugged in or out: the sound goes on with what is there now."""
        self._device = self._look()
        if self._device is not None and not self.isRunning() and not self._end.is_set():
            self.start(QThread.Priority.HighPriority)

    def _heard_now(self) -> float | None:
        if self._heard is None:
            return None
        at, frames = self._heard
        return frames + (time.monotonic() - at) * RATE

    # In its own thread.

    def run(self) -> None:
        """Feed the card until the end, or until nothing was played for a while."""
        device = sink = None
        while not self._end.is_set():
            if device is not self._device or _is_broken(sink):
                _stop(sink)
                device, sink = self._device, None
                self._forget()
                if device is None:
                    break
                sink = _Sink(device)
            assert sink is not None
            self._feed(sink)
            self._measure(sink)
            busy = self._playing is not None
            if not busy and time.monotonic() - self._rested > _IDLE_S:
                break
            self._end.wait(_WAIT_S if busy or self._heard is None else _IDLE_WAIT_S)
        _stop(sink)
        self._forget()

    def _forget(self) -> None:
        with self._lock:
            self._heard = None
            if self._playing is not None:
                self._playing.begun = self._playing.begun or time.monotonic()
                self._playing.written = None

    def _feed(self, sink: _Sink) -> None:
        while sink.room() >= _BLOCK:
            with self._lock:
                playing = self._playing
                if playing is not None and playing.written is None:
                    self._join(playing, sink)
                sounds = playing is not None and playing.written is not None
            block = None
            if playing is not None and sounds:
                block = playing.blocks(playing.cursor, _BLOCK)
                playing.cursor += _BLOCK
            sink.write(block, self._volume)

    def _join(self, playing: _Playing, sink: _Sink) -> None:
        """Begin with what is due when the next block is heard, once the clock goes evenly."""
        heard = self._heard_now()
        if heard is None:
            return
        if playing.begun is not None:
            late = time.monotonic() - playing.begun + (sink.written - heard) / RATE
            playing.start += round(late * RATE)
            playing.cursor = playing.start
            playing.begun = None
        playing.written = sink.written

    def _measure(self, sink: _Sink) -> None:
        moved = sink.moved()
        if moved is None:
            return
        at, frames = moved
        with self._lock:
            if not sink.is_even:
                self._heard = None
                return
            expected = self._heard_now()
            if expected is None:
                self._heard = at, frames
                return
            wrong = frames - expected
            now = time.monotonic()
            part = 1.0 if abs(wrong) > _JUMP_S * RATE else _SMOOTH
            self._heard = now, expected + wrong * part


class _Sink:
    """One opened sound card."""

    def __init__(self, device: Any) -> None:  # noqa: ANN401 - known only where Qt has sound
        from PySide6.QtMultimedia import QAudioFormat, QAudioSink

        form = QAudioFormat()
        form.setSampleRate(RATE)
        form.setChannelCount(2)
        form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        self.sink: QAudioSink = QAudioSink(device, form)
        self.sink.setBufferSize(_BUFFER * _BYTES)
        self._out = self.sink.start()
        self.written = 0
        self._steps: list[tuple[float, float]] = []
        self._silence = bytes(_BLOCK * _BYTES)

    def room(self) -> int:
        """How many frames it takes now."""
        return int(self.sink.bytesFree()) // _BYTES

    def write(self, block: NDArray[np.float32] | None, volume: float) -> None:
        """Give it a block, or as much silence."""
        data = self._silence if block is None else _as_bytes(block, volume)
        self._out.write(data)
        self.written += len(data) // _BYTES

    def moved(self) -> tuple[float, float] | None:
        """When and where its clock has just stepped, in frames; None: it has not."""
        frames = self.sink.processedUSecs() * RATE / 1e6
        now = time.monotonic()
        if self._steps and frames <= self._steps[-1][1]:
            return None
        self._steps = [step for step in self._steps if now - step[0] < 2 * _EVEN_S]
        self._steps.append((now, frames))
        return now, frames

    @property
    def is_even(self) -> bool:
        """Whether its clock goes as fast as time, as it does some time after it was opened."""
        (then, frames), (now, more) = self._steps[0], self._steps[-1]
        return now - then >= _EVEN_S and 0.8 < (more - frames) / RATE / (now - then) < 1.25


def _as_bytes(block: NDArray[np.float32], volume: float) -> bytes:
    import numpy as np

    samples: bytes = (np.clip(block * volume, -1.0, 1.0) * 32767).astype("<i2").tobytes()
    return samples


def _is_broken(sink: _Sink | None) -> bool:
    return sink is None or sink.sink.error().name in ("OpenError", "FatalError")


def _stop(sink: _Sink | None) -> None:
    if sink is not None:
        sink.sink.stop()
