"""The MP4 that is written: H.264 and AAC with exact lengths, captions as a track of their own."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import lcm
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from topa_studio.base.errors import MediaError
from topa_studio.film.export.trouble import as_trouble

if TYPE_CHECKING:
    import numpy as np
    from av.audio.frame import AudioFrame
    from av.audio.stream import AudioStream
    from av.container import OutputContainer
    from av.subtitles.stream import SubtitleStream
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream
    from numpy.typing import NDArray

    Samples = NDArray[np.float32]

SAMPLE_RATE = 48_000
SOUND_BITS = 192_000
PRESET, CRF = "veryfast", 20
SMALL_CRF, SMALL_SOUND_BITS = 27, 96_000
_BLOCK = 1024
_MOST_TIMESCALE = 2_000_000
_BT709, _LIMITED, _NO_TYPE = 1, 1, 0
_KEY_SECONDS = 2


class Movie:
    """One file that is being written; closed at the end of a `with`, whole only after `finish`.

    Args:
        path: is overwritten.
        rate: frames a second.
        size: width and height in pixels, both even.
        words: whether it has a track of captions.
        small: whether it is only to be looked at once.
    Raises:
        MediaError: it cannot be written, see `trouble.as_trouble`. So do all its acts.
    """

    def __init__(
        self, path: Path, rate: Fraction, size: tuple[int, int],
        *, sound: bool, words: bool = False, small: bool = False,
    ) -> None:  # fmt: skip
        self._path = path
        self._rate = rate
        self._samples = 0
        with as_trouble(path):
            self._out = opened_to_write(path, rate)
            self._video = add_pictures(self._out, rate, size, small=small)
            bits = SMALL_SOUND_BITS if small else SOUND_BITS
            self._sound = add_sound(self._out, bits) if sound else None
            self._words = _words(self._out) if words else None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with as_trouble(self._path):
            self._out.close()

    def picture(self, number: int, frame: VideoFrame) -> None:
        """Write picture `number` of the file, counted from 0: yuv420p in the file's size."""
        # A decoded picture says what it was in its clip, and the encoder would obey.
        frame.pict_type = _NO_TYPE
        frame.pts, frame.time_base = number, 1 / self._rate
        with as_trouble(self._path):
            self._out.mux(self._video.encode(frame))

    def hear(self, samples: Samples) -> None:
        """Write the next samples, (n, 2) at SAMPLE_RATE; all but the last a multiple of 1024."""
        if self._sound is None:
            return
        for frame in sound_frames(samples, self._samples):
            with as_trouble(self._path):
                self._out.mux(self._sound.encode(frame))
        self._samples += len(samples)

    def say(self, first: int, last: int, text: str) -> None:
        """Write a caption: from picture `first` to before picture `last`; never over another."""
        import av

        if self._words is None:
            return
        data = text.encode()[:0xFFFF]
        packet = av.Packet(len(data).to_bytes(2, "big") + data)
        packet.pts = packet.dts = _thousandths(first, self._rate)
        packet.duration = _thousandths(last, self._rate) - packet.pts
        packet.time_base = Fraction(1, 1000)
        packet.stream = self._words
        with as_trouble(self._path):
            self._out.mux(packet)

    def finish(self) -> None:
        """Write what the encoders still hold."""
        with as_trouble(self._path):
            self._out.mux(self._video.encode(None))
            if self._sound is not None:
                self._out.mux(self._sound.encode(None))


def opened_to_write(path: Path, rate: Fraction) -> OutputContainer:
    """An MP4 to write that can be played while it is fetched.

    Its clock divides both a sample and a frame, so that no track is longer than it is.
    """
    import av

    scale = lcm(SAMPLE_RATE, rate.numerator)
    scale = scale if scale <= _MOST_TIMESCALE else SAMPLE_RATE
    options = {"movflags": "+faststart", "movie_timescale": str(scale)}
    return av.open(str(path), "w", format="mp4", options=options)


def second_of(rate: Fraction) -> int:
    """How many pictures a second has, about; at least one."""
    return max(1, round(rate))


def add_pictures(
    out: OutputContainer, rate: Fraction, size: tuple[int, int],
    *, small: bool = False, stands: bool = False,
) -> VideoStream:  # fmt: skip
    """The track of pictures; see `Movie`.

    Args:
        stands: it is one picture for all its time: a key frame a second, and each of the others is
            made of those before it.
    """
    keys = second_of(rate) if stands else max(1, round(rate * _KEY_SECONDS))
    options = {"preset": PRESET, "crf": str(SMALL_CRF if small else CRF), "g": str(keys)}
    if stands:
        options |= {"bf": "0", "sc_threshold": "0"}
    made = out.add_stream("libx264", rate=rate, options=options)
    made.width, made.height = size
    made.pix_fmt = "yuv420p"
    codec = made.codec_context
    codec.time_base = 1 / rate
    codec.thread_count = 0
    codec.color_primaries = codec.color_trc = codec.colorspace = _BT709
    codec.color_range = _LIMITED
    return made


def add_sound(out: OutputContainer, bits: int = SOUND_BITS) -> AudioStream:
    """The track of the film's own mix."""
    made = out.add_stream("aac", rate=SAMPLE_RATE, layout="stereo")
    made.bit_rate = bits
    return made


def sound_frames(samples: Samples, start: int) -> Iterator[AudioFrame]:
    """Samples (n, 2) as the encoder takes them; `start` is the first one's place in the file."""
    import av
    import numpy as np

    planes = np.ascontiguousarray(samples.T, dtype=np.float32)
    for at in range(0, planes.shape[1], _BLOCK):
        block = np.ascontiguousarray(planes[:, at : at + _BLOCK])
        frame = av.AudioFrame.from_ndarray(block, format="fltp", layout="stereo")
        frame.sample_rate, frame.pts = SAMPLE_RATE, start + at
        frame.time_base = Fraction(1, SAMPLE_RATE)
        yield frame


def _thousandths(frame: int, rate: Fraction) -> int:
    return round(1000 * frame / rate)


_STYLE = b"""[Script Info]
ScriptType: v4.00+
PlayResX: 384
PlayResY: 288

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, \
Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, \
Alignment, MarginL, MarginR, MarginV, Encoding
Style: Default,Arial,16,&Hffffff,&Hffffff,&H0,&H0,0,0,0,0,100,100,0,0,1,1,0,2,10,10,10,1

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""


def _words(out: OutputContainer) -> SubtitleStream:
    try:
        made = out.add_stream("mov_text")
        made.codec_context.subtitle_header = _STYLE
        made.codec_context.time_base = Fraction(1, 1000)
    except (AttributeError, ValueError, NotImplementedError) as error:
        # Older versions of PyAV write no captions.
        raise MediaError("export.no-track") from error
    return made
