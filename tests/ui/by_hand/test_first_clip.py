"""From an empty home to the first clip of a film of one's own that moves, in few acts."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import yaml
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.support.hand import Hand
from tests.support.window import until
from tests.ui.by_hand.films import QUIET, Run
from topa_studio.app.films import films_folder
from topa_studio.ui.running.preferences import PreferenceStore
from topa_studio.ui.studio import Studio, Wish

pytestmark = [QUIET, pytest.mark.long, pytest.mark.usefixtures("hasty_practice")]
MOST_ACTS = 8
TITLE, WORDS = "The Lighthouse Cat", "Wide shot. A cat looks out over a stormy sea."


@asynccontextmanager
async def started(app: QApplication) -> AsyncIterator[Hand]:
    """The program as its first start makes it, on the loop of the test."""
    made = Studio(app, Wish(), PreferenceStore())
    running = asyncio.create_task(made.run())
    try:
        await until(lambda: made.window is not None and made.window.is_furnished)
        assert made.window is not None
        made.window.activateWindow()
        await until(made.window.isActiveWindow)
        yield Hand(app)
    finally:
        made.quit.set()
        await running


async def by_keys(hand: Hand) -> None:
    await hand.key("Ctrl+N")
    await until(lambda: hand.at == "Title")
    await hand.type(TITLE)
    await hand.key("Return")
    await until(lambda: hand.at == "Prompt")
    await hand.type(WORDS)
    await hand.key("Ctrl+G")
    await hand.see("Scene 1, shot 1", part="take 1 chosen")
    await hand.key("Ctrl+Space")


async def by_mouse(hand: Hand) -> None:
    await hand.menu("File", "New film…")
    await until(lambda: hand.at == "Title")
    await hand.type(TITLE)
    await hand.click("Make the film")
    await until(lambda: hand.at == "Prompt")
    await hand.type(WORDS)
    await hand.click("Generate 1 missing")
    await hand.see("Scene 1, shot 1", part="take 1 chosen")
    await hand.click("Scene 1, shot 1")


def picture(hand: Hand) -> QImage:
    """What the player shows."""
    thing = hand.sees("Picture of the film")
    assert thing is not None
    window = thing.widget.window()
    area = QRect(window.mapFromGlobal(thing.area.topLeft()), thing.area.size())
    middle = QRect(QPoint(), area.size() / 2)
    middle.moveCenter(area.center())
    return window.grab(middle).toImage()


@pytest.mark.parametrize("way", [by_keys, by_mouse], ids=["keys", "mouse"])
def test_the_first_clip_moves_after_few_acts(
    qrun: Run, qapp: QApplication, way: Callable[[Hand], Awaitable[None]]
) -> None:
    async def main() -> None:
        assert not films_folder().exists()
        async with started(qapp) as hand:
            await way(hand)
            seen = [picture(hand)]

            def moved() -> bool:
                now = picture(hand)
                if now != seen[-1]:
                    seen.append(now)
                return len(seen) >= 3

            await until(moved)
            assert hand.acts <= MOST_ACTS, hand.did

    qrun(main())
    folder = films_folder() / TITLE
    film = yaml.safe_load((folder / "scenario.yaml").read_text(encoding="utf-8"))
    assert film["title"] == TITLE
    assert film["scenes"][0]["shots"][0]["prompt"] == WORDS
    clips: list[Path] = list(folder.rglob("*.mp4"))
    assert clips
