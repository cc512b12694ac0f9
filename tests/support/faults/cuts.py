"""Creates broken off at each byte: told as unknown, never sent again."""

from __future__ import annotations

from typing import Any

from tests.support.faults.bench import Bench
from tests.support.faults.drive import control
from tests.support.faults.films import PLAYS
from tests.support.faults.points import Point, Tally
from tests.support.faults.rules import Cut

Json = dict[str, Any]
HOWS = ("close", "reset", "half")
PLAY = "one shot"


def sizes(bench: Bench) -> tuple[int, int]:
    """Bytes of a create's request and of its reply."""
    with bench.world(PLAYS[PLAY]) as world:
        cut = {"way": "reply", "at": 1 << 20, "how": "close"}
        seen = world.run(cut=cut)["seen"]
        return seen["sizes"][0], seen["sizes"][1]


def cut_at(bench: Bench, cut: Cut, tally: Tally, plant: str = "") -> None:
    """One cut, what the user sees at once, and the next start."""
    point = Point(PLAY, cut.way, cut.how, cut.at)
    with bench.world(PLAYS[PLAY]) as world:
        run = world.run(cut={"way": cut.way, "at": cut.at, "how": cut.how}, plant=plant)
        tasks = control(world.url)["tasks"]
        tally.broken += [(point, line) for line in _at_once(run, len(tasks))]
        end, broken = world.look()
        tally.tried[f"{cut.way}/{cut.how}"] += 1
        tally.broken += [(point, line) for line in broken]
        unknown, charged = end.get("unknown", (0, 0))
        tally.unknown += unknown
        tally.charged += charged


def _at_once(run: Json, taken: int) -> list[str]:
    """A lost answer is told as such in the same run, and nothing was sent again."""
    if "seen" not in run:
        return [f"traceback: {run.get('raw')} {run['err'][-400:]}"]
    seen = run["seen"]
    stage = seen["shots"]["1__1"]["stage"]
    broken = []
    if seen["creates"] != 1:
        broken.append(f"resent: {seen['creates']} creates left")
    if stage not in ("MADE", "NEEDS_YOU"):
        broken.append(f"untold: the shot is {stage} with {taken} taken")
    return broken


def every_cut(
    bench: Bench, tally: Tally, *, first: int = 0, step: int = 1, hows: tuple[str, ...] = HOWS
) -> None:
    """Reply and request at `first`, `first + step`, ... to their last byte."""
    request, reply = sizes(bench)
    for way, size in (("reply", reply), ("request", request)):
        for how in hows:
            for at in range(first, size + 1, step):
                if (way, at) != ("reply", size):
                    cut_at(bench, Cut(way, at, how), tally)
