"""A clip as it lies in its file: the packets of its pictures and of its sound."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from topa_studio.film.export.plan import Plan
from topa_studio.film.export.upright import is_upright
from topa_studio.film.timing import Cut
from topa_studio.media.opening import first_picture, opened, picture_stream
from topa_studio.media.orientation import UPRIGHT, orientation_of

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.packet import Packet

_CODECS = ("h264", "hevc")
_UNKNOWN, _BT709 = 2, 1


class NotCopyable(Exception):
    """The film has to be encoded."""


@dataclass(frozen=True, slots=True)
class Clip:
    """The part of one clip that is copied.

    Attributes:
        coding, sound_coding: what must be the same in all clips; the latter () without sound.
        frames: how many pictures are copied.
        begin: the first one's pts.
        delay: how many pictures its decoding runs ahead of its showing.
        tick: one picture's time in units of its time base.
    """

    path: Path
    coding: tuple[object, ...]
    sound_coding: tuple[object, ...]
    frames: int
    begin: int
    delay: int
    tick: int

    def packets(self, container: InputContainer) -> Iterator[Packet[Any]]:
        """What is copied, in the file's order: pictures in that of decoding, sound where there is.

        A picture's pts counts from the first one, in ticks; that of sound in its own time base.

        Raises:
            NotCopyable: the file is not what it says, which shows only now.
        """
        video = container.streams.video[0]
        sounds = container.streams.audio[:1] if self.sound_coding else ()
        pictures, order = _Prefix(self), 0
        for packet in container.demux(video, *sounds):
            if packet.pts is None or packet.is_corrupt:
                if packet.size:
                    raise NotCopyable
            elif packet.stream is not video:
                if self._is_heard(packet, video.time_base):
                    yield packet
            elif pictures.takes(packet):
                packet.pts -= self.begin
                packet.dts = order * self.tick
                order += 1
                yield packet
        if order != self.frames:
            raise NotCopyable

    def _is_heard(self, packet: Packet[Any], clock: Fraction | None) -> bool:
        """Make its pts count from the first picture; whether it begins while pictures are shown."""
        assert packet.pts is not None
        base, clock = packet.time_base or Fraction(1, 48_000), clock or Fraction(1)
        packet.pts -= round(self.begin * clock / base)
        return 0 <= packet.pts * base < self.frames * self.tick * clock


class _Prefix:
    """Tells which pictures are kept: from a key picture on, none that is made of what is left."""

    def __init__(self, clip: Clip) -> None:
        self._clip = clip
        self._begun = self._ended = False

    def takes(self, packet: Packet[Any]) -> bool:
        """Whether it is kept. Raises NotCopyable: it cannot be done so."""
        clip = self._clip
        place = (packet.pts or 0) - clip.begin
        if place % clip.tick:
            raise NotCopyable
        if place < 0:
            return False
        if place >= clip.frames * clip.tick:
            self._ended = self._ended or self._begun
            return False
        if self._ended or not (self._begun or (packet.is_keyframe and place == 0)):
            raise NotCopyable
        self._begun = True
        return True


def clip_of(path: Path, cut: Cut, plan: Plan) -> Clip:
    """What is copied of a clip for a cut.

    Raises:
        NotCopyable: it is of another size, rate or kind than the film.
        MediaError: it cannot be read.
    """
    with opened(path) as container:
        coding, tick = _coding(container, path, plan)
        video = container.streams.video[0]
        base = video.time_base or Fraction(1)
        offset = cut.offset / float(base * tick)
        delay = video.codec_context.has_b_frames and _delay(container, tick)
        first = video.start_time or 0
        begin = first + round(offset) * tick
        left = video.frames - round(offset)
        if abs(offset - round(offset)) > 0.01 or left < cut.frames:
            raise NotCopyable
        return Clip(path, coding, _sound_coding(container), cut.frames, begin, int(delay), tick)


def _coding(container: InputContainer, path: Path, plan: Plan) -> tuple[tuple[object, ...], int]:
    """What describes its pictures, and how many units of its time base one lasts."""
    video = picture_stream(container, path)
    codec, base = video.codec_context, video.time_base
    if codec.name not in _CODECS or not codec.extradata or base is None:
        raise NotCopyable
    tick = 1 / (plan.film.rate * base)
    if (
        (codec.width, codec.height) != plan.size
        or video.average_rate != plan.film.rate
        or tick.denominator != 1
        or (video.sample_aspect_ratio or 1) != 1
    ):
        raise NotCopyable
    upright = is_upright(path)
    if upright is None:
        upright = orientation_of(first_picture(container, path)) == UPRIGHT
    if not upright:
        raise NotCopyable
    described = (
        codec.name, codec.pix_fmt, base, codec.extradata, codec.colorspace, codec.color_range,
        codec.color_primaries, codec.color_trc,
    )  # fmt: skip
    return described, int(tick)


def _delay(container: InputContainer, tick: int) -> int:
    """By how many pictures decoding runs ahead: the file says it by its first dts."""
    video = container.streams.video[0]
    entries = video.index_entries
    first = entries[0].timestamp if len(entries) else video.start_time or 0
    return max(0, round(((video.start_time or 0) - first) / tick))


def _sound_coding(container: InputContainer) -> tuple[object, ...]:
    if not container.streams.audio:
        return ()
    sound = container.streams.audio[0]
    codec = sound.codec_context
    if codec.name != "aac":
        raise NotCopyable
    return (codec.name, codec.sample_rate, codec.layout.name, codec.extradata, sound.time_base)
