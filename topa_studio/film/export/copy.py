"""Pictures that need no change are copied as they lie in their clips; so is their sound."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from typing import TYPE_CHECKING, Any

from topa_studio.base.errors import MediaError
from topa_studio.film.engine.burning import NOTHING
from topa_studio.film.engine.mixer import Mixer
from topa_studio.film.export.choices import Words
from topa_studio.film.export.encoding import add_sound, opened_to_write, sound_frames
from topa_studio.film.export.packets import Clip, NotCopyable, clip_of
from topa_studio.film.export.plan import Plan
from topa_studio.film.export.request import Request
from topa_studio.film.export.sounding import sample_of, sound_of
from topa_studio.film.export.trouble import as_trouble
from topa_studio.film.export.unread import Unread, track_paths
from topa_studio.film.ladder import Source
from topa_studio.film.timing import Cut
from topa_studio.media.opening import opened

if TYPE_CHECKING:
    from av.container import OutputContainer
    from av.packet import Packet
    from av.stream import Stream

    from topa_studio.film.export.loudness import Samples

Told = Callable[[int], None]
_TOLD_EACH = 48


def copied(request: Request, told: Told) -> Unread | None:
    """Write the film without making a picture anew; None: it cannot be, and nothing counts.

    The sounds that could not be read are given back.

    Every clip must begin and end where no other picture needs it, and be of the film's size and
    rate and of one kind of coding. Sound is copied too where nothing is mixed.

    Raises:
        MediaError: the target cannot be written.
    """
    plan = request.plan
    try:
        clips = [clip_of(request.file(cut.path), cut, plan) for cut in _cuts(plan)]
        if not clips or len({clip.coding for clip in clips}) > 1:
            return None
        with as_trouble(request.target):
            silent = _Copy(request, clips, told).write()
    except NotCopyable:
        return None
    except MediaError as error:
        if error.code.startswith("media."):
            return None
        raise
    tracks = track_paths(plan.film)
    return Unread(sounds={path: code for path, code in silent.items() if path in tracks})


def _cuts(plan: Plan) -> list[Cut]:
    """The cuts that are written, where nothing is drawn and each is a clip of its own; else []."""
    if plan.burnt != NOTHING or plan.choices.captions is Words.TRACK or plan.film.fade_out:
        return []
    first, last = plan.span.first, plan.span.last
    inside = [cut for cut in plan.film.cuts if cut.first < last and cut.last > first]
    whole = all(
        cut.source is Source.CLIP
        and cut.join.kind == "cut"
        and first <= cut.first <= cut.last <= last
        for cut in inside
    )
    return inside if whole else []


class _Copy:
    """One file that is put together of clips."""

    def __init__(self, request: Request, clips: list[Clip], told: Told) -> None:
        self._request = request
        self._plan = request.plan
        self._clips = clips
        self._told = told
        self._delay = max(clip.delay for clip in clips)
        self._count = 0

    def write(self) -> dict[str, str]:
        """Write it; the files that could not be heard, with their errors' codes.

        Raises:
            NotCopyable: a clip is not what it said.
        """
        plan = self._plan
        first = self._clips[0]
        out = opened_to_write(self._request.target, plan.film.rate)
        with closing(out), opened(first.path) as container:
            video = out.add_stream_from_template(container.streams.video[0])
            if not self._has_sound():
                self._copy(out, video, None)
            elif not self._is_mixed():
                sound = out.add_stream_from_template(container.streams.audio[0])
                self._copy(out, video, sound)
            else:
                with closing(Mixer(plan.film, self._request.file, waits=True)) as mixer:
                    self._mix(out, video, sound_of(plan, mixer))
                    return {path: error.code for path, error in mixer.silent.items()}
        return {}

    def _has_sound(self) -> bool:
        """Whether anything is heard at all."""
        tracks = any(part.kind != "clip" for part in self._plan.film.parts)
        return tracks or (bool(self._plan.film.parts) and any(c.sound_coding for c in self._clips))

    def _is_mixed(self) -> bool:
        """Whether the sound is more than that of the clips, one after the other, as it is."""
        parts = self._plan.film.parts
        alike = len({clip.sound_coding for clip in self._clips}) == 1
        plain = all(p.kind == "clip" and p.gain == 1 and not p.fade_in + p.fade_out for p in parts)
        return self._plan.choices.even or not (alike and plain and len(parts) == len(self._clips))

    def _copy(self, out: OutputContainer, video: Stream, sound: Stream | None) -> None:
        last = None
        for first, clip, packet in self._packets():
            if packet.stream.type == "video":
                self._picture(out, video, first, clip, packet)
            elif sound is not None:
                assert packet.pts is not None
                assert packet.time_base is not None
                packet.pts += round(first / self._plan.film.rate / packet.time_base)
                if last is None or packet.pts > last:
                    packet.dts = last = packet.pts
                    packet.stream = sound
                    out.mux_one(packet)
        self._told(self._count)

    def _mix(self, out: OutputContainer, video: Stream, sound: Iterator[Samples]) -> None:
        track, heard, rate = add_sound(out), 0, self._plan.film.rate
        for first, clip, packet in self._packets():
            if packet.stream.type != "video":
                continue
            self._picture(out, video, first, clip, packet)
            while (
                heard <= sample_of(self._count, rate) and (block := next(sound, None)) is not None
            ):
                for made in sound_frames(block, heard):
                    out.mux(track.encode(made))
                heard += len(block)
        out.mux(track.encode(None))
        self._told(self._count)

    def _packets(self) -> Iterator[tuple[int, Clip, Packet[Any]]]:
        """Each packet with its clip and the frame of the file in which that begins."""
        first = 0
        for clip in self._clips:
            with opened(clip.path) as container:
                for packet in clip.packets(container):
                    yield first, clip, packet
            first += clip.frames

    def _picture(
        self, out: OutputContainer, video: Stream, first: int, clip: Clip, packet: Packet[Any]
    ) -> None:
        """Write a picture with a dts of our own, as its clip's may lie before the clip's begin."""
        assert packet.pts is not None
        packet.pts += first * clip.tick
        packet.dts = (self._count - self._delay) * clip.tick
        if packet.dts > packet.pts:
            raise NotCopyable
        packet.stream = video
        out.mux_one(packet)
        self._count += 1
        if not self._count % _TOLD_EACH:
            self._told(self._count)
