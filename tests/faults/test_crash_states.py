"""The power goes: what was not synced is lost, torn or out of order, and names with it."""

from __future__ import annotations

import random

from tests.support.faults.bench import Bench
from tests.support.faults.crash import crash_states
from tests.support.faults.crashes import every_state
from tests.support.faults.points import Tally
from tests.support.faults.shim import Op


def test_a_start_after_any_power_cut_pays_nothing_twice_and_loses_nothing(bench: Bench) -> None:
    tally = Tally()
    every_state(bench, "one shot", 4, 1, tally, chosen=slice(None, None, 10))
    assert tally.broken == []
    assert tally.tried["crash state"] >= 12


def _contents(*ops: Op) -> set[bytes | None]:
    """What /d/a may hold after all of these."""
    states = crash_states(list(ops), {}, 60, random.Random(1))
    return {state.files.get("/d/a") for state in states if state.at == len(ops) - 1}


def test_what_is_synced_survives_and_what_is_not_may_be_torn() -> None:
    made, page = Op("create", "/d/a"), b"x" * 512
    written = Op("write", "/d/a", data=page * 2)
    assert _contents(made, written) >= {None, b"", page, page * 2}
    assert _contents(made, written, Op("fsync", "/d/a")) == {page * 2}


def test_a_rename_is_sure_only_when_its_folder_is_synced() -> None:
    moved = (
        Op("create", "/d/t"),
        Op("write", "/d/t", data=b"new"),
        Op("fsync", "/d/t"),
        Op("replace", "/d/t", "/d/a"),
    )
    assert _contents(*moved) == {None, b"new"}
    assert _contents(*moved, Op("fsync-folder", "/d")) == {b"new"}


def test_a_rename_without_a_sync_may_leave_an_empty_file() -> None:
    moved = (
        Op("create", "/d/t"),
        Op("write", "/d/t", data=b"new"),
        Op("replace", "/d/t", "/d/a"),
    )
    assert b"" in _contents(*moved)
