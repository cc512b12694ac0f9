"""The real window on a real film with the practice service, opened and put away around a test."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.support.small_film import small_film
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.notices import toast
from topa_studio.ui.running.preferences import PreferenceStore
from topa_studio.ui.studio import Studio, Wish


@asynccontextmanager
async def studio(
    app: QApplication, folder: Path, scenario: Path | None = None, *, practice: bool = True
) -> AsyncIterator[Studio]:
    """A studio with a film of four shots, English and dark; ended in order afterwards."""
    store = PreferenceStore(folder / "window.json")
    store.change(language="en", theme="dark", noted=True)
    made = Studio(app, Wish(scenario or small_film(folder / "film"), practice=practice), store)
    patch = pytest.MonkeyPatch()
    # A toast is still there when a slow machine comes to it.
    patch.setattr(toast, "_SHOWN_MS", 300_000)
    running = asyncio.create_task(made.run())
    await until(lambda: (made.window and made.window.is_furnished) or running.done())
    try:
        yield made
    finally:
        made.quit.set()
        await running
        patch.undo()


@asynccontextmanager
async def open_window(
    app: QApplication, folder: Path, scenario: Path | None = None, *, practice: bool = True
) -> AsyncIterator[MainWindow]:
    """The window of such a studio."""
    async with studio(app, folder, scenario, practice=practice) as made:
        assert made.window is not None
        yield made.window


async def until(reached: Callable[[], object], seconds: float = 300.0) -> None:
    """Wait until `reached` says so; fails after `seconds`."""
    async with asyncio.timeout(seconds):
        while not reached():  # noqa: ASYNC110 - any state of the window may be waited for
            await asyncio.sleep(0.02)


async def say_yes(window: MainWindow) -> None:
    """Answer the question that a single press of real money is met with, once it means it."""
    asked = window.pressing.question
    await until(lambda: asked.isVisible() and asked.asks)

    def pressed() -> bool:
        QTest.mouseClick(asked.yes, Qt.MouseButton.LeftButton)
        return not asked.isVisible()

    await until(pressed)
