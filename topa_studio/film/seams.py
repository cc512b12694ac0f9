"""Where one shot of the film ends and the next begins, and how often its picture was copied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from topa_studio.film.timing import Cut
from topa_studio.model.rate import frame_of, seconds_of
from topa_studio.model.scenario import Scenario

SOFT, TOO_SOFT = 2, 3
"""From so many copies in a row on a picture is a bit soft, or should start anew."""


class Start(StrEnum):
    """What the shot behind a seam starts from."""

    CONTINUES = "continues"
    NEW_SCENE = "new scene"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Seam:
    """Two shots side by side.

    Attributes:
        before, after: their cuts.
        start: what the second starts from.
        copies: taken-over pictures in a row that its first picture is; 0 for one of its own.
    """

    before: Cut
    after: Cut
    start: Start
    copies: int

    @property
    def keys(self) -> tuple[str, str]:
        """Of both shots."""
        return self.before.key, self.after.key


def seams_of(scenario: Scenario, cuts: Sequence[Cut]) -> tuple[Seam, ...]:
    """All seams of the film, in its order."""
    found: list[Seam] = []
    copies = 0
    for before, after in pairwise(cuts):
        shot = scenario.shot(after.key)
        taken_over = shot.start == "previous" and not shot.still
        copies = copies + 1 if taken_over else 0
        start = Start.CONTINUES if taken_over else Start.OWN
        if not taken_over and before.scene != after.scene:
            start = Start.NEW_SCENE
        found.append(Seam(before, after, start, copies))
    return tuple(found)


def copies_of(scenario: Scenario, key: str) -> int:
    """How many taken-over pictures in a row the first one of a shot is, as `seams_of` counts."""
    copies, shot = 0, scenario.shot(key)
    while shot.start == "previous" and not shot.still:
        before = scenario.shot_before(shot.key)
        if before is None:
            break
        copies, shot = copies + 1, before
    return copies


def chain(seams: Sequence[Seam], place: int) -> tuple[tuple[Cut, int], ...]:
    """The shots that hand their last picture on up to the second of seam number `place`.

    As if that one took it over: each with its number of copies, the first has a picture of its
    own. At least two.
    """
    copies = seams[place - 1].copies if place else 0
    links = [(seams[place].before, copies), (seams[place].after, copies + 1)]
    at = place - 1
    while copies:
        copies -= 1
        links.insert(0, (seams[at].before, copies))
        at -= 1
    return tuple(links)


def start_at(scenario: Scenario, before: Cut, inside: int) -> float | None:
    """What `start_at` says for frame `inside` of the cut before; None: its last one that is shown.

    In seconds of the clip, whatever is trimmed off at its beginning.
    """
    if inside >= before.frames - 1:
        return None
    trim = scenario.shot(before.key).trim
    first = frame_of(trim.start, before.rate) if trim is not None else 0
    return seconds_of(first + max(0, inside), before.rate)


def inside_of(scenario: Scenario, before: Cut, at: float | None) -> int:
    """The frame of the cut before that `start_at` means; the last one for None."""
    if at is None:
        return before.frames - 1
    trim = scenario.shot(before.key).trim
    first = frame_of(trim.start, before.rate) if trim is not None else 0
    return max(0, min(frame_of(at, before.rate) - first, before.frames - 1))
