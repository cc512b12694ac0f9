"""Random schedules against a hard budget: kills, lost answers, failures, many jobs at once."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

from tests.support.faults.audit import over_budget
from tests.support.faults.bench import Bench, World
from tests.support.faults.drive import control
from tests.support.faults.films import Play, film_of
from tests.support.faults.points import Point, Tally
from tests.support.faults.shim import KILLED

Json = dict[str, Any]
_RATE = 14  # credits for a second of these clips
_ANSWERS = ("ok", "ok", "ok", "throttle", "lost", "500", "fail", "reset", "lost-500", "slow:0.02")
_LAST_STEP = 900


@dataclass(frozen=True, slots=True)
class Schedule:
    """Films with a budget, what their service does, and the runs one after another.

    Attributes:
        film, day, run: budgets in credits; None: there is none of that kind.
        together: a second film of the same user is made at the same time.
    """

    play: Play
    runs: tuple[Json, ...]
    film: float | None
    day: float | None
    run: float | None
    together: bool


def schedule(seed: int) -> Schedule:
    """The schedule of that number."""
    dice = random.Random(seed)
    seconds = [dice.randint(3, 8) for _ in range(dice.randint(2, 6))]
    budget = round(sum(seconds) * _RATE * dice.uniform(0.2, 1.1), 1)
    kind = dice.choice(("film", "day", "run"))
    film, day, run = (budget if kind == name else None for name in ("film", "day", "run"))
    answers = [dice.choice(_ANSWERS) for _ in range(dice.randint(0, 8))]
    runs = tuple(_run(dice) for _ in range(dice.randint(2, 4)))
    # Drawn apart, so that all else of a number stays as it was.
    act = random.Random(f"act/{seed}").choice(("clips", "clips", "panels", "variants"))
    start = ", start: panel" if act == "panels" else ""
    text = film_of(len(seconds), seconds=seconds, budget=film, start=start)
    how = {"variants": 3 if act == "variants" else 0, "panels": act == "panels"}
    play = Play(text, {"creates": answers}, budget=film, **how)
    return Schedule(play, runs, film, day, run, together=kind == "day" and dice.random() < 0.6)


def _run(dice: random.Random) -> Json:
    slots = dice.choice((1, 2, 4, 8))
    if dice.random() < 0.3:
        return {"slots": slots}
    at = dice.randint(60, _LAST_STEP)
    return {"slots": slots, "fault": {"kind": "step", "at": at, "what": "kill", "lasting": False}}


def try_schedule(bench: Bench, seed: int, tally: Tally) -> None:
    """One schedule to its end; more than a budget may never be charged."""
    plan = schedule(seed)
    with bench.world(plan.play) as world:
        broken = [line for run in plan.runs for line in _go(world, plan, run, tally)]
        if not plan.together:
            end, more = world.look(day=plan.day)
            broken += more
            unknown, charged = end.get("unknown", (0, 0))
            tally.unknown += unknown
            tally.charged += charged
        broken += over_budget(control(world.url), plan.day)
    tally.tried[f"schedule of a {_kind(plan)} budget"] += 1
    tally.broken += [(Point(_kind(plan), "schedule", "", seed), line) for line in broken]


def _go(world: World, plan: Schedule, run: Json, tally: Tally) -> list[str]:
    """One run, or one of each film at the same time."""
    given = {**run, "run": plan.run, "day": plan.day}
    before = control(world.url)["charged"]
    plans = [world.plan(**given), *([{**world.also(), **given}] if plan.together else [])]
    done = world.zygote.run_all(plans)
    tally.kills += sum(found["code"] == KILLED for found in done)
    ledger = control(world.url)
    spent = {**ledger, "charged": ledger["charged"] - before}
    return [*over_budget(spent, plan.run), *over_budget(ledger, plan.film)]


def _kind(plan: Schedule) -> str:
    if plan.film is not None:
        return "film's"
    return "run's" if plan.run is not None else f"day's{' (two films)' if plan.together else ''}"
