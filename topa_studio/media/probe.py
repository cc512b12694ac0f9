"""What a clip or picture really is, read from the file itself."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from topa_studio.base.errors import MediaError
from topa_studio.base.regular import open_regular
from topa_studio.media.opening import first_picture, is_known, opened, picture_stream
from topa_studio.media.orientation import is_on_its_side, orientation_of, told_orientation
from topa_studio.media.sniff import SNIFF_BYTES, sniff

if TYPE_CHECKING:
    from av.container import InputContainer


@dataclass(frozen=True, slots=True)
class Probe:
    """A file's facts: length in seconds (0 for a picture), size in pixels, frames a second.

    The size is that of the picture when it stands upright.
    """

    kind: Literal["clip", "picture"]
    seconds: float
    width: int
    height: int
    has_sound: bool
    fps: float


def probe(path: Path) -> Probe:
    """Read the facts of the clip or picture at `path`; at least one picture is decoded.

    Raises:
        MediaError: it is missing, damaged, or neither a clip nor a picture.
    """
    with opened(path) as container, open_regular(path) as file:
        stream = picture_stream(container, path)
        if sniff(file.read(SNIFF_BYTES)) in ("png", "jpeg", "webp"):
            frame = first_picture(container, path)
            width, height = _size(frame.width, frame.height, told_orientation(path))
            return Probe("picture", 0.0, width, height, False, 0.0)
        orientation = orientation_of(first_picture(container, path))
        width, height = _size(stream.width, stream.height, orientation)
        return Probe(
            kind="clip",
            seconds=_seconds(container),
            width=width,
            height=height,
            has_sound=any(map(is_known, container.streams.audio)),
            fps=float(stream.average_rate or 0),
        )


def look(path: Path) -> Probe:
    """The facts of a picture that is to be sent: all of it must unpack.

    Raises:
        MediaError: see `probe`; "media.no-still" where it is none of the kinds that can be sent.
    """
    with opened(path, strict=True) as container, open_regular(path) as file:
        if sniff(file.read(SNIFF_BYTES)) not in ("png", "jpeg", "webp"):
            raise MediaError("media.no-still", path=str(path))
        frame = first_picture(container, path)
        width, height = _size(frame.width, frame.height, told_orientation(path))
        return Probe("picture", 0.0, width, height, False, 0.0)


def examine(path: Path, patience: float = 5.0) -> Probe:
    """The facts, after all pictures and sounds were unpacked once, as a player would.

    For the child process that opens files from elsewhere first. Damage in the middle is no
    error: it is for a person to see. After `patience` seconds the rest is left.

    Raises:
        MediaError: see `probe`.
    """
    facts = probe(path)
    if facts.kind == "picture":
        return facts
    import av

    until = time.monotonic() + patience
    with opened(path) as container:
        streams = (*container.streams.video, *container.streams.audio)
        for packet in container.demux(*filter(is_known, streams)):
            with suppress(av.FFmpegError):
                packet.decode()
            if time.monotonic() > until:
                break
    return facts


def _size(width: int, height: int, orientation: int) -> tuple[int, int]:
    """Width and height as it is seen."""
    return (height, width) if is_on_its_side(orientation) else (width, height)


def _seconds(container: InputContainer) -> float:
    """The pictures' own length: a sound track may end a few milliseconds later."""
    stream = container.streams.video[0]
    if stream.duration and stream.time_base:
        return float(stream.duration * stream.time_base)
    return (container.duration or 0) / 1_000_000
