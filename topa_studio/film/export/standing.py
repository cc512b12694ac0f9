"""A file whose picture stands still: a second of it is encoded, which all its seconds repeat."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from topa_studio.base.errors import MediaError
from topa_studio.film.engine.burning import NOTHING
from topa_studio.film.engine.pictures import MOVES
from topa_studio.film.engine.renderer import Renderer
from topa_studio.film.export.choices import Words
from topa_studio.film.export.encoding import add_pictures, opened_to_write, second_of
from topa_studio.film.export.plan import Plan
from topa_studio.film.export.request import Request
from topa_studio.film.export.trouble import as_trouble
from topa_studio.film.export.unread import Unread
from topa_studio.film.ladder import Source

if TYPE_CHECKING:
    from av.packet import Packet
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

Told = Callable[[int], None]


def stood(request: Request, told: Told) -> Unread | None:
    """Write a file of one picture; None: it has several, or sound or words besides.

    Raises:
        MediaError: the target cannot be written.
    """
    plan = request.plan
    if not _stands(plan):
        return None
    shots: dict[str, str] = {}

    def note(key: str, error: MediaError) -> None:
        shots[key] = error.code

    renderer = Renderer(
        plan.film, request.file, plan.size, "yuv420p",
        face=request.face, said=request.say, told=note,
    )  # fmt: skip
    with closing(renderer):
        picture = renderer.frame(plan.span.first)
        with as_trouble(request.target):
            _write(request, picture, told)
    return Unread(shots)


def _stands(plan: Plan) -> bool:
    film = plan.film
    if len(film.cuts) != 1 or film.fade_out or film.parts or plan.burnt != NOTHING:
        return False
    (cut,) = film.cuts
    moves = cut.source is Source.CLIP or cut.move in MOVES or cut.join.kind == "fade"
    return not moves and not (plan.choices.captions is Words.TRACK and plan.has_cues)


def _write(request: Request, picture: VideoFrame, told: Told) -> None:
    plan, rate = request.plan, request.plan.film.rate
    with closing(opened_to_write(request.target, rate)) as out:
        stream = add_pictures(out, rate, plan.size, small=plan.choices.small, stands=True)
        second = list(_second(stream, picture, min(plan.frames, second_of(rate)), rate))
        for number in range(plan.frames):
            packet = _again(second[number % len(second)])
            packet.stream, packet.time_base = stream, 1 / rate
            packet.pts = packet.dts = number
            packet.duration = 1
            out.mux_one(packet)
            told(number + 1)


def _second(
    stream: VideoStream, picture: VideoFrame, frames: int, rate: Fraction
) -> Iterator[Packet[Any]]:
    """The picture so many times, beginning with a key frame; none needs one that comes later."""
    for number in range(frames):
        picture.pts, picture.time_base = number, 1 / rate
        yield from stream.encode(picture)
    yield from stream.encode(None)


def _again(packet: Packet[Any]) -> Packet[Any]:
    import av

    made = av.Packet(bytes(packet))
    made.is_keyframe = packet.is_keyframe
    return made
