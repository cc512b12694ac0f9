"""The picture of the shot before that a shot starts from: the last that is shown, or another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from topa_studio.model.request import ClipRequest
from topa_studio.model.scenario import Scenario, Shot
from topa_studio.model.take import Take
from topa_studio.pipeline.board import Board, Entry
from topa_studio.pipeline.choice import chosen_take
from topa_studio.pipeline.job import Kind


@dataclass(frozen=True, slots=True)
class ShownEnd:
    """One picture of a take.

    Attributes:
        moment: where in the take's file, in seconds; None: its very last picture.
    """

    take: Take
    moment: float | None = None

    def name(self, content: str) -> str:
        """What its picture is called in the cache; `content` tells the take's file from others."""
        if self.moment is None:
            return f"last-{content}-upright.png"
        return f"at-{content}-{round(self.moment * 1000)}-upright.png"

    def is_called(self, name: str) -> bool:
        """Whether a picture of this name is this one, also as earlier versions named it."""
        content = self.take.sha256[:20]
        earlier = f"last-{content}.png" if self.moment is None else ""
        return name in (self.name(content), earlier)


def is_of(picture: str, takes: Iterable[Take]) -> bool:
    """Whether a picture of this name was taken out of one of these takes."""
    marks = (take.sha256[:20] or PurePosixPath(take.path).stem for take in takes)
    return any(mark in picture for mark in marks)


def shown_end(scenario: Scenario, key: str, board: Board) -> ShownEnd | None:
    """What a shot that starts from the one before would start from now.

    None where it is the first one, or that before has no take or is a picture of the user's own.
    """
    before = scenario.shot_before(key)
    if before is None or before.still:
        return None
    entry = board.entry(Kind.CLIP, before.key)
    take = chosen_take(before, entry)
    if take is None:
        return None
    at = scenario.shot(key).start_at
    if at is not None:
        return ShownEnd(take, take.start + at)
    return ShownEnd(take, _last_shown(before, take, entry, scenario.film.fps))


def _last_shown(shot: Shot, take: Take, entry: Entry, fps: float) -> float | None:
    """The moment of the last picture of a take that a trim lets be seen; None: the clip's own."""
    trim = shot.trim
    if trim is None:
        return None
    end = trim.start + shot.seconds
    frames = _frame(end, fps) - _frame(trim.start, fps)
    inside = trim.start + max(0, frames - 1) / fps
    job = entry.made_with(take)
    sent = None if job is None else job.request
    length = take.seconds or (sent.duration if isinstance(sent, ClipRequest) else 0.0)
    return None if length and inside >= length else take.start + inside


def _frame(seconds: float, fps: float) -> int:
    return int(seconds * fps + 0.5)
