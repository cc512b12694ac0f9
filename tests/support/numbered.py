"""Real clips whose every frame tells its clip and its number, films of them, and plain sounds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from topa_studio.film.composition import Composition
from topa_studio.film.timing import CutList
from topa_studio.model.scenario import FilmConfig, Scenario, Scene, Shot
from topa_studio.model.status import ShotStatus
from topa_studio.model.take import Take

SIZE = (128, 72)
_BITS = 16
_CELL = 8
_TOP = 16


def numbered_clip(
    path: Path,
    clip: int,
    frames: int,
    *,
    rate: Fraction | int = 24,
    size: tuple[int, int] = SIZE,
    key_every: int = 12,
    first: int = 0,
    times: Sequence[float] | None = None,
    codec: str = "libx264",
    rotation: int = 0,
) -> Path:
    """A clip whose frames hold `clip` (below 64) and their number (below 1,024) as squares.

    `times`, in seconds, are those of frames that do not follow a rate; `first` is the number of
    the first frame's time.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=Fraction(rate))
        stream.width, stream.height = size
        stream.pix_fmt = "yuv420p"
        stream.options = {"crf": "18", "preset": "ultrafast", "g": str(key_every)}
        stream.codec_context.thread_count = 1
        stream.codec_context.time_base = Fraction(1, 12_000)
        for number in range(frames):
            moment = (number + first) / Fraction(rate) if times is None else times[number]
            frame = av.VideoFrame.from_ndarray(squares(clip, number, size), "rgb24")
            frame.pts, frame.time_base = round(moment * 12_000), Fraction(1, 12_000)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def squares(clip: int, number: int, size: tuple[int, int] = SIZE) -> NDArray[np.uint8]:
    """The picture of one frame: white squares are the bits that are set."""
    picture = np.full((size[1], size[0], 3), 96, np.uint8)
    value = clip << 10 | number
    wide, high = size[0] / 16, size[1] / 9
    for bit in range(_BITS):
        left, top = round(bit * wide), round(2 * high)
        colour = 235 if value >> bit & 1 else 16
        picture[top : top + round(2 * high), left : round((bit + 1) * wide)] = colour
    return picture


def told(frame: av.VideoFrame) -> tuple[int, int]:
    """Which clip and which number a frame shows."""
    grey = frame.reformat(format="gray").to_ndarray()
    height, width = grey.shape
    line = grey[round(height * 3 / 9)]
    value = sum(1 << bit for bit in range(_BITS) if line[round((bit + 0.5) * width / 16)] > 128)
    return value >> 10, value & 1023


def film_of(
    shots: Sequence[Shot],
    takes: Mapping[str, Take],
    config: FilmConfig | None = None,
    panels: Mapping[str, str] | None = None,
) -> Composition:
    """A film of one scene; shots are named s1, s2, ... and show their take or panel."""
    named = tuple(
        replace(shot, key=f"s{place}", id=str(place)) for place, shot in enumerate(shots, 1)
    )
    scenario = Scenario(config or FilmConfig(), scenes=(Scene(id="1", shots=named),))

    def status(key: str) -> ShotStatus:
        panel = (panels or {}).get(key)
        return ShotStatus(key, chosen=takes.get(key), panel=Take(1, panel) if panel else None)

    return Composition(scenario, CutList(status).of(scenario))


def sound_file(path: Path, sound: NDArray[np.float32], rate: int = 48_000) -> Path:
    """A WAV file of float samples, (n,) or (n, 2)."""
    path.parent.mkdir(parents=True, exist_ok=True)
    two = sound.ndim == 2
    with av.open(str(path), "w", format="wav") as container:
        layout = "stereo" if two else "mono"
        stream = container.add_stream("pcm_f32le", rate=rate, layout=layout)
        for start in range(0, len(sound), 4096):
            block = np.ascontiguousarray(sound[start : start + 4096], np.float32).reshape(1, -1)
            frame = av.AudioFrame.from_ndarray(block, format="flt", layout=layout)
            frame.sample_rate, frame.pts, frame.time_base = rate, start, Fraction(1, rate)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path
