#!/usr/bin/env python3
"""Kill `run-all` of a 4-shot film at many moments; print what each run to the end found.

python scripts/kill_run.py [KILLS]
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.end_to_end.kills import kill_and_finish, moments, whole_run
from tests.support.given_numbers import numbers
from tests.support.service_process import practice_service
from tests.support.small_film import wishes

SHOTS = 4
CREDITS = 1_000_000


def main(kills: int) -> int:
    with (
        tempfile.TemporaryDirectory() as root,
        practice_service(Path(root), "--credits", str(CREDITS)) as service,
    ):
        seconds = whole_run(service, Path(root, "whole"), SHOTS)
        print(f"an undisturbed run takes {seconds:.1f} s and {wishes(SHOTS)} creates")
        outcomes = []
        for number, after in enumerate(moments(seconds, kills)):
            outcome = kill_and_finish(service, Path(root, str(number)), SHOTS, after)
            outcomes.append(outcome)
            print(
                f"killed after {after:5.2f} s (running: {outcome.was_running}): "
                f"{outcome.creates} creates, {len(outcome.double)} double, "
                f"{outcome.made} made, {outcome.need_you} need you",
                flush=True,
            )
    double = sum(len(outcome.double) for outcome in outcomes)
    lost = sum(outcome.made + outcome.need_you != SHOTS for outcome in outcomes)
    told = sum(outcome.need_you for outcome in outcomes)
    print(f"{kills} kills: {double} double creates, {lost} runs with a lost shot, {told} need you")
    return 1 if double or lost else 0


if __name__ == "__main__":
    sys.exit(main(*numbers(__doc__, kills=50)))
