"""How bright a picture is and how loud a sound, to compare the two sides of a cut."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from av.video.frame import VideoFrame

    from topa_studio.media.hearing import Samples

_SILENT_DB = -90.0


def brightness(frame: VideoFrame) -> float:
    """The mean light of a picture in "bgra", 0 (black) to 1."""
    import numpy as np

    plane = frame.planes[0]
    rows = np.frombuffer(memoryview(plane), np.uint8).reshape(frame.height, plane.line_size)
    pixels = rows[:, : frame.width * 4].reshape(frame.height, frame.width, 4)
    blue, green, red = (float(pixels[..., channel].mean()) for channel in range(3))
    return (0.114 * blue + 0.587 * green + 0.299 * red) / 255


def loudness(sound: Samples) -> float:
    """The mean power of a sound in dB, 0 for full scale; -90 for silence."""
    import numpy as np

    if not sound.size:
        return _SILENT_DB
    power = float(np.mean(np.square(sound, dtype=np.float64)))
    return max(_SILENT_DB, 10 * float(np.log10(power))) if power > 0 else _SILENT_DB


def peaks(sound: Samples, count: int) -> tuple[float, ...]:
    """The highest swing in each of so many equal parts of a sound, 0 to 1; 0 for silence."""
    import numpy as np

    if not sound.size:
        return (0.0,) * count
    loud = np.abs(sound).max(axis=1)
    edges = np.linspace(0, len(loud), count + 1).astype(int)
    parts = (loud[a : max(a + 1, b)] for a, b in pairwise(edges))
    return tuple(min(1.0, float(part.max())) if part.size else 0.0 for part in parts)
