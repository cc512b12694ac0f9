"""Small real sound files: a tone that is loud in its first half and soft in its second."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np

RATE = 48_000
_CODECS = {".wav": "pcm_s16le", ".ogg": "libopus", ".mp3": "libmp3lame", ".flac": "flac"}


def make_sound(path: Path, seconds: float = 4.0, loud: float = 0.8, soft: float = 0.2) -> Path:
    """A stereo file by the ending of its name: WAV, OGG, MP3 or FLAC."""
    path.parent.mkdir(parents=True, exist_ok=True)
    count = round(seconds * RATE)
    time = np.arange(count) / RATE
    wave = np.sin(time * 2 * np.pi * 440) * np.where(time < seconds / 2, loud, soft)
    both = np.stack((wave, wave)).astype(np.float32)
    with av.open(str(path), "w") as container:
        stream = container.add_stream(_CODECS[path.suffix], rate=RATE, layout="stereo")
        line = av.AudioResampler(format=stream.format, layout="stereo", rate=RATE)
        for start in range(0, count, 1024):
            part = np.ascontiguousarray(both[:, start : start + 1024])
            frame = av.AudioFrame.from_ndarray(part, format="fltp", layout="stereo")
            frame.sample_rate, frame.pts, frame.time_base = RATE, start, Fraction(1, RATE)
            for ready in line.resample(frame):
                container.mux(stream.encode(ready))
        for ready in line.resample(None):
            container.mux(stream.encode(ready))
        container.mux(stream.encode(None))
    return path
