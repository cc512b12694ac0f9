"""What held below the film's own settings, and since when: a new default changes no take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from topa_studio.model.scenario import Settings


@dataclass(frozen=True, slots=True)
class Below:
    """Settings and format of a film that says nothing itself, from a moment on.

    Attributes:
        since: seconds since 1970; 0: from the beginning.
    """

    settings: Settings
    ratio: str
    since: float = 0.0


def with_now(history: Sequence[Below], now: Below) -> tuple[Below, ...]:
    """What held one after the other, `now` the last of it."""
    if not history:
        return (Below(now.settings, now.ratio),)
    last = history[-1]
    same = (last.settings, last.ratio) == (now.settings, now.ratio)
    return tuple(history) if same else (*history, now)


def held_at(history: Sequence[Below], moment: float) -> Below | None:
    """What held at a moment; None: what holds now, or nothing is known."""
    found = [below for below in history if below.since <= moment]
    return None if not found or found[-1] is history[-1] else found[-1]
