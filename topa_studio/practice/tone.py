"""A soft chord that fades in and out: what a practice clip sounds like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from topa_studio.media.encode import SAMPLE_RATE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_CHORDS = {
    "morning": (261.63, 329.63, 392.00),
    "day": (293.66, 369.99, 440.00),
    "sunset": (220.00, 277.18, 329.63),
    "night": (196.00, 246.94, 293.66),
}
_FADE_SECONDS = 0.6


def tone(seconds: int, seed: int, time: str) -> NDArray[np.float32]:
    """One channel at SAMPLE_RATE: a quiet chord with a few bell notes, as long as the clip."""
    import numpy as np

    chord = _CHORDS[time]
    at = np.arange(seconds * SAMPLE_RATE) / SAMPLE_RATE
    breath = 0.75 + 0.25 * np.sin(at * np.pi * 0.5 + seed)
    pad = sum(np.sin(at * np.pi * 2 * note) for note in chord) * 0.05 * breath
    dice = np.random.default_rng(seed)
    for number in range(seconds):
        since = at - number - 0.25
        bell = np.where(since > 0, np.exp(-since.clip(0) * 3.2), 0.0)
        pad += 0.07 * bell * np.sin(since * np.pi * 4 * dice.choice(chord))
    fade = np.minimum(1.0, np.minimum(at, seconds - at) / _FADE_SECONDS)
    return (pad * fade).astype(np.float32)
