"""What a clip or picture really is, read from the file itself."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from topa_studio.media.opening import first_picture, opened, picture_stream
from topa_studio.media.sniff import SNIFF_BYTES, sniff

if TYPE_CHECKING:
    from av.container import InputContainer


@dataclass(frozen=True, slots=True)
class Probe:
    """A file's facts: length in seconds (0 for a picture), size in pixels, frames a second."""

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
    with opened(path) as container, path.open("rb") as file:
        stream = picture_stream(container, path)
        if sniff(file.read(SNIFF_BYTES)) in ("png", "jpeg", "webp"):
            frame = first_picture(container, path)
            return Probe("picture", 0.0, frame.width, frame.height, False, 0.0)
        first_picture(container, path)
        return Probe(
            kind="clip",
            seconds=_seconds(container),
            width=stream.width,
            height=stream.height,
            has_sound=bool(container.streams.audio),
            fps=float(stream.average_rate or 0),
        )


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
        for packet in container.demux(*container.streams.video, *container.streams.audio):
            with suppress(av.FFmpegError):
                packet.decode()
            if time.monotonic() > until:
                break
    return facts


def _seconds(container: InputContainer) -> float:
    """The pictures' own length: a sound track may end a few milliseconds later."""
    stream = container.streams.video[0]
    if stream.duration and stream.time_base:
        return float(stream.duration * stream.time_base)
    return (container.duration or 0) / 1_000_000
