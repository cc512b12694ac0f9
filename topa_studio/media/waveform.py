"""The wave of a sound as it is drawn: its lowest and highest sample in each hundredth second."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from topa_studio.media.hearing import RATE, read_sound

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Peaks = NDArray[np.int8]

STEPS = 100
"""Peaks a second."""

_SAMPLES = RATE // STEPS
_PIECE_SECONDS = 30
_MOST_SECONDS = 4 * 3600
_FULL = 127


def peaks(path: Path) -> Peaks:
    """An array (n, 2): lowest and highest sample of both channels in each step, -127 to 127.

    At most the first four hours; it is read in pieces, so that memory stays small.

    Raises:
        MediaError: the file is missing, damaged, or holds no sound.
    """
    import numpy as np

    pieces: list[Peaks] = []
    for begin in range(0, _MOST_SECONDS, _PIECE_SECONDS):
        samples = read_sound(path, begin, begin + _PIECE_SECONDS)
        rest = -len(samples) % _SAMPLES
        whole = np.pad(samples, ((0, rest), (0, 0))).reshape(-1, _SAMPLES * 2)
        both = np.stack((whole.min(axis=1), whole.max(axis=1)), axis=1) if len(whole) else whole
        pieces.append(np.clip(np.rint(both.reshape(-1, 2) * _FULL), -_FULL, _FULL).astype(np.int8))
        if len(samples) < _PIECE_SECONDS * RATE:
            break
    return np.concatenate(pieces)
