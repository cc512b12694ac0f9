"""Random schedules against a hard budget: kills, lost answers, failures, many jobs at once."""

from __future__ import annotations

import random
from typing import Any

from tests.support.faults.bench import Bench
from tests.support.faults.films import Play, film_of
from tests.support.faults.points import Point, Tally

Json = dict[str, Any]
_RATE = 14  # credits for a second of these clips
_ANSWERS = ("ok", "ok", "ok", "throttle", "lost", "500", "fail", "reset", "lost-500", "slow:0.02")
_LAST_STEP = 900


def schedule(seed: int) -> tuple[Play, list[Json]]:
    """A film with a budget, what its service does, and the runs before the last one."""
    dice = random.Random(seed)
    seconds = [dice.randint(3, 8) for _ in range(dice.randint(2, 6))]
    budget = round(sum(seconds) * _RATE * dice.uniform(0.2, 1.1), 1)
    answers = [dice.choice(_ANSWERS) for _ in range(dice.randint(0, 8))]
    film = film_of(len(seconds), seconds=seconds, budget=budget)
    play = Play(film, {"creates": answers}, budget=budget)
    return play, [_run(dice) for _ in range(dice.randint(1, 3))]


def _run(dice: random.Random) -> Json:
    slots = dice.choice((1, 2, 4, 8))
    if dice.random() < 0.3:
        return {"slots": slots}
    at = dice.randint(60, _LAST_STEP)
    return {"slots": slots, "fault": {"kind": "step", "at": at, "what": "kill", "lasting": False}}


def try_schedule(bench: Bench, seed: int, tally: Tally) -> None:
    """One schedule to its end; more than the budget may never be charged."""
    play, runs = schedule(seed)
    point = Point(f"budget {play.budget}", "schedule", "", seed)
    with bench.world(play) as world:
        for run in runs:
            world.run(**run)
        end, broken = world.look()
        tally.tried["schedule"] += 1
        tally.tried["runs"] += len(runs) + 1
        tally.broken += [(point, line) for line in broken]
        unknown, charged = end.get("unknown", (0, 0))
        tally.unknown += unknown
        tally.charged += charged
