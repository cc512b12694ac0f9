"""Even means -14 LUFS, by one gain where it fits, and never a clipped peak."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from topa_studio.film.export.loudness import blocks, evened, measured

Samples = NDArray[np.float32]
SECONDS = 8


class Sound:
    """A film's sound that is known whole."""

    def __init__(self, samples: Samples) -> None:
        self._samples = samples

    def block(self, start: int, count: int) -> Samples:
        return self._samples[start : start + count]


def tone(level: float) -> Samples:
    at = np.arange(SECONDS * 48_000) / 48_000
    one = (level * np.sin(2 * np.pi * 997 * at)).astype(np.float32)
    return np.stack([one, one], axis=1)


def all_of(sound: Samples) -> Samples:
    return np.concatenate(list(evened(Sound(sound), 0, len(sound))))


@pytest.mark.parametrize("level", [0.02, 0.1, 0.7])
def test_quiet_and_loud_films_are_as_loud_as_the_web(level: float) -> None:
    made = all_of(tone(level))
    assert len(made) == SECONDS * 48_000
    loudness, _peak = measured(iter([made]))
    assert loudness == pytest.approx(-14, abs=0.2)
    # One gain: the shape of the sound is what it was.
    assert made[1000:9000] / np.abs(made).max() == pytest.approx(
        tone(level)[1000:9000] / level, abs=0.01
    )


def test_a_peak_is_never_clipped() -> None:
    quiet = tone(0.02)
    quiet[100_000:100_400] = 0.9
    made = all_of(quiet)
    assert len(made) == len(quiet)
    loudness, peak = measured(iter([made]))
    assert peak <= -0.5
    assert loudness > -30


def test_silence_stays_silence() -> None:
    made = all_of(np.zeros((48_000 * 2, 2), np.float32))
    assert len(made) == 96_000
    assert not made.any()


def test_blocks_are_whole_frames_of_the_encoder() -> None:
    found = [len(block) for block in blocks(Sound(tone(0.1)), 0, 200_001)]
    assert sum(found) == 200_001
    assert all(count % 1024 == 0 for count in found[:-1])
