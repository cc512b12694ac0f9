"""Writes a clip, H.264 and AAC in MP4, from pictures and a tone given one after the other."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from topa_studio.base.errors import MediaError

if TYPE_CHECKING:
    import numpy as np
    from av.container import OutputContainer
    from numpy.typing import NDArray

    Samples = NDArray[np.float32]

SAMPLE_RATE = 44_100
_BLOCK = 1024


def write_clip(
    target: Path,
    frames: Iterable[bytes],
    drawn: tuple[int, int],
    size: tuple[int, int],
    fps: int,
    sound: Samples | None,
) -> None:
    """Write `target`: `frames` are BGRA pixels of `drawn` size without padding, scaled to `size`.

    Frames may be anything that holds the same bytes, as a memoryview does. `sound` is one channel
    at SAMPLE_RATE, values -1..1; None makes a clip without a sound track.

    Raises:
        MediaError: the file cannot be written.
    """
    import av

    try:
        with av.open(str(target), "w", format="mp4", options={"movflags": "faststart"}) as out:
            _write(out, frames, drawn, size, fps, sound)
    except (av.FFmpegError, OSError) as error:
        raise MediaError("media.not-written", path=str(target)) from error


def _write(
    out: OutputContainer,
    frames: Iterable[bytes],
    drawn: tuple[int, int],
    size: tuple[int, int],
    fps: int,
    sound: Samples | None,
) -> None:
    import av

    video = out.add_stream("libx264", rate=fps)
    video.width, video.height = size
    video.pix_fmt = "yuv420p"
    video.options = {"preset": "ultrafast", "crf": "25", "g": str(fps)}
    video.codec_context.thread_count = 1
    if sound is not None:
        _write_sound(out, sound)
    for number, pixels in enumerate(frames):
        frame = av.VideoFrame(drawn[0], drawn[1], "bgra")
        frame.planes[0].update(pixels)
        ready = frame.reformat(
            size[0], size[1], "yuv420p", interpolation="FAST_BILINEAR", threads=1
        )
        ready.pts, ready.time_base = number, Fraction(1, fps)
        out.mux(video.encode(ready))
    out.mux(video.encode(None))


def _write_sound(out: OutputContainer, sound: Samples) -> None:
    """All of the sound first: a clip is short, and the file is put in order at the end."""
    import av

    stream = out.add_stream("aac", rate=SAMPLE_RATE, layout="mono")
    for start in range(0, len(sound), _BLOCK):
        block = sound[start : start + _BLOCK].reshape(1, -1)
        frame = av.AudioFrame.from_ndarray(block, format="fltp", layout="mono")
        frame.sample_rate, frame.pts, frame.time_base = SAMPLE_RATE, start, Fraction(1, SAMPLE_RATE)
        out.mux(stream.encode(frame))
    out.mux(stream.encode(None))
