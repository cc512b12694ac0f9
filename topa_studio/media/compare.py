"""Whether a clip is what was asked for; what differs is told, and never refused."""

from __future__ import annotations

from dataclasses import dataclass

from topa_studio.media.probe import Probe

LENGTH_TOLERANCE = 0.2
"""Seconds a clip may be longer or shorter than asked."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request asked for; None: it did not say. Size in pixels, length in seconds."""

    seconds: float | None = None
    size: tuple[int, int] | None = None
    sound: bool | None = None


def differences(asked: Asked, made: Probe) -> tuple[str, ...]:
    """Codes of what differs: "media.length-differs", "...size-differs", "...sound-missing" or
    "...sound-unasked".
    """
    found = []
    if asked.seconds is not None and abs(made.seconds - asked.seconds) > LENGTH_TOLERANCE:
        found.append("media.length-differs")
    if asked.size is not None and asked.size != (made.width, made.height):
        found.append("media.size-differs")
    if asked.sound is not None and asked.sound != made.has_sound:
        found.append("media.sound-missing" if asked.sound else "media.sound-unasked")
    return tuple(found)
