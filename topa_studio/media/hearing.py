"""The sound of a clip or a sound file as samples: float32, two channels, 48 kHz."""

from __future__ import annotations

from collections.abc import Iterator
from math import gcd
from pathlib import Path
from typing import TYPE_CHECKING

from topa_studio.base.errors import MediaError
from topa_studio.media.decoding import decoded
from topa_studio.media.opening import is_known, opened

if TYPE_CHECKING:
    import numpy as np
    from av.audio.frame import AudioFrame
    from av.audio.stream import AudioStream
    from av.container import InputContainer
    from numpy.typing import NDArray

    Samples = NDArray[np.float32]

RATE = 48_000
"""Samples a second, in each of the two channels."""

_BEFORE = 0.3
_JUMP = RATE // 20


def sound_seconds(path: Path) -> float:
    """How long the file's sound is, as far as it says so; 0: it does not say.

    Raises:
        MediaError: it is missing, damaged, or holds no sound.
    """
    with opened(path, sound=True) as container:
        stream = _stream(container, path)
        if stream.duration and stream.time_base:
            return float(stream.duration * stream.time_base)
        return max(0.0, (container.duration or 0) / 1_000_000)


def read_sound(path: Path, begin: float = 0.0, end: float | None = None) -> Samples:
    """The sound from `begin` to before `end` (None: to its end), in seconds from the first picture.

    An array (n, 2): sample 0 is heard at `begin`. Where the sound ends earlier, or is broken from
    there on, the array is shorter; what is broken in the middle is silent.

    Raises:
        MediaError: the file is missing, damaged, or holds no sound.
    """
    import numpy as np

    first = round(begin * RATE)
    most = None if end is None else max(0, round(end * RATE) - first)
    pieces: list[Samples] = []
    have = 0
    with opened(path, sound=True) as container:
        stream = _stream(container, path)
        for at, samples in _pieces(container, stream, begin):
            place = at - first
            if most is not None and place >= most:
                break
            gap = place - have
            if gap > 0:
                pieces.append(np.zeros((gap, 2), np.float32))
                have += gap
            kept = samples[max(0, -gap) :]
            pieces.append(kept)
            have += len(kept)
            if most is not None and have >= most:
                break
    if not pieces:
        return np.zeros((0, 2), np.float32)
    return np.concatenate(pieces)[:most]


def _stream(container: InputContainer, path: Path) -> AudioStream:
    for stream in filter(is_known, container.streams.audio):
        return stream
    raise MediaError("media.no-sound", path=str(path))


def _pieces(
    container: InputContainer, stream: AudioStream, begin: float
) -> Iterator[tuple[int, Samples]]:
    """Stretches of sound, each with the number of its first sample in the file."""
    from av.audio.resampler import AudioResampler

    origin = _origin(container, stream)
    _seek(container, stream, begin + origin)
    resampler: AudioResampler | None = None
    layout, place, after = "stereo", 0, 0
    for frame in decoded(container, stream):
        told = place if frame.time is None else round((frame.time - origin) * RATE)
        if resampler is None or abs(told - after) > _JUMP:
            # What is held back belongs before the gap, and is shorter than anyone hears.
            layout = "mono" if frame.layout.nb_channels == 1 else "stereo"
            resampler = AudioResampler(format="flt", layout=layout, rate=RATE)
            frame, skipped = _aligned(frame, told)
            place = after = told + skipped
        after += round(frame.samples * RATE / (frame.sample_rate or RATE))
        for ready in resampler.resample(frame):
            samples = _both(ready)
            yield place, samples
            place += len(samples)
    for ready in resampler.resample(None) if resampler is not None else ():
        yield place, _both(ready)


def _both(ready: AudioFrame) -> Samples:
    """One channel sounds in both as loud as it is."""
    import numpy as np

    samples = ready.to_ndarray().astype(np.float32, copy=False)
    if ready.layout.nb_channels == 1:
        return np.repeat(samples.reshape(-1, 1), 2, axis=1)
    return samples.reshape(-1, 2)


def _aligned(frame: AudioFrame, told: int) -> tuple[AudioFrame, int]:
    """A frame from where both rates meet on: every stretch of a file has the very same samples.

    With it how many samples (at 48 kHz) later it begins.
    """
    from av.audio.fifo import AudioFifo

    rate = frame.sample_rate or RATE
    step = rate // gcd(rate, RATE)
    skip = -round(told * rate / RATE) % step
    if not told or not skip or skip >= frame.samples:
        return frame, 0
    line = AudioFifo()
    frame.pts = None
    line.write(frame)
    line.read(skip)
    rest = line.read()
    return (frame, 0) if rest is None else (rest, round(skip * RATE / rate))


def _origin(container: InputContainer, stream: AudioStream) -> float:
    """Where second 0 lies: at the first picture, else at the first sound."""
    leading = container.streams.video[0] if container.streams.video else stream
    if leading.start_time is None or leading.time_base is None:
        return 0.0
    return float(leading.start_time * leading.time_base)


def _seek(container: InputContainer, stream: AudioStream, at: float) -> None:
    import av

    if at <= _BEFORE or stream.time_base is None:
        return
    try:
        container.seek(int((at - _BEFORE) / stream.time_base), stream=stream, backward=True)
    except (av.FFmpegError, OverflowError):
        return  # read from its beginning: slower, and the same sound
