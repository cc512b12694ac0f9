"""The page "Film out" over a film of three shots, for tests that use it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.numbered import numbered_clip
from tests.support.window import studio, until
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.out.page import OutPage
from topa_studio.ui.studio import Studio

FILM = """\
title: "Piers: the film"
scenes:
  - id: 1
    title: Morning
    shots:
      - {id: 1, title: Pier, prompt: "Wide shot. A pier.", duration: 3, caption: "Смотри!"}
      - {id: 2, title: Boat, prompt: "Wide shot. A boat.", duration: 3}
  - id: 2
    title: Evening
    shots:
      - {id: 1, title: Lamp, prompt: "Wide shot. A lamp.", duration: 3}
"""


@asynccontextmanager
async def opened(
    app: QApplication, folder: Path, *, clips: tuple[str, ...] = ("1__1",), film: str = FILM
) -> AsyncIterator[tuple[Studio, MainWindow]]:
    scenario = folder / "film" / "film.yaml"
    scenario.parent.mkdir()
    scenario.write_text(film, encoding="utf-8")
    async with studio(app, folder, scenario) as made:
        window = made.window
        assert window is not None
        window.resize(1500, 950)
        for number, key in enumerate(clips, 1):
            clip = numbered_clip(folder / f"{key}.mp4", number, 72, size=(640, 360))
            await window.session.takes.choose(await window.session.takes.bring(key, clip))
        yield made, window


async def page_of(window: MainWindow) -> OutPage:
    """The page, opened by the menu, once it knows what it would write."""
    window.menus.actions["film_out"].trigger()
    page = window.out.page
    assert page is not None
    await until(lambda: page.plan is not None)
    return page


async def planned(page: OutPage, act: Callable[[], object]) -> None:
    """Do something, and wait until the page has worked out what it means."""
    before = page.plan
    act()
    await until(lambda: page.plan is not before)


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def shown_lines(page: OutPage) -> list[str]:
    lines = sorted(page.written.lines.items(), reverse=True)
    return [f"{line.name.text()} · {line.facts.text()}" for _, line in lines]


async def writing(page: OutPage) -> None:
    """Begin to write something that takes a while."""
    if page.options.size_switch.value != "1080p":
        await planned(page, lambda: click(page.options.size_switch.button("1080p")))
    lines = page.written.lines
    click(page.save)
    await until(lambda: any(line.bar.isVisible() and line.bar.value() for line in lines.values()))
