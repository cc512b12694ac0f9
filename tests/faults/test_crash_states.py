"""The power goes: what was not synced is lost, torn or out of order, and names with it."""

from __future__ import annotations

import random

from tests.support.faults.bench import Bench
from tests.support.faults.crash import crash_states
from tests.support.faults.crashes import every_state
from tests.support.faults.points import Tally
from tests.support.faults.shim import Op
from tests.support.faults.traced import read_ops


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


def _hex(text: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in text.encode())


def test_what_strace_tells_is_read_as_operations() -> None:
    a, t = _hex("/d/a"), _hex("/d/t")
    lines = [
        f'7  10.5 openat(AT_FDCWD<{_hex("/")}>, "{t}", O_WRONLY|O_CREAT|O_EXCL, 0666) = 3<{t}>',
        f'7  10.6 write(3<{t}>, "{_hex("new")}", 3 <unfinished ...>',
        f'8  10.7 unlink("{_hex("/elsewhere/b")}") = 0',
        "7  10.8 <... write resumed>) = 3",
        f"7  10.9 fsync(3<{t}>) = 0",
        f'7  11.0 rename("{t}", "{a}") = 0',
        f'7  11.1 openat(AT_FDCWD<{_hex("/")}>, "{a}", O_WRONLY|O_TRUNC) = -1 EACCES (no)',
        f"7  11.2 fsync(4<{_hex('/d')}>) = 0",
    ]
    assert list(read_ops(lines, "/d", {})) == [
        Op("create", "/d/t", at=10.5),
        Op("write", "/d/t", data=b"new", at=10.8),
        Op("fsync", "/d/t", at=10.9),
        Op("replace", "/d/t", "/d/a", at=11.0),
        Op("fsync-folder", "/d", at=11.2),
    ]
