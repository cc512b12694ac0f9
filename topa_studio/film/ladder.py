"""What a shot shows: its own still, else its take, else its panel, else a slate."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from topa_studio.model.scenario import Shot
from topa_studio.model.status import ShotStatus
from topa_studio.model.take import Take


class Source(StrEnum):
    """What is shown; a slate is drawn where there is no picture at all."""

    CLIP = "clip"
    STILL = "still"
    PANEL = "panel"
    SLATE = "slate"


@dataclass(frozen=True, slots=True)
class Shown:
    """The file a shot shows, and which part of it.

    Attributes:
        path: relative to the film's home; "" for a slate.
        offset: where in the file the shot begins, in seconds.
        until: where in the file its part ends; None: at the file's own end.
    """

    source: Source = Source.SLATE
    path: str = ""
    offset: float = 0.0
    until: float | None = None


A_SLATE = Shown()


def shown_of(shot: Shot, status: ShotStatus) -> Shown:
    """What stands for a shot in the film as far as it is made."""
    if shot.still:
        return Shown(Source.STILL, shot.still)
    if status.chosen is not None:
        return clip_of(shot, status.chosen)
    if status.panel is not None:
        return Shown(Source.PANEL, status.panel.path)
    return A_SLATE


def clip_of(shot: Shot, take: Take) -> Shown:
    """What a shot shows of a take: from its trim's beginning to the end of the take's file.

    A trim's end makes the shot as long as it says; where the take ends earlier, its last frame is
    held, so that another take never moves what comes after.
    """
    until = take.start + take.seconds if take.seconds else None
    offset = take.start + shot.trim_start
    return Shown(Source.CLIP, take.path, offset, until)
