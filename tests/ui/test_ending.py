"""The end may be asked for at any moment: whatever was under way is put away in order."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.small_film import small_film
from tests.support.window import studio, until
from tests.support.work import Run
from topa_studio.app.project import OutputLock
from topa_studio.ui.studio import Studio

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")


def left_open(film: Path, threads: set[threading.Thread]) -> list[str]:
    """What still holds something of the film."""
    left = [t.name for t in set(threading.enumerate()) - threads if t.name.startswith("state")]
    for folder in film.parent.glob("output*"):
        lock = OutputLock(folder / ".topa" / "lock")
        if not lock.take("the test"):
            left.append(folder.name)
        lock.release()
    return left


@pytest.mark.parametrize("turns", [0, 1, 3, 10, 30, 100, None])
def test_the_end_in_the_middle_of_opening_a_film_leaves_nothing_open(
    qrun: Run, qapp: QApplication, tmp_path: Path, turns: int | None
) -> None:
    film = small_film(tmp_path / "film")
    threads = set(threading.enumerate())

    async def passed(made: Studio) -> None:
        before = made.window
        if turns is None:
            await until(lambda: made.window is not before)
        for _ in range(turns or 0):
            await asyncio.sleep(0)

    async def main() -> None:
        async with studio(qapp, tmp_path, film) as made:
            made.scope.spawn(made.reopen(practice=False))
            await passed(made)
        assert made.window is None

    qrun(main())
    assert left_open(film, threads) == []
