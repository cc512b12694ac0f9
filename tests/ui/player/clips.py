"""Small real clips: H.264 with a soft tone, each frame in a plain colour that tells its number."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np

FPS = 24
SIZE = (128, 72)
Colour = tuple[int, int, int]


def make_clip(
    path: Path, seconds: float, colour: Colour, *, sound: bool = False, key_every: int = 12
) -> Path:
    """A clip of one colour; a white bar at the left edge grows from frame to frame."""
    path.parent.mkdir(parents=True, exist_ok=True)
    frames = round(seconds * FPS)
    with av.open(str(path), "w", format="mp4") as container:
        stream = container.add_stream("libx264", rate=FPS)
        stream.width, stream.height = SIZE
        stream.pix_fmt = "yuv420p"
        stream.options = {"crf": "18", "preset": "ultrafast", "g": str(key_every)}
        tone = container.add_stream("aac", rate=48000) if sound else None
        for number in range(frames):
            picture = np.full((SIZE[1], SIZE[0], 3), colour, np.uint8)
            picture[:, : SIZE[0] * number // max(1, frames)] = 255
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode())
        if tone is not None:
            _sing(container, tone, seconds)
    return path


def _sing(container: av.container.OutputContainer, tone: av.AudioStream, seconds: float) -> None:
    rate, step = 48000, 1024
    for start in range(0, round(seconds * rate), step):
        wave = 0.1 * np.sin(np.arange(start, start + step) * 2 * np.pi * 440 / rate)
        frame = av.AudioFrame.from_ndarray(
            wave.astype(np.float32).reshape(1, -1), format="fltp", layout="mono"
        )
        frame.sample_rate, frame.pts, frame.time_base = rate, start, Fraction(1, rate)
        container.mux(tone.encode(frame))
    container.mux(tone.encode())
