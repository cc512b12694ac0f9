"""How long to wait between two questions about a task: often at first, seldom later."""

from __future__ import annotations

import random

_SHORTEST = 0.2


def next_wait(age: float, *, speed: float = 1.0, chance: float | None = None) -> float:
    """Seconds until the next question about a task that is `age` seconds old.

    Args:
        speed: divides all times, for a practice service that works faster; never under 0.2 s.
        chance: 0 to 1, where within the step's range; random by default, so that tasks spread.
    """
    spread = random.random() if chance is None else chance
    shortest, longest = _range(age * speed)
    return max(_SHORTEST, (shortest + (longest - shortest) * spread) / speed)


def _range(age: float) -> tuple[float, float]:
    """A result is noticed late by 4 % of its time at most, so that its place is soon free."""
    return (min(max(2.0, age * 0.02), 15.0), min(max(3.0, age * 0.04), 30.0))
