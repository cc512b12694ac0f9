"""The window on a film of plain shots at a scripted service, and the lines of its queue."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.open_film import plain_film
from tests.support.small_kie import SmallKie, small_kie
from tests.support.window import open_window, until
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.queue.card import JobCard
from topa_studio.ui.queue.lines import Sort

Test = Callable[[MainWindow, SmallKie], Coroutine[Any, Any, None]]


def on(
    app: QApplication, folder: Path, patch: pytest.MonkeyPatch, test: Test, shots: int = 3
) -> Coroutine[Any, Any, None]:
    """Run `test` on the window of a film of plain shots, without practice."""

    async def main() -> None:
        async with small_kie() as kie:
            for name, value in kie.environment().items():
                patch.setenv(name, value)
            film = plain_film(folder / "film", shots)
            async with open_window(app, folder, film, practice=False) as window:
                await test(window, kie)

    return main()


def card(window: MainWindow, key: str) -> JobCard | None:
    """The line of a shot in the queue; None where there is none."""
    return next((c for c in window.queue.cards() if c.line.key == key), None)


async def line(window: MainWindow, key: str, sort: Sort) -> JobCard:
    """The line of a shot in the queue, once it is of that sort."""

    def there() -> bool:
        found = card(window, key)
        return found is not None and found.line.sort is sort

    await until(there)
    found = card(window, key)
    assert found is not None
    return found
