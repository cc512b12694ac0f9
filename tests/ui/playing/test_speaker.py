"""What the sound card is given, and which moment is heard, with a card made of numbers."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QObject

from topa_studio.ui.playing import speaker as module
from topa_studio.ui.playing.speaker import RATE, Speaker, _Sink


class Time:
    now = 50.0

    @classmethod
    def monotonic(cls) -> float:
        return cls.now


class Sink(_Sink):
    """A card that has played so many frames; it takes 4096 ahead of them."""

    def __init__(self) -> None:
        self.written = self.played = 0
        self.got: list[NDArray[np.float32] | None] = []
        self._steps = []

    def room(self) -> int:
        return self.played + 4096 - self.written

    def write(self, block: NDArray[np.float32] | None, volume: float) -> None:
        self.got.append(block)
        self.written += 1024

    def moved(self) -> tuple[float, float] | None:
        now = Time.now
        self._steps = [*self._steps, (now, float(self.played))][-20:]
        return now, float(self.played)


class Bench:
    def __init__(self, speaker: Speaker) -> None:
        self.speaker, self.sink = speaker, Sink()

    def run(self, seconds: float, rate: float = 1.0) -> None:
        """Let time go on, and the card with it, in steps of 20 ms."""
        for _ in range(round(seconds / 0.02)):
            Time.now += 0.02
            self.sink.played += round(0.02 * RATE * rate)
            self.speaker._feed(self.sink)
            self.speaker._measure(self.sink)


@pytest.fixture
def bench(qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    monkeypatch.setattr(module, "time", Time)
    owner = QObject()
    speaker = Speaker(owner)
    monkeypatch.setattr(speaker, "wake", lambda: None)
    yield Bench(speaker)
    speaker.close()


def numbered(start: int, count: int) -> NDArray[np.float32]:
    """Each sample tells its number."""
    return np.repeat(np.arange(start, start + count, dtype=np.float32)[:, None], 2, axis=1)


def test_silence_keeps_the_card_awake(bench: Bench) -> None:
    bench.run(1)
    assert bench.sink.got
    assert all(block is None for block in bench.sink.got)
    assert bench.speaker.seconds() is None


def test_an_awake_card_plays_from_the_very_sample_and_its_clock_leads(bench: Bench) -> None:
    bench.run(1)
    assert bench.speaker.play(numbered, 2.0)
    bench.run(0.5)
    sound = [block for block in bench.sink.got if block is not None]
    assert sound[0][0, 0] == 2 * RATE
    assert np.array_equal(np.concatenate(sound)[:, 0], np.arange(len(sound) * 1024) + 2 * RATE)
    silence = len(bench.sink.got) - len(sound)
    heard = (bench.sink.played - silence * 1024) / RATE + 2.0
    assert bench.speaker.seconds() == pytest.approx(heard, abs=0.003)


def test_a_card_that_wakes_late_joins_in_where_the_film_is(bench: Bench) -> None:
    assert not bench.speaker.play(numbered, 1.0)
    begun = Time.now
    bench.run(1.0, rate=0.1)  # its clock stands, as after an opening
    assert bench.speaker.seconds() is None
    bench.run(1.5)
    assert bench.speaker.seconds() == pytest.approx(1.0 + Time.now - begun, abs=0.05)


def test_a_clock_that_goes_in_steps_is_told_evenly(bench: Bench) -> None:
    bench.run(1)
    bench.speaker.play(numbered, 0.0)
    bench.run(0.5)
    told = []
    for step in range(100):
        Time.now += 0.01
        bench.sink.played += 960 if step % 2 else 0
        if step % 2:
            bench.speaker._feed(bench.sink)
            bench.speaker._measure(bench.sink)
        told.append(bench.speaker.seconds() or 0.0)
    gaps = np.diff(told)
    assert gaps.min() > 0.005
    assert gaps.max() < 0.015


def test_other_sound_goes_on_at_the_same_place(bench: Bench) -> None:
    bench.run(1)
    bench.speaker.play(numbered, 0.0)
    bench.run(0.5)
    place = [block for block in bench.sink.got if block is not None][-1][-1, 0]
    bench.speaker.change(lambda start, count: -numbered(start, count))
    bench.run(0.1)
    after = [block for block in bench.sink.got if block is not None and block[0, 0] < 0]
    assert after[0][0, 0] == -(place + 1)
    bench.speaker.stop()
    count = len(bench.sink.got)
    bench.run(0.1)
    assert all(block is None for block in bench.sink.got[count:])
