"""Killed at a step, a file operation or a statement: nothing paid twice, nothing lost.

scripts/faults.py tries every one of them.
"""

from __future__ import annotations

import pytest

from tests.support.faults.bench import Bench
from tests.support.faults.points import Point, Tally, every_kill, kill_at

# Plays, the first point and how far apart the points are: others are tried by the long run.
SHORT = {
    "one shot": (11, 83),
    "element, panel and clip": (40, 411),
    "redrawn element": (310, 900),
    "two shots at once": (36, 211),
    "collecting what was sent": (27, 183),
    "recovering": (29, 431),
}


@pytest.mark.parametrize("play", SHORT)
def test_a_kill_anywhere_pays_nothing_twice_and_loses_nothing(bench: Bench, play: str) -> None:
    first, step = SHORT[play]
    tally = Tally()
    every_kill(bench, [play], tally, first=first, step=step)
    assert tally.broken == []
    assert sum(tally.tried.values()) >= 3


def test_a_kill_between_the_first_byte_and_the_answer_is_told_as_unknown(bench: Bench) -> None:
    tally = Tally()
    assert kill_at(bench, Point("one shot", "stored", "sending", 1), tally)
    assert tally.broken == []
    assert tally.unknown == 1
