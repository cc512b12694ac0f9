"""A window and a command at once on one film pay nothing twice (scripts/races.py runs it long)."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from tests.support.fast_session import tiny_clip
from tests.support.quick_kie import quick_kie
from tests.support.race import (
    Race,
    audit,
    film_of,
    forking,
    make_all,
    race,
    whole_run,
)

_SEED = 5
_GROUPS = 30


def _races(tmp_path: Path, group: int, count: int, *, forgets: bool = False) -> list[Race]:
    """Other moments in each group; after those that forget, all is made again with no records."""
    tmp_path, seed = tmp_path / str(group), _SEED + group
    tmp_path.mkdir(exist_ok=True)
    folder, clip = tmp_path / "films", tiny_clip(tmp_path / "clip.mp4")
    with quick_kie(clip, seconds=0.02, spread=0.05, slow=0.03, seed=seed) as service:
        context, environment = forking(), service.environment()
        whole = whole_run(context, folder, environment)
        one = partial(race, context, folder, seed=seed, environment=environment, whole=whole)
        with ThreadPoolExecutor(2) as pool:
            done = list(pool.map(one, range(count)))
        if forgets:
            for found in done:
                film = film_of(folder, found.number)
                shutil.rmtree(film.parent / "output")
                make_all(context, film, environment, found)
        audit(folder, done, service.ledger())
    return done


def test_two_processes_on_one_film_pay_nothing_twice_and_lose_nothing(tmp_path: Path) -> None:
    done: list[Race] = []
    # A run in which nobody met anybody, or nobody was killed, would show nothing.
    for group in range(_GROUPS):
        done += _races(tmp_path, group, 16)
        assert not [one for one in done if one.faults]
        if sum(one.refused for one in done) and sum(one.killed for one in done):
            return
    raise AssertionError(f"in {_GROUPS} groups of races nobody met anybody: {done}")


def test_the_audit_finds_what_was_paid_twice(tmp_path: Path) -> None:
    faults = [fault for one in _races(tmp_path, 0, 2, forgets=True) for fault in one.faults]
    assert [fault for fault in faults if fault.startswith("charged 2 times: ")]
    assert [fault for fault in faults if fault.startswith("paid and lost: ")]
