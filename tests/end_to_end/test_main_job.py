"""The main job by mouse and keyboard alone: open, generate a shot, watch it come, play, move."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.support.window import open_window, until
from topa_studio.model.status import Stage
from topa_studio.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")

Run = Callable[[Coroutine[Any, Any, Any]], Any]
_LEFT = Qt.MouseButton.LeftButton


def _card(window: MainWindow, row: int) -> QPoint:
    """The middle of a card, on the timeline's viewport."""
    return window.timeline.view.card_rect(row).center()


async def _laid_out(window: MainWindow) -> None:
    """Wait until the window has its final size, so that a click meets what it aims at."""
    await until(lambda: window.timeline.view.viewport().width() == window.width())


async def _generate_by_key(window: MainWindow, row: int) -> list[float]:
    """Click a card, press G, wait for the clip; the progress the card showed on the way."""
    key = window.session.document.scenario.shots()[row].key
    shown: list[float] = []
    window.session.shots_changed.connect(lambda _k: shown.append(window.session.shot(key).progress))
    QTest.mouseClick(window.timeline.view.viewport(), _LEFT, pos=_card(window, row))
    await until(lambda: window.selection.shot == key)
    QTest.keyClick(window.timeline.view, Qt.Key.Key_G)
    await until(lambda: window.session.shot(key).stage is Stage.MADE)
    await until(lambda: not window.queue.cards())
    return shown


@pytest.mark.long
def test_generate_watch_and_play(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    frames: list[int] = []
    shown: list[float] = []

    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            await _laid_out(window)
            shown.extend(await _generate_by_key(window, 0))
            window.player.playback.frame_shown.connect(lambda _frame: frames.append(1))
            QTest.mouseClick(window.timeline.view.viewport(), _LEFT, pos=_card(window, 0))
            await until(lambda: len(frames) >= 24)
            picture = window.player.surface.picture
            assert picture is not None
            assert picture.size() == window.player.surface.picture_rect().size().toSize()

    qrun(main())
    growing = [share for share in shown if 0 < share < 1]
    assert growing == sorted(growing)
    assert len(set(growing)) >= 3


def test_space_plays_the_film_with_slates_from_the_first_minute(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            await _laid_out(window)
            QTest.keyClick(window.timeline.view, Qt.Key.Key_Space)
            await until(lambda: window.player.playback.playing)
            await until(lambda: window.selection.playhead > 0.4)
            assert window.player.surface.picture is not None
            QTest.keyClick(window.timeline.view, Qt.Key.Key_Space)
            await until(lambda: not window.player.playback.playing)

    qrun(main())


@pytest.mark.parametrize("by", ["mouse", "keys"])
def test_a_moved_shot_changes_its_own_lines_only(
    qrun: Run, qapp: QApplication, tmp_path: Path, by: str
) -> None:
    before: list[str] = []
    after: list[str] = []

    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            await _laid_out(window)
            film = window.session.document.path
            before.extend(film.read_text(encoding="utf-8").splitlines())
            view = window.timeline.view
            if by == "mouse":
                _drag(window, 0, 1)
            else:
                QTest.mouseClick(view.viewport(), _LEFT, pos=_card(window, 0))
                await until(lambda: window.selection.shot == "1__1")
                QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
            await until(lambda: _order(window)[:2] == ["1__2", "1__1"])
            await until(lambda: film.read_text(encoding="utf-8").splitlines() != before)
            after.extend(film.read_text(encoding="utf-8").splitlines())
            QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
            await until(lambda: film.read_text(encoding="utf-8").splitlines() == before)

    qrun(main())
    first = before.index("      - id: 1")
    second = before.index("      - id: 2")
    lines = second - first
    moved = before[second : second + lines] + before[first:second]
    assert after == before[:first] + moved + before[second + lines :]


def _order(window: MainWindow) -> list[str]:
    return [shot.key for shot in window.session.document.scenario.shots()]


def _drag(window: MainWindow, row: int, after_row: int) -> None:
    """Press on a card, move past the middle of another, let go."""
    viewport = window.timeline.view.viewport()
    start = _card(window, row)
    end = window.timeline.view.card_rect(after_row)
    QTest.mousePress(viewport, _LEFT, pos=start)
    steps = 8
    goal = QPoint(end.right() - 4, start.y())
    for step in range(1, steps + 1):
        QTest.mouseMove(viewport, start + (goal - start) * step / steps)
    QTest.mouseRelease(viewport, _LEFT, pos=goal)
